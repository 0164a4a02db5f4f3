import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ContextController } from '../context-controller.ts';
import { Loading } from '../design/loading.ts';
import { portrait } from '../portrait.ts';

/** From so many on they stand in two rows. */
const TWO_ROWS = 6;

/**
 * The course's people as on a group picture: whom the course is about, before a word is read. It comes after the first screen; the
 * cover keeps its place.
 */
@customElement('cm-cover-faces')
export class CoverFaces extends LitElement {
  /** Sizes are shares of the picture's width: twelve faces fill it, fewer stand in its middle. */
  static override styles = css`
    :host {
      container-type: inline-size;
    }
    div {
      display: flex;
      align-items: flex-end;
      justify-content: center;
      height: 100%;
    }
    .portrait {
      --portrait: 15.6cqi;
      position: relative;
      z-index: 1;
      margin-inline-start: -8.2cqi;
      outline: 0.7cqi solid var(--color-scene-soft);
    }
    .portrait:nth-child(even) {
      z-index: 0;
      translate: 0 -11.4cqi;
    }
    @media (forced-colors: active) {
      .portrait {
        outline-color: Canvas;
      }
    }
    .few .portrait.portrait {
      --portrait: 20cqi;
      margin-inline-start: -2cqi;
      translate: none;
    }
    .portrait.portrait:first-child {
      margin-inline-start: 0;
    }
  `;

  private readonly context = new ContextController(this);
  private readonly faces = new Loading(this, async () => {
    const { files, text } = this.context.value;
    return (await files.portraits(text.language)).cover;
  });

  protected override willUpdate(): void {
    this.faces.need('', '');
  }

  protected override render(): TemplateResult {
    const faces = this.faces.value ?? [];
    return html`<div class=${faces.length < TWO_ROWS ? 'few' : ''}>
      ${faces.map((face) => portrait(face, ''))}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-cover-faces': CoverFaces;
  }
}
