-- What does the group as a whole hold least? The mean of people's shares in each principle, weakest first.
with principles as (
  select objective, count(*) as people, avg(share) as mean_share,
    sum(case when share >= 2.0 / 3 - 0.000001 then 1 else 0 end) as mastered
  from held group by objective
)
select p.objective as objective, o.title as title, o.lesson as lesson, o.section as section, p.people as people,
  p.mean_share as mean_share, p.mastered as mastered
from principles p left join records.course_objectives o on o.objective = p.objective
order by p.mean_share, p.objective
