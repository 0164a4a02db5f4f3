import { html, nothing, type TemplateResult } from 'lit';
import type { RecordsState } from '../shapes.ts';
import type { Chosen } from './address.ts';

const LABELS = {
  team: 'Group',
  language: 'Language',
  version: 'Version of the course',
  source: 'Source',
} as const;
const DATES = { since: 'Last seen from', until: 'Last seen up to' } as const;

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

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
  const isNarrow = [...names, ...(Object.keys(DATES) as (keyof typeof DATES)[])].some((name) => chosen[name]);
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
      ${Object.entries(DATES).map(
        ([name, label]) =>
          html`<div>
            <label for=${name}>${label}</label>
            <input
              id=${name}
              type="date"
              .value=${chosen[name as keyof typeof DATES] ?? ''}
              @change=${(event: Event) => choose({ ...chosen, [name]: valueOf(event) })}
            />
          </div>`,
      )}
      ${
        isNarrow
          ? html`<button
              class="small-button"
              @click=${() => choose({ ...(chosen.due && { due: chosen.due }), ...(chosen.person && { person: chosen.person }) })}
            >
              Show all again
            </button>`
          : nothing
      }
    </div>
  </details>`;
}
