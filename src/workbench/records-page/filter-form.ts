import { html, nothing, type TemplateResult } from 'lit';
import type { RecordsState } from '../shapes.ts';
import { NARROWED } from '../records/narrowed-words.ts';
import { areHidden, type Chosen } from './address.ts';

const LABELS = ['team', 'course', 'language', 'version', 'source'] as const;
/** A few days more or less are a few people more or less: not while names are hidden. */
const DATES = ['since', 'until'] as const;

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

const withoutFilters = ({ due, person, names }: Chosen): Chosen => ({
  ...(due && { due }),
  ...(person && { person }),
  ...(names && { names }),
});

/** What the answers are narrowed to. A choice goes into the address, so that it can be kept and sent. */
export function filterForm(
  { choices }: RecordsState,
  chosen: Chosen,
  choose: (chosen: Chosen) => void,
): TemplateResult {
  const names = LABELS.filter(
    // with one alone there is nothing to choose
    (name) => choices[name].length > 1 || chosen[name] !== undefined,
  );
  const dates = areHidden(chosen) ? [] : DATES;
  const isNarrow = [...names, ...dates].some((name) => chosen[name]);
  if (names.length + dates.length === 0) return html``;
  return html`<details class="filters no-print" ?open=${isNarrow}>
    <summary>Narrow it down${isNarrow ? ' (narrowed now)' : ''}</summary>
    <div class="fields">
      ${names.map(
        (name) =>
          html`<div>
            <label for=${name}>${NARROWED[name]}</label>
            <select id=${name} @change=${(event: Event) => choose({ ...chosen, [name]: valueOf(event) })}>
              <option value="">all</option>
              ${choices[name].map((one) => html`<option value=${one} .selected=${one === chosen[name]}>${one}</option>`)}
            </select>
          </div>`,
      )}
      ${dates.map(
        (name) =>
          html`<div>
            <label for=${name}>${NARROWED[name]}</label>
            <input
              id=${name}
              type="date"
              .value=${chosen[name] ?? ''}
              @change=${(event: Event) => choose({ ...chosen, [name]: valueOf(event) })}
            />
          </div>`,
      )}
      ${
        isNarrow
          ? html`<button class="small-button" @click=${() => choose(withoutFilters(chosen))}>
              Show all again
            </button>`
          : nothing
      }
    </div>
  </details>`;
}
