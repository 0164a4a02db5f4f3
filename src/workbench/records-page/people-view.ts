import { html, nothing, type TemplateResult } from 'lit';
import type { RecordsRow } from '../shapes.ts';
import { areHidden } from './address.ts';
import './certificate.ts';
import './erase-person.ts';
import { missed } from './missed.ts';
import { inWords, NO_RESULT } from './person-words.ts';
import './same-people.ts';
import { statusOf } from './standing-words.ts';
import { linkTo, nameOfPerson, nothingOf, table, type Column, type Shown, type View } from './view.ts';
import { band, bar, day, perCent, percent, several, text, titled, whole } from './words.ts';

export const peopleView: View = {
  id: 'people',
  name: 'People',
  asks: ['people'],
  draw: (shown) => {
    const hidden = areHidden(shown.chosen);
    return html`<h2>People</h2>
      ${hidden ? nothing : html`<p>A name opens a page that can be printed for a talk.</p>`}
      ${hidden ? nothing : ofAll(shown)}
      ${hidden ? nothing : html`<wb-same-people class="no-print" .state=${shown.state}></wb-same-people>`}
      ${table(
        'People',
        shown.rows('people'),
        [
          {
            head: 'Name',
            cell: (row) => nameOfPerson(shown.chosen, row['person'], text(row['name'])),
          },
          ...(hidden ? [] : [GROUP]),
          ...(hidden ? [] : [STATUS]),
          { head: 'Best score', figure: true, cell: (row) => scoreOf(row) },
          { head: 'Tries', figure: true, cell: (row) => whole(row['tries'] || null) },
          { head: 'Minutes', figure: true, cell: (row) => whole(row['minutes']) },
          ...(hidden ? [] : lastOf(shown)),
          { head: 'Weakest principle', words: true, cell: (row) => weakestOf(row) },
        ],
        shown.people('people'),
      )}
      ${hidden ? nothing : html`<wb-certificate class="no-print"></wb-certificate>`}`;
  },
};

/** Nobody takes a score in one activity for that in another. */
function ofAll({ chosen, state }: Shown): TemplateResult | typeof nothing {
  const { length } = state.choices.course;
  if (length < 2 || chosen.course) return nothing;
  return html`<p class="hint">
    Status and best score are the furthest and the best in any of
    ${several(length, 'course or activity', 'courses and activities')}; minutes and tries are of all together.
    “Narrow it down” chooses one.
  </p>`;
}

const GROUP: Column = { head: 'Group', cell: (row) => text(row['team']) };

const STATUS: Column = { head: 'Status', cell: statusOf };

const lastOf = ({ nameOf }: Shown): Column[] => [
  { head: 'Last seen', figure: true, cell: (row) => day(row['last_seen']) },
  { head: 'Place', words: true, cell: (row) => nameOf(row['place']) },
];

const scoreOf = (row: RecordsRow): string => {
  if (row['no_result'] === 1) return NO_RESULT;
  return perCent(row['best_score']);
};

const weakestOf = (row: RecordsRow): string =>
  row['weakest'] === null
    ? ''
    : `${titled(row['weakest_title'], row['weakest'])} (${percent(row['weakest_share'])})`;

/** One person, fit to be printed. */
export const personView: View = {
  id: 'person',
  name: 'One person',
  asks: ['people', 'principles', 'missed'],
  draw: (shown) => {
    const [person] = shown.rows('people');
    const { person: _, ...rest } = shown.chosen;
    const back = html`<p class="no-print">${linkTo('people', rest, 'All people')}</p>`;
    if (!person)
      return html`${back}
        <h2>One person</h2>
        ${nothingOf('Nobody of that name is in these records.', 'The group or the dates above may leave them out.')}`;
    const held = shown
      .rows('principles')
      .toSorted((one, other) => Number(one['share']) - Number(other['share']));
    return html`${back}
      <h2>${text(person['name'])}</h2>
      <p class="lead">${inWords(person)}</p>
      ${ofAll(shown)} ${facts(person, shown)}
      <h3>What they hold of each principle</h3>
      ${held.length === 0 ? noPrinciples(shown.rows('missed')) : principles(held)}
      ${missed(shown.rows('missed'))}
      <div class="buttons no-print">
        <button class="button" @click=${() => print()}>Print this page</button>
        <wb-erase .person=${text(person['person'])} .name=${text(person['name'])}></wb-erase>
      </div>`;
  },
};

const noPrinciples = (wrong: readonly RecordsRow[]): TemplateResult =>
  wrong.length > 0
    ? nothingOf('Nobody knows which principle their questions are of', 'since this course has none of them.')
    : nothingOf(
        'No form was handed in yet',
        'or the report names no answers: Moodle’s Interactions report does.',
      );

function facts(row: RecordsRow, { nameOf }: Shown): TemplateResult {
  const all: readonly (readonly [string, string])[] = [
    ['Group', text(row['team'])],
    ['Began', day(row['started'])],
    ['Last seen', day(row['last_seen'])],
    ['Finished', day(row['finished'])],
    ['Minutes in the course', whole(row['minutes'])],
    ['Progress', perCent(row['progress'])],
    ['Last place', nameOf(row['place'])],
  ];
  return html`<dl class="facts">
    ${all.map(([label, value]) =>
      value
        ? html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`
        : nothing,
    )}
  </dl>`;
}

function principles(rows: readonly RecordsRow[]): TemplateResult {
  return table('What they hold of each principle, weakest first', rows, [
    { head: 'Principle', cell: (row) => titled(row['title'], row['objective']) },
    { head: 'Right answers', figure: true, cell: (row) => percent(row['share']) },
    {
      head: 'Share',
      cell: (row) => bar(Number(row['share']), band(Number(row['share'])) === 'held' ? 'accent' : 'warm'),
    },
    { head: 'Held', cell: (row) => (row['mastered'] === 1 ? 'yes' : 'not yet') },
  ]);
}
