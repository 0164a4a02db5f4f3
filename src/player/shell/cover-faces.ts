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
  /** Sizes are shares of the picture's width: twelve faces fill it, fewer stand in its middle; all do where it is low. */
  static override styles = css`
    :host {
      --share: 1cqi;
      container-type: inline-size;
    }
    div {
      display: flex;
      align-items: flex-end;
      justify-content: center;
      height: 100%;
    }
    .portrait {
      --portrait: calc(15.6 * var(--share));
      position: relative;
      z-index: 1;
      margin-inline-start: calc(-8.2 * var(--share));
      outline: calc(0.7 * var(--share)) solid var(--color-scene-soft);
    }
    .portrait:nth-child(even) {
      z-index: 0;
      translate: 0 calc(-11.4 * var(--share));
    }
    /* as the cover has it (cover.styles.ts) */
    @media (min-width: 34rem) and (max-height: 46rem) {
      :host {
        --share: 0.5cqi;
      }
    }
    @media (forced-colors: active) {
      .portrait {
        outline-color: Canvas;
      }
    }
    .few .portrait.portrait {
      --portrait: calc(20 * var(--share));
      margin-inline-start: calc(-2 * var(--share));
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
