/**
 * What every question stands on: the four tables, narrowed to a group, a time or a version, and who has passed. Written in
 * the part of SQL that DuckDB and ClickHouse read alike, and put before each question as common table expressions that
 * bear the tables' names.
 */
import { text } from './sql-text.ts';
import { workedOut } from './worked-out.ts';

export interface Filters {
  /** `2026-11-25 13:00:00`: what is overdue, and what is late, is measured from here. */
  now: string;
  /** Per cent from which a score counts as passed where the source doesn't say. */
  passMark: number;
  /** When everybody should have finished. */
  due?: string | undefined;
  team?: string | undefined;
  person?: string | undefined;
  course?: string | undefined;
  source?: string | undefined;
  version?: string | undefined;
  language?: string | undefined;
  /** Attempts that were last seen from here on … */
  since?: string | undefined;
  /** … up to here, and in all of that second. */
  until?: string | undefined;
  /** People are called by their labels, and `hide` takes out what else tells who they are: `hidden.ts`. */
  hidden?: boolean | undefined;
}

/** Some of many rows: a page shows no more, and nobody reads more. */
export interface Page {
  most: number;
  /** How many stand before them. */
  from?: number | undefined;
}

/** What is asked about: everybody, whoever comes first by name, or first among those who answered something. */
export interface Narrowed {
  whom: 'everybody' | 'by name' | 'who answered';
  page: Page;
}

const NO_TIME = '1970-01-01 00:00:00';

const equal = (column: string, value: string | undefined): string[] =>
  value === undefined ? [] : [`${column} = ${text(value)}`];

const where = (conditions: readonly string[]): string =>
  conditions.length > 0 ? ` where ${conditions.join(' and ')}` : '';

export const limit = ({ most, from = 0 }: Page): string => `limit ${most} offset ${from}`;

/** Of the attempts themselves, whosever they are. */
function narrowing({ course, source, version, language, since, until }: Filters): string[] {
  return [
    ...equal('course', course),
    ...equal('source', source),
    ...equal('version', version),
    ...equal('language', language),
    ...(since === undefined ? [] : [`last_seen >= cast(${text(since)} as timestamp)`]),
    ...(until === undefined ? [] : [`last_seen < cast(${text(until)} as timestamp) + interval 1 second`]),
  ];
}

function people(filters: Filters, narrowed?: Narrowed): string {
  const kept = narrowing(filters);
  const among = kept.length > 0 ? ` and attempt in (select attempt from records.attempts${where(kept)})` : '';
  const answered = `(p.person in (select person from records.forms where objective <> ''${among})
    or p.person in (select person from records.events where kind = 'objective' and score is not null${among}))`;
  const conditions = where([
    ...equal('p.team', filters.team),
    ...(filters.hidden ? [] : equal('p.person', filters.person)),
    ...(narrowed?.whom === 'who answered' ? [answered] : []),
  ]);
  const first = (order: string): string =>
    narrowed && narrowed.whom !== 'everybody' ? ` order by ${order} ${limit(narrowed.page)}` : '';
  if (filters.hidden)
    return `select p.person as person, l.label as name, cast(null as varchar) as email, cast(null as varchar) as team
      from records.people p join records.labels l on l.person = p.person${conditions}${first('l.label')}`;
  return `select p.person as person, coalesce(p.name, p.person) as name, p.email as email, p.team as team
    from records.people p${conditions}${first('coalesce(p.name, p.person), p.person')}`;
}

function attempts(filters: Filters): string {
  const conditions = [...narrowing(filters), 'person in (select person from people)'];
  return `select a.*,
    case when success is not null then success when score >= ${filters.passMark} then 'passed' end as outcome,
    ${standing(filters)} as standing
    from records.attempts a${where(conditions)}`;
}

const standing = ({ passMark }: Filters): string =>
  `case when completion = 'completed' then 4
         when success = 'passed' or (success is null and score >= ${passMark}) then 3
         when success = 'failed' then 2
         when started is not null or score is not null or completion = 'incomplete' then 1
         else 0 end`;

/** Who has done something, and nothing of it in what was narrowed to: that they haven't started can't be said of them. */
function outside(filters: Filters): string {
  const isNarrow = narrowing(filters).length > 0;
  return `select person, 1 as hit from people where ${
    isNarrow
      ? `person in (select person from records.attempts where ${standing(filters)} > 0)
      and person not in (select person from attempts)`
      : '1 = 0'
  }`;
}

/** Whether somebody said who is expected. While names are hidden a list narrows nothing: what is left of everybody could be few. */
const HAS_LIST = `(select count(*) from (select person from records.roster limit 1) listed_)`;

/** @param question one question's SQL; it may begin with expressions of its own */
export function withFilters(question: string, filters: Filters, narrowed?: Narrowed): string {
  const body = question.trim();
  // who asks for everything needn't wait until it has been compared with everything
  const isNarrow =
    narrowed !== undefined ||
    [...narrowing(filters), filters.team, filters.person].some((one) => one !== undefined);
  const among = isNarrow ? ' where attempt in (select attempt from attempts)' : '';
  const own = /^with\s/i.test(body) ? `, ${body.slice(4).trimStart()}` : `\n${body}`;
  return `with settings as (
    select cast(${text(filters.now)} as timestamp) as now_at, cast(${text(filters.due ?? NO_TIME)} as timestamp) as due_at,
      ${filters.due === undefined ? 0 : 1} as has_due, ${filters.hidden ? 0 : HAS_LIST} as has_list
  ), people as (
    ${people(filters, narrowed)}
  ), attempts as (
    ${attempts(filters)}
  ), outside as (
    ${outside(filters)}
  ), answers as (
    select * from records.answers answers_${among}
  ), events as (
    select * from records.events events_${among}
  ), forms as (
    select * from records.forms forms_${among}
  ), ${workedOut((table) => (isNarrow ? table : `records.${table}`))}${own}`;
}
