import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { BubblingEvent } from '../../player/design/bubbling-event.ts';
import { refusalIn } from '../shell/ask.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import { api } from './api.ts';
import { recordsStyles } from './records-styles.ts';

/** Nobody is in the records any more. */
class ForgottenEvent extends BubblingEvent {
  constructor() {
    super('wb-forgotten');
  }
}

/** Takes everything out of the records, once it was asked. */
@customElement('wb-forget')
export class ForgetRecords extends LitElement {
  static override styles = [baseStyles, fieldStyles, recordsStyles];

  @state() private asking = false;
  @state() private problem = '';
  @query('#ask') private readonly question!: HTMLElement | null;
  @query('button') private readonly first!: HTMLElement | null;

  override render(): TemplateResult {
    return html`${
        this.asking
          ? html`<p class="buttons" role="group" aria-labelledby="ask">
              <span id="ask" tabindex="-1"
                >All people, attempts and answers go; your files stay where they are.</span
              >
              <button class="small-button" @click=${this.forget}>Take it out</button>
              <button class="small-button" @click=${() => this.ask(false)}>Keep it</button>
            </p>`
          : html`<p>
              <button class="small-button" @click=${() => this.ask(true)}>
                Take everything out of the records
              </button>
            </p>`
      }
      <div role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>`;
  }

  /** What was pressed goes: the focus comes to what is asked, and back. */
  private async ask(asking: boolean): Promise<void> {
    this.problem = '';
    this.asking = asking;
    await this.updateComplete;
    (this.question ?? this.first)?.focus();
  }

  private readonly forget = async (): Promise<void> => {
    this.problem = await refusalIn(() => api.forget());
    if (!this.problem) this.dispatchEvent(new ForgottenEvent());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-forget': ForgetRecords;
  }
}
