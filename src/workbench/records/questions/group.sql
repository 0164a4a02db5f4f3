-- What does the group as a whole hold least? The mean of people's shares in each principle, weakest first.
select s.objective as objective, max(o.title) as title, max(o.lesson) as lesson, max(o.section) as section, count(*) as people,
  avg(s.share) as mean_share, sum(case when s.share >= 2.0 / 3 - 0.000001 then 1 else 0 end) as mastered
from held s left join records.course_objectives o on o.objective = s.objective
group by s.objective
order by mean_share, s.objective
