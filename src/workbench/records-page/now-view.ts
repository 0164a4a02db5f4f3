import { html, nothing, type TemplateResult } from 'lit';
import type { RecordsRow } from '../shapes.ts';
import { areHidden } from './address.ts';
import { standingPicture } from './pictures/standing.ts';
import { nameOfPerson, pictureOf, table, type Column, type Shown, type View } from './view.ts';
import { day, people, several, text } from './words.ts';

const STANDINGS = ['completed', 'passed', 'in progress', 'not started'] as const;

/** Whoever has passed is let be: a report that has a score and no status can't say more of them. */
const isOpen = (row: RecordsRow): boolean =>
  row['status'] === 'in progress' || row['status'] === 'not started';
const isLate = (row: RecordsRow): boolean => isOpen(row) && row['overdue'] === 1;

const DAYS: readonly Column[] = [
  { head: 'Last seen', figure: true, cell: (row) => day(row['last_seen']) },
  { head: 'Finished', figure: true, cell: (row) => day(row['finished']) },
];

/** Where everybody stands, and whom to remind. */
export const nowView: View = {
  id: 'now',
  name: 'Now',
  asks: ['now'],
  draw(shown) {
    const hidden = areHidden(shown.chosen);
    const all = shown.rows('now');
    const listed = shown.state.expected > 0;
    const counted = listed ? all.filter((row) => row['expected'] === 1) : all;
    const open = counted.filter(isOpen);
    return html`<h2>Where everybody stands</h2>
      ${standings(counted)} ${pictureOf(standingPicture(counted), shown)} ${activities(shown)}
      ${
        listed
          ? html`<p class="hint">
              Of the ${people(counted.length)} on your list.
              ${
                all.length > counted.length
                  ? `${people(all.length - counted.length)} in the records ${all.length - counted.length === 1 ? 'is' : 'are'} not on it.`
                  : nothing
              }
            </p>`
          : nothing
      }
      ${reminders(open, shown)} ${wishes(shown)}
      <h3>One by one</h3>
      ${table('Where everybody stands', counted, [
        {
          head: 'Name',
          cell: (row) => nameOfPerson(shown.chosen, row['person'], text(row['name'])),
        },
        ...(hidden ? [] : [{ head: 'Group', cell: (row: RecordsRow) => text(row['team']) }]),
        { head: 'Status', cell: (row) => text(row['status']) },
        { head: 'Late', cell: (row) => (isLate(row) ? 'late' : '') },
        ...(hidden ? [] : DAYS),
      ])}`;
  },
};

/** Moodle's list of completion names every activity of a course. */
function activities({ chosen, state }: Shown): TemplateResult | typeof nothing {
  const { length } = state.choices.course;
  if (length < 2 || chosen.course) return nothing;
  return html`<p class="hint">
    These records name ${several(length, 'course or activity', 'courses and activities')}: the furthest that a
    person came in any of them counts. “Narrow it down” chooses one.
  </p>`;
}

function standings(rows: readonly RecordsRow[]): TemplateResult {
  return html`<dl class="figures">
    ${STANDINGS.map((standing) => {
      const count = rows.filter((row) => row['status'] === standing).length;
      return html`<div>
        <dt>${standing}</dt>
        <dd><strong>${count}</strong> of ${rows.length}</dd>
      </div>`;
    })}
  </dl>`;
}

/** The address where there is one, since that is what a message needs. */
const reachable = (row: RecordsRow): string => text(row['email']) || text(row['name']);

function reminders(rows: readonly RecordsRow[], { chosen, doings }: Shown): TemplateResult {
  const late = rows.filter(isLate).length;
  if (rows.length === 0)
    return html`<p class="good">Nobody has to be reminded: all have passed or completed the course.</p>`;
  const list = rows.map(reachable).join('; ');
  return html`<section class="card remind" aria-labelledby="remind">
    <h3 id="remind">Whom to remind: ${people(rows.length)}</h3>
    ${chosen.due ? html`<p>${late === 0 ? 'Nobody is late yet' : `${people(late)} late`}: due ${chosen.due}.</p>` : nothing}
    <ul class="names">
      ${rows.slice(0, 100).map((row) => html`<li>${text(row['name'])} <span class="muted">${text(row['status'])}</span></li>`)}
    </ul>
    ${rows.length > 100 ? html`<p class="hint">and ${people(rows.length - 100)} more</p>` : nothing}
    ${
      areHidden(chosen)
        ? nothing
        : html`<button
            class="button no-print"
            @click=${() => doings.copy(list, `${people(rows.length)} copied, ready for the “To” of a message.`)}
          >
            Copy addresses
          </button>`
    }
  </section>`;
}

function wishes({ chosen, state, doings }: Shown): TemplateResult {
  const take = (event: SubmitEvent): void => {
    event.preventDefault();
    const list = (event.currentTarget as HTMLFormElement).querySelector('textarea')?.value ?? '';
    void doings.expect(list);
  };
  return html`<div class="pair no-print">
    <div>
      <label for="due">Everybody should have finished by</label>
      <input
        id="due"
        type="date"
        .value=${chosen.due ?? ''}
        @change=${(event: Event) => doings.choose({ ...chosen, due: (event.target as HTMLInputElement).value })}
      />
    </div>
    <details ?hidden=${areHidden(chosen)}>
      <summary>
        Who is expected? ${state.expected > 0 ? `A list of ${people(state.expected)}` : 'No list yet'}
      </summary>
      <form @submit=${take}>
        <label for="list">Names or e-mail addresses, one a line, or a table with headings</label>
        <textarea id="list" rows="6"></textarea>
        <p class="hint">
          Whoever is on it and never opened the course then shows as not started. An empty list takes it away.
        </p>
        <button class="small-button">Take this list</button>
      </form>
    </details>
  </div>`;
}
