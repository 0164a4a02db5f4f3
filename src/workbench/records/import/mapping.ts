/**
 * Any other table: which of its columns means what. A mapping is proposed from the headings, shown, mended by a person,
 * and kept for the next file with the same headings.
 */
import { createHash } from 'node:crypto';
import type { Rows } from '../tables.ts';
import { isNothing, numberIn, secondsIn, standingIn, timeIn, type DayOrder } from './cells.ts';
import { emptyAttempt } from './moodle-lists.ts';
import { numberEvents } from './number.ts';
import { isAddress, personRow } from './person.ts';
import type { TableRow } from './table.ts';

/** What a column can mean, and how other systems head it. */
const MEANINGS = {
  name: /^(full ?name|learner( name)?|user( name)?|name|nombre( completo)?|student|participant)$/iu,
  first: /^(first ?name|given ?name|nombre\(s\))$/iu,
  last: /^(last ?name|family ?name|surname|apellidos?(\(s\))?)$/iu,
  email: /e-?mail|correo/iu,
  account: /^(user ?id|learner ?id|username|login|id ?number|employee ?id)$/iu,
  team: /^(group|team|department|institution|grupo|departamento|cohort|division|location)$/iu,
  course: /^(course( name| title)?|training( title)?|activity|curso|actividad)$/iu,
  attempt: /^(attempt( number)?|intento|registration( ?id)?)$/iu,
  started: /^(started( on)?|start ?date|first access|registration date|begun|fecha de inicio|comenzado)/iu,
  seen: /^(last (accessed|access|activity|seen|updated).*|últim. acceso)/iu,
  finished: /^(completed( on| date)|completion ?date|date completed|finished( on)?|fecha de finalización)/iu,
  status: /^(status|completion( status)?|estado|transcript status|progress status)$/iu,
  success: /^(success( status)?|result|passed|pass\/fail|resultado)$/iu,
  score: /^(score|grade|points|percent(age)?|puntuación|calificación|puntaje)/iu,
  duration: /^(duration|total time|time( spent)?|session time|tiempo)/iu,
  version: /^(version|versión)$/iu,
  saved: /^(cmi\.)?suspend[ _]?data$/iu,
} as const;

export type Meaning = keyof typeof MEANINGS;
export const MEANING_NAMES = Object.keys(MEANINGS) as readonly Meaning[];

/** Meanings of which a cell is a date. */
export const DATES = ['started', 'seen', 'finished'] as const satisfies readonly Meaning[];

/** Column numbers by what they mean. */
export type Mapping = Partial<Record<Meaning, number>>;

/** How a table is read: what a person has said of its headings. */
export interface Reading {
  columns: Mapping;
  /** Where the table's own dates can't tell. */
  order?: DayOrder | undefined;
  /** Words of status that nobody knew, and which known word they mean. */
  words?: Readonly<Record<string, string>> | undefined;
}

/** The mapping that headings suggest; each column is used once. */
export function proposeMapping(header: readonly string[]): Mapping {
  const mapping: Mapping = {};
  const taken = new Set<number>();
  for (const meaning of MEANING_NAMES) {
    const place = header.findIndex(
      (heading, index) => !taken.has(index) && MEANINGS[meaning].test(heading.trim()),
    );
    if (place === -1) continue;
    mapping[meaning] = place;
    taken.add(place);
  }
  return mapping;
}

/** Where a table's attempts come from, whatever its file is called. */
export interface Source {
  /** For people: the first of its headings. */
  name: string;
  /** Of all headings. */
  key: string;
}

export function sourceOf(header: readonly string[]): Source {
  const named = header.filter((heading) => heading !== '');
  return {
    name: `Table: ${named.slice(0, 3).join(', ')}${named.length > 3 ? ' …' : ''}`,
    key: `table-${createHash('sha256').update(JSON.stringify(named)).digest('hex').slice(0, 12)}`,
  };
}

/** Whether it says who, and anything about them. */
export function isEnough(mapping: Mapping): boolean {
  const who = mapping.email ?? mapping.account ?? mapping.name ?? mapping.last;
  const what = mapping.status ?? mapping.score ?? mapping.finished ?? mapping.success ?? mapping.started;
  return who !== undefined && what !== undefined;
}

export function readMappedRow(
  { cells }: TableRow,
  { columns: mapping, order, words = {} }: Reading,
  source: Source,
  rows: Rows,
): void {
  const cell = (meaning: Meaning): string => {
    const text = cells[mapping[meaning] ?? -1] ?? '';
    return isNothing(text) ? '' : text;
  };
  const email = cell('email');
  const person = personRow({
    name: cell('name') || `${cell('first')} ${cell('last')}`.trim(),
    email: isAddress(email) ? email : undefined,
    account: cell('account') || undefined,
    team: cell('team') || undefined,
  });
  if (!person) return;
  rows.people.push(person);
  const course = cell('course') || null;
  const number = cell('attempt');
  const [started, seen, finished] = (['started', 'seen', 'finished'] as const).map(
    (meaning) => timeIn(cell(meaning), order) ?? null,
  );
  const [status, success] = (['status', 'success'] as const).map((meaning) =>
    standingIn(words[cell(meaning)] ?? cell(meaning)),
  );
  const score = numberIn(cell('score'));
  if (!status && !success && score === undefined && !started && !finished) return;
  // the same table under another name, and next week's, are the same attempts
  const attempt = [source.key, course ?? '', person.person, number || (started ?? '')].join('|');
  rows.events.push(...numberEvents(attempt, person.person, cell('saved')));
  rows.attempts.push({
    ...emptyAttempt(attempt, person.person, course, source.name),
    number: numberIn(number) ?? null,
    version: cell('version') || null,
    started: started ?? null,
    last_seen: seen ?? finished ?? started ?? null,
    finished: finished ?? null,
    completion: status?.completion ?? success?.completion ?? (finished ? 'completed' : null),
    success: success?.success ?? status?.success ?? null,
    score: score ?? null,
    seconds: secondsIn(cell('duration')) ?? null,
  });
}
