/**
 * Statements whose rows are numbers (`reader/`). What a number stands for lies beside them as a part of a statement, which the engine
 * reads as it reads whole ones: so both ways understand the same, and what isn't JSON, or says what no statement may, stops here too.
 */
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { firstCell } from '../first-cell.ts';
import { text } from '../sql-text.ts';
import type { ReadLines } from './reader/read-lines.ts';
import type { Shape } from './shape.ts';
import { HAPPENED, ID, STATEMENT } from './staged.ts';
import { aroundOf, extrasOf, OK, SCORE, secondsOf, thingsFrom, whosFrom } from './understood.ts';

/** Of one statement and what stands around its parts, in bytes. */
const LARGEST = 4_194_304;
/** Lines that the reader didn't take have numbers that it doesn't give. */
const ODD_FROM = 2_000_000_000;
/** As the reader writes them (`reader/assembly/together.ts`). */
const KINDS = { who: 1, done: 2, around: 3, result: 4 };

const read = (files: readonly string[], columns: Readonly<Record<string, string>>): string =>
  `read_json([${files.map(text).join(', ')}], format = 'newline_delimited', records = true, auto_detect = false,
    maximum_object_size = ${LARGEST}, columns = {${Object.entries(columns)
      .map(([name, type]) => `"${name}": '${type}'`)
      .join(', ')}})`;

const { actor = '', verb = '', object = '', result = '', context = '' } = STATEMENT;
const PARTS = { actor, verb, object, result, context };
const COLUMNS = ['"#"', 'kind', ...Object.keys(PARTS)].join(', ');

/** What `#` stands for. */
const meaning = (kind: keyof typeof KINDS): string => `texts where kind = ${KINDS[kind]}`;

const TABLES: Readonly<Record<string, string>> = {
  whos: whosFrom(
    `(select "#" as who, actor, context.registration as registration from ${meaning('who')} and actor is not null)`,
  ),
  // who says nothing of what was done says no statement (xAPI 1.0.3, 2.4)
  things:
    thingsFrom(`(select "#" as done, verb.id as verb, coalesce(object.definition.type, '') as type, coalesce(object.id, '') as object,
      coalesce(object.definition.name, '') as name, coalesce(object.definition.correctResponsesPattern, '') as pattern
      from ${meaning('done')} and verb.id is not null)`),
  contexts: `select "#" as around, context.language as language, context.revision as version, ${aroundOf('context.contextActivities')}
    from ${meaning('around')}`,
  results: `select "#" as result, result.response as response, ${OK} as ok, ${SCORE} as score,
      case when result.duration is not null then ${secondsOf('result.duration')} end as seconds, ${extrasOf('result.extensions')}
    from ${meaning('result')}`,
};

/** @returns undefined where something is such that the engine's own way has to say what it is */
export async function stageNumbered(
  connection: DuckDBConnection,
  folder: string,
  lines: ReadLines,
): Promise<Shape | undefined> {
  await connection.run(`create or replace temp table texts as select ${COLUMNS}
    from ${read(lines.texts, { '#': 'INTEGER', kind: 'INTEGER', ...PARTS })} where kind is not null`);
  const hasOdd = lines.oddCount > 0;
  const oddRows = text(join(folder, 'odd'));
  if (hasOdd) await stageOdd(connection, lines.odd, oddRows);
  await connection.run(
    `create or replace temp view staged as ${viewOf(lines, hasOdd ? oddRows : undefined)}`,
  );
  for (const [name, sql] of Object.entries(TABLES))
    await connection.run(`create or replace temp table ${name} as ${sql}`);
  const found =
    await connection.runAndReadAll(`select count(*), count(*) filter (where not is_agent), count(*) filter (where person is null),
    (select count(*) from texts where (kind = ${KINDS.who} and actor is null) or (kind = ${KINDS.done} and verb.id is null)) from whos`);
  const [people = 0, wrong = 0, nobody = 0, unsaid = 0] = (found.getRows()[0] ?? []).map(Number);
  await connection.run('drop table texts');
  const isWhole = !hasOdd && nobody + unsaid === 0;
  if (people === 0 || wrong > 0 || !(isWhole || (await saysSomething(connection)))) return undefined;
  return {
    ...BY_NUMBERS,
    leftOut: isWhole ? undefined : LEFT_OUT,
    isEachOnce: lines.isEachOnce && !hasOdd,
  };
}

/** Somebody did something, in one statement. */
async function saysSomething(connection: DuckDBConnection): Promise<boolean> {
  const isSo = await firstCell(
    connection,
    `select exists (select 1 from ${WITH_BOTH} where whos.who is not null and things.done is not null)`,
  );
  return isSo === true;
}

const WITH_BOTH =
  'staged left join whos on whos.who = staged.who left join things on things.done = staged.done';

/** Each is understood by itself: they are few. */
async function stageOdd(connection: DuckDBConnection, files: readonly string[], rows: string): Promise<void> {
  await connection.run(`create or replace temp table odd as select ${ODD_FROM} + row_number() over () as "#",
    ${ID} as statement, ${HAPPENED} as happened, ${Object.keys(PARTS).join(', ')} from ${read(files, STATEMENT)}`);
  await connection.run(`insert into texts select cast("#" as integer), kind, ${Object.keys(PARTS).join(', ')}
    from odd cross join (select unnest([${Object.values(KINDS).join(', ')}]) as kind)`);
  await connection.run(
    `copy (select statement, happened, cast("#" as integer) as number from odd) to ${rows} (format parquet)`,
  );
  await connection.run('drop table odd');
}

function viewOf({ rows }: ReadLines, odd: string | undefined): string {
  const numbers = Object.keys(KINDS);
  const parts = rows.map(
    (file, part) => `select id as statement, happened, nullif(seconds, -1) as seconds, ${numbers.join(', ')},
      file_row_number + ${part}000000000000 as place from read_parquet(${text(file)}, file_row_number = true)`,
  );
  if (odd !== undefined)
    parts.push(`select statement, happened, null as seconds, ${numbers.map((number) => `number as ${number}`).join(', ')},
      number as place from read_parquet(${odd})`);
  return parts.join(' union all ');
}

const LEFT_OUT = `select count(*) filter (where whos.who is null or things.done is null),
      count(*) filter (where things.done is not null and is_group), count(*) filter (where things.done is not null and not is_group)
    from ${WITH_BOTH}
    where person is null or things.done is null`;

const BY_NUMBERS: Omit<Shape, 'leftOut' | 'isEachOnce'> = {
  tables: {
    whos: { by: 'who' },
    things: { by: 'done' },
    contexts: { by: 'around' },
    results: { by: 'result' },
  },
  answers: ['whos', 'things', 'contexts', 'results'],
  events: ['whos', 'things', 'contexts', 'results'],
  told: ['whos', 'things', 'contexts'],
  seconds: 'coalesce(staged.seconds, results.seconds)',
};
