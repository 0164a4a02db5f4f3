/**
 * Speaks sentences one after the other, by what browsers really do: an end that is told late or never, words of an earlier
 * utterance that still arrive, a voice that falls silent. It pauses by stopping and begins the sentence again, since the
 * engine's own pause does nothing on some devices and loses the voice on others.
 */

export interface Spoken {
  text: string;
  voice: SpeechSynthesisVoice;
}

/** silent: nothing was begun, or it is over. */
export type SpeakerState = 'silent' | 'speaking' | 'paused';

/** Milliseconds between two looks whether the voice still speaks. */
const LOOK = 500;
/** Looks at a voice that says nothing, before it counts as done. */
const PATIENCE = 4;
/** After a cancellation some engines swallow what comes in the same turn. */
const BREATH = 80;

export class Speaker {
  state: SpeakerState = 'silent';
  /** The place of the sentence that is spoken. */
  at = 0;
  /** The voice gave no sound. */
  failed = false;

  private readonly engine: SpeechSynthesis;
  private readonly changed: () => void;
  private sentences: readonly Spoken[] = [];
  private rate = 1;
  /** Held until its end: Chromium forgets what nobody holds, and never tells that it ended. */
  private utterance: SpeechSynthesisUtterance | undefined;
  private timers: ReturnType<typeof setTimeout>[] = [];

  /** @param changed is called when another sentence begins, and when the state changes */
  constructor(changed: () => void, engine: SpeechSynthesis = speechSynthesis) {
    this.changed = changed;
    this.engine = engine;
  }

  start(sentences: readonly Spoken[], rate: number): void {
    this.sentences = sentences;
    this.rate = rate;
    this.speakFrom(0);
  }

  pause(): void {
    if (this.state !== 'speaking') return;
    this.hush();
    this.become('paused');
  }

  /** Begins the sentence again. */
  resume(): void {
    if (this.state === 'paused') this.speakFrom(this.at);
  }

  stop(): void {
    if (this.state === 'silent') return;
    this.hush();
    this.become('silent');
  }

  setRate(rate: number): void {
    this.rate = rate;
    if (this.state === 'speaking') this.speakFrom(this.at);
  }

  private speakFrom(place: number): void {
    const wait = this.hush();
    this.at = place;
    this.failed = false;
    const sentence = this.sentences[place];
    if (!sentence) return this.become('silent');
    this.become('speaking');
    // at once where that can be: a phone lets a page speak only in answer to a press
    if (wait) this.timers.push(setTimeout(() => this.say(sentence), BREATH));
    else this.say(sentence);
  }

  private say({ text, voice }: Spoken): void {
    const utterance = new SpeechSynthesisUtterance(text);
    Object.assign(utterance, { voice, lang: voice.lang, rate: this.rate });
    this.utterance = utterance;
    utterance.addEventListener('end', () => this.over(utterance));
    utterance.addEventListener('error', ({ error }) => this.broke(utterance, error));
    // a page before this one, or another part of it, may have left it so
    this.engine.resume();
    this.engine.speak(utterance);
    this.watch(utterance);
  }

  /** What is told of an earlier utterance is nobody's any more. */
  private over(utterance: SpeechSynthesisUtterance): void {
    if (this.utterance === utterance) this.speakFrom(this.at + 1);
  }

  private broke(utterance: SpeechSynthesisUtterance, error: string): void {
    if (this.utterance !== utterance) return;
    this.hush();
    // another page, or a screen reader, has taken the voice: the reader goes on when they want to
    if (error === 'interrupted' || error === 'canceled') return this.become('paused');
    this.failed = true;
    this.become('silent');
  }

  /** An end that isn't told is seen, and so is a voice that never came or never stops. */
  private watch(utterance: SpeechSynthesisUtterance): void {
    const latest = (5_000 + utterance.text.length * 250) / Math.min(1, this.rate);
    let [spoke, silent, passed] = [false, 0, 0];
    const timer = setInterval(() => {
      passed += LOOK;
      silent = this.engine.speaking ? 0 : silent + 1;
      spoke ||= this.engine.speaking;
      if (passed < latest && silent < PATIENCE) return;
      if (spoke) this.over(utterance);
      else this.broke(utterance, 'silent');
    }, LOOK);
    this.timers.push(timer);
  }

  /** Whether there was anything to cancel. */
  private hush(): boolean {
    this.utterance = undefined;
    for (const timer of this.timers.splice(0)) clearTimeout(timer);
    const { speaking, pending } = this.engine;
    if (speaking || pending) this.engine.cancel();
    return speaking || pending;
  }

  private become(state: SpeakerState): void {
    this.state = state;
    this.changed();
  }
}
