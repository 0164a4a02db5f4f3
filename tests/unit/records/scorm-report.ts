/** A SCORM report of Moodle, and what it says. */
import type { Store } from '../../../src/workbench/records/store.ts';

export const attemptsIn = ({ store }: { readonly store: Store }) =>
  store.query(
    'select person, started, score, completion, success, course from records.attempts order by person, course',
  );

export const tabs = (...lines: string[][]): string =>
  lines.map((line) => line.map((cell) => `"${cell}"`).join('\t')).join('\r\n');

export const BASIC = tabs(
  ['Name', 'Email address', 'Attempt', 'Started on', 'Last accessed on', 'Score'],
  [
    'Ann Able',
    'ann@example.org',
    '1',
    'Wednesday, 4 March 2026, 1:14 PM',
    'Wednesday, 4 March 2026, 2:15 PM',
    '83.33',
  ],
  ['Ben Baker', 'ben@example.org', '-', '-', '-', '-'],
);
export const ANN = {
  person: 'ann@example.org',
  started: '2026-03-04 13:14:00',
  score: 83.33,
  completion: null,
  success: null,
  course: 'A SCORM report without a title',
};
