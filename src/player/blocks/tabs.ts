import { css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { TabsBlock } from '../../course/compiled.ts';
import { LocalizedElement } from '../localized-element.ts';
import { prose } from '../design/prose.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';

/**
 * Passages side by side, one shown at a time: the ARIA tabs pattern, where arrow keys, Home and End move and show.
 * The row of tabs wraps where it is narrow. Printing shows every passage under its title.
 */
@customElement('cm-tabs')
export class Tabs extends LocalizedElement {
  static override styles = [
    baseStyles,
    proseStyles,
    css`
      .tabs {
        max-width: calc(var(--measure) + 4rem);
      }
      [role='tablist'] {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-bottom: var(--space-3);
      }
      [role='tab'] {
        flex: 0 1 auto;
        min-height: var(--target);
        padding: var(--space-2) var(--space-4);
        border: 2px solid var(--color-line-strong);
        border-radius: var(--radius-small);
        background: var(--color-surface);
        color: var(--color-ink);
        font: inherit;
        font-weight: 600;
        line-height: 1.3;
        text-align: start;
        cursor: pointer;
      }
      [role='tab']:hover {
        border-color: var(--color-accent);
      }
      [aria-selected='true'] {
        border-color: var(--color-accent);
        background: var(--color-accent-soft);
        color: var(--color-accent-strong);
        box-shadow: inset 0 -3px 0 var(--color-accent);
      }
      [role='tabpanel'] {
        padding: var(--space-5);
        border: 1px solid var(--color-line);
        border-radius: var(--radius);
        background: var(--color-surface);
      }
      .print-title {
        display: none;
      }
      @media (max-width: 30rem) {
        [role='tab'] {
          flex-grow: 1;
          text-align: center;
        }
        /* in two rows a line below one would point at another */
        [aria-selected='true'] {
          box-shadow: none;
        }
        [role='tabpanel'] {
          padding: var(--space-4);
        }
      }
      @media (forced-colors: active) {
        [aria-selected='true'] {
          border-color: Highlight;
          border-bottom-width: 4px;
        }
      }
      @media print {
        [role='tablist'] {
          display: none;
        }
        [role='tabpanel'][hidden] {
          display: block !important;
        }
        [role='tabpanel'] {
          margin-bottom: var(--space-3);
        }
        .print-title {
          display: block;
          margin: 0 0 var(--space-2);
        }
      }
    `,
  ];

  @property({ attribute: false }) block!: TabsBlock;

  @state() private shown = 0;

  protected override render(): TemplateResult {
    const { tabs } = this.block;
    return html`<div class="tabs">
      <div role="tablist" @keydown=${this.move}>
        ${tabs.map(
          (tab, index) =>
            html`<button
              role="tab"
              type="button"
              id="tab-${index}"
              aria-controls="panel-${index}"
              aria-selected=${index === this.shown}
              tabindex=${index === this.shown ? 0 : -1}
              @click=${() => (this.shown = index)}
            >
              ${tab.title}
            </button>`,
        )}
      </div>
      ${tabs.map(
        (tab, index) =>
          html`<div
            role="tabpanel"
            id="panel-${index}"
            aria-labelledby="tab-${index}"
            tabindex="0"
            ?hidden=${index !== this.shown}
          >
            <h3 class="print-title">${tab.title}</h3>
            ${prose(tab.html)}
          </div>`,
      )}
    </div>`;
  }

  private async move(event: KeyboardEvent): Promise<void> {
    const last = this.block.tabs.length - 1;
    const { shown } = this;
    const on = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    const to = { ArrowRight: shown + on, ArrowLeft: shown - on, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.shown = to > last ? 0 : to < 0 ? last : to;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#tab-${this.shown}`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-tabs': Tabs;
  }
}
