-- How do completions and scores go, week by week? People who finished something, or were last seen, in that week: each counts once
-- in a week, however many reports tell of them. Who completed, and who passed, counts in the first week in which they did, and in no other. The
-- score is the mean of people's best in that week, of those alone who have a result in it: a score of 0 of an attempt of which no answer
-- is known is none, since Moodle has one for everybody who opened the course. Of whom no source tells a day, nobody knows the week. Where nobody is known to have completed,
-- and of some no source tells it, completions are not counted.
with dated as (
  select cast(date_trunc('week', coalesce(a.finished, a.last_seen)) as date) as in_week, a.person as person,
    a.standing as standing, a.outcome as outcome, case when n.hit is null then a.score end as score
  from attempts a left join no_results n on n.attempt = a.attempt
  where coalesce(a.finished, a.last_seen) is not null and a.standing > 0
), seen as (
  select in_week, person, max(score) as best from dated group by in_week, person
), firsts as (
  select person, min(case when standing = 4 then in_week end) as completed_in,
    min(case when outcome = 'passed' then in_week end) as passed_in
  from dated group by person
), told as (
  select case when sum(case when furthest = 4 then 1 else 0 end) = 0 and sum(case when furthest > 0 and is_told = 0 then 1 else 0 end) > 0
    then 0 else 1 end as is_counted
  from (
    select person, max(standing) as furthest, max(case when completion is not null then 1 else 0 end) as is_told
    from attempts group by person
  ) each_one
)
select s.in_week as week, count(*) as people,
  case when max(t.is_counted) = 1 then sum(case when f.completed_in = s.in_week then 1 else 0 end) end as completed,
  sum(case when f.passed_in = s.in_week then 1 else 0 end) as passed,
  avg(s.best) as mean_score
from seen s join firsts f on f.person = s.person cross join told t
group by s.in_week
order by week
