/**
 * An attempt that was deleted in an LMS and begun anew. The new one has the number of the old one and another beginning, and there is no old
 * one any more: what is known of it is of no attempt that the LMS has, and a report that still tells of it is older. Moodle numbers anew from
 * the last that is left (`mod/scorm/locallib.php`), and two attempts of one number are nowhere.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { numberFrom } from '../first-cell.ts';
import type { Notes } from './notes.ts';

export interface Told {
  /** A report of Moodle has the beginning in its attempts' keys; of another table's numbered attempts one key stands for both. */
  kind: 'moodle-scorm' | 'table';
  /** A report's other attempts show of which activity it is. */
  isSameActivity: boolean;
  hasAnswers: boolean;
  hasEvents: boolean;
}

/** `moodle|person|number`. */
const numbered = (attempt: string): string => `regexp_replace(${attempt}, '[|][^|]*$', '')`;
/** `moodle|person`. */
const whose = (attempt: string): string => `regexp_replace(${attempt}, '[|][^|]*[|][^|]*$', '')`;
/** Two people of one name have one key, and an attempt each. */
const BY_NAME = 'moodle|name:';

const JOINED: Readonly<Record<Told['kind'], string>> = {
  table: 'k.attempt = f.attempt',
  'moodle-scorm': `${numbered('k.attempt')} = ${numbered('f.attempt')} and k.course = f.course
    and k.attempt not in (select attempt from staged_attempts) and f.attempt not in (select attempt from records.attempts)`,
};

/** An attempt of what is staged, and a known one of the same number that began at another time. */
const pairs = (kind: Told['kind']): string => `create or replace temp table pairs as
  with fresh as (
    select attempt, min(course) as course, min(started) as began, max(coalesce(greatest(last_seen, finished, started), started)) as ended
    from staged_attempts where number is not null and started is not null group by attempt having count(distinct started) = 1
  )
  select f.attempt as fresh, k.attempt as known, f.began > k.started as is_later,
    f.began >= coalesce(greatest(k.last_seen, k.finished, k.started), k.started) or k.started >= f.ended as is_after
  from fresh f join records.attempts k on ${JOINED[kind]}
  where k.started <> f.began`;

/**
 * What began last stays, whichever came first; each must have begun after all that is known of the other, else times are of two zones. Of what
 * is staged, before it is compared with the records. Inside `whole`.
 * @returns whether something of the file was left out
 */
export async function keepBegunLast(
  connection: DuckDBConnection,
  told: Told,
  notes: Notes,
): Promise<boolean> {
  await connection.run(pairs(told.kind));
  const isReport = told.kind === 'moodle-scorm';
  const isSure = !isReport || (told.isSameActivity && !(await areSeveral(connection)));
  const decided = isSure ? `is_after and not starts_with(known, '${BY_NAME}')` : 'false';
  const countOf = (condition: string): Promise<number> =>
    numberFrom(connection, `select count(distinct fresh) from pairs where ${condition}`);
  const replaced = await countOf(`${decided} and is_later`);
  const leftOut = await countOf(`${decided} and not is_later`);
  const both = isReport ? await countOf(`not (${decided})`) : 0;
  if (replaced > 0) {
    notes.add('begun-anew', undefined, replaced);
    await forget(connection, `select known from pairs where ${decided} and is_later`);
  }
  if (leftOut > 0) {
    notes.add('deleted-since', undefined, leftOut);
    await leave(connection, told, `select fresh from pairs where ${decided} and not is_later`);
  }
  if (both > 0) notes.add('both', undefined, both);
  if (isReport && isSure) await tellMissing(connection, notes);
  await connection.run('drop table pairs');
  return leftOut > 0;
}

/** Two activities that somebody calls by one name: each of their reports has the attempts of one alone. */
async function areSeveral(connection: DuckDBConnection): Promise<boolean> {
  const twice = await numberFrom(
    connection,
    `select count(*) from (
      select 1 from records.attempts where starts_with(attempt, 'moodle|') and not starts_with(attempt, '${BY_NAME}')
        and course in (select course from staged_attempts)
      group by ${numbered('attempt')} having count(*) > 1 limit 1)`,
  );
  return twice > 0;
}

async function forget(connection: DuckDBConnection, attempts: string): Promise<void> {
  for (const table of ['attempts', 'answers', 'events', 'reports', 'moved'])
    await connection.run(`delete from records.${table} where attempt in (${attempts})`);
}

async function leave(
  connection: DuckDBConnection,
  { hasAnswers, hasEvents }: Told,
  attempts: string,
): Promise<void> {
  for (const table of ['attempts', ...(hasAnswers ? ['answers'] : []), ...(hasEvents ? ['events'] : [])])
    await connection.run(`delete from staged_${table} where attempt in (${attempts})`);
}

/** Deleted and not begun anew, or not there yet: a report says nothing of when it was made. */
async function tellMissing(connection: DuckDBConnection, notes: Notes): Promise<void> {
  const missing = await numberFrom(
    connection,
    `select count(*) from records.attempts
    where starts_with(attempt, 'moodle|') and not starts_with(attempt, '${BY_NAME}')
      and course in (select course from staged_attempts) and attempt not in (select attempt from staged_attempts)
      and attempt not in (select known from pairs) and ${whose('attempt')} in (select 'moodle|' || person from staged_people)`,
  );
  if (missing > 0) notes.add('not-in-it', undefined, missing);
}
