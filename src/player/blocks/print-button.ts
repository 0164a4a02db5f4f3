import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../locale.ts';
import { LocalizedElement } from '../localized-element.ts';
import { baseStyles } from '../design/base-styles.ts';
import { buttonStyles } from '../design/buttons.ts';
import { icon } from '../design/icons.ts';

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

  /** How the button looks: `quiet`, `plain`, or nothing more. */
  @property() look = '';

  /** Lays out what is to be printed alone. */
  @property({ attribute: false }) prepare: () => void = () => undefined;

  @state() private blocked = false;

  protected override render(): TemplateResult {
    return html`<button class="button ${this.look}" type="button" @click=${this.print}>
        ${icon('print')}${t('app.print')}
      </button>
      <p role="status">${this.blocked ? t('app.print-blocked') : nothing}</p>`;
  }

  private print(): void {
    let begun = false;
    const begins = (): void => {
      begun = true;
      this.blocked = false;
    };
    this.blocked = false;
    addEventListener('beforeprint', begins, { once: true });
    this.prepare();
    print();
    setTimeout(() => {
      removeEventListener('beforeprint', begins);
      this.blocked = !begun;
    }, BEGINS);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-print-button': PrintButton;
  }
}
