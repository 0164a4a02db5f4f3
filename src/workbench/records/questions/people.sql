-- How far is each, how well, how long, and what is hardest for them?
-- One row a person: the furthest of all their attempts, their best score, and the minutes and tries of all attempts together.
-- Failed is who has neither passed nor completed, and of whom a source says
-- that they failed, once at least: a score that is too low is by itself no failure, since another try may follow.
-- A score of 0 of an attempt of which no answer is known is no result: Moodle has one for everybody who opened the course.
-- The place is where they were last. The weakest principle is the one with the smallest share of right answers in the last
-- form that they handed in, where that is under two thirds.
with tried as (
  select attempt, max(try_number) as tries from forms group by attempt
), whole as (
  select a.person as person, max(a.standing) as standing, max(a.score) as best, sum(a.seconds) as seconds,
    max(a.progress) as progress, max(a.last_seen) as last_seen, min(a.started) as started, min(a.finished) as finished,
    max(case when a.outcome = 'passed' then 1 else 0 end) as passed,
    max(case when a.outcome = 'failed' then 1 else 0 end) as failed, max(case when a.completion is not null then 1 else 0 end) as is_told,
    max(case when a.standing = 3 and a.completion = 'incomplete' then 1 else 0 end) as said_open,
    max(case when a.score is not null and n.hit is null then 1 else 0 end) as has_result, max(n.hit) as has_none,
    sum(coalesce(a.tries, t.tries, case when a.score is not null and n.hit is null then 1 else 0 end)) as tries
  from attempts a left join tried t on t.attempt = a.attempt
  left join no_results n on n.attempt = a.attempt
  group by a.person
), latest as (
  select person, place from (
    select person, place, row_number() over (partition by person order by last_seen desc nulls last, attempt) as position
    from attempts where place is not null
  ) placed where position = 1
), weakest as (
  select person, objective, share from (
    select person, objective, share,
      row_number() over (partition by person order by share, asked desc, objective) as position
    from held where share < 2.0 / 3
  ) ordered where position = 1
)
select
  p.person as person, p.name as name, p.team as team,
  case when o.hit = 1 then 'outside what you narrowed to'
       when w.standing = 4 then 'completed' when w.standing = 3 then 'passed'
       when w.standing = 2 then 'failed' when w.standing = 1 then 'in progress' else 'not started' end as status,
  w.passed as passed, case when w.passed = 0 and w.failed = 1 then 1 else 0 end as failed,
  case when w.standing in (1, 2, 3) and w.is_told = 0 then 1 else 0 end as untold, w.said_open as said_open, w.best as best_score,
  case when w.has_none = 1 and w.has_result = 0 then 1 else 0 end as no_result, w.tries as tries, floor(w.seconds / 60 + 0.5) as minutes,
  w.progress as progress, l.place as place, w.started as started, w.last_seen as last_seen, w.finished as finished,
  k.objective as weakest, ob.title as weakest_title, k.share as weakest_share
from people p
left join outside o on o.person = p.person
left join whole w on w.person = p.person
left join latest l on l.person = p.person
left join weakest k on k.person = p.person
left join records.course_objectives ob on ob.objective = k.objective
order by p.name, p.person
