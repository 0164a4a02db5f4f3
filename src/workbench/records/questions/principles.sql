-- Which principles does each person hold? Of the last form that they handed in: the share of right answers.
-- Two thirds is mastery, as in the course. Where a source names no answers but a score for each objective, that is taken.
select s.person as person, p.name as name, s.objective as objective, o.title as title, s.share as share, s.asked as asked,
  case when s.share >= 2.0 / 3 - 0.000001 then 1 else 0 end as mastered
from held s
join people p on p.person = s.person
left join records.course_objectives o on o.objective = s.objective
order by p.name, s.person, s.objective
