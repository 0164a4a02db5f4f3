import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import { baseStyles } from '../design/base-styles.ts';
import { icon } from '../design/icons.ts';
import { StoreElement } from '../design/store-element.ts';
import { formats, t } from '../locale.ts';
import { Follow } from './follow.ts';
import { mark, unmark } from './mark.ts';
import { rangeOf, spokenPassages, type SpokenPassage } from './spoken.ts';
import { readAloudStyles } from './read-aloud.styles.ts';
import { chooseReading, readingSettings } from './reading.ts';
import { sentencesOf, type Stretch } from './sentences.ts';
import { CHOICES, type ReadingSettings } from './settings.ts';
import { Speaker, type Spoken } from './speaker.ts';
import { voiceFor } from './voices.ts';

interface Sentence extends Spoken, Stretch {
  passage: SpokenPassage;
}

/**
 * Reads the article around it aloud. Where the device has no voice of its own for the language there is nothing to see: voices of
 * a server would send the text away.
 */
@customElement('cm-read-aloud')
export class ReadAloud extends StoreElement<PlayerStore> {
  static override styles = [baseStyles, readAloudStyles];

  /** Id of the section that stands around it: with another one, the voice is silent. */
  @property() section = '';

  @state() private voices: readonly SpeechSynthesisVoice[] = [];

  private readonly speaker = new Speaker(() => this.spoke());
  private readonly follow = new Follow(this);
  private sentences: readonly Sentence[] = [];
  /** Section and language of what was begun. */
  private begun = '';

  override connectedCallback(): void {
    super.connectedCallback();
    speechSynthesis.addEventListener('voiceschanged', this.listVoices);
    document.addEventListener('visibilitychange', this.whenHidden);
    addEventListener('pagehide', this.stop);
    this.listVoices();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    speechSynthesis.removeEventListener('voiceschanged', this.listVoices);
    document.removeEventListener('visibilitychange', this.whenHidden);
    removeEventListener('pagehide', this.stop);
    this.speaker.stop();
    makeRoom('');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.begun !== this.here) this.speaker.stop();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!voiceFor(formats(), this.voices)) return nothing;
    const { state: how, failed } = this.speaker;
    const open = how !== 'silent';
    return html`<div class="controls ${open ? 'open' : ''}" role="group" aria-label=${t('aloud.name')}>
      <button class="main" type="button" @click=${this.press}>
        ${icon(how === 'speaking' ? 'hold' : 'speaker')}<span
          .textContent=${t(how === 'silent' ? 'aloud.start' : how === 'speaking' ? 'aloud.pause' : 'aloud.resume')}
        ></span>
      </button>
      ${open ? this.more() : nothing}
      <p role="status">${failed ? t('aloud.failed') : nothing}</p>
    </div>`;
  }

  protected override updated(): void {
    const bar = this.renderRoot.querySelector<HTMLElement>('.open');
    makeRoom(bar ? `${bar.offsetHeight}px` : '');
  }

  private more(): TemplateResult {
    return html`<button class="stop" type="button" @click=${this.stop}>
        ${icon('close')}<span>${t('aloud.stop')}</span>
      </button>
      <label
        ><span>${t('aloud.speed')}</span>
        <select @change=${this.chooseSpeed}>
          ${CHOICES.speed.map(
            (speed) =>
              html`<option value=${speed} ?selected=${speed === readingSettings().speed}>
                ${new Intl.NumberFormat(formats()).format(speed)} ×
              </option>`,
          )}
        </select></label
      >`;
  }

  private get here(): string {
    return `${this.section}/${this.store.language}`;
  }

  private readonly press = (): void => {
    this.follow.begin();
    const { state: how } = this.speaker;
    if (how === 'speaking') this.speaker.pause();
    else if (how === 'paused') this.speaker.resume();
    else this.start();
  };

  private start(): void {
    const article = this.closest('article');
    if (!article) return;
    this.begun = this.here;
    this.sentences = spokenPassages(article, formats()).flatMap((passage) => this.sentencesIn(passage));
    this.speaker.start(this.sentences, readingSettings().speed);
  }

  /** In a language that no voice of the device speaks they are left out: read by another's rules nobody would understand them. */
  private sentencesIn(passage: SpokenPassage): Sentence[] {
    const voice = voiceFor(passage.language, this.voices);
    if (!voice) return [];
    return sentencesOf(passage.text, passage.language).map(({ start, end }) => ({
      passage,
      voice,
      start,
      end,
      text: passage.text.slice(start, end).replaceAll(/\s+/g, ' '),
    }));
  }

  /** The speaker begins a sentence, or its state has changed. */
  private spoke(): void {
    this.requestUpdate();
    const sentence = this.sentences[this.speaker.at];
    if (this.speaker.state === 'silent') this.fellSilent();
    if (this.speaker.state !== 'speaking' || !sentence) return;
    // who listens is at work, as who scrolls is
    this.store.active();
    const { passage, start, end } = sentence;
    const range = rangeOf(passage, start, end);
    mark(passage, range);
    this.follow.show((range ?? passage.block).getBoundingClientRect());
  }

  private fellSilent(): void {
    unmark();
    // the bar goes, and the buttons in it back to the page's beginning: a focus in it would go along, out of sight
    const held = this.shadowRoot?.activeElement && this.begun === this.here;
    if (held) void this.updateComplete.then(() => this.keepFocusInView());
  }

  /** On the button that begins again, where that is seen; else on the passage that was read last, where the reader is (WCAG 2.4.3). */
  private keepFocusInView(): void {
    const main = this.renderRoot.querySelector<HTMLElement>('.main');
    const last = this.sentences[Math.min(this.speaker.at, this.sentences.length - 1)]?.passage.block;
    const seen = main && main.getBoundingClientRect().bottom > 0;
    if (seen || !(last instanceof HTMLElement)) return main?.focus();
    last.tabIndex = -1;
    return last.focus({ preventScroll: isInView(last) });
  }

  private readonly stop = (): void => this.speaker.stop();

  private readonly whenHidden = (): void => {
    if (document.visibilityState === 'hidden') this.speaker.pause();
  };

  private readonly listVoices = (): void => {
    this.voices = speechSynthesis.getVoices();
  };

  private readonly chooseSpeed = (event: Event): void => {
    const speed = Number((event.target as HTMLSelectElement).value) as ReadingSettings['speed'];
    void chooseReading({ speed });
    this.speaker.setRate(speed);
  };
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** At the page's foot, for the bar over it: nothing is hidden behind it for good, and nothing that has the focus (WCAG 2.4.11). */
function makeRoom(height: string): void {
  document.body.style.paddingBottom = height;
  document.documentElement.style.scrollPaddingBottom = height;
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-read-aloud': ReadAloud;
  }
}
