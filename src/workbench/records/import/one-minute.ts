/**
 * Two activities that somebody began in one minute: their attempts have one number and one beginning, so reports name them alike. The second
 * gets a key of its own, with a number behind it, so that nobody's answers in one stand in the other.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { keyOf } from '../keys.ts';
import { text } from '../sql-text.ts';
import type { Asks } from '../store.ts';
import type { Rows } from '../tables.ts';

/** As a report names an attempt. */
export const FIRST = `regexp_replace(attempt, ' [(][0-9]+[)]$', '')`;
const OF_REPORT = `starts_with(attempt, 'moodle|')`;

/** @param course of which activity all of these are */
export async function keptApart(store: Asks, rows: Rows, course: string): Promise<Rows> {
  const names = await ownNames(store, rows, course);
  if (names.size === 0) return rows;
  const named = (attempt: string): string => names.get(attempt) ?? attempt;
  const keyed = (key: string, attempt: string): string => named(attempt) + key.slice(attempt.length);
  return {
    ...rows,
    attempts: rows.attempts.map((row) => ({ ...row, attempt: named(String(row.attempt)) })),
    answers: rows.answers.map(({ attempt, answer, ...row }) => ({
      ...row,
      attempt: named(String(attempt)),
      answer: keyed(String(answer), String(attempt)),
    })),
    events: rows.events.map(({ attempt, event, ...row }) => ({
      ...row,
      attempt: named(String(attempt)),
      event: keyed(String(event), String(attempt)),
    })),
  };
}

/** Of those whose key another activity's has. */
async function ownNames(store: Asks, rows: Rows, course: string): Promise<Map<string, string>> {
  const among = rows.attempts.map(({ attempt }) => text(String(attempt))).join(', ');
  const found = await store.query(`
    select ${FIRST} as named, min(attempt) filter (where course = ${text(course)}) as own, count(*) as known,
      max(coalesce(try_cast(regexp_extract(attempt, ' [(]([0-9]+)[)]$', 1) as integer), 1)) as last
    from records.attempts where ${OF_REPORT} and course is not null and ${FIRST} in (${among}) group by named`);
  return new Map(
    found
      .map(({ named, own, last }): [string, string] => [
        String(named),
        own === null ? `${String(named)} (${Number(last) + 1})` : String(own),
      ])
      .filter(([named, own]) => named !== own),
  );
}

/** Of one activity after all: of an attempt that has several keys, what was seen last stays, under the first of them. Inside `whole`. */
export async function unite(connection: DuckDBConnection, course: string): Promise<void> {
  await connection.run(`create or replace temp table united as
    select attempt, min(attempt) over same as first_, row_number() over (same order by last_seen desc nulls last, attempt) as nth
    from records.attempts where ${OF_REPORT} and course = ${text(course)}
    window same as (partition by ${FIRST})
    qualify count(*) over same > 1`);
  for (const table of ['attempts', 'reports', 'answers', 'events', 'forms', 'moved']) {
    // an answer's key has its question as the report spells it: the next report that has the answers brings them anew (`one-cut.ts`)
    const event = table === 'events' ? `, event = ${keyOf(`first_ || '|' || kind || '|' || object`)}` : '';
    await connection.run(
      `delete from records.${table} where attempt in (select attempt from united where nth > 1)`,
    );
    await connection.run(
      `update records.${table} set attempt = first_${event} from united where united.attempt = ${table}.attempt`,
    );
  }
  await connection.run('drop table united');
}
