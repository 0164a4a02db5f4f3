import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { baseStyles } from './design/base-styles.ts';
import { t } from './locale.ts';
import { LocalizedElement } from './localized-element.ts';
import { pressedAgain } from './renew.ts';

/** In place of what could not be fetched: a plain sentence and a way on. Raises `again`. */
@customElement('cm-not-loaded')
export class NotLoaded extends LocalizedElement {
  static override styles = [
    baseStyles,
    css`
      div {
        max-width: calc(var(--measure) + 4rem);
        padding: var(--space-5);
        border: 1px solid var(--color-line);
        border-radius: var(--radius);
        background: var(--color-surface);
      }
      p {
        margin: 0;
      }
      button {
        min-height: var(--target);
        margin-top: var(--space-4);
        padding: var(--space-2) var(--space-5);
        border: 2px solid var(--color-accent);
        border-radius: var(--radius-round);
        background: var(--color-accent);
        color: var(--color-on-accent);
        font: inherit;
        font-weight: 600;
        cursor: pointer;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<div role="status">
      <p>${t('app.not-loaded')}</p>
      <button type="button" @click=${this.again}>${t('app.again')}</button>
    </div>`;
  }

  private again(): void {
    pressedAgain();
    this.dispatchEvent(new Event('again'));
    // the button goes, and the focus with it: to the heading of what is asked for anew, or to the page where none stands
    this.dispatchEvent(new Event('cm-dismissed', { bubbles: true, composed: true }));
    (this.getRootNode() as ShadowRoot).querySelector<HTMLElement>('[data-heading]')?.focus();
  }
}

export function notLoaded(again: () => unknown): TemplateResult {
  return html`<cm-not-loaded @again=${again}></cm-not-loaded>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-not-loaded': NotLoaded;
  }
}
