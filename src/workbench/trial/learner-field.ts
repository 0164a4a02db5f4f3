import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import type { Learner } from '../shapes.ts';
import { choiceStyles, option, valueOf } from './choice-styles.ts';
import { LearnerEvent, PickEvent } from './events.ts';
import { ODD_NAMES } from './odd-names.ts';
import './remove-button.ts';

/** Who takes the course. More can be added, and those go again. */
@customElement('wb-learner-field')
export class LearnerField extends LitElement {
  static override styles = [baseStyles, pageStyles, fieldStyles, choiceStyles];

  @property({ attribute: false }) learners: readonly Learner[] = [];
  @property() chosen = '';

  @query('#learner') private readonly list!: HTMLSelectElement;

  override render(): TemplateResult {
    const learner = this.learners.find(({ id }) => id === this.chosen);
    return html`<label for="learner">Learner</label>
      <select
        id="learner"
        @change=${(event: Event) => this.dispatchEvent(new PickEvent({ learner: valueOf(event) }))}
      >
        ${this.learners.map(({ id, name }) => option(id, name, this.chosen))}
      </select>
      ${
        learner?.added
          ? html`<wb-remove
              kind="learner"
              .of=${learner.id}
              .name=${learner.name}
              @wb-remove=${() => this.list.focus()}
            ></wb-remove>`
          : nothing
      }
      <details class="add">
        <summary>Add a learner</summary>
        <div>
          <div>
            <label for="name">Name, as the LMS hands it on</label>
            <input id="name" type="text" maxlength="250" list="odd" autocomplete="off" />
            <datalist id="odd">${ODD_NAMES.map(([name]) => html`<option value=${name}></option>`)}</datalist>
          </div>
          <div>
            <label for="language">Language, as the LMS says it</label>
            <input
              id="language"
              type="text"
              maxlength="35"
              autocomplete="off"
              placeholder="en-US, spa, or nothing"
            />
          </div>
          <div class="buttons">
            <button type="button" class="small-button" @click=${this.added}>Add</button>
            <button type="button" class="small-button" @click=${this.suggested}>Suggest an odd one</button>
          </div>
        </div>
      </details>`;
  }

  private input(id: string): HTMLInputElement {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)!;
  }

  private added(): void {
    const [name, language] = [this.input('name'), this.input('language')];
    if (name.value === '') return name.focus();
    this.dispatchEvent(new LearnerEvent(name.value, language.value));
    name.value = language.value = '';
    name.closest('details')!.open = false;
  }

  private suggested(): void {
    const at = ODD_NAMES.findIndex(([name]) => name === this.input('name').value);
    const [name, language] = ODD_NAMES[(at + 1) % ODD_NAMES.length]!;
    this.input('name').value = name;
    this.input('language').value = language;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-learner-field': LearnerField;
  }
}
