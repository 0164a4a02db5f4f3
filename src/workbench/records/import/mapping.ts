/**
 * Any other table: which of its columns means what. A mapping is proposed from the headings, shown, mended by a person,
 * and kept for the next file with the same headings.
 */
import { createHash } from 'node:crypto';
import type { Rows } from '../tables.ts';
import { isNothing, numberIn, secondsIn, timeIn } from './cells.ts';
import { emptyAttempt } from './empty-rows.ts';
import { means, MEANING_NAMES, type Mapping, type Meaning, type Reading } from './meanings.ts';
import type { Notes } from './notes.ts';
import { numberEvents } from './number.ts';
import { addressIn, isAddress, personRow } from './person.ts';
import { standingIn, type Standing } from './standings.ts';
import type { TableRow } from './table.ts';

/** The mapping that headings suggest; each column is used once. */
export function proposeMapping(header: readonly string[]): Mapping {
  const mapping: Mapping = {};
  const taken = new Set<number>();
  for (const meaning of MEANING_NAMES) {
    const place = header.findIndex((heading, index) => !taken.has(index) && means(heading, meaning));
    if (place === -1) continue;
    mapping[meaning] = place;
    taken.add(place);
  }
  return halves(mapping, header);
}

/** A name that may be half of one: Spanish *Nombre* beside *Apellido(s)*, German *Name* beside *Vorname*, French *Nom* beside *Prénom*. */
const HALF = /^(nombre|name|nom)$/iu;

function halves({ name, first, last, ...others }: Mapping, header: readonly string[]): Mapping {
  const isHalf = name !== undefined && HALF.test(header[name]?.trim() ?? '');
  if (isHalf && first === undefined && last !== undefined) return { first: name, last, ...others };
  if (isHalf && first !== undefined && last === undefined) return { first, last: name, ...others };
  return {
    ...(name !== undefined && { name }),
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    ...others,
  };
}

/** Where a table's attempts come from, whatever its file is called. */
export interface Source {
  /** For people: the first of its headings. */
  name: string;
  /** Of all headings. */
  key: string;
  header: readonly string[];
}

export function sourceOf(header: readonly string[]): Source {
  const named = header.filter((heading) => heading !== '');
  return {
    header,
    name: `Table: ${named.slice(0, 3).join(', ')}${named.length > 3 ? ' …' : ''}`,
    key: `table-${createHash('sha256').update(JSON.stringify(named)).digest('hex').slice(0, 12)}`,
  };
}

const saysWho = ({ email, account, name, last }: Mapping): boolean =>
  (email ?? account ?? name ?? last) !== undefined;

/** Whether it says who, and anything about them. */
export function isEnough(mapping: Mapping): boolean {
  const { status, score, finished, success, started } = mapping;
  return saysWho(mapping) && (status ?? score ?? finished ?? success ?? started) !== undefined;
}

/** A list of a course's participants names those who teach it too. */
export const ROLES = /^(roles?|rol|rollen?|rôles?)$/iu;

/** Moodle's *Participants*, or any table that names people and says nothing of what they did. */
export const isListOfPeople = (header: readonly string[], mapping: Mapping): boolean =>
  saysWho(mapping) && (!isEnough(mapping) || header.some((heading) => ROLES.test(heading)));

/** A column that says nothing but whether somebody passed has words of its own. */
const YES = new Set(['yes', 'true', 'pass', 'sí', 'si', 'y']);
const NO = new Set(['no', 'false', 'fail', 'n']);

export function successIn(cell: string): Standing | undefined {
  const word = cell.toLowerCase();
  if (YES.has(word)) return standingIn('passed');
  return standingIn(NO.has(word) ? 'failed' : cell);
}

/** `none` where a cell is filled and says no score. */
function perCent(cell: string, most = 100): number | 'none' | undefined {
  if (!cell) return undefined;
  const score = numberIn(cell);
  if (score === undefined || score < 0) return 'none';
  // of 0.57 a hundred times is a little less than 57, which is no less
  const share = cell.includes('%') ? score : Number(((score * 100) / most).toFixed(9));
  return share > 100 ? 'none' : share;
}

/** A heading may say that a plain number is of minutes or of hours. */
function secondsSpent(cell: string, heading = ''): number | undefined {
  const count = numberIn(cell);
  if (count === undefined) return secondsIn(cell);
  if (count < 0) return undefined;
  if (/\bmin/iu.test(heading)) return count * 60;
  return /\b(hours?|hrs?|horas?|stunden|heures)\b/iu.test(heading) ? count * 3600 : count;
}

export function readMappedRow(
  { cells, line }: TableRow,
  { columns: mapping, order, most, words = {} }: Reading,
  { source, notes }: { source: Source; notes: Notes },
  rows: Rows,
): void {
  const cell = (meaning: Meaning): string => {
    const text = cells[mapping[meaning] ?? -1] ?? '';
    return isNothing(text) ? '' : text;
  };
  const person = personRow({
    name: cell('name') || `${cell('first')} ${cell('last')}`.trim(),
    // where a column that names people has their addresses
    email: addressIn(cell('email')) ?? (isAddress(cell('name')) ? cell('name') : undefined),
    account: cell('account') || undefined,
    team: cell('team') || undefined,
  });
  if (!person) {
    if (cells.some((one) => !isNothing(one))) notes.add('nobody', line);
    return;
  }
  rows.people.push(person);
  const course = cell('course') || null;
  const number = cell('attempt');
  const [started, seen, finished] = (['started', 'seen', 'finished'] as const).map(
    (meaning) => timeIn(cell(meaning), order) ?? null,
  );
  const status = standingIn(words[cell('status')] ?? cell('status'));
  const success = successIn(words[cell('success')] ?? cell('success'));
  for (const meaning of ['status', 'success'] as const)
    if (words[cell(meaning)] === '') notes.add('silent', line);
  const score = perCent(cell('score'), most);
  if (score === 'none') notes.add('score', line);
  const points = score === 'none' ? undefined : score;
  const spent = cell('duration');
  const seconds = secondsSpent(spent, source.header[mapping.duration ?? -1]);
  if (spent && seconds === undefined) notes.add('duration', line);
  if (!status && !success && points === undefined && !started && !finished) return;
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
    score: points ?? null,
    seconds: seconds ?? null,
  });
}
