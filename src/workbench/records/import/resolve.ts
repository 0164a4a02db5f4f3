/** Which question or objective of the course it is that a report calls by a name of SCORM. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { deriveForms } from '../store.ts';

/** As both spellings have it: earlier versions wrote `Q07_Keeping_a_secret`. */
const plain = (text: string): string =>
  `lower(regexp_replace(strip_accents(${text}), '[^A-Za-z0-9]', '', 'g'))`;

/** Names are cut; so long a beginning of one is no chance. */
const LONG = 40;

/**
 * `Q07KeepingASecret` is the course's question number 7 where that is, or was, called so: any course numbers its questions. Titles change, so in
 * an attempt most of whose questions are this course's by number and title the number tells of the others too.
 */
const ITEMS = `
  with named as (
    select distinct attempt, item, cast(regexp_extract(item, '^Q([0-9]+)', 1) as integer) as number,
      ${plain(`regexp_replace(item, '^Q[0-9]+', '')`)} as words
    from records.answers where regexp_matches(item, '^Q[0-9]{1,9}[_A-Z]')
  ), met as (
    select n.attempt as attempt, n.item as item, ci.item as known,
      n.words in (${plain('ci.title')}, ${plain('ci.item')})
        or (length(n.words) >= ${LONG} and starts_with(${plain('ci.title')}, n.words)) as by_name
    from named n join records.course_items ci on ci.number = n.number
  ), ours as (
    select n.attempt as attempt from named n left join met m on m.attempt = n.attempt and m.item = n.item
    group by n.attempt having count(*) filter (where m.by_name) * 2 > count(*)
  )
  update records.answers set item = met.known
  from met
  where met.attempt = answers.attempt and met.item = answers.item
    and (coalesce(met.by_name, false) or met.attempt in (select attempt from ours))`;

const OBJECTIVES = `
  update records.events set object = co.objective
  from records.course_objectives co
  where events.kind = 'objective' and ${plain('events.object')} = ${plain('co.objective')}`;

/** Inside `whole`. */
export async function resolveNames({ connection }: { connection: DuckDBConnection }): Promise<void> {
  await connection.run(ITEMS);
  await connection.run(OBJECTIVES);
  await deriveForms(connection);
}
