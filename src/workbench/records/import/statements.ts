/**
 * xAPI statements into the four tables, by one pass over a typed structure. This project's own statements (docs/records.md)
 * are understood whole; of any other course its answers, scores, passes and completions. Voided statements go (xAPI 1.0.3,
 * 2.3.2), and a statement that is met twice counts once.
 */
import { randomUUID } from 'node:crypto';
import { copyFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { text } from '../sql-text.ts';
import { deriveForms, merge } from '../store.ts';
import { ImportFailure } from './failure.ts';
import { containerOf, firstText } from './text.ts';

/** Of one statement, in bytes: each thread keeps a buffer of this size. */
const LARGEST = 4_194_304;
/** Of what an LRS answers a query with, which is one object. */
const LARGEST_ANSWER = 134_217_728;

const AGENT =
  'STRUCT(name VARCHAR, mbox VARCHAR, mbox_sha1sum VARCHAR, openid VARCHAR, account STRUCT(homePage VARCHAR, name VARCHAR))';
const STATEMENT: Readonly<Record<string, string>> = {
  id: 'VARCHAR',
  actor: AGENT,
  verb: 'STRUCT(id VARCHAR)',
  object:
    'STRUCT(id VARCHAR, objectType VARCHAR, definition STRUCT(type VARCHAR, name MAP(VARCHAR, VARCHAR), correctResponsesPattern VARCHAR[]))',
  result:
    'STRUCT(score STRUCT(scaled DOUBLE, raw DOUBLE, max DOUBLE), success BOOLEAN, response VARCHAR, duration VARCHAR, extensions VARCHAR)',
  context: 'STRUCT(registration VARCHAR, language VARCHAR, revision VARCHAR, contextActivities VARCHAR)',
  timestamp: 'VARCHAR',
};

/** @returns how many statements were new. @throws ImportFailure with the line of a statement that can't be read */
export async function importStatements(connection: DuckDBConnection, path: string): Promise<number> {
  const plain = await withoutPattern(path);
  try {
    await stage(connection, path, await sourceOf(path, plain.path));
  } finally {
    await plain.done();
  }
  return takeStaged(connection);
}

/** DuckDB takes `*`, `?` and `[` in a name for a pattern. */
async function withoutPattern(path: string): Promise<{ path: string; done(): Promise<void> }> {
  if (!/[*?[\]{}]/.test(path)) return { path, done: async () => {} };
  const other = join(tmpdir(), `statements-${randomUUID()}`);
  await symlink(resolve(path), other).catch(() => copyFile(path, other));
  return { path: other, done: () => rm(other, { force: true }) };
}

/** A list, an object a line, or what an LRS answers a query with. */
async function sourceOf(path: string, readable: string): Promise<string> {
  const start = (await firstText(path)).trimStart();
  const compression = (await containerOf(path)) === 'gzip' ? 'gzip' : 'uncompressed';
  const read = (format: string, columns: string, largest = LARGEST): string =>
    `read_json(${text(readable)}, format = '${format}', compression = '${compression}', maximum_object_size = ${largest}, columns = {${columns}})`;
  const columns = Object.entries(STATEMENT)
    .map(([name, type]) => `${name}: '${type}'`)
    .join(', ');
  if (/^\{\s*"(statements|more)"\s*:/.test(start)) {
    const whole = `STRUCT(${Object.entries(STATEMENT)
      .map(([name, type]) => `"${name}" ${type}`)
      .join(', ')})[]`;
    return `(select unnest(statements, max_depth := 2) from ${read('auto', `statements: '${whole}'`, LARGEST_ANSWER)})`;
  }
  return read(start.startsWith('[') ? 'array' : 'newline_delimited', columns);
}

async function stage(connection: DuckDBConnection, path: string, source: string): Promise<void> {
  try {
    await connection.run(`create or replace temp table staged as ${FLAT(source)}`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    // It counts the lines that it has behind it and one more. Where statements stand in a list there are no lines to name.
    const line = source.includes('newline_delimited') ? /\bline (\d+)/.exec(why)?.[1] : undefined;
    throw new ImportFailure(
      basename(path),
      line === undefined ? undefined : Number(line) - 1,
      'From here on this is no xAPI statement as JSON; the file may have been cut off.',
      'Export it again, or take the broken line out. Nothing of this file was taken in.',
      error,
    );
  }
}

const person = `coalesce(
    nullif(lower(replace(actor.mbox, 'mailto:', '')), ''),
    case when actor.account.name like '%_@_%' then lower(actor.account.name)
         else actor.account.homePage || '|' || actor.account.name end,
    'sha1:' || actor.mbox_sha1sum, actor.openid, 'name:' || lower(actor.name))`;

const seconds = (column: string): string =>
  `case when ${column} is null then null else
    coalesce(try_cast(regexp_extract(${column}, '([0-9.]+)D', 1) as double), 0) * 86400
    + coalesce(try_cast(regexp_extract(${column}, 'T[^T]*?([0-9.]+)H', 1) as double), 0) * 3600
    + coalesce(try_cast(regexp_extract(${column}, 'T[^T]*?([0-9.]+)M', 1) as double), 0) * 60
    + coalesce(try_cast(regexp_extract(${column}, '([0-9.]+)S', 1) as double), 0) end`;

/** The last part of an IRI; much faster than an expression that is looked for everywhere. */
const lastPart = (column: string): string => `split_part(split_part(${column}, '#', -1), '/', -1)`;

const ZONE = '[+-][0-9]{2}:?[0-9]{2}$';
/** ISO 8601 with its zone (xAPI 1.0.3, 4.2.7), as UTC. Most are written so already. */
const inUtc = `case when not regexp_matches(timestamp, '${ZONE}') then cast(rtrim(timestamp, 'Z') as timestamp)
      else cast(regexp_replace(timestamp, '${ZONE}', '') as timestamp)
        - to_minutes((case when regexp_extract(timestamp, '([+-])[0-9]{2}:?[0-9]{2}$', 1) = '-' then -1 else 1 end)
          * (60 * cast(regexp_extract(timestamp, '[+-]([0-9]{2}):?[0-9]{2}$', 1) as integer)
            + cast(regexp_extract(timestamp, '[+-][0-9]{2}:?([0-9]{2})$', 1) as integer))) end`;

const FLAT = (source: string): string => `
  with read_ as (select *, ${lastPart('verb.id')} as verb_, ${person} as person_ from ${source}
    where actor is not null or verb.id like '%/voided')
  select
    id as statement,
    person_ as person,
    actor.name as name,
    case when person_ like '%_@_%' and person_ not like '%|%' then person_ end as email,
    person_ || '|' || coalesce(context.registration, 'no registration') as attempt,
    ${inUtc} as happened,
    verb_ as verb,
    object.objectType as object_type,
    object.id as object,
    ${lastPart('object.definition.type')} as type,
    coalesce(object.definition.name['en'], object.definition.name['en-US'], map_values(object.definition.name)[1]) as title,
    array_to_string(object.definition.correctResponsesPattern, ' | ') as pattern,
    -- a pass has no response; the certificate's number stands there
    coalesce(result.response, nullif(regexp_extract(result.extensions, '/record-number" *: *"([A-Z0-9-]+)"', 1), '')) as response,
    cast(result.success as integer) as ok,
    coalesce(result.score.scaled * 100, result.score.raw * 100 / nullif(result.score.max, 0), result.score.raw) as score,
    ${seconds('result.duration')} as seconds,
    nullif(regexp_extract(result.extensions, '/ending" *: *"([a-z]+)"', 1), '') as ending,
    try_cast(regexp_extract(result.extensions, '/progress" *: *([0-9.]+)', 1) as double) as progress,
    coalesce(try_cast(regexp_extract(context.contextActivities, '/tries/([0-9]+)"', 1) as integer),
      try_cast(regexp_extract(object.id, '/tries/([0-9]+)$', 1) as integer)) as try_number,
    nullif(regexp_extract(context.contextActivities, '/objectives/([^"/]+)"', 1), '') as objective,
    context.language as language,
    context.revision as version
  from read_`;

/** An item of an assessment: this project's, or any question of another course. */
const IS_ITEM = `(verb = 'answered' and (object like '%/items/%' or (type = 'cmi.interaction' and object not like '%/activities/%')))`;

async function takeStaged(connection: DuckDBConnection): Promise<number> {
  const run = async (sql: string): Promise<void> => void (await connection.run(sql));
  await run(`delete from staged where person is null and verb <> 'voided'`);
  await run(
    `create or replace temp table gone as select distinct object as statement from staged where verb = 'voided'`,
  );
  await run(`create or replace temp table twice as
    select statement, min(rowid) as first from staged group by statement having count(*) > 1`);
  await run(
    'delete from staged where rowid in (select s.rowid from staged s join twice t on t.statement = s.statement where s.rowid <> t.first)',
  );
  await run(`delete from staged where verb = 'voided'
      or statement in (select statement from gone)
      or statement in (select event from records.events)
      or statement in (select answer from records.answers)`);
  await run('drop table if exists fresh; alter table staged rename to fresh');
  await run(`delete from records.events where event in (select statement from gone)`);
  await run(`delete from records.answers where answer in (select statement from gone)`);
  await run(`insert into records.answers by name
    select statement as answer, attempt, person,
      case when object like '%/items/%' then regexp_extract(object, '/items/([^/]+)$', 1) else object end as item,
      try_number, happened as given, response, ok as correct, seconds, pattern, objective
    from fresh where ${IS_ITEM}`);
  await run(`insert into records.events by name
    select statement as event, attempt, person, happened,
      case when verb = 'completed' and type = 'lesson' then 'lesson'
           when verb = 'responded' then 'way'
           when verb = 'scored' and type = 'objective' then 'objective'
           when verb = 'scored' and type = 'attempt' then 'try'
           when verb = 'answered' then 'check'
           else verb end as kind,
      case when type in ('lesson', 'objective', 'cmi.interaction', 'attempt') then split_part(object, '/', -1)
           else object end as object,
      title as name, response, ending, ok, coalesce(score, progress) as score, seconds, try_number
    from fresh where not ${IS_ITEM}`);
  await mergePeople(connection);
  await mergeAttempts(connection);
  await deriveForms(connection, 'select attempt from fresh');
  const rows = await connection.runAndReadAll('select count(*) from fresh');
  await run('drop table fresh; drop table gone; drop table twice');
  return Number(rows.getRows()[0]?.[0] ?? 0);
}

async function mergePeople(connection: DuckDBConnection): Promise<void> {
  await connection.run(`create or replace temp table staged_people as
    select person, arg_max(name, happened) as name, any_value(email) as email, cast(null as varchar) as team
    from fresh group by person`);
  await merge(connection, 'people');
}

/** Of what is known by now: times may come in any order. */
async function mergeAttempts(connection: DuckDBConnection): Promise<void> {
  await connection.run(`create or replace temp table staged_attempts as
    with known as (
      select attempt, person, happened, kind, object, ok, score, seconds, try_number from records.events
        where attempt in (select attempt from fresh)
      union all
      select attempt, person, given, 'answer', item, correct, null, null, try_number from records.answers
        where attempt in (select attempt from fresh)
    ), said as (
      select attempt, arg_max(language, happened) as language, arg_max(version, happened) as version,
        min(regexp_replace(object, '/(lessons|items|objectives|assessment|activities)(/.*)?$', '')) as course
      from fresh group by attempt
    )
    select known.attempt as attempt, any_value(known.person) as person, 'LRS' as source,
      coalesce((select any_value(title) from records.courses where iri = any_value(said.course)), any_value(said.course)) as course,
      cast(null as integer) as number, any_value(said.version) as version, any_value(said.language) as language,
      min(happened) as started, max(happened) as last_seen,
      min(happened) filter (where kind in ('completed', 'waived')) as finished,
      case when count(*) filter (where kind in ('completed', 'waived')) > 0 then 'completed' else 'incomplete' end as completion,
      case when count(*) filter (where kind in ('passed', 'waived')) > 0 then 'passed'
           when count(*) filter (where kind = 'failed') > 0 then 'failed' end as success,
      max(score) filter (where kind in ('passed', 'failed', 'try') or (kind in ('scored', 'completed') and score is not null)) as score,
      sum(seconds) filter (where kind = 'terminated') as seconds,
      case when count(*) filter (where kind in ('completed', 'waived')) > 0 then 100
           else max(score) filter (where kind = 'progressed') end as progress,
      max(try_number) as tries,
      arg_max(object, happened) filter (where kind = 'lesson') as place
    from known left join said on said.attempt = known.attempt
    group by known.attempt`);
  await connection.run('delete from records.attempts where attempt in (select attempt from staged_attempts)');
  await merge(connection, 'attempts');
}
