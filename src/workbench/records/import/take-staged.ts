/** From the statements that are staged into the four tables. Inside a transaction. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { numberFrom } from '../first-cell.ts';
import { keyOf } from '../keys.ts';
import { merge } from '../merge.ts';
import { deriveForms } from '../store.ts';
import { APART, ATTEMPT, besides, stagedWith, type Shape } from './shape.ts';
import type { Staging } from './staging.ts';

/** @param step is called before each of about seven steps. @returns how many statements were new */
export async function takeStaged(
  connection: DuckDBConnection,
  staging: Staging,
  shape: Shape,
  step: () => void,
): Promise<number> {
  const run = async (sql: string): Promise<number> => {
    step();
    return (await connection.run(sql)).rowsChanged;
  };
  const count: Count = (sql) => numberFrom(connection, `select count(*) from ${sql}`);
  if (!shape.isEachOnce) await once(staging, run, count);
  const hadEvents = await without(staging, run, count, 'records.events', 'event');
  const hadAnswers = await without(staging, run, count, 'records.answers', 'answer');
  // where nothing was known before, all that is known then was said here
  const which = hadEvents || hadAnswers ? 'select attempt from said' : undefined;
  for (const sql of besides(shape)) await connection.run(sql);
  await letGo(staging, shape, run, count);
  const answers = await run(`insert into records.answers by name
    select statement as answer, ${ATTEMPT} as attempt, person, part as item, coalesce(contexts.try_number, things.try_number) as try_number,
      happened as given, response, ok as correct, ${shape.seconds} as seconds, pattern, objective
    from ${stagedWith(shape, shape.answers)} where ${KNOWN} and is_item`);
  const events = await run(`insert into records.events by name
    select statement as event, ${ATTEMPT} as attempt, person, happened, kind, part as object, title as name,
      coalesce(response, record_number) as response, ending, ok,
      coalesce(score, progress) as score, ${shape.seconds} as seconds, coalesce(contexts.try_number, things.try_number) as try_number
    from ${stagedWith(shape, shape.events)} where ${KNOWN} and not is_item`);
  await run(`create or replace temp table tellings as ${tellings(shape)}`);
  await run(`create or replace temp table staged_people as
    select person, arg_max(name, last) as name,
      case when person like '%_@_%' and person not like '%|%' then person end as email, cast(null as varchar) as team
    from tellings group by person`);
  await merge(connection, 'people');
  await connection.run(SAID);
  await connection.run(`insert into said by name select attempt, language, version, course from records.attempts
    where attempt in (select attempt from shaken) and attempt not in (select attempt from said)`);
  await writeAttempts(connection, run, which);
  // who is known by nothing but what was voided has not to be reminded: it was said of the wrong one
  await connection.run(`delete from records.people where person in (select person from shaken)
    and person not in (select person from records.attempts) and person not in (select into_person from records.joined)`);
  step();
  await deriveForms(connection, which);
  for (const name of ['tellings', 'said', 'shaken', ...Object.keys(shape.tables)])
    await connection.run(`drop table ${name}`);
  await connection.run('drop view staged');
  return answers + events;
}

const KNOWN = 'person is not null';

/** What was told last by whoever is known, in each registration. */
const tellings = (shape: Shape): string => `
  select person, whos.attempt || coalesce(apart, '') as attempt, name, last, language, language_at, version, version_at, course
  from whos join (
    select staged.who as teller, ${APART} as apart, max(happened) as last, min(coalesce(known_course, course)) as course,
      arg_max(language, happened) as language, max(happened) filter (where language is not null) as language_at,
      arg_max(version, happened) as version, max(happened) filter (where version is not null) as version_at
    from ${stagedWith(shape, shape.told)} where things.done is not null group by staged.who, apart
  ) told on told.teller = whos.who
  where ${KNOWN}`;

/**
 * Of each attempt, beside what is known of it: what comes now may be a part of it alone, or older. The course by its own name is sooner
 * believed than the id under which an LMS launches it.
 */
const SAID = `create or replace temp table said as
  with now_said as (
    select attempt, arg_max(language, language_at) as language, max(language_at) as language_at,
      arg_max(version, version_at) as version, max(version_at) as version_at, min(course) as course
    from tellings group by attempt
  )
  select n.attempt as attempt,
    case when language_at >= a.last_seen then n.language else coalesce(a.language, n.language) end as language,
    case when version_at >= a.last_seen then n.version else coalesce(a.version, n.version) end as version,
    case when n.course like '!%' then n.course[2:] when a.course in (select title from records.courses) then a.course else least(n.course, a.course) end as course
  from now_said n left join records.attempts a on a.attempt = n.attempt`;

/** @returns how many rows were written */
type Run = (sql: string) => Promise<number>;
type Count = (sql: string) => Promise<number>;

/** A statement that is met twice counts once. Numbers made of ids find those few whose ids have to be looked at; mostly there are none. */
async function once(staging: Staging, run: Run, count: Count): Promise<void> {
  const number = 'hash(statement)';
  if (
    (await count(
      `(select count(distinct ${number}) as different, count(*) as all_ from staged) where different < all_`,
    )) === 0
  )
    return;
  await run(`create or replace temp table twice as
    select ${number} as number from staged group by number having count(*) > 1`);
  await staging.keepOnly(`${number} not in (select number from twice) or place in (
    select min(place) from staged where ${number} in (select number from twice) group by statement)`);
  await run('drop table twice');
}

/** What is in the store already. @returns whether there is anything */
async function without(
  staging: Staging,
  run: Run,
  count: Count,
  table: string,
  key: string,
): Promise<boolean> {
  if ((await count(table)) === 0) return false;
  await run(`create or replace temp table known as
    select statement from staged where statement in (select ${key} from ${table})`);
  if ((await count('known')) > 0) await staging.keepOnly('statement not in (select statement from known)');
  await run('drop table known');
  return true;
}

/** What was voided (xAPI 1.0.3, 2.3.2), here or earlier. That it was is kept: it may come again, or come later than what voided it. */
async function letGo(staging: Staging, shape: Shape, run: Run, count: Count): Promise<void> {
  // attempts that lose something are looked at again
  await run('create or replace temp table shaken (attempt varchar, person varchar)');
  const isNew = (await count(`things where verb_ = 'voided'`)) > 0;
  if (!isNew && (await count(`records.events where kind = 'voided'`)) === 0) return;
  if (isNew)
    await run(`insert into records.events by name select statement as event, happened, 'voided' as kind, part as object
      from ${stagedWith(shape, ['things'])} where verb_ = 'voided'`);
  await run(
    `create or replace temp table gone as select distinct ${keyOf('object')} as statement from records.events where kind = 'voided'`,
  );
  await staging.keepOnly(`done not in (select done from things where verb_ = 'voided')
    and statement not in (select statement from gone)`);
  await run(`insert into shaken
    select attempt, person from records.events where event in (select statement from gone)
    union select attempt, person from records.answers where answer in (select statement from gone)`);
  await run('delete from records.events where event in (select statement from gone)');
  await run('delete from records.answers where answer in (select statement from gone)');
  await run('drop table gone');
}

/** Of what is known by now: times may come in any order. */
async function writeAttempts(
  connection: DuckDBConnection,
  run: Run,
  which: string | undefined,
): Promise<void> {
  const isSaid = which === undefined ? 'attempt is not null' : `attempt in (${which})`;
  await run(`create or replace temp table written as
    with known as (
      select attempt, person, happened, kind, object, score, seconds, try_number from records.events
        where ${isSaid}
      union all
      select attempt, person, given, 'answer', item, null, null, try_number from records.answers
        where ${isSaid}
    ), told as (
      select attempt, any_value(person) as person, min(happened) as started, max(happened) as last_seen,
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
      from known group by attempt
    )
    select told.*, 'LRS' as source, coalesce(c.title, said.course) as course, cast(null as integer) as number,
      said.version as version, said.language as language
    from told join said on said.attempt = told.attempt
    left join (select iri, any_value(title) as title from records.courses group by iri) c on c.iri = said.course`);
  await connection.run('delete from records.attempts where attempt in (select attempt from said)');
  await connection.run('insert into records.attempts by name select * from written');
  await connection.run('drop table written');
}
