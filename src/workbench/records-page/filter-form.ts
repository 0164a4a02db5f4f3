import { html, nothing, type TemplateResult } from 'lit';
import type { RecordsState } from '../shapes.ts';
import { areHidden, type Chosen, type FilterName } from './address.ts';

const LABELS = {
  team: 'Group',
  course: 'Course or activity',
  language: 'Language',
  version: 'Version of the course',
  source: 'Source',
} as const;
/** A few days more or less are a few people more or less: not while names are hidden. */
const DATES = { since: 'Last seen from', until: 'Last seen up to' } as const;

/** What answers are narrowed to, as it stands under a picture that is taken away. */
export function narrowedWords(chosen: Chosen, listed = false): string {
  const labels = Object.entries({ ...LABELS, ...DATES, due: 'Should have finished by' }) as [
    FilterName,
    string,
  ][];
  const narrowed = labels.flatMap(([name, label]) => (chosen[name] ? [`${label}: ${chosen[name]}.`] : []));
  return [
    ...(listed ? ['Of those who are on the list of who is expected.'] : []),
    ...(narrowed.length > 0 || listed ? narrowed : ['Of all who are in the records.']),
    ...(areHidden(chosen) ? ['Names are hidden.'] : []),
  ].join(' ');
}

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
  const names = (Object.keys(LABELS) as (keyof typeof LABELS)[]).filter(
    // with one alone there is nothing to choose
    (name) => choices[name].length > 1 || chosen[name] !== undefined,
  );
  const dates = areHidden(chosen) ? [] : (Object.keys(DATES) as (keyof typeof DATES)[]);
  const isNarrow = [...names, ...dates].some((name) => chosen[name]);
  if (names.length + dates.length === 0) return html``;
  return html`<details class="filters no-print" ?open=${isNarrow}>
    <summary>Narrow it down${isNarrow ? ' (narrowed now)' : ''}</summary>
    <div class="fields">
      ${names.map(
        (name) =>
          html`<div>
            <label for=${name}>${LABELS[name]}</label>
            <select id=${name} @change=${(event: Event) => choose({ ...chosen, [name]: valueOf(event) })}>
              <option value="">all</option>
              ${choices[name].map((one) => html`<option value=${one} .selected=${one === chosen[name]}>${one}</option>`)}
            </select>
          </div>`,
      )}
      ${dates.map(
        (name) =>
          html`<div>
            <label for=${name}>${DATES[name]}</label>
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
