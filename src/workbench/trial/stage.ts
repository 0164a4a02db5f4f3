import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import { courseFrame } from './course-frame.ts';
import type { Running } from './running.ts';
import { SIZES } from './sizes.ts';

/** The course in the LMS's frame, as large as somebody wants to see it. */
@customElement('wb-stage')
export class Stage extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    fieldStyles,
    css`
      :host {
        display: block;
        min-width: 0;
        overflow-x: auto;
      }
      iframe {
        display: block;
        width: 100%;
        height: 42.5rem;
        border: 1px solid var(--color-line-strong);
        border-radius: var(--radius-small);
        background: var(--color-surface);
      }
      .size-867 {
        width: 867px;
      }
      .size-650 {
        width: 650px;
      }
      .size-462 {
        width: 462px;
      }
      .size-phone {
        width: 390px;
        height: 844px;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
        align-items: end;
        margin-bottom: var(--space-3);
      }
      .bar > div {
        flex: 1 1 12rem;
        max-width: 22rem;
      }
    `,
  ];

  /** A new one for each launch. */
  @property({ attribute: false }) running: Running | undefined;
  /** Why it isn't open any longer. */
  @property() over = '';
  @property({ reflect: true }) size = 'full';
  @state() private fenced = true;

  @query('iframe') readonly frame!: HTMLIFrameElement | null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('running')) this.fenced = true;
  }

  override render(): TemplateResult {
    const { running, over } = this;
    if (!running || over)
      return html`<p class="muted">${over || 'The course opens here when you launch it.'}</p>`;
    return html`<div class="bar">
        <div>
          <label for="size">Size of the frame</label>
          <select
            id="size"
            @change=${(event: Event) => (this.size = (event.target as HTMLSelectElement).value)}
          >
            ${SIZES.map(([id, name]) => html`<option value=${id} .selected=${id === this.size}>${name}</option>`)}
          </select>
        </div>
        <button class="small-button" @click=${() => running.leave()}>Leave the course</button>
        <label class="tick" title="Old courses of several frames may need it. The course starts anew."
          ><input type="checkbox" .checked=${!this.fenced} @change=${() => (this.fenced = !this.fenced)} />Its
          frames lead each other</label
        >
      </div>
      ${courseFrame(running.launched.url, this.size, this.fenced)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-stage': Stage;
  }
}
