import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CalloutBlock } from '../../course/compiled.ts';
import { t } from '../locale.ts';
import { LocalizedElement } from '../localized-element.ts';
import { icon } from '../design/icons.ts';
import { prose } from '../design/prose.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';

/** A passage set apart: the key sentence, a note, a warning or an example. */
@customElement('cm-callout')
export class Callout extends LocalizedElement {
  static override styles = [
    baseStyles,
    proseStyles,
    css`
      aside {
        --tint: var(--color-keep);
        --tint-soft: var(--color-keep-soft);
        max-width: calc(var(--measure) + 4rem);
        padding: var(--space-4) var(--space-5);
        border: 1px solid transparent;
        border-inline-start: 4px solid var(--tint);
        border-radius: var(--radius-small);
        background: var(--tint-soft);
      }
      .note {
        --tint: var(--color-line-strong);
        --tint-soft: var(--color-raised);
      }
      .warning {
        --tint: var(--color-caution);
        --tint-soft: var(--color-caution-soft);
      }
      .example {
        --tint: var(--color-scene);
        --tint-soft: var(--color-scene-soft);
      }
      .title {
        display: flex;
        gap: var(--space-2);
        align-items: baseline;
        margin: 0 0 var(--space-2);
        font-weight: 700;
        line-height: 1.4;
      }
      .title .icon {
        color: var(--tint);
        align-self: start;
        margin-top: 0.1em;
      }
      .note .title .icon {
        color: var(--color-muted);
      }
    `,
  ];

  @property({ attribute: false }) block!: CalloutBlock;

  protected override render(): TemplateResult {
    const { type, title, html: text } = this.block;
    return html`<aside class=${type} aria-labelledby="title">
      <p class="title" id="title">${icon(type)}<span>${title ?? t(`block.callout.${type}`)}</span></p>
      ${prose(text)}
    </aside>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-callout': Callout;
  }
}
