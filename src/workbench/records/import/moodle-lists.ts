/**
 * Moodle's activity completion report and its grade export: a row a person, a column (or two) an activity. They say what became of a
 * person there, whatever the attempts were: none of them is a try.
 */
import type { Rows } from '../tables.ts';
import { isNothing, numberIn, standingIn, timeIn, type DayOrder } from './cells.ts';
import { isAddress, personRow } from './person.ts';
import type { TableRow } from './table.ts';

export interface CompletionColumns {
  /** Where an activity's status stands, and its date right after it. */
  activities: readonly { name: string; place: number }[];
}

/** Its first heading is empty, and after every activity stands an empty one for the date. */
export function completionColumns(header: readonly string[]): CompletionColumns | undefined {
  if (header[0] !== '') return undefined;
  const activities = header.flatMap((name, place) =>
    place > 0 && name && header[place + 1] === '' ? [{ name, place }] : [],
  );
  return activities.length > 0 ? { activities } : undefined;
}

export function readCompletionRow(
  { cells }: TableRow,
  { activities }: CompletionColumns,
  order: DayOrder | undefined,
  rows: Rows,
): void {
  const person = personRow({ name: cells[0], email: cells.find(isAddress) });
  if (!person) return;
  rows.people.push(person);
  for (const { name, place } of activities) {
    const standing = standingIn(cells[place] ?? '');
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

export interface GradeColumns {
  names: readonly number[];
  email: number | undefined;
  activities: readonly { name: string; place: number }[];
}

const TOTALS = /^(course total|total del curso|category total|total de la categoría)/iu;

/** `First name`, `Last name` …, and columns that end in `(Real)`, `(Percentage)` or `(Letter)`. */
export function gradeColumns(header: readonly string[]): GradeColumns | undefined {
  const graded = header.flatMap((heading, place) => {
    const found = /^(.*) \((?:real|percentage|porcentaje)\)$/iu.exec(heading);
    return found?.[1] && !TOTALS.test(heading)
      ? [{ name: found[1].replace(/^[^:]{1,40}: /u, ''), place }]
      : [];
  });
  if (graded.length === 0) return undefined;
  const email = header.findIndex((heading) => /e-?mail|correo/iu.test(heading));
  return { names: [0, 1], email: email === -1 ? undefined : email, activities: graded };
}

export function readGradeRow({ cells }: TableRow, columns: GradeColumns, rows: Rows): void {
  const name = columns.names.map((place) => cells[place] ?? '').join(' ');
  const person = personRow({ name, email: columns.email === undefined ? undefined : cells[columns.email] });
  if (!person) return;
  rows.people.push(person);
  for (const { name: activity, place } of columns.activities) {
    const cell = cells[place] ?? '';
    const score = isNothing(cell) ? undefined : numberIn(cell);
    if (score === undefined) continue;
    rows.attempts.push({
      ...emptyAttempt(['moodle-grade', activity, person.person].join('|'), person.person, activity),
      score,
      tries: 0,
    });
  }
}

export function emptyAttempt(attempt: string, person: string, course: string | null, source = 'Moodle') {
  return {
    attempt,
    person,
    source,
    course,
    number: null,
    version: null,
    language: null,
    started: null,
    last_seen: null,
    finished: null,
    completion: null,
    success: null,
    score: null,
    seconds: null,
    progress: null,
    tries: null,
    place: null,
  } as Rows['attempts'][number];
}
