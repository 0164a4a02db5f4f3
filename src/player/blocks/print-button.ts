import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../locale.ts';
import { LocalizedElement } from '../localized-element.ts';
import { baseStyles } from '../design/base-styles.ts';
import { buttonStyles } from '../design/buttons.ts';
import { icon } from '../design/icons.ts';
import { tileStyles } from '../design/tiles.ts';
import { pressedAgain } from '../renew.ts';

/** Milliseconds in which a browser that prints has begun to. */
const BEGINS = 500;

/**
 * Prints the page, or what `prepare` lays out. A frame without `allow-modals`, and some browsers, pass over `print()`
 * without a word and without an event: then this says so.
 */
@customElement('cm-print-button')
export class PrintButton extends LocalizedElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    tileStyles,
    css`
      p {
        max-width: var(--measure);
        margin: var(--space-2) 0 0;
        color: var(--color-caution);
        font-weight: 600;
      }
      p:empty {
        display: none;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** How the button looks: `quiet`, `plain`, `quiet tile`, or nothing more. */
  @property() look = '';

  /** What the button says instead of "Print". */
  @property() label = '';

  /** What is printed, for the ear: where several such buttons stand on a page. */
  @property() what = '';

  /** Lays out what is to be printed alone; what it needs may still have to be fetched. */
  @property({ attribute: false }) prepare: () => Promise<void> | void = () => undefined;

  @state() private trouble: 'app.print-blocked' | 'app.not-loaded' | undefined;

  protected override render(): TemplateResult {
    return html`<button class="button ${this.look}" type="button" @click=${this.print}>
        ${icon('print')}<span
          >${this.label || t('app.print')}${this.what ? html` <span class="for-ear">${this.what}</span>` : nothing}</span
        >
      </button>
      <p role="status">${this.trouble ? t(this.trouble) : nothing}</p>`;
  }

  private async print(): Promise<void> {
    if (this.trouble === 'app.not-loaded') pressedAgain();
    this.trouble = undefined;
    try {
      await this.prepare();
    } catch {
      this.trouble = 'app.not-loaded';
      return;
    }
    let begun = false;
    const begins = (): void => {
      begun = true;
      this.trouble = undefined;
    };
    addEventListener('beforeprint', begins, { once: true });
    print();
    setTimeout(() => {
      removeEventListener('beforeprint', begins);
      if (!begun) this.trouble = 'app.print-blocked';
    }, BEGINS);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-print-button': PrintButton;
  }
}
