import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import { baseStyles } from '../design/base-styles.ts';
import { buttonStyles } from '../design/buttons.ts';
import { chooseTheme, chosenTheme } from '../reading/choose-theme.ts';
import { icon } from '../design/icons.ts';
import { StoreElement } from '../design/store-element.ts';
import { THEMES } from '../design/theme.ts';
import { t } from '../locale.ts';
import { percent } from '../number-format.ts';
import { chooseReading, isFaceMissing, onReadingSettings, readingSettings } from '../reading/reading.ts';
import { AS_IT_WAS, CHOICES, sizeBeside, type ReadingSettings } from '../reading/settings.ts';
import { LanguageEvent } from './events.ts';
import { readingPanelStyles } from './reading-panel.styles.ts';

/** Of a group of which one is chosen: its words, the language they are in where it isn't the page's, and whether it is the one. */
interface Choice {
  words: string;
  lang?: string;
  chosen: boolean;
  choose: () => unknown;
}

/** Text, spacing, colours and language, as the reader wants them. Each change holds at once. */
@customElement('cm-reading-panel')
export class ReadingPanel extends StoreElement<PlayerStore> {
  static override styles = [baseStyles, buttonStyles, readingPanelStyles];

  /** For the ear: everything is as it was. */
  @state() private wasReset = false;

  private stopWatching: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopWatching = onReadingSettings(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopWatching?.();
  }

  protected override render(): TemplateResult {
    return html`${this.size()}
      <div>
        ${this.setting('face', CHOICES.face, (one) => t(`reading.face.${one}`))}
        <p class="hint">${t('reading.face-hint')}</p>
        <p class="hint" role="status">
          ${isFaceMissing() ? html`<strong>${t('reading.face-missing')}</strong>` : nothing}
        </p>
      </div>
      ${(['lines', 'letters', 'words'] as const).map((name) =>
        this.setting(name, CHOICES[name], (one) => t(`reading.space.${one}`)),
      )}
      ${this.setting('measure', CHOICES.measure, (one) => t(`reading.measure.${one}`))} ${this.theme()}
      ${this.setting('contrast', CHOICES.contrast, (one) => t(`reading.contrast.${one}`))} ${this.language()}
      <div class="foot">
        <button class="button quiet" type="button" @click=${this.reset}>${t('reading.reset')}</button>
        <p role="status">${this.wasReset ? t('reading.was-reset') : nothing}</p>
        <p class="hint">${t('reading.kept')}</p>
      </div>`;
  }

  private size(): TemplateResult {
    const { size } = readingSettings();
    return html`<div role="group" aria-labelledby="size">
      <p class="legend" id="size">${t('reading.size')}</p>
      <div class="size">
        ${this.step(-1, 'minus', t('reading.smaller'))}
        <output .textContent=${t('app.percent', { value: percent(size) })}></output>
        ${this.step(1, 'plus', t('reading.larger'))}
      </div>
    </div>`;
  }

  private step(by: 1 | -1, picture: 'minus' | 'plus', words: string): TemplateResult {
    const next = sizeBeside(readingSettings().size, by);
    return html`<button
      type="button"
      aria-label=${words}
      aria-disabled=${next === undefined}
      @click=${() => next !== undefined && this.change({ size: next })}
    >
      ${icon(picture)}
    </button>`;
  }

  private setting<Name extends 'face' | 'lines' | 'letters' | 'words' | 'measure' | 'contrast'>(
    name: Name,
    choices: readonly ReadingSettings[Name][],
    words: (one: ReadingSettings[Name]) => string,
  ): TemplateResult {
    return this.group(
      name,
      t(`reading.${name}`),
      choices.map((one) => ({
        words: words(one),
        chosen: readingSettings()[name] === one,
        choose: () => this.change({ [name]: one }),
      })),
    );
  }

  private theme(): TemplateResult {
    return this.group(
      'theme',
      t('theme.name'),
      THEMES.map((one) => ({
        words: t(`theme.${one}`),
        chosen: chosenTheme() === one,
        choose: () => {
          chooseTheme(one);
          this.change({});
        },
      })),
    );
  }

  private language(): TemplateResult | typeof nothing {
    const { course, language } = this.store;
    if (course.languages.length < 2) return nothing;
    return this.group(
      'language',
      t('language.name'),
      course.languages.map((tag) => ({
        words: course.files[tag]?.name ?? tag,
        lang: tag,
        chosen: tag === language,
        choose: () => this.dispatchEvent(new LanguageEvent(tag)),
      })),
    );
  }

  private group(name: string, legend: string, choices: readonly Choice[]): TemplateResult {
    return html`<fieldset>
      <legend>${legend}</legend>
      <div class="choices">
        ${choices.map(
          ({ words, lang, chosen, choose }) =>
            html`<label class=${chosen ? 'chosen' : nothing} lang=${lang ?? nothing}
              ><input type="radio" name=${name} .checked=${chosen} @change=${choose} /><span
                >${words}</span
              ></label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  private change(change: Partial<ReadingSettings>): void {
    this.wasReset = false;
    this.requestUpdate();
    void chooseReading(change);
  }

  private readonly reset = (): void => {
    chooseTheme('system');
    this.change(AS_IT_WAS);
    this.wasReset = true;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-reading-panel': ReadingPanel;
  }
}
