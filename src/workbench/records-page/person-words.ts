/** How far somebody is, in a sentence. */
import { OUTSIDE } from '../records/question-names.ts';
import type { RecordsRow } from '../shapes.ts';
import { perCent, several, text } from './words.ts';

/** The source has a score of 0 for them, and nothing is known to have been handed in. */
export const NO_RESULT = 'no result known';

/** @param row of `people` */
export function inWords(row: RecordsRow): string {
  const standing: Readonly<Record<string, string>> = {
    completed: `Has completed the course${row['passed'] === 1 ? ' and passed' : row['failed'] === 1 ? ', and failed' : ''}`,
    passed: passedIn(row),
    failed: 'Has failed, and has not passed since',
    'in progress': 'Has begun and is not finished',
    'not started': 'Has not opened the course',
    [OUTSIDE]: 'What is known of them is outside what you narrowed to',
  };
  const said = standing[text(row['status'])] ?? '';
  const score = scoreIn(row);
  const tries = Number(row['tries'] ?? 0);
  return `${said}${score}${tries > 0 ? `, in ${several(tries, 'try', 'tries')}` : ''}.`;
}

function passedIn(row: RecordsRow): string {
  if (row['said_open'] === 1) return 'Has passed, and something of the course is still open';
  return row['untold'] === 0
    ? 'Has passed; the course isn’t completed, as far as the reports say'
    : 'Has passed; the report doesn’t say whether the course is completed';
}

function scoreIn(row: RecordsRow): string {
  if (row['no_result'] === 1) return '; no result is known';
  return row['best_score'] === null ? '' : `; the best score is ${perCent(row['best_score'])}`;
}

/** Of whom one form of two is here, nothing in the other was wrong: without that word the older would stand for all. */
export function withoutFault(rows: readonly RecordsRow[]): string[] {
  const courses = [...new Set(rows.map(({ course }) => text(course)))];
  return courses.flatMap((course) => {
    const forms = new Set(rows.filter((row) => text(row['course']) === course).map(({ form }) => form));
    const other = forms.has('first') ? 'latest' : 'first';
    if (forms.has('only') || forms.has(other)) return [];
    return [
      `${[`In the ${other} form that they handed in`, course].filter(Boolean).join(', ')}, nothing was wrong.`,
    ];
  });
}
