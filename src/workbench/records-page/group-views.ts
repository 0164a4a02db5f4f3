/** What a group talks about: its dilemmas, its weeks, and Thursday. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RecordsRow } from '../shapes.ts';
import { nothingOf, table, type Shown, type View } from './view.ts';
import { bar, day, people, percent, text, titled, whole } from './words.ts';

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

function ways(rows: readonly RecordsRow[], { nameOf }: Shown): TemplateResult {
  const [first] = rows;
  const title = titled(first?.['title'], first?.['dilemma']);
  return html`<h3>${title}</h3>
    <p class="hint">
      ${people(Number(first?.['people'] ?? 0))} came
      here${first?.['lesson'] ? `, in the lesson “${nameOf(first['lesson'])}”` : ''}.
    </p>
    ${table(`Ways taken: ${title}`, rows, [
      { head: 'Way', cell: (row) => text(row['way']).replaceAll('[,]', ', then ') },
      { head: 'People', figure: true, cell: (row) => `${whole(row['chosen'])} (${percent(row['share'])})` },
      { head: 'Share', cell: (row) => bar(Number(row['share'])) },
      { head: 'It ends', cell: (row) => text(row['ending']) },
    ])}`;
}

export const weeksView: View = {
  id: 'time',
  name: 'Time',
  asks: ['weeks', 'leaving'],
  draw(shown) {
    const weeks = shown.rows('weeks');
    const most = Math.max(...weeks.map((row) => Number(row['attempts'])), 1);
    return html`<h2>Week by week</h2>
      ${
        weeks.length === 0
          ? nothingOf('These records carry no dates.', 'Moodle’s SCORM reports do.')
          : table('Week by week', weeks, [
              { head: 'Week from', cell: (row) => day(row['week']) },
              {
                head: 'Attempts',
                cell: (row) => html`${whole(row['attempts'])} ${bar(Number(row['attempts']) / most, 'warm')}`,
              },
              {
                head: 'Completed',
                cell: (row) => html`${whole(row['completed'])} ${bar(Number(row['completed']) / most)}`,
              },
              { head: 'Passed', figure: true, cell: (row) => whole(row['passed']) },
              {
                head: 'Mean score',
                figure: true,
                cell: (row) => (row['mean_score'] === null ? '' : `${whole(row['mean_score'])} %`),
              },
            ])
      }
      <h3>Where those stop who have not finished</h3>
      ${leaving(shown.rows('leaving'), shown)}`;
  },
};

function leaving(rows: readonly RecordsRow[], { nameOf }: Shown): TemplateResult {
  if (rows.length === 0) return html`<p>Nobody is under way.</p>`;
  const most = Math.max(...rows.map((row) => Number(row['people'])));
  return table('Where those stop who have not finished', rows, [
    { head: 'Last lesson read', cell: (row) => nameOf(row['place']) || 'the source doesn’t tell' },
    {
      head: 'People',
      cell: (row) => html`${whole(row['people'])} ${bar(Number(row['people']) / most, 'warm')}`,
    },
  ]);
}

export const thursdayView: View = {
  id: 'thursday',
  name: 'Thursday',
  asks: ['thursday', 'group'],
  draw(shown) {
    const rows = shown.rows('thursday');
    const principle = rows.find((row) => row['what'] === 'principle');
    // where all took the same way there is nothing to talk about
    const dilemma = rows.find((row) => row['what'] === 'dilemma' && row['figure'] !== 0);
    const section = shown.rows('group')[0]?.['section'];
    return html`<h2>What to talk about on Thursday</h2>
      ${
        principle
          ? html`<section class="card">
              <p class="kicker">The principle that the group holds least</p>
              <h3>${titled(principle['title'], principle['id'])}</h3>
              <p>
                ${percent(principle['figure'])} of its questions were right, on average of
                ${people(Number(principle['people']))}.
                ${principle['case_title'] ? html`Talk about its case, <strong>${text(principle['case_title'])}</strong>.` : nothing}
                ${section ? html`The section <strong>${shown.nameOf(section)}</strong> teaches it.` : nothing}
              </p>
            </section>`
          : nothingOf(
              'These records name no answers',
              'so they can’t tell which principle is weakest. Moodle’s Interactions report names them.',
            )
      }
      ${
        dilemma
          ? html`<section class="card">
              <p class="kicker">The dilemma that divides it most</p>
              <h3>${titled(dilemma['title'], dilemma['id'])}</h3>
              <p>
                ${people(Number(dilemma['people']))} took different
                ways${dilemma['figure'] === null ? '' : `: two of them, met by chance, differ in ${percent(dilemma['figure'])} of cases`}.
                Ask each side for its reasons.
              </p>
            </section>`
          : html`<p class="hint">
              No dilemma divides the group, as far as these records tell: statements of an LRS carry the ways
              that people took.
            </p>`
      }`;
  },
};
