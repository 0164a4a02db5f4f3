/**
 * What is worked out of the parts of statements, whatever way they were read: who did something, what was done, and what the words beside
 * it mean. As SQL over a source that has these parts as columns.
 */

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
    when agent.mbox is not null and agent.mbox <> '' then lower(regexp_replace(trim(agent.mbox), '^mailto: *', '', 'i'))
    when agent.account.name like '%_@_%' then lower(agent.account.name)
    else coalesce(agent.account.homePage || '|' || agent.account.name,
      'sha1:' || agent.mbox_sha1sum, agent.openid, 'name:' || lower(agent.name)) end`;

/** Of a text that may be no JSON at all: a text that stands for an actor lies there without its quotation marks. */
const IS_AGENT = `case when json_valid(actor)
  then json_type(actor) = 'OBJECT' and coalesce(json_type(actor, '$.account'), 'NULL') in ('OBJECT', 'NULL') else false end`;

/** @param source with `who`, `actor` and `registration`, each once */
export const whosFrom = (source: string): string => `
  select who, registration, is_agent, coalesce(agent.objectType = 'Group', false) as is_group, ${PERSON} as person, agent.name as name,
    person || '|' || coalesce(lower(registration), 'no registration') as attempt
  from (
    select who, registration, is_agent, case when is_agent then from_json(actor, '${JSON.stringify(AGENT)}') end as agent
    from (select *, ${IS_AGENT} as is_agent from ${source})
  )`;

/** Points of a scale that nobody tells are no per cents. Of 0.57 a hundred times is a little less than 57, which is no less. */
const POINTS = `round(coalesce(result.score.scaled * 100, result.score.raw * 100 / nullif(result.score.max, 0), result.score.raw), 9)`;

/** Of `result`. */
export const OK = 'cast(result.success as integer)';
export const SCORE = `case when abs(${POINTS}) <= 100 then ${POINTS} end`;

/** The last part of an IRI. */
const lastPart = (column: string): string => `split_part(split_part(${column}, '#', -1), '/', -1)`;

/** An item of an assessment: this project's, or any question of another course. */
const IS_ITEM = `(verb_ = 'answered' and (object like '%/items/%' or (type_ = 'cmi.interaction' and object not like '%/activities/%')))`;

/** The course that something is a part of. */
const WITHIN = `regexp_replace(object, '/(lessons|items|objectives|assessment|activities)(/.*)?$', '')`;

/** @param source with `done`, and `verb`, `type`, `object`, `name` and `pattern` as they are written, empty where there is none */
export const thingsFrom = (source: string): string => `
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
    case when json_valid(name) then coalesce(json_extract_string(name, '$.en'), json_extract_string(name, '$."en-US"'), json_extract_string(name, '$.*')[1]) end as title,
    case when json_valid(pattern) then
           case when json_type(pattern) = 'ARRAY' then array_to_string(json_extract_string(pattern, '$[*]'), ' | ') end end as pattern,
    try_cast(regexp_extract(object, '/tries/([0-9]+)$', 1) as integer) as try_number,
    -- a question that stands by itself doesn't say of which course it is
    case when type_ <> 'cmi.interaction' or object <> ${WITHIN} then ${WITHIN} end as course
  from (
    select done, ${lastPart('verb')} as verb_, ${lastPart('type')} as type_, object, nullif(name, '') as name, nullif(pattern, '') as pattern
    from ${source}
  )`;

const duration = (column: string, unit: string): string =>
  `coalesce(try_cast(regexp_extract(${column}, '${unit}', 1) as double), 0)`;

/** ISO 8601, as far as it has a fixed length. */
export const secondsOf = (column: string): string => `${duration(column, '([0-9.]+)D')} * 86400
      + ${duration(column, 'T[^T]*?([0-9.]+)H')} * 3600 + ${duration(column, 'T[^T]*?([0-9.]+)M')} * 60 + ${duration(column, '([0-9.]+)S')}`;

/**
 * Of `contextActivities`. An LMS may launch the course under an id of its own (in cmi5 they do): the course names itself besides. That
 * stands behind a sign that comes before all letters, so that the least of several names is it.
 */
export const aroundOf = (column: string): string =>
  `(select '!' || min(iri) from records.courses where contains(${column}, '"' || iri || '"')) as known_course,
      try_cast(regexp_extract(${column}, '/tries/([0-9]+)"', 1) as integer) as try_number,
      nullif(regexp_extract(${column}, '/objectives/([^"/]+)"', 1), '') as objective`;

/** Of a result's `extensions`. A pass has no response; the certificate's number stands there. */
export const extrasOf = (
  column: string,
): string => `nullif(regexp_extract(${column}, '/ending" *: *"([a-z]+)"', 1), '') as ending,
      nullif(regexp_extract(${column}, '/record-number" *: *"([A-Z0-9-]+)"', 1), '') as record_number,
      try_cast(regexp_extract(${column}, '/progress" *: *([0-9.]+)', 1) as double) as progress`;
