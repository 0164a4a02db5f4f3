import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { fieldStyles } from '../shell/field-styles.ts';

/** Told where something is wider than its place: a cut that nobody sees as one hides what stands behind it. */
export const MOVES = 'There is more at the side: move it, or take the arrow keys.';

/**
 * Room for a table that may be wider than the window. Where it is, that is told, and the keyboard reaches it. Whoever uses it names
 * it: `role="region" aria-label="…"`.
 * @slot - the table
 */
@customElement('wb-sideways')
export class Sideways extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: block;
      }
      .hint {
        position: sticky;
        inset-inline-start: 0;
        width: fit-content;
        max-width: 100%;
        margin: 0;
        padding: var(--space-2) var(--space-3);
      }
    `,
  ];

  @state() private moves = false;

  private readonly sizes = new ResizeObserver(() => this.measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
    for (const child of this.children) this.sizes.observe(child);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  private measure(): void {
    this.moves = this.scrollWidth > this.clientWidth + 1;
    if (this.moves) this.tabIndex = 0;
    else this.removeAttribute('tabindex');
  }

  override render(): TemplateResult {
    return html`${this.moves ? html`<p class="hint no-print">${MOVES}</p>` : nothing}<slot
        @slotchange=${this.slotted}
      ></slot>`;
  }

  private readonly slotted = (): void => {
    for (const child of this.children) this.sizes.observe(child);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-sideways': Sideways;
  }
}
