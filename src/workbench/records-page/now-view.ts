import { html, nothing, type TemplateResult } from 'lit';
import { isOpen as isOpenStatus, OUTSIDE, TOGETHER } from '../records/question-names.ts';
import type { RecordsRow } from '../shapes.ts';
import { areHidden } from './address.ts';
import { api } from './api.ts';
import { dayField } from './day-field.ts';
import './expected-list.ts';
import { standingPicture } from './pictures/standing.ts';
import { standingWords, statusOf } from './standing-words.ts';
import { nameOfPerson, pictureOf, table, type Column, type Shown, type View } from './view.ts';
import { isUntold } from './untold.ts';
import { day, people, perCent, several, text } from './words.ts';

const STANDINGS = ['completed', 'passed', 'failed', 'in progress', 'not started'] as const;

/** Whoever has passed is let be: a report that has a score and no status can't say more of them. */
const isOpen = (row: RecordsRow): boolean => isOpenStatus(row['status']);
const isLate = (row: RecordsRow): boolean => isOpen(row) && row['overdue'] === 1;

const DAYS: readonly Column[] = [
  { head: 'Last seen', figure: true, cell: (row) => day(row['last_seen']) },
  { head: 'Finished', figure: true, cell: (row) => day(row['finished']) },
];

/** Where everybody stands, and whom to remind. */
export const nowView: View = {
  id: 'now',
  name: 'Now',
  asks: ['now', 'standing'],
  draw(shown) {
    const counts = shown.rows('standing');
    if (areHidden(shown.chosen)) return withoutNames(counts, shown);
    const listed = shown.state.expected > 0;
    const rows = shown.rows('now');
    return html`<h2>Where everybody stands</h2>
      ${standings(counts, counts.some(({ status }) => status === OUTSIDE) ? [...STANDINGS, OUTSIDE] : STANDINGS)}
      ${besides(counts)} ${marked(shown)} ${untold(counts)}
      ${pictureOf(standingPicture(counts), shown, { listed })} ${activities(shown)}
      ${listed ? html`<p class="hint">${onList(sum(counts), shown)}</p>` : nothing}
      ${reminders(rows.filter(isOpen), counts, shown)} ${wishes(shown)}
      <h3>One by one</h3>
      ${table(
        'Where everybody stands',
        rows,
        [
          {
            head: 'Name',
            cell: (row) => nameOfPerson(shown.chosen, row['person'], text(row['name'])),
          },
          { head: 'Group', cell: (row: RecordsRow) => text(row['team']) },
          { head: 'Status', cell: (row) => statusIn(row, shown) },
          { head: 'Late', cell: (row) => (isLate(row) ? 'late' : '') },
          ...DAYS,
        ],
        sum(counts),
      )}`;
  },
};

/** How many stand where, of those who are enough to be counted by themselves; whoever could be counted in a list of rows isn't listed. */
function withoutNames(counts: readonly RecordsRow[], shown: Shown): TemplateResult {
  const met = [...STANDINGS, TOGETHER].filter((one) => counts.some(({ status }) => status === one));
  return html`<h2>Where everybody stands</h2>
    ${standings(counts, met)} ${pictureOf(standingPicture(counts), shown)}
    <p class="hint">
      While names are hidden nobody is listed one by one. What is true of fewer than five people is counted
      together with something else. Everybody in the records counts, also whoever is on no list of who is
      expected.
    </p>
    ${wishes(shown)}`;
}

/** Nothing is known of whoever is on the list alone; whoever is in a report that tells of no attempt has never opened it. */
const statusIn = (row: RecordsRow, { state }: Pick<Shown, 'state'>): string =>
  row['status'] === 'not started' && state.unreported.includes(text(row['person']))
    ? 'not started (in no report)'
    : statusOf(row);

/** The list narrows this page, its picture and its files, and no other page. */
function onList(counted: number, { state }: Shown): string {
  const others = state.people - state.expected;
  const left =
    others > 0 ? ` ${people(others)} in the records ${others === 1 ? 'is' : 'are'} not on it.` : '';
  return `This page and its files are of your list of who is expected alone: ${people(counted)}.${left} The other pages are of everybody in the records.`;
}

/** Moodle's list of completion names every activity of a course. */
function activities({ chosen, state }: Shown): TemplateResult | typeof nothing {
  const { length } = state.choices.course;
  if (length < 2 || chosen.course) return nothing;
  return html`<p class="hint">
    These records name ${several(length, 'course or activity', 'courses and activities')}: the furthest that a
    person came in any of them counts. “Narrow it down” chooses one; “Add files” says first which of them a
    SCORM report is of.
  </p>`;
}

/** How many people stand behind rows of `standing`. */
const sum = (rows: readonly RecordsRow[]): number =>
  rows.reduce((people_, row) => people_ + Number(row['people']), 0);

const has = (count: number): string => (count === 1 ? 'has' : 'have');

/** Who has completed stands there whether they passed or failed: how many have passed in all is told beside it. */
function besides(counts: readonly RecordsRow[]): TemplateResult | typeof nothing {
  const of = (column: string): number => sum(counts.filter((row) => row[column] === 1));
  const also = (column: string): number =>
    sum(counts.filter((row) => row['status'] === 'completed' && row[column] === 1));
  const [passed, failed] = [also('passed'), also('failed')];
  if (passed + failed === 0) return nothing;
  return html`<p class="hint">
    Passed in all: <strong>${of('passed')}</strong>, of whom ${passed} ${has(passed)} completed
    too.${failed > 0 ? html` Failed in all: <strong>${of('failed')}</strong>, of whom ${failed} ${has(failed)} completed.` : nothing}
  </p>`;
}

const marked = ({ state }: Shown): TemplateResult =>
  html`<p class="hint">
    Where a source has a score and no word, ${perCent(state.passMark)} and more counts as passed; less is no
    failure, since another try may follow.
  </p>`;

/** Whoever passed may have completed: that is told, so that nobody takes them for unfinished. */
function untold(counts: readonly RecordsRow[]): TemplateResult | typeof nothing {
  const count = sum(counts.filter((row) => row['status'] === 'passed' && row['untold'] === 1));
  if (count === 0) return nothing;
  return html`<p class="hint">
    Of ${people(count)} who passed the source doesn’t tell whether they completed the course. Moodle’s
    <em>Activity completion</em> does.
  </p>`;
}

function standings(counts: readonly RecordsRow[], named: readonly string[]): TemplateResult {
  const all = sum(counts);
  return html`<dl class="figures">
    ${named.map((standing) => {
      const count = sum(counts.filter((row) => row['status'] === standing));
      return html`<div>
        <dt>${standingWords(standing, counts)}</dt>
        <dd>
          ${standing === 'completed' && isUntold(counts) ? 'The source doesn’t tell' : html`<strong>${count}</strong> of ${all}`}
        </dd>
      </div>`;
    })}
  </dl>`;
}

/** The address where there is one, since that is what a message needs. */
const reachable = (row: RecordsRow): string => text(row['email']) || text(row['name']);

/** @param rows those who come first. @param counted of all who are asked about */
function reminders(
  rows: readonly RecordsRow[],
  counted: readonly RecordsRow[],
  { chosen, state, doings }: Shown,
): TemplateResult {
  const counts = counted.filter(isOpen);
  const late = sum(counts.filter(isLate));
  const all = sum(counts);
  if (all === 0) return html`<p class="good">Nobody has to be reminded: ${whoIsDone(counted)}.</p>`;
  const list = async (isMeant: (row: RecordsRow) => boolean): Promise<string> => {
    const everybody = rows.length === all ? rows : (await api.askAll('now', chosen)).rows.filter(isOpen);
    return everybody.filter(isMeant).map(reachable).join('; ');
  };
  const copying = (isMeant: (row: RecordsRow) => boolean, count: number, words: string): TemplateResult =>
    html`<button
      class="button"
      @click=${() => doings.copy(() => list(isMeant), `${people(count)} copied, ready for the “Bcc” of a message, where nobody sees the others.`)}
    >
      ${words}
    </button>`;
  return html`<section class="card remind" aria-labelledby="remind">
    <h3 id="remind">Whom to remind: ${people(all)}</h3>
    ${chosen.due ? html`<p>${late === 0 ? 'Nobody is late yet' : `${people(late)} late`}: due ${chosen.due}.</p>` : nothing}
    <ul class="names">
      ${rows.slice(0, 100).map((row) => html`<li>${text(row['name'])} <span class="muted">${statusIn(row, { state })}</span></li>`)}
    </ul>
    ${state.expected === 0 && state.choices.source.includes('Moodle') ? TEACHERS : nothing}
    ${all > 100 ? html`<p class="hint">and ${people(all - 100)} more</p>` : nothing}
    <p class="buttons no-print">
      ${copying(isOpen, all, 'Copy addresses')}
      ${late > 0 && late < all ? copying(isLate, late, `Copy addresses of the ${late} who are late`) : nothing}
    </p>
  </section>`;
}

const TEACHERS = html`<p class="hint no-print">
  Moodle’s reports list teachers too, who never begin. Say below who is expected (Moodle’s
  <em>Participants</em>, downloaded), and they are left out.
</p>`;

/** Of those who are outside nobody knows it. */
const whoIsDone = (counts: readonly RecordsRow[]): string =>
  counts.some(({ status }) => status === OUTSIDE)
    ? 'of what you narrowed to, all that was begun is passed or completed'
    : 'all have passed or completed the course';

function wishes({ chosen, state, doings }: Shown): TemplateResult {
  return html`<div class="pair no-print">
    ${dayField('due', 'Everybody should have finished by', chosen.due, (due) => doings.choose({ ...chosen, due }, 'due'))}
    <wb-expected-list
      ?hidden=${areHidden(chosen)}
      .count=${state.expected}
      .known=${state.attempts > 0}
    ></wb-expected-list>
  </div>`;
}
