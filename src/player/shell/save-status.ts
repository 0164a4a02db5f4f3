import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { baseStyles } from '../design/base-styles.ts';
import { t } from '../locale.ts';
import type { PlayerStore } from '../store.ts';
import { statusSentence } from '../status-sentence.ts';
import { StoreElement } from '../design/store-element.ts';

/** The one or two words of the header. */
export function statusWord({ status, counts }: PlayerStore): string {
  if (!counts) return t('save.review');
  if (status.kind === 'saved' && status.held === 'device') return t('save.saved-device');
  return t(`save.${status.kind}`);
}

/**
 * Saving, saved or not saved, in words, and on demand the sentence that says who has the learner's work: the learning
 * site, this device, or nobody beyond this page.
 */
@customElement('cm-save-status')
export class SaveStatusLine extends StoreElement<PlayerStore> {
  static override styles = [
    baseStyles,
    css`
      :host {
        position: relative;
        flex: none;
        font-size: var(--size-small);
        line-height: 1.35;
      }
      button {
        position: relative;
        display: inline-flex;
        gap: 0.4em;
        align-items: center;
        padding: 0;
        border: 0;
        background: none;
        color: var(--color-muted);
        font: inherit;
        white-space: nowrap;
        cursor: pointer;
      }
      /* the pressable area reaches over the line above: as tall as any other target */
      button::after {
        content: '';
        position: absolute;
        inset: auto -0.5rem -0.4rem;
        height: var(--target);
        min-width: var(--target);
      }
      button:hover {
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
        left: 0;
        width: min(20rem, calc(100vw - 5.5rem));
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
      .more button {
        min-height: var(--target);
        color: var(--color-ink);
        text-align: start;
        text-decoration: underline;
        white-space: normal;
      }
      .more button::after {
        content: none;
      }
      textarea {
        box-sizing: border-box;
        width: 100%;
        font: inherit;
      }
      @media (min-width: 44rem) {
        .more {
          right: 0;
          left: auto;
        }
      }
      @media (forced-colors: active) {
        .saved .dot,
        .not-saved .dot {
          background: CanvasText;
        }
      }
    `,
  ];

  @state() private open = false;
  @state() private copying: 'done' | 'by hand' | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.closeOutside);
  }

  protected override render(): TemplateResult {
    const { status, counts } = this.store;
    const word = statusWord(this.store);
    const kind = counts ? status.kind : 'nothing-to-save';
    return html`<button
        type="button"
        class=${kind}
        aria-expanded=${this.open}
        aria-controls="more"
        @click=${this.toggle}
        @keydown=${this.closeByKey}
      >
        <span class="dot" aria-hidden="true"></span>${word}<span class="for-ear">. ${t('save.more')}</span>
      </button>
      <p class="for-ear" role="status">${kind === 'saving' ? nothing : word}</p>
      <div class="more" id="more" ?hidden=${!this.open}>
        <p>${this.store.whole ? statusSentence(this.store) : nothing}</p>
        ${this.store.log.length > 0 ? this.said() : nothing}
      </div>`;
  }

  /** For the people who run the learning site: what went wrong, in lines that name nobody. */
  private said(): TemplateResult {
    const { copying } = this;
    return html`<button type="button" @click=${this.copy}>${t('save.copy')}</button>
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
