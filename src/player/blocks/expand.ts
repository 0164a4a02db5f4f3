import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ExpandBlock } from '../../course/compiled.ts';
import { LocalizedElement } from '../localized-element.ts';
import { icon } from '../design/icons.ts';
import { prose } from '../design/prose.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';

/** A passage that opens on request. Printing shows it only when it is open. */
@customElement('cm-expand')
export class Expand extends LocalizedElement {
  static override styles = [
    baseStyles,
    proseStyles,
    css`
      details {
        max-width: calc(var(--measure) + 4rem);
        border: 1px solid var(--color-line);
        border-radius: var(--radius-small);
        background: var(--color-surface);
      }
      summary {
        display: flex;
        gap: var(--space-3);
        align-items: center;
        min-height: var(--target);
        padding: var(--space-3) var(--space-4);
        border-radius: inherit;
        font-weight: 600;
        line-height: 1.4;
        list-style: none;
        cursor: pointer;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:hover {
        background: var(--color-raised);
      }
      summary .icon {
        color: var(--color-accent);
        transition: transform var(--motion-quick);
      }
      [open] > summary .icon {
        transform: rotate(90deg);
      }
      .prose {
        padding-block: var(--space-1) var(--space-4);
        padding-inline: calc(var(--space-4) + 1.25em + var(--space-3)) var(--space-4);
      }
      @media (max-width: 30rem) {
        .prose {
          padding-inline-start: var(--space-4);
        }
      }
    `,
  ];

  @property({ attribute: false }) block!: ExpandBlock;

  protected override render(): TemplateResult {
    return html`<details>
      <summary>${icon('chevron')}<span>${this.block.title}</span></summary>
      ${prose(this.block.html)}
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-expand': Expand;
  }
}
