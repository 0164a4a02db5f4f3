import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TakeawayBlock } from '../../course/compiled.ts';
import { activityStyles } from '../design/activity.ts';
import { buttonStyles } from '../design/buttons.ts';
import { LocalizedElement } from '../localized-element.ts';
import { layOutAlone } from './print.ts';
import './print-button.ts';
import { prose } from '../design/prose.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';

/** What to take along from a lesson. Prints by itself, without the page around it. */
@customElement('cm-takeaway')
export class Takeaway extends LocalizedElement {
  static override styles = [
    baseStyles,
    proseStyles,
    buttonStyles,
    activityStyles,
    css`
      .activity {
        border: 0;
        border-top: 6px solid var(--color-keep);
        background: var(--color-surface);
      }
      h3 {
        margin: 0 0 var(--space-3);
        font-family: var(--font-heading);
        font-size: var(--size-large);
        line-height: 1.3;
        text-wrap: balance;
      }
      @media (forced-colors: active) {
        .activity {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) block!: TakeawayBlock;

  protected override render(): TemplateResult {
    const { title, html: text } = this.block;
    return html`<section class="activity" role="group" aria-labelledby="title">
      <h3 id="title">${title}</h3>
      ${prose(text)}
      <div class="actions words">
        <cm-print-button look="plain" .prepare=${() => this.layOut()}></cm-print-button>
      </div>
    </section>`;
  }

  private layOut(): void {
    layOutAlone(this, this.block.title, prose(this.block.html));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-takeaway': Takeaway;
  }
}
