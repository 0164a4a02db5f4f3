import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { BubblingEvent } from '../../player/design/bubbling-event.ts';
import { buttonStyles } from '../../player/design/buttons.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import { eraseStyles } from './erase-styles.ts';
import { Refused } from '../shell/ask.ts';
import { api } from './api.ts';

/** Somebody is no longer in the records. */
export class ErasedEvent extends BubblingEvent {
  readonly name: string;

  constructor(name: string) {
    super('wb-erased');
    this.name = name;
  }
}

/** Spaces and capitals are no reason to doubt that this person is meant. */
const plain = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** Takes one person out of the records, once their name was written. */
@customElement('wb-erase')
export class ErasePerson extends LitElement {
  static override styles = [baseStyles, buttonStyles, fieldStyles, eraseStyles];

  /** By which the records know them. */
  @property() person = '';
  @property() name = '';
  @state() private written = '';
  @state() private busy = false;
  @state() private problem = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  override render(): TemplateResult {
    return html`<button class="small-button" @click=${this.open}>Erase this person …</button>
      <dialog aria-labelledby="title" @cancel=${this.keepOpen}>
        <h2 id="title">Erase ${this.name}?</h2>
        <p>
          Everything that was taken in about this person goes: attempts, answers, their place on the list, and
          the number by which they are called while names are hidden. The records’ file is written anew, so
          that nothing stays in it. It can’t be undone.
        </p>
        <p class="hint">
          What an LMS, an LRS, the trial or a file on your disk holds stays there, and comes back when it is
          taken in again.
        </p>
        <form method="dialog" @submit=${this.erase}>
          <label for="written">To go on, write the name: ${this.name}</label>
          <input
            id="written"
            type="text"
            autocomplete="off"
            spellcheck="false"
            .value=${this.written}
            @input=${(event: Event) => (this.written = (event.target as HTMLInputElement).value)}
          />
          <p role="alert" class="wrong">${this.problem}</p>
          <div role="status">
            ${
              this.busy
                ? html`<p>Erasing: the records’ file is written anew, which can take a while …</p>
                    <progress aria-label="Erasing"></progress>`
                : nothing
            }
          </div>
          <div class="buttons">
            <button class="button" ?disabled=${this.busy || plain(this.written) !== plain(this.name)}>
              ${this.busy ? 'One moment …' : 'Erase for good'}
            </button>
            <button
              class="small-button"
              type="button"
              ?disabled=${this.busy}
              @click=${() => this.dialog.close()}
            >
              Keep this person
            </button>
          </div>
        </form>
      </dialog>`;
  }

  private readonly open = (): void => {
    this.written = '';
    this.problem = '';
    this.dialog.showModal();
  };

  /** What has begun can't be left halfway. */
  private readonly keepOpen = (event: Event): void => {
    if (this.busy) event.preventDefault();
  };

  private readonly erase = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.busy = true;
    try {
      await api.erase(this.person);
      this.dialog.close();
      this.dispatchEvent(new ErasedEvent(this.name));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.problem = error.message;
    } finally {
      this.busy = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-erase': ErasePerson;
  }
}
