/** Rows of one person in one course, in a table that numbers no attempts and says of none when it began. */
import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * Those that say different things are attempts apart, in the order in which they stand; one that stands there twice, as for each
 * group that somebody is in, is one. Of what is staged, before it is compared with the records.
 */
export async function tellApart(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    update staged_attempts set attempt = staged_attempts.attempt || placed.place
    from (
      select attempt, says, row_number() over (partition by attempt order by min(stands)) as place
      from (select attempt, rowid as stands, ${SAYS} as says from staged_attempts where attempt like '%|')
      group by attempt, says
    ) placed
    where placed.place > 1 and staged_attempts.attempt = placed.attempt and ${SAYS} = placed.says`);
}

const SAYS = `md5(cast(row(staged_attempts.completion, staged_attempts.success, staged_attempts.score, staged_attempts.last_seen,
  staged_attempts.finished, staged_attempts.seconds) as varchar))`;
