/**
 * A device's voices, as badly behaved as real ones: ends come late or never, boundaries don't come at all, and what was
 * cancelled is told of afterwards, by an error or by an end.
 */

export interface FakeVoice {
  name: string;
  lang: string;
  localService: boolean;
  default: boolean;
  voiceURI: string;
}

export const voice = (lang: string, changes: Partial<FakeVoice> = {}): FakeVoice => ({
  name: lang,
  voiceURI: lang,
  lang,
  localService: true,
  default: false,
  ...changes,
});

export class FakeUtterance extends EventTarget {
  voice: FakeVoice | null = null;
  lang = '';
  rate = 1;
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
}

export class FakeSpeech extends EventTarget {
  voices: FakeVoice[];
  speaking = false;
  pending = false;
  /** All that it was given to speak, in order. */
  readonly given: FakeUtterance[] = [];
  resumed = 0;
  /** What is told of an utterance that was cancelled. */
  afterCancel: 'error' | 'end' | 'nothing' = 'error';
  private now: FakeUtterance | undefined;

  constructor(voices: FakeVoice[] = []) {
    super();
    this.voices = voices;
  }

  getVoices(): FakeVoice[] {
    return [...this.voices];
  }

  speak(utterance: FakeUtterance): void {
    this.given.push(utterance);
    this.now = utterance;
    this.speaking = true;
  }

  cancel(): void {
    const utterance = this.now;
    this.quiet();
    if (utterance && this.afterCancel !== 'nothing')
      // browsers tell of it in a later turn
      queueMicrotask(() => this.tell(utterance, this.afterCancel === 'end' ? 'end' : 'interrupted'));
  }

  pause(): void {
    throw new Error('the engine’s own pause is not to be relied on');
  }

  resume(): void {
    this.resumed += 1;
  }

  /** The sentence that is spoken now. */
  get text(): string | undefined {
    return this.now?.text;
  }

  /** It comes to its end, and says so. */
  finish(): void {
    const utterance = this.now;
    this.quiet();
    if (utterance) this.tell(utterance, 'end');
  }

  /** It falls silent, and says nothing. */
  quiet(): void {
    this.now = undefined;
    this.speaking = false;
  }

  /** It fails by itself. */
  fail(error: string): void {
    const utterance = this.now;
    this.quiet();
    if (utterance) this.tell(utterance, error);
  }

  /** The list of voices comes, or changes. */
  change(voices: FakeVoice[]): void {
    this.voices = voices;
    this.dispatchEvent(new Event('voiceschanged'));
  }

  tell(utterance: FakeUtterance, what: string): void {
    utterance.dispatchEvent(
      what === 'end' ? new Event('end') : Object.assign(new Event('error'), { error: what }),
    );
  }
}
