import { css, html, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { baseStyles } from '../design/base-styles.ts';
import { buttonStyles } from '../design/buttons.ts';
import { dialogStyles } from '../design/dialogs.ts';
import { t } from '../locale.ts';
import { LocalizedElement } from '../localized-element.ts';
import { noteDialogStyles } from './dialog-styles.ts';

/** Says what goes, and asks once more. */
@customElement('cm-erase-dialog')
export class EraseDialog extends LocalizedElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    dialogStyles,
    noteDialogStyles,
    css`
      :host {
        display: contents;
      }
      ul {
        margin: 0;
        padding-inline-start: min(1.2em, 8vw);
      }
      .button.erase {
        border-color: var(--color-bad);
        color: var(--color-bad);
      }
    `,
  ];

  @state() private goes: readonly string[] = [];

  @query('dialog') private dialog!: HTMLDialogElement;

  private sure = false;

  /** @param goes what would be erased, one by one */
  async ask(goes: readonly string[]): Promise<boolean> {
    this.goes = goes;
    this.sure = false;
    await this.updateComplete;
    this.dialog.showModal();
    await new Promise((resolve) => this.dialog.addEventListener('close', resolve, { once: true }));
    return this.sure;
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <div class="dialog-head"><h2 id="title">${t('notes.sure')}</h2></div>
      <div class="dialog-body">
        <ul>
          ${this.goes.map((one) => html`<li>${one}</li>`)}
        </ul>
        <div class="actions">
          <button class="button" type="button" autofocus @click=${this.close}>
            ${t('block.private.dont-erase')}
          </button>
          <button class="button quiet erase" type="button" @click=${this.erase}>
            ${t('notes.erase-now')}
          </button>
        </div>
      </div>
    </dialog>`;
  }

  private erase(): void {
    this.sure = true;
    this.close();
  }

  private close(): void {
    this.dialog.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-erase-dialog': EraseDialog;
  }
}
