import { css, html, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import { baseStyles } from '../design/base-styles.ts';
import { dialogStyles } from '../design/dialogs.ts';
import { icon } from '../design/icons.ts';
import { StoreElement } from '../design/store-element.ts';
import { t } from '../locale.ts';
import { notLoaded } from '../not-loaded.ts';
import { retriableImport } from '../retriable-import.ts';

const PANEL = 'cm-reading-panel';

/** The reader's settings, beside the text or under it, so that what they do can be seen. */
@customElement('cm-reading-dialog')
export class ReadingDialog extends StoreElement<PlayerStore> {
  static override styles = [
    baseStyles,
    dialogStyles,
    css`
      :host {
        display: contents;
      }
      dialog {
        width: min(26rem, 46vw);
        height: 100vh;
        height: 100dvh;
        max-height: none;
        margin-block: 0;
        margin-inline: auto 0;
        border-width: 0;
        border-inline-start-width: 1px;
        border-radius: 0;
      }
      dialog::backdrop {
        background: transparent;
      }
      .dialog-body {
        padding: var(--space-4) var(--space-5) var(--space-6);
      }
      @media (max-width: 44rem) {
        dialog {
          width: 100%;
          max-width: none;
          height: auto;
          max-height: 62vh;
          max-height: 62dvh;
          margin: auto 0 0;
          border-width: 1px 0 0;
          border-radius: var(--radius) var(--radius) 0 0;
        }
        .dialog-body {
          padding: var(--space-3) var(--space-4) var(--space-5);
        }
      }
    `,
  ];

  @state() private failed = false;

  @query('dialog') private dialog!: HTMLDialogElement;

  async show(): Promise<void> {
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    await this.fetch();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @click=${this.closeOutside} @close=${this.back}>
      <div class="dialog-head">
        <h2 id="title" tabindex="-1" data-heading>${t('reading.button')}</h2>
        <button
          class="close"
          type="button"
          autofocus
          aria-label=${t('app.close')}
          @click=${() => this.dialog.close()}
        >
          ${icon('close')}
        </button>
      </div>
      <div class="dialog-body">${this.panel()}</div>
    </dialog>`;
  }

  private panel(): TemplateResult {
    if (this.failed) return notLoaded(() => this.fetch());
    if (!customElements.get(PANEL)) return html`<div aria-busy="true"></div>`;
    return html`<cm-reading-panel .store=${this.store}></cm-reading-panel>`;
  }

  private async fetch(): Promise<void> {
    try {
      await retriableImport(PANEL, () => import('./reading-panel.ts'));
      this.failed = false;
    } catch {
      this.failed = true;
    }
    this.requestUpdate();
  }

  private closeOutside(event: Event): void {
    if (event.target === this.dialog) this.dialog.close();
  }

  /** The browser gives the focus back without scrolling, and larger letters may have moved its place out of view (WCAG 2.4.7). */
  private back(): void {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    if (focused?.matches(':focus-visible')) focused.scrollIntoView({ block: 'nearest' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-reading-dialog': ReadingDialog;
  }
}
