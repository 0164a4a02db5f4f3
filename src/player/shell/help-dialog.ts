import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import type { HelpLine } from '../../course/compiled.ts';
import { baseStyles } from '../design/base-styles.ts';
import { t } from '../locale.ts';
import { StoreElement } from '../design/store-element.ts';
import { icon } from '../design/icons.ts';
import { dialogStyles } from '../design/dialogs.ts';

/** The help lines, on top of whatever page is open. */
@customElement('cm-help-dialog')
export class HelpDialog extends StoreElement<PlayerStore> {
  static override styles = [
    baseStyles,
    dialogStyles,
    css`
      :host {
        display: contents;
      }
      p,
      ul {
        margin: 0;
        padding: 0;
      }
      li {
        padding-block: var(--space-4);
        border-top: 1px solid var(--color-line);
        list-style: none;
      }
      ul {
        margin-top: var(--space-4);
      }
      strong {
        font-family: var(--font-heading);
        font-size: var(--size-text);
      }
      .links {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-5);
      }
      a {
        display: inline-flex;
        gap: var(--space-2);
        align-items: center;
        min-height: var(--target);
        color: var(--color-accent);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      a[href^='tel:'] {
        white-space: nowrap;
      }
    `,
  ];

  @query('dialog') private dialog!: HTMLDialogElement;

  show(): void {
    if (!this.dialog.open) this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @click=${this.closeOutside}>
      <div class="dialog-head">
        <h2 id="title">${t('help.title')}</h2>
        <button class="close" type="button" aria-label=${t('app.close')} @click=${() => this.dialog.close()}>
          ${icon('close')}
        </button>
      </div>
      <div class="dialog-body">
        <p>${t('help.intro')}</p>
        <ul role="list">
          ${this.store.text.help.map((line) => this.line(line))}
        </ul>
      </div>
    </dialog>`;
  }

  private line({ name, what, tel, url }: HelpLine): TemplateResult {
    return html`<li>
      <strong>${name}</strong>
      <p>${what}</p>
      <p class="links">
        ${
          tel === undefined
            ? nothing
            : html`<a href="tel:${tel.replace(/[^\d+*#]/g, '')}"
                >${icon('help')}${t('help.call', { number: tel })}</a
              >`
        }
        ${
          url === undefined
            ? nothing
            : html`<a href=${url} target="_blank" rel="noopener noreferrer"
                >${icon('outside')}<span>${new URL(url).hostname.replace(/^www\./, '')}</span
                ><span class="for-ear">${t('app.new-window')}</span></a
              >`
        }
      </p>
    </li>`;
  }

  private closeOutside(event: Event): void {
    if (event.target === this.dialog) this.dialog.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-help-dialog': HelpDialog;
  }
}
