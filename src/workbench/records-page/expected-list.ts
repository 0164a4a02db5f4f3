import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { BubblingEvent } from '../../player/design/bubbling-event.ts';
import { buttonStyles } from '../../player/design/buttons.ts';
import { type ListLook, listWords } from '../records/list-words.ts';
import { refusalIn } from '../shell/ask.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import { api } from './api.ts';
import { bringListLook, listLook } from './list-look.ts';
import { recordsStyles } from './records-styles.ts';
import { people } from './words.ts';

/** There is another list of who is expected, or none any more. */
export class ListChangedEvent extends BubblingEvent {
  readonly words: string;

  constructor(words: string) {
    super('wb-list-changed');
    this.words = words;
  }
}

/** Says who is expected, by a text or a file: shows what was understood of it before it becomes the list. */
@customElement('wb-expected-list')
export class ExpectedList extends LitElement {
  static override styles = [baseStyles, buttonStyles, fieldStyles, recordsStyles];

  /** How many are on the list. */
  @property({ type: Number }) count = 0;
  /** Whether the records know anybody whom a list could mean. */
  @property({ type: Boolean }) known = false;
  @state() private asked: { list: string | File; look: ListLook } | undefined;
  @state() private leaving = false;
  @state() private problem = '';
  @query('textarea') private readonly text!: HTMLTextAreaElement;
  @query('summary') private readonly summary!: HTMLElement;

  override render(): TemplateResult {
    return html`<details>
      <summary>
        Who is expected? ${this.count > 0 ? `A list of ${people(this.count)}` : 'No list yet'}
      </summary>
      <form @submit=${this.take}>
        <label for="list">Names or e-mail addresses, one a line, or a table with headings</label>
        <textarea id="list" rows="6"></textarea>
        <p class="hint">
          Whoever is on it and never opened the course then shows as not started. An empty list takes it away.
        </p>
        <button class="small-button">Look at this list</button>
        <label for="list-file">Or a file: CSV, Excel, or a text</label>
        <input id="list-file" type="file" @change=${this.takeFile} />
      </form>
      <div role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>
      ${this.renderQuestion()}
    </details>`;
  }

  private renderQuestion(): TemplateResult | typeof nothing {
    const { asked } = this;
    if (asked)
      return listLook(asked.look, this.known, {
        take: () => void this.settle(asked.list),
        leave: () => {
          this.asked = undefined;
          this.text.focus();
        },
      });
    if (!this.leaving) return nothing;
    return html`<p class="buttons">
      <span id="look" tabindex="-1">This takes the list of ${people(this.count)} away.</span>
      <button class="small-button" type="button" @click=${() => this.settle('')}>Take it away</button>
      <button
        class="small-button"
        type="button"
        @click=${() => {
          this.leaving = false;
          this.text.focus();
        }}
      >
        Keep it
      </button>
    </p>`;
  }

  private readonly take = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.look(this.text.value);
  };

  private readonly takeFile = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    // the same file can be chosen once more
    input.value = '';
    if (file) void this.look(file);
  };

  private async look(list: string | File): Promise<void> {
    this.asked = undefined;
    this.leaving = typeof list === 'string' && list.trim() === '' && this.count > 0;
    this.problem = '';
    if (!this.leaving)
      this.problem = await refusalIn(async () => (this.asked = { list, look: await api.lookAtList(list) }));
    await this.updateComplete;
    bringListLook(this.renderRoot);
  }

  private async settle(list: string | File): Promise<void> {
    this.problem = await refusalIn(async () => {
      const words = listWords(await api.expect(list)).join(' ');
      this.asked = undefined;
      this.leaving = false;
      // what was taken, or is no longer meant, says nothing any more; what was pressed goes
      this.text.value = '';
      this.summary.focus();
      this.dispatchEvent(new ListChangedEvent(words));
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-expected-list': ExpectedList;
  }
}
