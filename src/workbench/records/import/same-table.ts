/**
 * A table that comes again with a column more, less or renamed. Its attempts have keys made of all its headings, so it is known by what
 * it says: of those who are done in both tables nearly all are told of with the same dates, scores and times. Other systems' tables that
 * tell of the same people, and nothing that tells them apart, count apart, and it is said.
 */
import { keyOf } from '../keys.ts';
import { text } from '../sql-text.ts';
import type { Store } from '../store.ts';
import { sourceOf } from './mapping.ts';
import type { Notes } from './notes.ts';
import { keepReading, keptReading } from './readings.ts';

/** Of an attempt's key, which goes on with course, person and number. */
const KEY = 'attempt[1:18]';
const REST = 'attempt[19:]';
/** Whoever has done nothing yet, or is at it, may be told of otherwise the next time. */
const isDone = (table: string): string =>
  `(coalesce(${table}.completion, '') = 'completed' or coalesce(${table}.success, '') = 'passed')`;
/** What both say. */
const FACTS = ['completion', 'success', 'score', 'started', 'finished', 'seconds'] as const;
const SAME = [
  ...FACTS.map((fact) => `coalesce(s.${fact} = k.${fact}, true)`),
  `coalesce(s.started = k.started or s.finished = k.finished or s.last_seen = k.last_seen, false)`,
].join(' and ');
/** What people have alike shows nothing: on a course's day all finish, with all of it right. Of how many dates, scores and times differ. */
const DIFFERENCES_ENOUGH = 3;
const differences = (value: string): string => `greatest(count(distinct ${value}) - 1, 0)`;

/** Behind the last sign of one of several rows of a person stands its place (`several-rows.ts`). */
const FOUND = `
  with known as (
    select ${KEY} as key, ${REST} as rest, * from records.attempts where starts_with(attempt, 'table-')
    union all
    select ${KEY} as key, regexp_replace(${REST}, '[0-9]+$', '') as rest, *
    from records.attempts where regexp_matches(attempt, '^table-.*[|]([2-9]|[1-9][0-9]{1,5})$')
  ), met as (
    select k.key as key, s.attempt as attempt, bool_or(${SAME}) as same
    from (select ${REST} as rest, * from staged_attempts) s join known k on k.rest = s.rest
    where ${isDone('s')} and ${isDone('k')} group by k.key, s.attempt
  ), differing as (
    select key, ${['coalesce(finished, started, last_seen)', 'score', 'seconds'].map(differences).join(' + ')} as differences
    from met join staged_attempts using (attempt) where same group by key
  )
  select key from (select key, count(*) as met, count(*) filter (where same) as same from met group by key) join differing using (key)
  where same * 5 >= met * 4 and differences >= ${DIFFERENCES_ENOUGH}
  order by same desc, key limit 1`;

/** Of whom another table tells too, in the same course. */
const TOLD_ELSEWHERE = `
  select count(distinct s.attempt) as told from staged_attempts s join records.attempts k
    on k.person = coalesce((select into_person from records.joined j where j.person = s.person), s.person)
    and k.course is not distinct from s.course
  where starts_with(k.attempt, 'table-')`;

export interface Counted {
  /** Of the table's attempts. */
  key: string;
  /** It is another's from now on. */
  isNew: boolean;
}

/** What is staged gets the keys of the table as which it counts. Inside `whole`, before anything is compared with the records. */
export async function countAsKnown(
  store: Store,
  header: readonly string[],
  hasEvents: boolean,
  notes: Notes,
): Promise<Counted> {
  const own = sourceOf(header).key;
  const reading = await keptReading(store, header);
  const said = reading?.key;
  const key = said ?? (await otherKey(store, own, notes)) ?? own;
  if (key === own) return { key, isNew: false };
  if (said === undefined && reading) await keepReading(store, { header, reading: { ...reading, key } });
  await callAll(store, key, hasEvents);
  return { key, isNew: said === undefined };
}

/** A table that has attempts of its own stays what it is. */
async function otherKey(store: Store, own: string, notes: Notes): Promise<string | undefined> {
  const [{ ours = 0, others = 0 } = {}] = await store.query(`
    select count(*) filter (where ${KEY} = ${text(own)}) as ours, count(*) filter (where ${KEY} <> ${text(own)}) as others
    from records.attempts where starts_with(attempt, 'table-')`);
  if (Number(ours) > 0 || Number(others) === 0) return undefined;
  const [found] = await store.query(FOUND);
  if (found) {
    notes.add('other-headings', undefined);
    return String(found['key']);
  }
  const [{ told = 0 } = {}] = await store.query(TOLD_ELSEWHERE);
  if (Number(told) > 0) notes.add('elsewhere', undefined, Number(told));
  return undefined;
}

async function callAll({ connection }: Store, key: string, hasEvents: boolean): Promise<void> {
  const called = `${text(key)} || ${REST}`;
  await connection.run(`update staged_attempts set attempt = ${called}, source = coalesce(
    (select min(source) from records.attempts where ${KEY} = ${text(key)}), source)`);
  // as in `emptyEvent`
  if (hasEvents)
    await connection.run(
      `update staged_events set attempt = ${called}, event = ${keyOf(`${called} || '|' || kind`)}`,
    );
}
