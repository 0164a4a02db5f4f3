import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { buttonStyles } from '../../player/design/buttons.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import { Refused } from '../shell/ask.ts';
import { api } from './api.ts';
import { TakenEvent } from './intake-events.ts';
import { keepFocus } from './keep-focus.ts';
import { recordsStyles } from './records-styles.ts';
import { several } from './words.ts';

/** Asks an LRS for what it has stored. The key is in this form until it is sent, and nowhere afterwards. */
@customElement('wb-lrs')
export class LrsForm extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    recordsStyles,
    css`
      form label {
        margin-top: var(--space-3);
      }
    `,
  ];

  @state() private cancel: AbortController | undefined;
  @state() private words = '';
  /** How far it is: to be seen, since nobody wants each page of an LRS read out. */
  @state() private far = '';
  @state() private problem = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.cancel?.abort();
  }

  override render(): TemplateResult {
    const { cancel } = this;
    return html`<details>
      <summary>Ask an LRS</summary>
      <form @submit=${this.take} autocomplete="off">
        <label for="endpoint">Address, such as https://lrs.example.org/xapi/</label>
        <input id="endpoint" name="endpoint" type="url" required spellcheck="false" />
        <label for="key">Key, or name of the user</label>
        <input id="key" name="key" type="text" required spellcheck="false" autocomplete="off" />
        <label for="secret">Secret</label>
        <input id="secret" name="secret" type="password" required autocomplete="off" />
        <p class="hint">
          Key and secret are used for this and kept nowhere. Only this address is asked, and the next time
          only for what it has stored since.
        </p>
        <p class="buttons">
          <button class="small-button" aria-disabled=${cancel !== undefined}>
            Take in what it has stored
          </button>
          ${
            cancel
              ? html`<button class="small-button" type="button" @click=${() => cancel.abort()}>
                  Cancel
                </button>`
              : nothing
          }
        </p>
      </form>
      <div role="status">
        ${this.words ? html`<p>${this.words}</p>` : nothing}
        <p aria-live="off">${this.far}</p>
        ${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}
      </div>
    </details>`;
  }

  private readonly take = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.cancel) return;
    const form = event.currentTarget as HTMLFormElement;
    const valueOf = (id: string): string => form.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
    const access = { endpoint: valueOf('endpoint'), key: valueOf('key'), secret: valueOf('secret') };
    for (const field of form.querySelectorAll<HTMLInputElement>('#key, #secret')) field.value = '';
    const putBack = keepFocus(this.renderRoot as ShadowRoot);
    const { signal } = (this.cancel = new AbortController());
    this.problem = '';
    this.words = 'Asking …';
    try {
      const taken = await api.takeLrs(access, {
        signal,
        progress: (statements) => (this.far = `${several(statements, 'new statement')} so far …`),
        told: (sentence) => (this.words = sentence),
      });
      this.words = 'rows' in taken ? `${several(taken.rows, 'new statement')} taken in.` : '';
    } catch (error) {
      if (!signal.aborted && !(error instanceof Refused)) throw error;
      this.words = signal.aborted
        ? 'Cancelled. What came before is kept, and the next time goes on from there.'
        : '';
      this.problem = signal.aborted ? '' : (error as Error).message;
    } finally {
      this.cancel = undefined;
      this.far = '';
      await this.updateComplete;
      putBack('#endpoint');
      this.dispatchEvent(new TakenEvent());
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-lrs': LrsForm;
  }
}
