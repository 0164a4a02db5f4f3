import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../locale.ts';
import { NotesController } from '../private-notes.ts';
import { buttonStyles } from '../design/buttons.ts';
import { tickStyles } from '../design/ticks.ts';
import { LocalizedElement } from '../localized-element.ts';
import { icon } from '../design/icons.ts';
import { baseStyles } from '../design/base-styles.ts';

/**
 * Stands under everything private: who can read it and how long it lasts, the choice to keep it on this device
 * (off until the learner says so), and the way to erase it all.
 */
@customElement('cm-private-bar')
export class PrivateBar extends LocalizedElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    tickStyles,
    css`
      :host {
        margin-top: var(--space-5);
        padding-top: var(--space-4);
        border-top: 1px solid var(--color-line);
        font-size: var(--size-small);
      }
      p {
        display: flex;
        gap: var(--space-2);
        max-width: var(--measure);
        margin: 0;
        color: var(--color-muted);
      }
      .icon {
        margin-top: 0.15em;
      }
      label {
        display: inline-flex;
        gap: var(--space-3);
        align-items: center;
        min-height: var(--target);
        cursor: pointer;
      }
      input {
        margin: 0 !important;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-4);
        align-items: center;
        justify-content: space-between;
        margin-top: var(--space-1);
      }
      .row .button {
        margin-inline: -2px;
        padding-inline: 0;
      }
      .sure {
        margin-top: var(--space-3);
        padding: var(--space-3) var(--space-4);
        border-radius: var(--radius-small);
        background: var(--color-caution-soft);
      }
      .sure p {
        color: var(--color-ink);
        font-weight: 600;
      }
      .sure .actions {
        margin-top: var(--space-3);
      }
      .sure .erase {
        border-color: var(--color-bad);
        color: var(--color-bad);
      }
      /* there every button has a frame */
      @media (forced-colors: active) {
        .row .button {
          padding-inline: var(--space-3);
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** Something else around it erases. */
  @property({ type: Boolean }) choice = false;

  @state() private asking = false;

  @state() private said = '';

  private readonly notes = new NotesController(this);

  protected override render(): TemplateResult {
    const notes = this.notes.value;
    return html`<p>${icon('private')}<span>${this.sentence()}</span></p>
      <div class="row">
        ${
          notes.canKeep
            ? html`<label>
                <input type="checkbox" .checked=${notes.keeping} @change=${this.keep} />
                <span>${t('block.private.keep')}</span>
              </label>`
            : nothing
        }
        ${
          notes.isEmpty || this.asking || this.choice
            ? nothing
            : html`<button class="button plain" type="button" @click=${this.ask}>
                ${t('block.private.erase')}
              </button>`
        }
      </div>
      ${this.asking ? this.sure() : nothing}
      <p role="status">${this.said || (notes.full ? t('block.private.full') : '')}</p>`;
  }

  private sentence(): string {
    const { canKeep, keeping } = this.notes.value;
    if (!canKeep) return t('block.private.blocked');
    return keeping ? t('block.private.kept') : t('block.private.visit');
  }

  private sure(): TemplateResult {
    return html`<div class="sure" role="group" aria-labelledby="sure" @keydown=${this.escape}>
      <p id="sure" tabindex="-1">${t('block.private.sure')}</p>
      <div class="actions">
        <button class="button" type="button" @click=${this.dontErase}>
          ${t('block.private.dont-erase')}
        </button>
        <button class="button quiet erase" type="button" @click=${this.erase}>
          ${t('block.private.erase-now')}
        </button>
      </div>
    </div>`;
  }

  private keep(event: Event): void {
    const box = event.target as HTMLInputElement;
    this.notes.value.keep(box.checked);
    this.said = box.checked && !this.notes.value.keeping ? t('block.private.not-kept') : '';
    box.checked = this.notes.value.keeping;
  }

  private ask(): void {
    this.asking = true;
    this.said = '';
    void this.focusOn('#sure');
  }

  private erase(): void {
    this.asking = false;
    this.notes.value.erase();
    this.said = t('block.private.erased');
    void this.focusOn('input');
  }

  private escape(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.dontErase();
  }

  private dontErase(): void {
    this.asking = false;
    void this.focusOn('.row .button');
  }

  private async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-private-bar': PrivateBar;
  }
}
