/** Faces of the course's people: all of them lie in one file, which comes when the first is shown. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unpackPortrait } from '../course/portraits.ts';
import { ContextController } from './context-controller.ts';
import { Loading } from './design/loading.ts';

/** @param alt Empty where the name stands beside it. */
export const portrait = (face: string, alt: string): TemplateResult =>
  html`<cm-portrait class="portrait" .face=${face} .alt=${alt}></cm-portrait>`;

/** Has its size before the drawing is there, and without it: nothing moves when it comes. */
@customElement('cm-portrait')
export class Portrait extends LitElement {
  /** The drawing has a light ground of its own, so that its black lines are seen in every theme. */
  static override styles = css`
    :host {
      display: block;
      flex: none;
      overflow: hidden;
      width: var(--portrait, 5.5rem);
      aspect-ratio: 1;
      border-radius: 50%;
      background: var(--color-raised);
      forced-color-adjust: none;
    }
    img,
    span {
      display: block;
      width: 100%;
      height: 100%;
    }
  `;

  @property({ attribute: false }) face = '';
  @property({ attribute: false }) alt = '';

  private readonly context = new ContextController(this);
  private readonly drawing = new Loading(this, async (face) => {
    const { files, text } = this.context.value;
    return unpackPortrait(await files.portraits(text.language), face);
  });

  protected override willUpdate(): void {
    this.drawing.need(this.face, '');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { value: svg } = this.drawing;
    // a data: address is what each policy lets pass as a picture, the workbench's as well; blob: isn't
    if (svg) return html`<img src="data:image/svg+xml,${encodeURIComponent(svg)}" alt=${this.alt} />`;
    return this.alt ? html`<span role="img" aria-label=${this.alt}></span>` : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-portrait': Portrait;
  }
}
