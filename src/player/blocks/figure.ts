import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { FigureBlock } from '../../course/compiled.ts';
import { t } from '../locale.ts';
import { LocalizedElement } from '../localized-element.ts';
import { figureStyles } from './figure.styles.ts';
import { icon } from '../design/icons.ts';
import { inline, prose } from '../design/prose.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';

/** Colours that a drawing brings along, in the place of the classes that follow the theme. */
const OWN_COLOURS = /\s(?:fill|stroke|stop-color)="(?!none|currentColor|url\()/i;

/**
 * A picture with its caption and, where the author wrote one, a long description to open. A drawing is inlined so
 * that its colours follow the theme.
 */
@customElement('cm-figure')
export class Figure extends LocalizedElement {
  static override styles = [baseStyles, proseStyles, figureStyles];

  @property({ attribute: false }) block!: FigureBlock;

  protected override render(): TemplateResult {
    const { caption, description } = this.block;
    return html`<figure>
      ${this.picture()}
      ${
        caption || description
          ? html`<figcaption>
              ${caption ? html`<div class="caption prose">${inline(caption)}</div>` : nothing}
              ${
                description
                  ? html`<details>
                      <summary>${icon('chevron')}<span>${t('block.figure.describe')}</span></summary>
                      ${prose(description)}
                    </details>`
                  : nothing
              }
            </figcaption>`
          : nothing
      }
    </figure>`;
  }

  private picture(): TemplateResult {
    const { picture, alt } = this.block;
    if ('src' in picture) {
      const { src, width, height } = picture;
      return html`<img src=${src} width=${width} height=${height} alt=${alt} decoding="async" />`;
    }
    // the compiler gave the drawing its role and its words
    const ground = OWN_COLOURS.test(picture.svg) || !picture.svg.includes('fig-') ? 'paper' : '';
    return html`<div class="drawing ${ground}">${unsafeHTML(picture.svg)}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-figure': Figure;
  }
}
