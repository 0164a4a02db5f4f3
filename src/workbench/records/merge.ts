/** What an import says beside what is there already. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { firstCell, numberFrom } from './first-cell.ts';
import { KEYS, TABLES, type TableName } from './tables.ts';

/** What is called by the course's own name once it is in (`import/resolve.ts`); the key has it as the source says it. */
const CALLED: Readonly<Partial<Record<TableName, string>>> = { answers: 'item', events: 'object' };

/** What was earned is never taken back by a report that isn't demonstrably newer: the higher of two that tell the same time. */
const EARNED: Readonly<Record<string, string>> = {
  completion: `case completion when 'completed' then 0 when 'incomplete' then 1 when 'not attempted' then 2 else 3 end`,
  success: `case success when 'passed' then 0 when 'failed' then 1 else 2 end`,
  score: 'score desc nulls last',
  progress: 'progress desc nulls last',
  tries: 'tries desc nulls last',
  seconds: 'seconds desc nulls last',
};

/** A report of an attempt that tells no time may be as new as any. */
const RECENT: Readonly<Record<TableName, string>> = {
  people: 'null',
  attempts: 'coalesce(last_seen, newest_)',
  answers: 'given',
  events: 'happened',
};

/** Where two tell the same time of one thing and differ, the order in which they came in decides nothing. */
const FURTHER: Readonly<Record<TableName, readonly string[]>> = {
  people: [],
  attempts: [
    `case when success = 'passed' then 0 else 1 end`,
    `case when completion = 'completed' then 0 else 1 end`,
    'score desc nulls last',
    ...Object.values(EARNED),
  ],
  answers: ['correct desc nulls last', 'response nulls last'],
  events: ['ok desc nulls last', 'score desc nulls last'],
};

/**
 * A word that says that something is lacking holds for the score beside which it stood: whoever has another one since may have done it,
 * though the report that tells of it has no such word. Moodle's shows a status only where there is no score.
 */
const LACKING: Readonly<Record<string, string>> = { completion: 'completed', success: 'passed' };

/** How many of an import's attempts were known, and of how many of those something else is known now. */
export interface Changes {
  known: number;
  changed: number;
}

/**
 * What was staged goes into its table: of each column the newest value that says something, so that a report that lacks
 * a column takes nothing away, and an older export doesn't turn the clock back.
 * @param anew what is known of the attempts that are staged was read in another way, and goes
 * @param tell is told of those that were known
 * @returns whether the table says anything else than before
 */
export async function merge(
  connection: DuckDBConnection,
  table: TableName,
  anew = false,
  tell?: (changes: Changes) => void,
): Promise<boolean> {
  const key = KEYS[table];
  if (await areAllNew(connection, table, key)) {
    await connection.run(`insert into records.${table} by name select * from staged_${table}`);
    await connection.run(`drop table staged_${table}`);
    return true;
  }
  const columns = Object.keys(TABLES[table]);
  const known = await countOf(
    connection,
    `select distinct ${key} from staged_${table} where ${key} in (select ${key} from records.${table})`,
  );
  if (table === 'attempts') await keepReports(connection, columns, anew);
  await mergeInto(connection, 'merged', table, columns);
  const { added, changed } = await changesOf(connection, table, columns);
  tell?.({ known, changed });
  const isNew = added + changed > 0;
  if (isNew) {
    await connection.run(`delete from records.${table} where ${key} in (select ${key} from merged)`);
    await connection.run(`insert into records.${table} by name select * from merged`);
  }
  await connection.run(`drop table merged; drop table staged_${table}`);
  return isNew;
}

/** Of so many rows at once: ranking each column by an order of its own holds all of them in memory, several times over. */
const AT_ONCE = 100_000;

async function mergeInto(
  connection: DuckDBConnection,
  target: string,
  table: TableName,
  columns: readonly string[],
): Promise<void> {
  const rows = await countOf(connection, bothOf(table, columns));
  const parts = Math.max(1, Math.ceil(rows / AT_ONCE));
  await connection.run(
    `create or replace temp table ${target} as select ${columns.join(', ')} from records.${table} limit 0`,
  );
  for (let part = 0; part < parts; part += 1) {
    const which = parts === 1 ? '' : `where hash(${KEYS[table]}) % ${parts} = ${part}`;
    await connection.run(`insert into ${target} by name ${mergedRows(table, columns, which)}`);
  }
}

/** Whoever counts as somebody else, since a supervisor said so, comes again under the old key, and is no news. */
const JOINED_PEOPLE = 'select person, name, email, team from records.joined';
const asNow = (person: string): string =>
  `coalesce((select into_person from records.joined j where j.person = ${person}), ${person})`;

async function changesOf(
  connection: DuckDBConnection,
  table: TableName,
  columns: readonly string[],
): Promise<{ added: number; changed: number }> {
  const key = KEYS[table];
  const isJoined = (await countOf(connection, 'select 1 from records.joined limit 1')) > 0;
  const compared = columns.filter((column) => column !== CALLED[table]);
  const now = compared.map((column) =>
    isJoined && column === 'person' && table !== 'people' ? asNow('merged.person') : column,
  );
  const before =
    `select ${compared.join(', ')} from records.${table}` +
    (isJoined && table === 'people' ? ` union all ${JOINED_PEOPLE}` : '');
  const others = await countOf(connection, `select ${now.join(', ')} from merged except (${before})`);
  const known = await countOf(
    connection,
    `select 1 from merged where ${key} in (select ${key} from (${before}))`,
  );
  const added = (await countOf(connection, 'select 1 from merged')) - known;
  return { added, changed: others - added };
}

const countOf = (connection: DuckDBConnection, rows: string): Promise<number> =>
  numberFrom(connection, `select count(*) from (${rows})`);

/**
 * In whatever order reports of an attempt come, all of them together say the same: where there are several, each is kept. What was
 * said before in the same words isn't staged any longer.
 */
async function keepReports(
  connection: DuckDBConnection,
  columns: readonly string[],
  anew: boolean,
): Promise<void> {
  const staged = 'attempt in (select attempt from staged_attempts)';
  const alone = 'attempt not in (select attempt from records.reports)';
  const all = columns.join(', ');
  // whose attempt it is may have been said otherwise since
  const words = columns.filter((column) => column !== 'person').join(', ');
  if (anew) await connection.run(`delete from records.reports where ${staged}`);
  else {
    await connection.run(`create or replace temp table fresh as
      select ${words} from staged_attempts
      except (
        select ${words} from records.reports where ${staged}
        union all select ${words} from records.attempts where ${staged} and ${alone}
      )`);
    await connection.run(`create or replace temp table staged_attempts as
      select ${all} from fresh join (select attempt, min(person) as person from staged_attempts group by attempt) whose using (attempt)`);
    await connection.run('drop table fresh');
    await connection.run(
      `insert into records.reports by name select ${words} from records.attempts where ${staged} and ${alone}`,
    );
  }
  await connection.run(`insert into records.reports by name select distinct ${words} from staged_attempts
    where not ${alone} or attempt in (select attempt from staged_attempts group by attempt having count(*) > 1)`);
}

/** What is staged, and what is known of the same. */
function bothOf(table: TableName, columns: readonly string[]): string {
  const key = KEYS[table];
  if (table !== 'attempts')
    return `
      select *, 0 as old from staged_${table}
      union all by name
      select *, 1 as old from records.${table} where ${key} in (select ${key} from staged_${table})`;
  // whose attempt it is, the report says that comes now
  const kept = columns.map((column) => (column === 'person' ? 'whose.person' : `told.${column}`));
  return `
    select ${columns.join(', ')} from staged_attempts where attempt not in (select attempt from records.reports)
    union all
    select ${kept.join(', ')} from records.reports told
    join (select attempt, min(person) as person from staged_attempts group by attempt) whose on whose.attempt = told.attempt`;
}

/** @param which of the rows: all that have a key, or none of them */
function mergedRows(table: TableName, columns: readonly string[], which: string): string {
  const key = KEYS[table];
  const isAttempts = table === 'attempts';
  // of what differs in nothing that is ranked, nothing may depend on which came first
  const each = columns.map((column) => `${column} nulls last`);
  // of somebody whom one report calls by two names, or puts into two groups, the first in the alphabet
  const last = isAttempts ? each : ['old', ...(table === 'people' ? each : [])];
  const rank = (...first: readonly string[]): string =>
    `row_number() over (partition by ${key} order by ${[`${RECENT[table]} desc nulls last`, ...first, ...FURTHER[table], ...last].join(', ')})`;
  const earned = isAttempts ? Object.entries(EARNED) : [];
  const ranks = [
    `${rank()} as rank_`,
    ...earned.map(([column, order]) => `${rank(order)} as rank_of_${column}`),
  ].join(', ');
  const taken = (column: string): string => {
    if (column === key) return key;
    if (!isAttempts || !(column in EARNED)) return `arg_min(${column}, rank_) as ${column}`;
    const full = LACKING[column];
    const holds =
      full === undefined
        ? ''
        : ` filter (where ${column} = '${full}' or rank_ = 1 or score is not distinct from score_)`;
    return `arg_min(${column}, rank_of_${column})${holds} as ${column}`;
  };
  return `
    with both_ as (select * from (${bothOf(table, columns)}) ${which}
    ), dated as (
      select *, ${isAttempts ? `max(last_seen) over (partition by ${key})` : 'null'} as newest_ from both_
    ), ranked as (
      select *, ${ranks} from dated
    ), scored as (
      select *, ${isAttempts ? `first_value(score ignore nulls) over (partition by ${key} order by rank_of_score rows between unbounded preceding and unbounded following)` : 'null'} as score_ from ranked
    )
    select ${columns.map(taken).join(', ')} from scored group by ${key}`;
}

/** Each once, and none of them known: there is nothing to compare. */
async function areAllNew(connection: DuckDBConnection, table: TableName, key: string): Promise<boolean> {
  const isSo = await firstCell(
    connection,
    `select count(*) = count(distinct ${key})
    and not exists (select 1 from records.${table} where ${key} in (select ${key} from staged_${table}))
    and not exists (select 1 from records.joined where '${table}' = 'people' and person in (select person from staged_${table}))
    from staged_${table}`,
  );
  return isSo === true;
}
