/** Answers of an attempt that two reports divide into tries in two ways: forms were of another length in the course, or in the rest of a report. */
import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * The report that has more of them says how; of two that have as many, the one that tells of more tries, in whatever order they come. Else an
 * answer would stand in two tries. Of what is staged, before it is compared with the records.
 */
export async function keepOneCut(connection: DuckDBConnection): Promise<void> {
  await connection.run(`create or replace temp table cuts as
    select attempt, fresh.answers > known.answers or (fresh.answers = known.answers and fresh.tries >= known.tries) as is_fresh
    from (${counted('staged_answers')}) fresh join (${counted('records.answers')}) known using (attempt)`);
  await connection.run(`delete from records.answers where attempt in (select attempt from cuts where is_fresh)
    and answer not in (select answer from staged_answers)`);
  await connection.run(`delete from staged_answers where attempt in (select attempt from cuts where not is_fresh)
    and answer not in (select answer from records.answers)`);
  await connection.run('drop table cuts');
}

const counted = (table: string): string =>
  `select attempt, count(*) as answers, max(try_number) as tries from ${table}
    where attempt in (select attempt from staged_answers) group by attempt`;
