/**
 * What several questions work out of the tables alike, as common table expressions; one that a question doesn't name costs nothing.
 * DuckDB copies a common table expression that is named twice, and looks texts up sooner where they lie: so these read the tables themselves
 * where nothing is narrowed.
 */

/** @param from what stands for a table. It has to be the table's rows of the attempts that are asked about */
export const workedOut = (from: (table: 'events' | 'forms') => string): string =>
  `${NO_RESULTS}, ${LATER_ATTEMPTS}, ${firstForms(from('forms'))}, ${lastForms(from('forms'))}, ${held(from('forms'), from('events'))}, ${firstWays(from('events'))}`;

/**
 * Attempts of which the source says a score of 0, while no answer is known: Moodle has one for everybody who opened the course. A source
 * that says failed or completed means its 0, and so does a statement.
 */
const NO_RESULTS = `no_results as (
    select a4.attempt as attempt, 1 as hit from attempts a4
    where a4.score = 0 and a4.success is null and a4.source <> 'LRS'
      and (a4.completion in ('incomplete', 'not attempted') or (a4.completion is null and a4.source = 'Moodle'))
      and a4.attempt not in (
        select an.attempt from records.answers an where an.attempt in (select a5.attempt from attempts a5 where a5.score = 0)
      )
  )`;

/**
 * Attempts in which somebody who had handed in a form of the course before handed in one more: sources that number no attempts don't say so.
 * Of all that is known, since a second try is none of the first however the question is narrowed. Of attempts at a course that nobody
 * names nobody can say whether it is one.
 */
const LATER_ATTEMPTS = `later_attempts as (
    select attempt from (
      select a3.attempt as attempt, row_number() over (partition by a3.person, a3.course order by a3.started nulls last, a3.attempt) as position
      from records.attempts a3 join (
        select person, course from records.attempts where coalesce(number, 1) = 1 group by person, course having count(*) > 1
      ) again on again.person = a3.person and again.course = a3.course
      where coalesce(a3.number, 1) = 1 and a3.attempt in (select attempt from records.forms where try_number = 1)
    ) ordered where position > 1
  )`;

/** How many answers of each first form are right, and of how many: one form of each person in a course. */
const firstForms = (forms: string): string => `first_forms as (
    select f1.attempt as attempt, f1.total as total, f1.asked as asked
    from (
      select attempt, cast(sum(correct) as integer) as total, cast(sum(asked) as integer) as asked
      from ${forms} where try_number = 1 group by attempt
    ) f1 join attempts a1 on a1.attempt = f1.attempt
    where coalesce(a1.number, 1) = 1 and a1.attempt not in (select attempt from later_attempts)
  )`;

/** The last form that each person handed in and of whose questions the principle is known. */
const lastForms = (forms: string): string => `last_forms as (
    select person, attempt, try_number from (
      select a2.person as person, f2.attempt as attempt, f2.latest as try_number,
        row_number() over (partition by a2.person order by a2.started desc nulls last, f2.attempt) as position
      from (select attempt, max(try_number) as latest from ${forms} where objective <> '' group by attempt) f2
      join attempts a2 on a2.attempt = f2.attempt
    ) ranked where position = 1
  )`;

/**
 * What each person holds of each principle: the share of right answers in that form. Where a source names no answers but a score for each
 * objective, that is taken.
 */
const held = (forms: string, events: string): string => `held as (
    select f.person as person, f.objective as objective, f.correct * 1.0 / f.asked as share, cast(f.asked as integer) as asked
    from ${forms} f join last_forms on last_forms.attempt = f.attempt and last_forms.try_number = f.try_number
    where f.objective <> ''
    union all
    select person, object as objective, max(score) / 100.0 as share, cast(0 as integer) as asked
    from ${events}
    where kind = 'objective' and score is not null and person not in (select person from last_forms)
    group by person, object
  )`;

/**
 * The way that each person took first in each dilemma. Only those who took several have to be put in order. Whoever asks about one dilemma
 * has only that one worked out: the object goes along to the ways that came later.
 */
const firstWays = (events: string): string => `later_ways as (
    select event, object, 1 as hit from (
      select w.event as event, w.object as object, row_number() over (partition by w.person, w.object order by w.happened, w.event) as position
      from ${events} w join (
        select w.person as person, w.object as object from ${events} w where ${IS_WAY} group by w.person, w.object having count(*) > 1
      ) again on again.person = w.person and again.object = w.object
      where ${IS_WAY}
    ) ordered where position > 1
  ), first_ways as (
    select w.person as person, w.object as object, w.name as name, w.response as response, w.ending as ending
    from ${events} w left join later_ways on later_ways.event = w.event and later_ways.object = w.object
    where ${IS_WAY} and later_ways.hit is null
  )`;

const IS_WAY = `w.kind = 'way' and w.response is not null`;
