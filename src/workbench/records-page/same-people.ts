import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { buttonStyles } from '../../player/design/buttons.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import { refusalIn } from '../shell/ask.ts';
import type { OneOfTwo, SameName, SamePeople } from '../records/same-person.ts';
import type { RecordsState } from '../shapes.ts';
import { api } from './api.ts';
import { TakenEvent } from './intake-events.ts';
import { inPlace } from './keep-focus.ts';
import { recordsStyles } from './records-styles.ts';
import { several } from './words.ts';

/** Two in the records who may be one person: a report knows the name alone, another the address. */
@customElement('wb-same-people')
export class SamePeopleHint extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    buttonStyles,
    fieldStyles,
    recordsStyles,
    css`
      h3 {
        margin: 0;
      }
    `,
  ];

  /** Whenever it comes anew, something may have been taken in. */
  @property({ attribute: false }) state: RecordsState | undefined;
  @state() private same: SamePeople = { suggested: [], joined: [] };
  @state() private problem = '';
  @state() private said = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('state')) void this.attempt(() => this.look());
  }

  override render(): TemplateResult {
    const { suggested, joined } = this.same;
    return html`${
        suggested.length === 0
          ? nothing
          : html`<section class="hiding" aria-labelledby="same">
              <h3 id="same" tabindex="-1">Same person?</h3>
              <p>
                These names are in the records twice, and only one of the two has an address. Where they are
                one person, say so: their attempts are counted together.
              </p>
              <ul role="list">
                ${suggested.map((pair) => this.renderPair(pair))}
              </ul>
            </section>`
      }
      ${
        joined.length === 0
          ? nothing
          : html`<details>
              <summary>
                ${several(joined.length, 'person was', 'people were')} said to be somebody else here
              </summary>
              <ul role="list">
                ${joined.map(
                  ({ person, name, into }) =>
                    html`<li>
                      ${name} counts as ${into}.
                      <button class="small-button" @click=${() => this.say(person)}>
                        They are two<span class="for-ear">: ${name}</span>
                      </button>
                    </li>`,
                )}
              </ul>
            </details>`
      }
      <p role="status" class="for-ear">${this.said}</p>
      <div role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>`;
  }

  private renderPair({ name, into, other }: SameName): TemplateResult {
    return html`<li>
      <p><strong>${name}</strong>: ${knownAs(into)}, and ${knownAs(other)}.</p>
      <button class="small-button" @click=${() => this.say(other.person, into.person)}>
        They are one person<span class="for-ear">: ${name}</span>
      </button>
    </li>`;
  }

  private async look(): Promise<void> {
    this.same = await api.same();
  }

  private say(person: string, into?: string): Promise<void> {
    return this.attempt(async () => {
      const said = async (): Promise<void> => {
        await api.sayWhoIsWho(person, into);
        await this.look();
      };
      await inPlace(this, said, '#same', 'summary');
      this.said = into === undefined ? 'They count as two people.' : 'They count as one person.';
      this.dispatchEvent(new TakenEvent());
    });
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    this.problem = await refusalIn(work);
  }
}

/** An account is its own name. */
function knownAs({ person, email, source }: OneOfTwo): string {
  const key = email ?? (person.startsWith('name:') ? 'by name alone' : person.split('|').at(-1));
  return source === null ? `${key} (nothing begun)` : `${key} (${source})`;
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-same-people': SamePeopleHint;
  }
}
