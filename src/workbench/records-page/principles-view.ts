import { html, nothing, type TemplateResult } from 'lit';
import type { RecordsRow } from '../shapes.ts';
import { areHidden } from './address.ts';
import { heatPicture } from './pictures/principles.ts';
import './sideways.ts';
import { standsOn } from './stands-on.ts';
import { nameOfPerson, nothingOf, pictureOf, table, type Shown, type View } from './view.ts';
import { band, bar, firstOf, people, percent, text, titled } from './words.ts';

/** Rows of the heat map that a browser still draws at once. */
const MOST_PEOPLE = 200;

export const principlesView: View = {
  id: 'principles',
  name: 'Principles',
  asks: ['principles', 'group'],
  draw(shown) {
    const group = shown.rows('group');
    const shares = shown.rows('principles');
    if (shares.length === 0)
      return html`<h2>Principles</h2>
        ${nothingOf('These records name no answers.', 'Moodle’s Interactions or Objectives report does, and so do statements of an LRS.')}`;
    const [weakest] = group;
    return html`<h2>Principles</h2>
      ${
        weakest
          ? html`<p class="lead">
              ${band(Number(weakest['mean_share'])) === 'held' ? 'Nothing is weak; least sure in the group' : 'Weakest in the group'}:
              <strong>${titled(weakest['title'], weakest['objective'])}</strong>
              ${people(Number(weakest['people']))} answered its questions: ${percent(weakest['mean_share'])}
              right, on average.
              ${standsOn(weakest['mean_share'], weakest['people'], shown)}${weakest['section'] ? html` The section <strong>${shown.nameOf(weakest['section'])}</strong> teaches it.` : nothing}
            </p>`
          : nothing
      }
      ${group.length === 0 ? nothing : groupTable(group, shown)}
      <h3>Who holds what</h3>
      ${pictureOf(heatPicture(shares, group, answered(shown)), shown, { headed: true })}
      ${heatMap(shares, group, shown)}`;
  },
};

/** While names are hidden nobody is told how many answered: the number of the question is of everybody in the records. */
const answered = ({ chosen, people: all }: Shown): number | undefined =>
  areHidden(chosen) ? undefined : all('principles');

function groupTable(rows: readonly RecordsRow[], shown: Shown): TemplateResult {
  return table('The group, weakest principle first', rows, [
    {
      head: 'Principle',
      cell: (row) => `${rows.indexOf(row) + 1}  ${titled(row['title'], row['objective'])}`,
    },
    { head: 'Right, on average', figure: true, cell: (row) => percent(row['mean_share']) },
    {
      head: 'Share',
      cell: (row) =>
        bar(Number(row['mean_share']), band(Number(row['mean_share'])) === 'held' ? 'accent' : 'warm'),
    },
    { head: 'Held by', figure: true, cell: (row) => `${text(row['mastered'])} of ${text(row['people'])}` },
    { head: 'Section that teaches it', cell: (row) => shown.nameOf(row['section']) },
  ]);
}

interface Person {
  name: string;
  shares: Map<string, number>;
}

/** Its columns stand as the rows of the group's table and those of the picture do. */
function heatMap(rows: readonly RecordsRow[], group: readonly RecordsRow[], shown: Shown): TemplateResult {
  const objectives = new Map<string, string>();
  const everybody = new Map<string, Person>();
  for (const { objective = null, title } of group) objectives.set(text(objective), titled(title, objective));
  for (const row of rows) {
    const objective = text(row['objective']);
    objectives.set(objective, titled(row['title'], objective));
    const key = text(row['person']);
    const person = everybody.get(key) ?? { name: text(row['name']), shares: new Map<string, number>() };
    person.shares.set(objective, Number(row['share']));
    everybody.set(key, person);
  }
  const columns = [...objectives];
  const left = firstOf(MOST_PEOPLE, everybody.size, answered(shown));
  return html`<p class="hint legend">
      In per cent of right answers: <span class="held">held, two thirds and more</span>
      <span class="half">a third and more: dotted line</span>
      <span class="low">less than a third: bold, line</span> The numbers above are those of the principles, in
      the picture and in the group’s table.
    </p>
    <wb-sideways class="wide" role="region" aria-label="Who holds what">
      <table class="heat">
        <caption class="for-ear">
          People by principle, in per cent of right answers
        </caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            ${columns.map(
              ([, title], at) =>
                html`<th scope="col" class="figure" title=${title}>
                  ${at + 1}<span class="for-ear"> ${title}</span>
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${[...everybody].slice(0, MOST_PEOPLE).map(
            ([person, { name, shares }]) =>
              html`<tr>
                <th scope="row">${nameOfPerson(shown.chosen, person, name)}</th>
                ${columns.map(([objective]) => cell(shares.get(objective)))}
              </tr>`,
          )}
        </tbody>
      </table>
    </wb-sideways>
    ${left ? html`<p class="hint">${left}</p>` : nothing}`;
}

const cell = (share: number | undefined): TemplateResult =>
  share === undefined
    ? html`<td class="figure"><span class="for-ear">not asked</span></td>`
    : html`<td class="figure ${band(share)}">${Math.round(share * 100)}</td>`;
