import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import { baseStyles } from '../design/base-styles.ts';
import { t } from '../locale.ts';
import { StoreElement } from '../design/store-element.ts';
import { icon } from '../design/icons.ts';
import { dialogStyles } from '../design/dialogs.ts';

/** The outline in a narrow frame: it slides in over the page. Closing raises `close`. */
@customElement('cm-drawer')
export class Drawer extends StoreElement<PlayerStore> {
  static override styles = [
    baseStyles,
    dialogStyles,
    css`
      dialog {
        width: min(22rem, calc(100vw - min(3rem, 15vw)));
        height: 100vh;
        height: 100dvh;
        max-height: none;
        margin: 0;
        border-width: 0;
        border-inline-end-width: 1px;
        border-radius: 0;
        background: var(--color-page);
      }
      .dialog-head {
        --target: min(2.75rem, 44px);
        padding-inline-start: var(--space-4);
      }
      .dialog-head h2 {
        font-size: min(var(--size-large), 8vw);
      }
      .dialog-body {
        padding: var(--space-4) var(--space-3);
      }
      dialog[open] {
        animation: slide var(--motion-quick) ease-out;
      }
      @keyframes slide {
        from {
          transform: translateX(calc(var(--toward, 1) * -2rem));
          opacity: 0;
        }
      }
    `,
  ];

  @property({ type: Boolean }) open = false;

  @property() here = '';

  @query('dialog') private dialog!: HTMLDialogElement;

  protected override updated(): void {
    if (this.open && !this.dialog.open) this.dialog.showModal();
    if (!this.open && this.dialog.open) this.dialog.close();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${this.closed} @click=${this.onClick}>
      <div class="dialog-head">
        <h2 id="title">${t('outline.name')}</h2>
        <button class="close" type="button" aria-label=${t('app.close')} @click=${() => this.dialog.close()}>
          ${icon('close')}
        </button>
      </div>
      <div class="dialog-body">
        ${this.open ? html`<cm-outline .store=${this.store} .here=${this.here}></cm-outline>` : nothing}
      </div>
    </dialog>`;
  }

  private closed(): void {
    this.dispatchEvent(new Event('close'));
  }

  private onClick(event: Event): void {
    // a press beside the drawer, or on what leads out of it, even a link to the page that is open already
    const leaves = event.composedPath().some((one) => one instanceof Element && one.matches('a, .leaves'));
    if (event.target === this.dialog || leaves) this.dialog.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-drawer': Drawer;
  }
}
