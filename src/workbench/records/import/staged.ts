/**
 * Statements as they are read, one row each, and what can be said of them. What repeats from statement to statement (what
 * was done to what, in which context, how long it took) is worked out once for each that is different: nearly all of the
 * time that it takes to understand statements goes into such texts.
 */

import { keyOf } from '../keys.ts';
import type { Shape } from './shape.ts';
import { aroundOf, extrasOf, OK, SCORE, secondsOf, thingsFrom, whosFrom } from './understood.ts';

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
export const HAPPENED = `coalesce(${inUtc('timestamp', 'try_cast')}, ${inUtc('coalesce(stored, timestamp)', 'cast')})`;

/** Who did something in which registration, each once: rows find it by a number, which is sooner compared than both texts. */
export const WHOS = `create or replace temp table whos as ${whosFrom(
  '(select distinct who, actor, registration from staged where actor is not null and who is not null)',
)}`;

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
export const ID = `coalesce(${keyOf('lower(id)')}, cast(md5(cast(row(actor, verb, object, result, context, ${TOLD}) as varchar)) as uuid))`;

/** Who says nothing of what was done says no statement (xAPI 1.0.3, 2.4), and has no number. */
const WHO = `case when verb.id is not null then hash(actor, context.registration) end`;

/** @param source what DuckDB reads from, with a column for each part of a statement */
export const stagedFrom = (source: string): string => `
  select ${ID} as statement, ${WHO} as who, actor, context.registration as registration,
    concat(${DONE.join(`, ${BREAK}, `)}) as done,
    result.response as response, ${OK} as ok, ${SCORE} as score,
    result.duration as duration, result.extensions as extensions,
    context.language as language, context.revision as version, context.contextActivities as around,
    ${HAPPENED} as happened
  from ${source}`;

const PARTS = ['verb', 'type', 'object', 'name', 'pattern'].map(
  (part, at) => `split_part(done, ${BREAK}, ${at + 1}) as ${part}`,
);
const distinct = (column: string): string =>
  `(select distinct ${column} from staged where ${column} is not null)`;

/** Statements whose texts stand in their rows. */
export const BY_TEXTS: Shape = {
  tables: {
    whos: { by: 'who' },
    things: {
      by: 'done',
      sql: thingsFrom(`(select done, ${PARTS.join(', ')} from ${distinct('done')})`),
    },
    durations: {
      by: 'duration',
      sql: `select duration, ${secondsOf('duration')} as seconds from ${distinct('duration')}`,
    },
    contexts: { by: 'around', sql: `select around, ${aroundOf('around')} from ${distinct('around')}` },
    extras: {
      by: 'extensions',
      sql: `select extensions, ${extrasOf('extensions')} from ${distinct('extensions')}`,
    },
  },
  answers: ['whos', 'things', 'durations', 'contexts'],
  events: ['whos', 'things', 'durations', 'contexts', 'extras'],
  told: ['whos', 'things', 'contexts'],
  seconds: 'durations.seconds',
  isEachOnce: false,
  leftOut: `select (select count(*) from staged where actor is null or who is null),
      count(*) filter (where is_group), count(*) filter (where not is_group)
    from staged join whos on whos.who = staged.who where person is null`,
};
