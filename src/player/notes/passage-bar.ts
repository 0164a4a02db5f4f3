import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { baseStyles } from '../design/base-styles.ts';
import { icon, type IconName } from '../design/icons.ts';
import { t } from '../locale.ts';
import { LocalizedElement } from '../localized-element.ts';

/** Pixels between a passage and the bar, and between the bar and the frame's edge. */
const GAP = 8;

/**
 * What is asked about: a passage that was just selected, one too long to be marked, one that is marked, or how long the learner's
 * first mark will be there.
 */
export type Asked = 'selected' | 'long' | 'marked' | 'kept';

/**
 * Near a passage: what can be done with it. At the foot of a narrow frame, where a device's own menu stands beside the passage;
 * how long a mark lasts stands beside what was pressed there too, since the frame's foot may lie below the learner's screen.
 * Raises `highlight`, `note`, `erase`, `keep` and `close`.
 */
@customElement('cm-passage-bar')
export class PassageBar extends LocalizedElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        position: fixed;
        z-index: 4;
        max-width: min(34rem, calc(100vw - 2 * var(--space-2)));
        border: 1px solid var(--color-line-strong);
        border-radius: var(--radius);
        background: var(--color-surface);
        box-shadow: 0 6px 24px rgb(0 0 0 / 22%);
        font-size: var(--size-small);
      }
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        padding: var(--space-1);
      }
      p {
        flex: 1 1 12rem;
        margin: 0;
        padding: var(--space-2) var(--space-3);
        line-height: 1.45;
      }
      button {
        display: inline-flex;
        gap: var(--space-2);
        align-items: center;
        justify-content: center;
        min-width: var(--target);
        min-height: var(--target);
        padding: var(--space-1) var(--space-3);
        border: 0;
        border-radius: var(--radius-small);
        background: transparent;
        color: var(--color-keep);
        font: inherit;
        font-weight: 650;
        cursor: pointer;
      }
      button:hover {
        background: var(--color-keep-soft);
      }
      @media (max-width: 40rem) {
        :host(:not([asked='kept'])) {
          inset: auto var(--space-2) var(--space-2) !important;
        }
        :host([asked='kept']) {
          inset-inline: var(--space-2) !important;
        }
        :host {
          max-width: none;
        }
        div {
          justify-content: center;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ reflect: true }) asked: Asked = 'selected';

  /** Before the sentence of how long it lasts: what was done. */
  @property() words = '';

  /** What the bar stands beside; undefined for the foot of the frame. */
  @property({ attribute: false }) beside: (() => DOMRect) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('scroll', this.place, { passive: true });
    addEventListener('resize', this.place);
    // pressing a button must not take the selection away
    this.addEventListener('mousedown', keepSelection);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('scroll', this.place);
    removeEventListener('resize', this.place);
  }

  protected override updated(): void {
    this.place();
  }

  protected override render(): TemplateResult {
    const name = t(this.asked === 'kept' ? 'notes.title' : 'notes.passage');
    return html`<div role="group" aria-label=${name}>${this.content()}</div>`;
  }

  private content(): TemplateResult {
    switch (this.asked) {
      case 'selected':
        return html`${this.button('highlight', t('notes.highlight'), 'marker')}
        ${this.button('note', t('notes.note'), 'pen')}`;
      case 'long':
        return html`<p>${t('notes.too-long')}</p>`;
      case 'marked':
        return html`${this.button('note', t('notes.edit'), 'pen')}
        ${this.button('erase', t('notes.erase'), 'close')} ${this.button('close', t('app.close'))}`;
      case 'kept':
        return html`<p>${this.words} ${t('notes.visit')}</p>
          ${this.button('keep', t('block.private.keep'), 'save')} ${this.button('close', t('app.close'))}`;
    }
  }

  /** So that the keyboard comes from the text to what can be done with it. */
  focusFirst(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  private button(name: string, words: string, picture?: IconName): TemplateResult {
    return html`<button type="button" @click=${() => this.dispatchEvent(new Event(name))}>
      ${picture ? icon(picture) : nothing}<span>${words}</span>
    </button>`;
  }

  /** Under the passage, or above it where there is no room. Property by property: the page allows no style attribute. */
  private place = (): void => {
    const box = this.getBoundingClientRect();
    const beside = this.beside?.();
    const below = beside ? beside.bottom + GAP : innerHeight;
    const fits = below + box.height + GAP <= innerHeight;
    const foot = innerHeight - GAP - box.height;
    const above = beside ? Math.min(beside.top - GAP - box.height, foot) : foot;
    const left = beside ? beside.left : (innerWidth - box.width) / 2;
    this.style.top = `${Math.max(GAP, fits ? below : above)}px`;
    this.style.left = `${Math.max(GAP, Math.min(left, innerWidth - box.width - GAP))}px`;
  };
}

const keepSelection = (event: Event): void => event.preventDefault();

declare global {
  interface HTMLElementTagNameMap {
    'cm-passage-bar': PassageBar;
  }
}
