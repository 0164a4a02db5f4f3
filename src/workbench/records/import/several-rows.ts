/** Rows of one person in one course, in a table that numbers no attempts and says of none when it began. */
import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * Those that say different things are attempts apart, in the order in which they stand; one that stands there twice, as for each
 * group that somebody is in, is one. What says the same as an attempt that is known is that one, wherever it stands now: a table may be
 * sorted in another way the next time, or hold the newest rows alone. Of what is staged, before it is compared with the records.
 */
export async function tellApart(connection: DuckDBConnection): Promise<void> {
  for (const sql of PLACED) await connection.run(sql);
  await connection.run(`
    update staged_attempts set attempt = staged_attempts.attempt || placed.place
    from placed
    where placed.place > 1 and staged_attempts.attempt = placed.attempt and ${saysOf('staged_attempts')} = placed.says`);
  await connection.run('drop table placed; drop table known_apart; drop table said_apart; drop table apart');
}

const saysOf = (table: string): string =>
  `md5(cast(row(${['completion', 'success', 'score', 'last_seen', 'finished', 'seconds'].map((column) => `${table}.${column}`).join(', ')}) as varchar))`;

/** Behind the last sign of an attempt that isn't the first stands its place. */
const PLACED = [
  `create or replace temp table apart as
    select attempt from staged_attempts where attempt like '%|' group by attempt having count(distinct ${saysOf('staged_attempts')}) > 1
    union
    select regexp_replace(attempt, '[0-9]+$', '') from records.attempts
    where regexp_matches(attempt, '^table-.*[|]([2-9]|[1-9][0-9]{1,5})$')`,
  `create or replace temp table said_apart as
    select attempt, says, row_number() over (partition by attempt order by min(stands)) as stands
    from (select attempt, rowid as stands, ${saysOf('staged_attempts')} as says from staged_attempts where attempt in (from apart))
    group by attempt, says`,
  `create or replace temp table known_apart as
    select s.attempt as attempt, s.says as says, min(k.place) as place
    from said_apart s join (
      select regexp_replace(attempt, '[0-9]+$', '') as first,
        coalesce(try_cast(nullif(regexp_extract(attempt, '[0-9]+$'), '') as integer), 1) as place, ${saysOf('attempts')} as says
      from records.attempts where attempt like 'table-%'
    ) k on k.first = s.attempt and k.says = s.says
    group by s.attempt, s.says`,
  // whatever is new, or says something else by now, has the first places that are left
  `create or replace temp table placed as
    with left_over as (
      select attempt, says, row_number() over (partition by attempt order by stands) as nth
      from said_apart s anti join known_apart k using (attempt, says)
    ), free as (
      select attempt, place, row_number() over (partition by attempt order by place) as nth
      from (select attempt, unnest(range(1, count(*) + 1)) as place from said_apart group by attempt) all_
      anti join known_apart k using (attempt, place)
    )
    select attempt, says, place from left_over join free using (attempt, nth)
    union all select attempt, says, place from known_apart`,
];
