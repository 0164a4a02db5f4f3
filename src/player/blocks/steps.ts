import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StepsBlock } from '../../course/compiled.ts';
import { LocalizedElement } from '../localized-element.ts';
import { prose } from '../design/prose.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';

/** Steps in order, as a numbered path down the page. */
@customElement('cm-steps')
export class Steps extends LocalizedElement {
  static override styles = [
    baseStyles,
    proseStyles,
    css`
      ol {
        --disc: 2.25rem;
        max-width: var(--measure);
        margin: 0;
        padding: 0;
        list-style: none;
        counter-reset: step;
      }
      li {
        position: relative;
        min-height: var(--disc);
        padding-block: 0 var(--space-5);
        padding-inline: calc(var(--disc) + var(--space-4)) 0;
        counter-increment: step;
      }
      li:last-child {
        padding-bottom: 0;
      }
      li::before {
        content: counter(step);
        position: absolute;
        inset-block-start: 0;
        inset-inline-start: 0;
        display: grid;
        place-items: center;
        box-sizing: border-box;
        width: var(--disc);
        height: var(--disc);
        border: 2px solid var(--color-accent);
        border-radius: 50%;
        background: var(--color-accent-soft);
        color: var(--color-accent-strong);
        font-weight: 700;
        line-height: 1;
      }
      li:not(:last-child)::after {
        content: '';
        position: absolute;
        inset-block: calc(var(--disc) + var(--space-1)) var(--space-1);
        inset-inline-start: calc(var(--disc) / 2 - 1px);
        width: 2px;
        background: var(--color-line);
      }
      h3 {
        margin: 0 0 var(--space-1);
        padding-top: var(--space-1);
        font-family: var(--font-heading);
        font-size: var(--size-large);
        line-height: 1.35;
      }
    `,
  ];

  @property({ attribute: false }) block!: StepsBlock;

  protected override render(): TemplateResult {
    // role=list: Safari drops a list's semantics along with its markers
    return html`<ol role="list">
      ${this.block.steps.map(
        (step) =>
          html`<li>
            <h3>${step.title}</h3>
            ${prose(step.html)}
          </li>`,
      )}
    </ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-steps': Steps;
  }
}
