/**
 * Statements as they are read, one row each, and what can be said of them. What repeats from statement to statement (what
 * was done to what, in which context, how long it took) is worked out once for each that is different: nearly all of the
 * time that it takes to understand statements goes into such texts.
 */

/** What is read of a statement. What is seldom different stays as it is written, to be understood once. */
export const STATEMENT: Readonly<Record<string, string>> = {
  id: 'VARCHAR',
  actor: 'VARCHAR',
  verb: 'STRUCT(id VARCHAR)',
  object:
    'STRUCT(id VARCHAR, definition STRUCT(type VARCHAR, name VARCHAR, correctResponsesPattern VARCHAR))',
  result:
    'STRUCT(score STRUCT(scaled DOUBLE, raw DOUBLE, max DOUBLE), success BOOLEAN, response VARCHAR, duration VARCHAR, extensions VARCHAR)',
  context: 'STRUCT(registration VARCHAR, language VARCHAR, revision VARCHAR, contextActivities VARCHAR)',
  timestamp: 'VARCHAR',
  stored: 'VARCHAR',
};

/** xAPI 1.0.3, 4.1.7: the LRS sets `timestamp` to what it stores where a statement has none; not all do. */
const TOLD = 'coalesce(timestamp, stored)';
const ZONE = '[+-][0-9]{2}(:?[0-9]{2})?$';
/** ISO 8601 with its zone (xAPI 1.0.3, 4.2.7), as UTC. Most are written so already, and the engine reads the `Z`. */
const inUtc = (time: string, cast: 'cast' | 'try_cast'): string =>
  `case when ${time} like '%Z' or not regexp_matches(${time}, 'T.*${ZONE}') then ${cast}(${time} as timestamp)
      else ${cast}(regexp_replace(${time}, '${ZONE}', '') as timestamp)
        - to_minutes((case when regexp_extract(${time}, '([+-])[0-9]{2}(:?[0-9]{2})?$', 1) = '-' then -1 else 1 end)
          * (60 * cast(regexp_extract(${time}, '[+-]([0-9]{2})(:?[0-9]{2})?$', 1) as integer)
            + coalesce(try_cast(regexp_extract(${time}, '[+-][0-9]{2}:?([0-9]{2})$', 1) as integer), 0))) end`;
/** A time that can't be read is as none; a statement that has no other can't be taken in. */
const HAPPENED = `coalesce(${inUtc('timestamp', 'try_cast')}, ${inUtc('coalesce(stored, timestamp)', 'cast')})`;

const AGENT = {
  objectType: 'VARCHAR',
  name: 'VARCHAR',
  mbox: 'VARCHAR',
  mbox_sha1sum: 'VARCHAR',
  openid: 'VARCHAR',
  account: { homePage: 'VARCHAR', name: 'VARCHAR' },
};
/** A group is nobody (xAPI 1.0.3, 4.1.2). */
const PERSON = `case
    when agent.objectType = 'Group' then null
    when agent.mbox is not null and agent.mbox <> '' then lower(replace(agent.mbox, 'mailto:', ''))
    when agent.account.name like '%_@_%' then lower(agent.account.name)
    else coalesce(agent.account.homePage || '|' || agent.account.name,
      'sha1:' || agent.mbox_sha1sum, agent.openid, 'name:' || lower(agent.name)) end`;

/** Of a text that may be no JSON at all: a text that stands for an actor lies there without its quotation marks. */
const IS_AGENT = `case when json_valid(actor)
  then json_type(actor) = 'OBJECT' and coalesce(json_type(actor, '$.account'), 'NULL') in ('OBJECT', 'NULL') else false end`;

/** Who did something in which registration, each once: rows find it by a number, which is sooner compared than both texts. */
export const WHOS = `create or replace temp table whos as
  select who, is_agent, coalesce(agent.objectType = 'Group', false) as is_group, ${PERSON} as person, agent.name as name,
    person || '|' || coalesce(lower(registration), 'no registration') as attempt
  from (
    select who, registration, is_agent, case when is_agent then from_json(actor, '${JSON.stringify(AGENT)}') end as agent
    from (
      select *, ${IS_AGENT} as is_agent
      from (select distinct who, actor, registration from staged where actor is not null and who is not null)
    )
  )`;

/** Without a registration one person's courses are told apart by what was done there. With `whos` and `things`. */
export const APART = `case when staged.registration is null then '|' || things.course end`;
export const ATTEMPT = `whos.attempt || coalesce(${APART}, '')`;

/** Between the parts of one text: neither an IRI nor JSON has it. */
const BREAK = 'chr(31)';
/** What was done to what, as one text, so that it is looked up at one go. */
const DONE = [
  'verb.id',
  'object.definition.type',
  'object.id',
  'object.definition.name',
  'object.definition.correctResponsesPattern',
];

/**
 * A statement has an id from the LRS at the latest (xAPI 1.0.3, 2.4.1), a UUID: some LRSs print them in capitals, which is the same one
 * (RFC 9562, 4). One that never was in an LRS is known by what it says.
 */
const ID = `coalesce(lower(id), md5(cast(row(actor, verb, object, result, context, ${TOLD}) as varchar)))`;

/** Who says nothing of what was done says no statement (xAPI 1.0.3, 2.4), and has no number. */
const WHO = `case when verb.id is not null then hash(actor, context.registration) end`;

/** Points of a scale that nobody tells are no per cents. */
const POINTS = `coalesce(result.score.scaled * 100, result.score.raw * 100 / nullif(result.score.max, 0), result.score.raw)`;

/** @param source what DuckDB reads from, with a column for each part of a statement */
export const stagedFrom = (source: string): string => `
  select ${ID} as statement, ${WHO} as who, actor, context.registration as registration,
    concat(${DONE.join(`, ${BREAK}, `)}) as done,
    result.response as response, cast(result.success as integer) as ok,
    case when abs(${POINTS}) <= 100 then ${POINTS} end as score,
    result.duration as duration, result.extensions as extensions,
    context.language as language, context.revision as version, context.contextActivities as around,
    ${HAPPENED} as happened
  from ${source}`;

/** The last part of an IRI. */
const lastPart = (column: string): string => `split_part(split_part(${column}, '#', -1), '/', -1)`;

/** An item of an assessment: this project's, or any question of another course. */
const IS_ITEM = `(verb_ = 'answered' and (object like '%/items/%' or (type_ = 'cmi.interaction' and object not like '%/activities/%')))`;

/** The course that something is a part of. */
const WITHIN = `regexp_replace(object, '/(lessons|items|objectives|assessment|activities)(/.*)?$', '')`;

const thing = `
  select done, verb_,
    case when verb_ = 'completed' and type_ = 'lesson' then 'lesson'
         when verb_ = 'responded' then 'way'
         when verb_ = 'scored' and type_ = 'objective' then 'objective'
         when verb_ = 'scored' and type_ = 'attempt' then 'try'
         when verb_ = 'answered' then 'check'
         else verb_ end as kind,
    ${IS_ITEM} as is_item,
    case when verb_ = 'voided' then lower(object)
         when ${IS_ITEM} and object like '%/items/%' then regexp_extract(object, '/items/([^/]+)$', 1)
         when ${IS_ITEM} then object
         when type_ in ('lesson', 'objective', 'cmi.interaction', 'attempt') then split_part(object, '/', -1)
         else object end as part,
    coalesce(json_extract_string(name, '$.en'), json_extract_string(name, '$."en-US"'), json_extract_string(name, '$.*')[1]) as title,
    case when json_type(pattern) = 'ARRAY' then array_to_string(json_extract_string(pattern, '$[*]'), ' | ') end as pattern,
    try_cast(regexp_extract(object, '/tries/([0-9]+)$', 1) as integer) as try_number,
    -- a question that stands by itself doesn't say of which course it is
    case when type_ <> 'cmi.interaction' or object <> ${WITHIN} then ${WITHIN} end as course
  from (
    select done, ${lastPart('verb')} as verb_, ${lastPart('type')} as type_, object, nullif(name, '') as name, nullif(pattern, '') as pattern
    from (
      select done, ${['verb', 'type', 'object', 'name', 'pattern'].map((part, at) => `split_part(done, ${BREAK}, ${at + 1}) as ${part}`).join(', ')}
      from (select distinct done from staged)
    )
  )`;

const duration = (unit: string): string =>
  `coalesce(try_cast(regexp_extract(duration, '${unit}', 1) as double), 0)`;

/** The small tables beside what is staged, by their names, and the column by which it finds its row there. */
const BESIDE: Readonly<Record<string, { sql: string; by: string }>> = {
  things: { by: 'done', sql: thing },
  durations: {
    by: 'duration',
    sql: `select duration, ${duration('([0-9.]+)D')} * 86400
      + ${duration('T[^T]*?([0-9.]+)H')} * 3600 + ${duration('T[^T]*?([0-9.]+)M')} * 60 + ${duration('([0-9.]+)S')} as seconds
      from (select distinct duration from staged where duration is not null)`,
  },
  contexts: {
    by: 'around',
    sql: `select around, try_cast(regexp_extract(around, '/tries/([0-9]+)"', 1) as integer) as try_number,
      nullif(regexp_extract(around, '/objectives/([^"/]+)"', 1), '') as objective
      from (select distinct around from staged where around is not null)`,
  },
  extras: {
    by: 'extensions',
    sql: `select extensions, nullif(regexp_extract(extensions, '/ending" *: *"([a-z]+)"', 1), '') as ending,
      -- a pass has no response; the certificate's number stands there
      nullif(regexp_extract(extensions, '/record-number" *: *"([A-Z0-9-]+)"', 1), '') as record_number,
      try_cast(regexp_extract(extensions, '/progress" *: *([0-9.]+)', 1) as double) as progress
      from (select distinct extensions from staged where extensions is not null)`,
  },
};

export const BESIDE_NAMES = ['whos', ...Object.keys(BESIDE)];

/** What makes the small tables. */
export const besides = (): string[] =>
  Object.entries(BESIDE).map(([name, { sql }]) => `create or replace temp table ${name} as ${sql}`);

/** What is staged, with rows of the small tables that are named. */
export const stagedWith = (...names: readonly string[]): string =>
  `staged${names
    .map((name) => {
      const by = BESIDE[name]?.by ?? 'who';
      return ` left join ${name} on ${name}.${by} = staged.${by}`;
    })
    .join('')}`;
