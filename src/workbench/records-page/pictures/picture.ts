import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { baseStyles } from '../../../player/design/base-styles.ts';
import { fieldStyles } from '../../shell/field-styles.ts';
import { MOVES } from '../sideways.ts';
import { today } from '../today.ts';
import { drawn, type Picture, type Plotting } from './drawing.ts';
import { asPng, asSvg } from './saving.ts';

/** A picture of an answer, as wide as there is room, and the same as a file. The table behind it stands under it. */
@customElement('wb-picture')
export class PictureOfAnswer extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      figure {
        display: grid;
        gap: var(--space-2);
        margin: 0;
        grid-template-columns: minmax(0, 1fr);
      }
      figcaption {
        max-width: var(--measure);
        color: var(--color-muted);
        font-size: var(--size-small);
      }
      .hint {
        margin: 0;
      }
      figcaption strong {
        display: block;
        color: var(--color-ink);
        font-size: var(--size-note);
      }
      .drawing {
        overflow-x: auto;
        padding: var(--space-3);
        border: 1px solid var(--color-line);
        border-radius: var(--radius-small);
        background: var(--color-surface);
        color: var(--color-ink);
      }
      /* As Plot would have it, in a sheet that the policy lets in. */
      svg {
        display: block;
        overflow: visible;
        height: auto;
        font-family: var(--font-text);
      }
      svg text {
        white-space: pre;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin: 0;
      }
      @media print {
        figure {
          break-inside: avoid;
        }
        .drawing {
          overflow: visible;
          border: 0;
          padding: 0;
          print-color-adjust: exact;
        }
        svg {
          max-width: 100%;
        }
      }
    `,
  ];

  @property({ attribute: false }) picture: Picture | undefined;
  /** A heading above says its title already. */
  @property({ type: Boolean }) headed = false;
  /** What the answers are narrowed to, in words. */
  @property() narrowed = '';
  @state() private plot: Plotting | undefined;
  @state() private width = 0;
  @state() private problem = '';
  /** Why the picture is in no file. */
  @state() private unsaved = '';

  private readonly sizes = new ResizeObserver(([entry]) => {
    this.width = Math.floor(entry?.contentRect.width ?? 0);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override firstUpdated(): void {
    const place = this.renderRoot.querySelector('.drawing');
    if (place) this.sizes.observe(place);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  private async load(): Promise<void> {
    try {
      this.plot = await import('@observablehq/plot');
    } catch {
      this.problem =
        'The picture could not be loaded; the table says the same. Open this page again to see it.';
    }
  }

  override render(): TemplateResult {
    const { picture, plot, width } = this;
    if (!picture) return html``;
    const { title, counted, least = 0 } = picture;
    const moves = width > 0 && least > width;
    return html`<figure>
      <figcaption>${this.headed ? nothing : html`<strong>${title}</strong>`} ${counted}</figcaption>
      ${moves ? html`<p class="hint no-print">${MOVES}</p>` : nothing}
      <div
        class="drawing"
        role=${moves ? 'region' : nothing}
        tabindex=${moves ? '0' : nothing}
        aria-label=${moves ? `Picture: ${title}` : nothing}
      >
        ${plot && width > 0 ? drawn(plot, picture, Math.max(width, least)) : this.problem}
      </div>
      <p class="buttons no-print">
        <button class="small-button" ?disabled=${!plot} @click=${this.saveSvg}>
          Save as SVG<span class="for-ear">: ${title}</span>
        </button>
        <button class="small-button" ?disabled=${!plot} @click=${this.savePng}>
          Save as PNG<span class="for-ear">: ${title}</span>
        </button>
      </p>
      <div role="alert">
        ${this.unsaved ? html`<p class="problem no-print">${this.unsaved}</p>` : nothing}
      </div>
    </figure>`;
  }

  private get svg(): string {
    if (!this.plot || !this.picture) throw new Error('There is no picture yet.');
    return asSvg(this.plot, this.picture, { narrowed: this.narrowed, day: today() });
  }

  private readonly saveSvg = (): void => {
    this.unsaved = '';
    this.save(new Blob([this.svg], { type: 'image/svg+xml' }), 'svg');
  };

  /** Browsers limit how large a picture of dots may be, each at its own size, and don't say at which. */
  private readonly savePng = async (): Promise<void> => {
    this.unsaved = '';
    try {
      this.save(await asPng(this.svg), 'png');
    } catch {
      this.unsaved =
        'This browser could not make a PNG of this picture; it may be too large for it. Save it as SVG, which slides and text documents take too, or narrow the picture down to fewer rows.';
    }
  };

  private save(blob: Blob, ending: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${this.picture?.name}-${today()}.${ending}`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-picture': PictureOfAnswer;
  }
}
