import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ContextController } from '../context-controller.ts';
import { baseStyles } from '../design/base-styles.ts';
import { drawing } from '../design/drawing.ts';
import { CHEVRON } from '../design/early-icons.ts';
import '../design/prose.ts';
import { t } from '../locale.ts';
import { LocalizedElement } from '../localized-element.ts';

/** What the course is not, folded, under the cover: its words come with the others, after the first screen. */
@customElement('cm-cover-about')
export class CoverAbout extends LocalizedElement {
  static override styles = [
    baseStyles,
    css`
      details {
        margin-top: var(--space-4);
      }
      summary {
        display: inline-flex;
        gap: var(--space-2);
        align-items: center;
        min-height: var(--target);
        padding-inline: var(--space-3);
        border-radius: var(--radius-small);
        color: var(--color-accent);
        font-weight: 600;
        text-wrap: pretty;
        cursor: pointer;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:hover {
        background: var(--color-raised);
      }
      summary .icon {
        transition: transform var(--motion-quick);
      }
      [open] > summary .icon {
        transform: rotate(90deg);
      }
      cm-prose {
        display: block;
        padding: var(--space-2) var(--space-3);
      }
    `,
  ];

  private readonly context = new ContextController(this);

  protected override render(): TemplateResult | typeof nothing {
    const { disclaimer } = this.context.value.text;
    if (disclaimer === undefined) return nothing;
    return html`<details>
      <summary>${drawing(CHEVRON, 2)}<span>${t('cover.about')}</span></summary>
      <cm-prose .html=${disclaimer}></cm-prose>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-cover-about': CoverAbout;
  }
}
