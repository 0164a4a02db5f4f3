/** What a group talks about: its dilemmas, its weeks, and Thursday. */
import { html, nothing, type TemplateResult } from 'lit';
import { endingWords } from '../records/ending-words.ts';
import { stepWords } from '../records/way-words.ts';
import type { RecordsRow } from '../shapes.ts';
import { areHidden } from './address.ts';
import { flowPicture } from './pictures/flow.ts';
import {
  durationsPicture,
  leavingPicture,
  minutesOf,
  scoresPicture,
  weeksPicture,
} from './pictures/weeks.ts';
import { nothingOf, pictureOf, table, type Shown, type View } from './view.ts';
import { leastWords, standsOn } from './stands-on.ts';
import { goneHint, sidesOf, undividedWords, wayCell } from './ways.ts';
import { band, bar, day, people, perCent, percent, text, titled, whole } from './words.ts';

export const dilemmasView: View = {
  id: 'dilemmas',
  name: 'Dilemmas',
  asks: ['dilemmas'],
  draw(shown) {
    const rows = shown.rows('dilemmas');
    const ids = [...new Set(rows.map((row) => text(row['dilemma'])))];
    return html`<h2>Dilemmas</h2>
      ${
        ids.length === 0
          ? nothingOf(
              'These records don’t tell which ways people took.',
              'Statements of an LRS do (xAPI and cmi5 packages); an LMS’s SCORM report can’t.',
            )
          : ids.map((id) =>
              ways(
                rows.filter((row) => row['dilemma'] === id),
                shown,
              ),
            )
      }`;
  },
};

function ways(rows: readonly RecordsRow[], shown: Shown): TemplateResult {
  const { nameOf } = shown;
  const [first] = rows;
  const id = text(first?.['dilemma']);
  const title = titled(first?.['title'], id);
  const { names } = shown.state;
  return html`<h3>${title}</h3>
    <p class="hint">
      ${people(Number(first?.['people'] ?? 0))} came
      here${first?.['lesson'] ? `, in the lesson “${nameOf(first['lesson'])}”` : ''}.
    </p>
    ${pictureOf(
      flowPicture(id, title, rows, (step) => stepWords(names, id, step) ?? step),
      shown,
      { headed: true },
    )}
    ${table(`Ways taken: ${title}`, rows, [
      { head: 'Way', cell: (row) => wayCell(names, row), words: true },
      { head: 'People', figure: true, cell: (row) => `${whole(row['chosen'])} (${percent(row['share'])})` },
      { head: 'Share', cell: (row) => bar(Number(row['share'])) },
      { head: 'It ends', cell: (row) => endingWords(row['ending']) },
    ])}
    ${goneHint(names, rows)}`;
}

export const weeksView: View = {
  id: 'time',
  name: 'Time',
  asks: ['weeks', 'durations', 'leaving'],
  apart: true,
  draw(shown) {
    const weeks = shown.rows('weeks');
    const scores = scoresPicture(weeks);
    return html`<h2>Week by week</h2>
      ${
        weeks.length === 0
          ? areHidden(shown.chosen)
            ? tooFew
            : nothingOf('These records carry no dates.', 'Moodle’s SCORM reports do.')
          : html`${pictureOf(weeksPicture(weeks), shown)} ${scores ? pictureOf(scores, shown) : nothing}
              ${table('Week by week', weeks, [
                { head: 'Week from', cell: (row) => day(row['week']) },
                { head: 'People', figure: true, cell: (row) => whole(row['people']) },
                { head: 'Completed', figure: true, cell: (row) => whole(row['completed']) },
                { head: 'Passed', figure: true, cell: (row) => whole(row['passed']) },
                {
                  head: 'Mean score of those who have one',
                  figure: true,
                  cell: (row) => perCent(row['mean_score']),
                },
              ])}
              <p class="hint">
                Whose completion or pass no source tells the day of is in no week; <em>Now</em> counts them.
              </p>`
      }
      <h3>How long it takes</h3>
      ${durations(shown.rows('durations'), shown)}
      <h3>Where those stop who have not finished</h3>
      ${leaving(shown.rows('leaving'), shown)}`;
  },
};

const tooFew = html`<p>
  While names are hidden this isn’t shown: it is of too few people, or would tell of a few with what else is
  shown.
</p>`;

function durations(rows: readonly RecordsRow[], shown: Shown): TemplateResult {
  const picture = durationsPicture(rows);
  if (!picture && areHidden(shown.chosen)) return tooFew;
  if (!picture) return html`<p>These records tell no times of those who have passed or completed.</p>`;
  return html`${pictureOf(picture, shown, { headed: true })}
  ${table('How long it takes', rows, [
    {
      head: 'Time',
      cell: ({ minutes_from: from }) => (typeof from === 'number' ? minutesOf(from) : text(from)),
    },
    { head: 'People', figure: true, cell: (row) => whole(row['people']) },
  ])}`;
}

function leaving(rows: readonly RecordsRow[], shown: Shown): TemplateResult {
  const { nameOf } = shown;
  if (rows.length === 0 && areHidden(shown.chosen)) return tooFew;
  if (rows.length === 0) return html`<p>Nobody is under way.</p>`;
  return html`${pictureOf(leavingPicture(rows, nameOf), shown, { headed: true })}
  ${table('Where those stop who have not finished', rows, [
    { head: 'Last lesson read', cell: (row) => nameOf(row['place']) || 'the source doesn’t tell' },
    { head: 'People', figure: true, cell: (row) => whole(row['people']) },
    { head: 'Of them passed', figure: true, cell: (row) => whole(row['passed'] || null) },
  ])}`;
}

export const thursdayView: View = {
  id: 'thursday',
  name: 'Thursday',
  asks: ['thursday', 'group', 'dilemmas'],
  draw(shown) {
    const rows = shown.rows('thursday');
    const principle = rows.find((row) => row['what'] === 'principle');
    // where all took the same way there is nothing to talk about
    const dilemma = rows.find((row) => row['what'] === 'dilemma' && row['figure'] !== 0);
    const section = shown.rows('group')[0]?.['section'];
    const ofPrinciple = principle
      ? html`<section class="card">
          <p class="kicker">${leastWords(principle['figure'])}</p>
          <h3>${titled(principle['title'], principle['id'])}</h3>
          <p>
            ${people(Number(principle['people']))} answered its questions: ${percent(principle['figure'])}
            right, on average. ${standsOn(principle['figure'], principle['people'], shown)}
            ${principle['case_title'] ? html`Talk about its case, <strong>${text(principle['case_title'])}</strong>.` : nothing}
            ${section ? html`The section <strong>${shown.nameOf(section)}</strong> teaches it.` : nothing}
          </p>
        </section>`
      : nothingOf(
          'These records name no answers',
          'so they can’t tell which principle is weakest. Moodle’s Interactions report names them.',
        );
    const ofDilemma = dilemma
      ? divided(dilemma, shown)
      : html`<p class="hint">${undividedWords(shown.rows('dilemmas'), areHidden(shown.chosen))}</p>`;
    const isWeak = band(Number(principle?.['figure'] ?? 0)) !== 'held';
    return html`<h2>What to talk about on Thursday</h2>
      ${isWeak || !dilemma ? [ofPrinciple, ofDilemma] : [ofDilemma, ofPrinciple]}`;
  },
};

function divided(dilemma: RecordsRow, { state, rows }: Shown): TemplateResult {
  const taken = rows('dilemmas').filter((row) => row['dilemma'] === dilemma['id']);
  const all = people(Number(dilemma['people']));
  return html`<section class="card">
    <p class="kicker">The dilemma that divides it most</p>
    <h3>${titled(dilemma['title'], dilemma['id'])}</h3>
    ${
      taken.length === 0
        ? html`<p>The ${all} who came here went different ways. Ask each side for its reasons.</p>`
        : html`<p>Of the ${all} who came here:</p>
            <ul>
              ${sidesOf(state.names, taken).map((side) => html`<li>${side}</li>`)}
            </ul>
            <p>Ask each side for its reasons.</p>
            ${goneHint(state.names, taken)}`
    }
  </section>`;
}
