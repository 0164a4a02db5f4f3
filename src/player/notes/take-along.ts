import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../blocks/print-button.ts';
import { baseStyles } from '../design/base-styles.ts';
import { buttonStyles } from '../design/buttons.ts';
import { icon } from '../design/icons.ts';
import { tileStyles } from '../design/tiles.ts';
import { t } from '../locale.ts';
import { LocalizedElement } from '../localized-element.ts';

/**
 * A text to download, to copy or to print the page for. A frame without `allow-downloads` passes over a download without a word and
 * without an event, so copying is offered beside it; where the browser refuses that as well, the text is there to be selected.
 */
@customElement('cm-take-along')
export class TakeAlong extends LocalizedElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    tileStyles,
    css`
      :host {
        display: block;
        justify-self: stretch;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
        align-items: flex-start;
      }
      @media (max-width: 30rem) {
        .ways {
          display: grid;
          grid-template-columns: repeat(auto-fit, minmax(min(100%, 5.25rem), 1fr));
          gap: var(--space-2);
        }
      }
      p {
        max-width: var(--measure);
        margin: var(--space-2) 0 0;
        color: var(--color-muted);
        font-size: var(--size-small);
      }
      label {
        display: grid;
        gap: var(--space-1);
        margin-top: var(--space-3);
        font-weight: 600;
      }
      textarea {
        width: 100%;
        max-width: calc(var(--measure) + 4rem);
        padding: var(--space-3);
        border: 1px solid var(--color-line-strong);
        border-radius: var(--radius-small);
        background: var(--color-surface);
        color: inherit;
        font: inherit;
        font-weight: 400;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property() text = '';

  /** Of the file. */
  @property() name = '';

  @state() private said = '';

  @state() private byHand = false;

  @query('textarea') private area!: HTMLTextAreaElement | null;

  protected override render(): TemplateResult {
    return html`<div class="ways">
        <button class="button quiet tile" type="button" @click=${this.download}>
          ${icon('save')}${t('notes.download')}
        </button>
        <button class="button quiet tile" type="button" @click=${this.copy}>
          ${icon('cards')}${t('notes.copy')}
        </button>
        <cm-print-button look="quiet tile"></cm-print-button>
      </div>
      <p role="status">${this.said}</p>
      ${
        this.byHand
          ? html`<label>
              ${t('notes.copy-by-hand')}
              <textarea rows="8" readonly .value=${this.text}></textarea>
            </label>`
          : nothing
      }`;
  }

  private download(): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([this.text], { type: 'text/markdown;charset=utf-8' }));
    link.download = this.name;
    link.click();
    // the download reads it after this turn of the event loop
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    this.said = t('notes.download-blocked');
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.byHand = false;
      this.said = t('notes.copied');
    } catch {
      this.byHand = true;
      this.said = '';
      await this.updateComplete;
      this.area?.focus();
      this.area?.select();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-take-along': TakeAlong;
  }
}
