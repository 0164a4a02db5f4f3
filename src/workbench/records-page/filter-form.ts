import { html, nothing, type TemplateResult } from 'lit';
import type { RecordsState } from '../shapes.ts';
import { NARROWED } from '../records/narrowed-words.ts';
import { areHidden, type Chosen } from './address.ts';
import { dayField } from './day-field.ts';

const LABELS = ['team', 'course', 'language', 'version', 'source'] as const;
/** A few days more or less are a few people more or less: not while names are hidden. */
const DATES = ['since', 'until'] as const;

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

const withoutFilters = ({ due, person, names }: Chosen): Chosen => ({
  ...(due && { due }),
  ...(person && { person }),
  ...(names && { names }),
});

export const isNarrowed = (chosen: Chosen): boolean => [...LABELS, ...DATES].some((name) => chosen[name]);

/** What an address has kept may be in the records no longer, or not be shown by itself: it narrows all the same. */
const offered = (choices: readonly string[], chosen: string | undefined): readonly string[] =>
  chosen === undefined || choices.includes(chosen) ? choices : [...choices, chosen];

/** The form would close under whoever takes the last narrowing back, and the focus with it: it stays as it was opened. */
interface Opening {
  open: boolean;
  toggled(open: boolean): void;
}

/** What the answers are narrowed to. A choice goes into the address, so that it can be kept and sent. */
export function filterForm(
  { choices }: RecordsState,
  chosen: Chosen,
  choose: (chosen: Chosen, field?: string) => void,
  { open, toggled }: Opening,
): TemplateResult {
  const names = LABELS.filter(
    // with one alone there is nothing to choose
    (name) => choices[name].length > 1 || chosen[name] !== undefined,
  );
  const dates = areHidden(chosen) ? [] : DATES;
  const isNarrow = [...names, ...dates].some((name) => chosen[name]);
  if (names.length + dates.length === 0) return html``;
  return html`<details
    class="filters no-print"
    .open=${open}
    @toggle=${(event: Event) => toggled((event.target as HTMLDetailsElement).open)}
  >
    <summary>Narrow it down${isNarrow ? ' (narrowed now)' : ''}</summary>
    <div class="fields">
      ${names.map(
        (name) =>
          html`<div>
            <label for=${name}>${NARROWED[name]}</label>
            <select
              id=${name}
              @change=${(event: Event) => choose({ ...chosen, [name]: valueOf(event) }, name)}
            >
              <option value="">all</option>
              ${offered(choices[name], chosen[name]).map((one) => html`<option value=${one} .selected=${one === chosen[name]}>${one}</option>`)}
            </select>
          </div>`,
      )}
      ${dates.map((name) => dayField(name, NARROWED[name], chosen[name], (day) => choose({ ...chosen, [name]: day }, name)))}
      ${
        isNarrow
          ? html`<button
              class="small-button"
              @click=${({ target }: Event) => {
                // it goes with what it takes back
                (target as HTMLElement).closest('details')?.querySelector('summary')?.focus();
                choose(withoutFilters(chosen));
              }}
            >
              Show all again
            </button>`
          : nothing
      }
    </div>
  </details>`;
}
