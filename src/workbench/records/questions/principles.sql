-- Which principles does each person hold? Of the last form that they handed in: the share of right answers.
-- Two thirds is mastery, as in the course. Where a source names no answers but a score for each objective, that is taken.
with from_scores as (
  select person, object as objective, max(score) / 100.0 as share, cast(0 as integer) as asked
  from events
  where kind = 'objective' and score is not null and person not in (select person from held)
  group by person, object
), shares as (
  select person, objective, share, asked from held
  union all
  select person, objective, share, asked from from_scores
)
select s.person as person, p.name as name, s.objective as objective, o.title as title, s.share as share, s.asked as asked,
  case when s.share >= 2.0 / 3 - 0.000001 then 1 else 0 end as mastered
from shares s
join people p on p.person = s.person
left join records.course_objectives o on o.objective = s.objective
order by p.name, s.person, s.objective
