import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { PlayerStore } from '../store.ts';
import type { GlossaryEntry } from '../../course/compiled.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';
import { t } from '../locale.ts';
import { StoreElement } from '../design/store-element.ts';
import { icon } from '../design/icons.ts';
import { dialogStyles } from '../design/dialogs.ts';
import type { TermEvent } from '../design/marks.ts';

/** Pixels between the term and its box, and between the box and the frame's edge. */
const GAP = 8;
const WIDTH = 352;

/** What a term means, beside the word where there is room, at the foot of a narrow frame. */
@customElement('cm-term-dialog')
export class TermDialog extends StoreElement<PlayerStore> {
  static override styles = [
    baseStyles,
    proseStyles,
    dialogStyles,
    css`
      :host {
        display: contents;
      }
      dialog {
        width: 22rem;
        box-shadow: 0 8px 32px rgb(0 0 0 / 20%);
      }
      dialog::backdrop {
        background: transparent;
      }
      .dialog-head {
        border-bottom: 0;
        padding-bottom: 0;
      }
      .dialog-body {
        padding-top: var(--space-1);
      }
      p {
        margin: 0;
      }
      a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
        color: var(--color-accent);
        font-size: var(--size-small);
      }
      @media (max-width: 40rem) {
        dialog {
          width: 100%;
          max-width: none;
          margin: auto 0 0;
          border-width: 1px 0 0;
          border-radius: var(--radius) var(--radius) 0 0;
        }
        dialog::backdrop {
          background: rgb(12 20 24 / 40%);
        }
      }
    `,
  ];

  @state() private entry: GlossaryEntry | undefined;

  @state() private failed = false;

  @query('dialog') private dialog!: HTMLDialogElement;

  private anchor: HTMLElement | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('resize', this.place);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('resize', this.place);
  }

  async show(term: string, anchor: HTMLElement): Promise<void> {
    try {
      const entries = await this.store.files.glossary(this.store.language);
      this.entry = entries.find(({ id }) => id === term);
      this.failed = this.entry === undefined;
    } catch {
      this.failed = true;
    }
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    this.anchor = anchor;
    this.place();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @click=${this.onClick}>
      <div class="dialog-head">
        <h2 id="title">${this.entry?.term ?? t('glossary.title')}</h2>
        <button class="close" type="button" aria-label=${t('app.close')} @click=${() => this.dialog.close()}>
          ${icon('close')}
        </button>
      </div>
      <div class="dialog-body">
        ${
          this.failed
            ? html`<p>${t('glossary.failed')}</p>`
            : html`<div class="prose">${this.entry ? unsafeHTML(this.entry.definition) : nothing}</div>`
        }
        <a href="#glossary">${t('glossary.all')}</a>
      </div>
    </dialog>`;
  }

  /** Under the word, or above it where there is more room. Set property by property: the page allows no style attribute. */
  private place = (): void => {
    const { anchor } = this;
    if (!anchor || !this.dialog.open) return;
    const { style } = this.dialog;
    style.margin = style.left = style.top = '';
    if (innerWidth <= 640) return;
    const word = anchor.getBoundingClientRect();
    const { height } = this.dialog.getBoundingClientRect();
    const below = word.bottom + GAP;
    const top = below + height + GAP <= innerHeight ? below : Math.max(GAP, word.top - GAP - height);
    style.margin = '0';
    style.left = `${Math.max(GAP, Math.min(word.left, innerWidth - WIDTH - GAP))}px`;
    style.top = `${top}px`;
  };

  private onClick(event: Event): void {
    const link = event.composedPath().some((one) => one instanceof HTMLAnchorElement);
    if (event.target === this.dialog || link) this.dialog.close();
  }
}

/** In the page's one dialog, which comes with the first term. */
export async function showTerm(
  page: ParentNode,
  store: PlayerStore,
  { term, anchor }: Pick<TermEvent, 'term' | 'anchor'>,
): Promise<void> {
  let dialog = page.querySelector('cm-term-dialog');
  if (!dialog) {
    dialog = document.createElement('cm-term-dialog');
    dialog.store = store;
    page.append(dialog);
  }
  await dialog.show(term, anchor);
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-term-dialog': TermDialog;
  }
}
