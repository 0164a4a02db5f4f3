/**
 * Moodle's activity completion report and its grade export: a row a person, a column (or two) an activity. They say what became of a
 * person there, whatever the attempts were: none of them is a try.
 */
import type { Rows } from '../tables.ts';
import { isNothing, numberIn, timeIn, type DayOrder } from './cells.ts';
import { emptyAttempt } from './empty-rows.ts';
import { ImportFailure } from './failure.ts';
import type { CompletionColumns, GradeColumns } from './moodle-headings.ts';
import type { Notes } from './notes.ts';
import { addressIn, isAddress, personRow } from './person.ts';
import { completionIn } from './standings.ts';
import type { TableRow } from './table.ts';

/** Who would else count as not started. @throws ImportFailure */
export function mustBeKnown(
  { cells, line }: TableRow,
  { activities }: CompletionColumns,
  file: string,
): void {
  const word = activities
    .map(({ place }) => cells[place] ?? '')
    .find((cell) => !isNothing(cell) && !completionIn(cell));
  if (word !== undefined)
    throw new ImportFailure(
      file,
      line,
      `“${word}” is none of the words of completion that are known here.`,
      'Choose English or Spanish as your language in Moodle, and download the report again.',
    );
}

export function readCompletionRow(
  { cells }: TableRow,
  { activities, team }: CompletionColumns,
  order: DayOrder | undefined,
  rows: Rows,
): void {
  const person = personRow({ name: cells[0], email: cells.find(isAddress), team: cells[team ?? -1] });
  if (!person) return;
  rows.people.push(person);
  for (const { name, place } of activities) {
    const standing = completionIn(cells[place] ?? '');
    if (!standing) continue;
    const done = standing.completion === 'completed';
    rows.attempts.push({
      ...emptyAttempt(['moodle-completion', name, person.person].join('|'), person.person, name),
      finished: done ? (timeIn(cells[place + 1] ?? '', order) ?? null) : null,
      last_seen: done ? (timeIn(cells[place + 1] ?? '', order) ?? null) : null,
      // Moodle's list can't tell who has begun: "not completed" says nothing of an attempt.
      completion: done ? 'completed' : 'not attempted',
      success: standing.success,
      tries: 0,
    });
  }
}

export function readGradeRow(
  { cells, line }: TableRow,
  columns: GradeColumns,
  notes: Notes,
  rows: Rows,
): void {
  const name = columns.names.map((place) => cells[place] ?? '').join(' ');
  const person = personRow({
    name,
    email: addressIn(cells[columns.email ?? -1] ?? ''),
    team: cells[columns.team ?? -1],
  });
  if (!person) return;
  rows.people.push(person);
  for (const { name: activity, place, isReal } of columns.activities) {
    const cell = cells[place] ?? '';
    if (isNothing(cell)) continue;
    const score = numberIn(cell);
    if (isReal) notes.add('real', line);
    if (score === undefined || score < 0 || score > 100) notes.add('score', line);
    else
      rows.attempts.push({
        ...emptyAttempt(['moodle-grade', activity, person.person].join('|'), person.person, activity),
        score,
        tries: 0,
      });
  }
}
