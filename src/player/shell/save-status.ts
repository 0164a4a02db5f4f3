import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { baseStyles } from '../design/base-styles.ts';
import { t } from '../locale.ts';
import type { PlayerStore } from '../store.ts';
import { buttonStyles } from '../design/buttons.ts';
import { statusWord, statusWords } from '../saving-words.ts';
import { said } from '../said.ts';
import { wayButton } from './way-button.ts';
import { StoreElement } from '../design/store-element.ts';

export const saveStatusStyles = css`
  :host {
    position: relative;
    flex: none;
    font-size: var(--size-small);
    line-height: 1.35;
  }
  .status {
    display: inline-flex;
    gap: 0.4em;
    align-items: center;
    justify-content: center;
    min-width: var(--target);
    min-height: var(--target);
    padding: 0 var(--space-1);
    border: 0;
    background: none;
    color: var(--color-muted);
    font: inherit;
    white-space: nowrap;
    cursor: pointer;
  }
  .status:hover {
    color: var(--color-ink);
    text-decoration: underline;
  }
  .dot {
    width: 0.6em;
    height: 0.6em;
    border: 2px solid var(--color-line-strong);
    border-radius: 50%;
  }
  .saved .dot {
    border-color: var(--color-good);
    background: var(--color-good);
  }
  .not-saved {
    color: var(--color-bad);
    font-weight: 600;
  }
  .not-saved .dot {
    border-radius: 0;
    transform: rotate(45deg);
    border-color: var(--color-bad);
    background: var(--color-bad);
  }
  .saving .dot {
    border-style: dotted;
  }
  .more {
    position: absolute;
    z-index: 4;
    top: calc(100% + var(--space-2));
    inset-inline-end: 0;
    width: min(20rem, calc(100vw - 7.5rem));
    padding: var(--space-4);
    border: 1px solid var(--color-line);
    border-radius: var(--radius-small);
    background: var(--color-surface);
    color: var(--color-ink);
    box-shadow: 0 8px 32px rgb(0 0 0 / 20%);
  }
  .more p {
    margin: 0;
  }
  .more .button {
    margin-top: var(--space-3);
    white-space: normal;
  }
  textarea {
    box-sizing: border-box;
    width: 100%;
    font: inherit;
  }
  /* under its sign where there is little room for the letters */
  @container (max-width: 22.49rem) {
    .status {
      flex-direction: column;
      gap: 0;
      padding: 0;
    }
    .word {
      text-align: center;
    }
  }
  /* the sign alone on the smallest, unless it is news: the title has no more to give */
  @container (max-width: 19.99rem) and (max-width: 359px) {
    .status:not(.not-saved) .word {
      display: none;
    }
  }
  @media (max-width: 33.99rem) {
    .nothing-to-save .word {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .saved .dot,
    .not-saved .dot {
      background: CanvasText;
    }
  }
`;

/**
 * Saving, saved or not saved, in words, and on demand the sentence that says who has the learner's work: the learning
 * site, this device, or nobody beyond this page.
 */
@customElement('cm-save-status')
export class SaveStatusLine extends StoreElement<PlayerStore> {
  static override styles = [baseStyles, buttonStyles, saveStatusStyles];

  @state() private open = false;
  @state() private copying: 'done' | 'by hand' | undefined;

  /** What a screen reader is told now. Nothing while something else is true. */
  private news = '';
  /** The last that was told. */
  private told = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.closeOutside);
  }

  protected override willUpdate(): void {
    const { saving, counts } = this.store;
    const { kind } = saving.status;
    const word = t(statusWord(saving));
    const isSettled = !counts || kind === 'saved' || kind === 'not-saved';
    // spoken only where it is news: each save passes through "saving", and "saved" after "saved" is none
    if (isSettled && word !== this.told) this.news = this.told = word;
    else if (!isSettled) this.news = '';
  }

  protected override render(): TemplateResult {
    const { saving, counts, whole } = this.store;
    const kind = counts ? saving.status.kind : 'review';
    const words = statusWords(saving);
    const word = t(statusWord(saving));
    return html`<button
        type="button"
        class="status ${kind}"
        aria-expanded=${this.open}
        aria-controls="more"
        @click=${this.toggle}
        @keydown=${this.closeByKey}
      >
        <span class="dot" aria-hidden="true"></span
        ><span class="word" aria-hidden="true" data-room=${this.room(kind)} .textContent=${word}></span
        ><span class="for-ear">${word.replace(' …', '')}. ${t('save.more')}</span>
      </button>
      <p class="for-ear" role="status" .textContent=${this.news}></p>
      <div class="more" id="more" ?hidden=${!this.open}>
        <p .textContent=${whole ? said(words) : ''}></p>
        ${whole ? wayButton(this.store, words.way) : nothing}
        ${this.store.log.length > 0 ? this.said() : nothing}
      </div>`;
  }

  /** The longer of the word that comes next, or came before, and this one: it keeps its room (`later-styles.ts`). */
  private room(kind: string): string {
    if (kind !== 'saved' && kind !== 'saving') return '';
    const saving = t('save.saving');
    const saved = t(this.store.onDevice ? 'save.saved-device' : 'save.saved');
    return saved.length > saving.length ? saved : saving;
  }

  /** For the people who run the learning site: what went wrong, in lines that name nobody. */
  private said(): TemplateResult {
    const { copying } = this;
    return html`<button class="button quiet" type="button" @click=${this.copy}>${t('save.copy')}</button>
      <p role="status">${copying ? t(copying === 'done' ? 'save.copied' : 'save.copy-by-hand') : nothing}</p>
      ${
        copying === 'by hand'
          ? html`<textarea
              readonly
              rows="4"
              aria-label=${t('save.copy')}
              .value=${this.store.log.join('\n')}
              @focus=${(event: FocusEvent) => (event.target as HTMLTextAreaElement).select()}
            ></textarea>`
          : nothing
      }`;
  }

  /** A frame of the learning site may be forbidden to copy, and so is a page without https. */
  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.store.log.join('\n'));
      this.copying = 'done';
    } catch {
      this.copying = 'by hand';
    }
  }

  private toggle(): void {
    this.open = !this.open;
    if (this.open) document.addEventListener('pointerdown', this.closeOutside);
    else document.removeEventListener('pointerdown', this.closeOutside);
  }

  private closeOutside = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.toggle();
  };

  private closeByKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.open) this.toggle();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-save-status': SaveStatusLine;
  }
}
