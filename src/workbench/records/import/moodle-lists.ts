/**
 * Moodle's activity completion report and its grade export: a row a person, a column (or two) an activity. They say what became of a
 * person there, whatever the attempts were: none of them is a try.
 */
import type { Rows } from '../tables.ts';
import { isNothing, numberIn, standingIn, timeIn, type DayOrder } from './cells.ts';
import type { Notes } from './notes.ts';
import { isAddress, personRow } from './person.ts';
import type { TableRow } from './table.ts';

export interface CompletionColumns {
  team: number | undefined;
  /** Where an activity's status stands, and its date right after it. */
  activities: readonly { name: string; place: number }[];
}

/** Its first heading is empty, and after every activity stands an empty one for the date. */
export function completionColumns(header: readonly string[]): CompletionColumns | undefined {
  if (header[0] !== '') return undefined;
  const activities = header.flatMap((name, place) =>
    place > 0 && name && header[place + 1] === '' ? [{ name, place }] : [],
  );
  return activities.length > 0 ? { activities, team: teamColumn(header) } : undefined;
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
  team: number | undefined;
  activities: readonly { name: string; place: number; isReal: boolean }[];
}

const TOTALS = /^(course total|total del curso|category total|total de la categoría)/iu;

/**
 * `First name`, `Last name` …, and columns that end in `(Real)`, `(Percentage)` or `(Letter)`. Of one activity the per cents are
 * taken where they are there: what is real stands on the activity's own scale, which the file doesn't tell.
 */
export function gradeColumns(header: readonly string[]): GradeColumns | undefined {
  const graded = header.flatMap((heading, place) => {
    const [, name, scale = ''] = /^(.*) \((real|percentage|porcentaje)\)$/iu.exec(heading) ?? [];
    return name && !TOTALS.test(heading)
      ? [{ name: name.replace(/^[^:]{1,40}: /u, ''), place, isReal: /^real$/iu.test(scale) }]
      : [];
  });
  if (graded.length === 0) return undefined;
  const perCents = new Set(graded.filter(({ isReal }) => !isReal).map(({ name }) => name));
  const email = header.findIndex((heading) => /e-?mail|correo/iu.test(heading));
  return {
    names: [0, 1],
    email: email === -1 ? undefined : email,
    team: teamColumn(header),
    activities: graded.filter(({ name, isReal }) => !isReal || !perCents.has(name)),
  };
}

/** Where a report says who belongs together. */
export function teamColumn(header: readonly string[]): number | undefined {
  for (const words of [
    /^(groups?|grupos?)$/iu,
    /^(department|departamento)$/iu,
    /^(institution|institución)$/iu,
  ]) {
    const found = header.findIndex((heading) => words.test(heading));
    if (found !== -1) return found;
  }
  return undefined;
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
    email: columns.email === undefined ? undefined : cells[columns.email],
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
