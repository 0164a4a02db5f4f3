/** What the records hold, and what they can be narrowed to. */
import { groupsShown } from '../records/hidden.ts';
import type { Asks } from '../records/store.ts';
import type { RecordsState } from '../shapes.ts';

/** Lists of completion and of grades tell what became of somebody, and of no attempt; so does a table's *not started*. */
const TRIED = `coalesce(tries, 1) > 0 and (started is not null or coalesce(completion, '') <> 'not attempted')`;

const unreported = async (reader: Asks): Promise<string[]> =>
  (await reader.query('select person from records.listed where added = 1 order by person limit 5000')).map(
    ({ person }) => String(person),
  );

export async function stateOf(
  reader: Asks,
  names: RecordsState['names'],
  hidden: boolean,
): Promise<Omit<RecordsState, 'waiting' | 'passMark' | 'title'>> {
  const count = async (table: string): Promise<number> =>
    Number((await reader.query(`select count(*) as n from records.${table}`))[0]?.['n']);
  const different = async (column: string, table: string): Promise<string[]> => {
    const rows = await reader.query(
      `select distinct ${column} as one from records.${table} where ${column} <> '' order by one limit 200`,
    );
    return rows.map(({ one }) => String(one));
  };
  return {
    people: await count('people'),
    attempts: await count('attempts'),
    tried: await count(`attempts where ${TRIED}`),
    answers: await count('answers'),
    expected: hidden ? 0 : await count('roster'),
    unreported: hidden ? [] : await unreported(reader),
    choices: hidden
      ? { team: await groupsShown(reader), course: [], language: [], version: [], source: [] }
      : {
          team: await different('team', 'people'),
          course: await different('course', 'attempts'),
          language: await different('language', 'attempts'),
          version: await different('version', 'attempts'),
          source: await different('source', 'attempts'),
        },
    names,
  };
}
