import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { baseStyles } from '../design/base-styles.ts';
import { icon } from '../design/icons.ts';
import { t } from '../locale.ts';
import { LocalizedElement } from '../localized-element.ts';
import { NotesController } from '../private-notes.ts';
import { MarkedEvent } from './marked-event.ts';
import { bookmark, isBookmarked } from './own-marks.ts';

/** Beside a section's title: whether the learner wants to find it again. Raises MarkedEvent. */
@customElement('cm-bookmark')
export class Bookmark extends LocalizedElement {
  static override styles = [
    baseStyles,
    css`
      button {
        display: grid;
        place-items: center;
        width: var(--target);
        height: var(--target);
        padding: 0;
        border: 1px solid transparent;
        border-radius: var(--radius-small);
        background: transparent;
        color: var(--color-keep);
        font: inherit;
        cursor: pointer;
      }
      button:hover {
        background: var(--color-keep-soft);
      }
      [aria-pressed='true'] path {
        fill: currentColor;
      }
      @media print {
        [aria-pressed='false'] {
          display: none;
        }
      }
    `,
  ];

  @property() section = '';

  private readonly notes = new NotesController(this);

  protected override render(): TemplateResult {
    return html`<button
      type="button"
      aria-pressed=${isBookmarked(this.notes.value, this.section)}
      title=${t('notes.bookmark')}
      @click=${this.toggle}
    >
      ${icon('bookmark')}
    </button>`;
  }

  private toggle(): void {
    const on = !isBookmarked(this.notes.value, this.section);
    bookmark(this.notes.value, this.section, on);
    if (on) this.dispatchEvent(new MarkedEvent(t('notes.bookmarked')));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-bookmark': Bookmark;
  }
}
