-- Which ways do people take in each dilemma? The first way that each person took.
with ways as (
  select object, response, max(name) as name, max(ending) as ending, count(*) as chosen from first_ways group by object, response
), takers as (
  select object, sum(chosen) as people from ways group by object
)
select w.object as dilemma, coalesce(cd.title, w.name) as title, cd.lesson as lesson, w.response as way,
  w.ending as ending, w.chosen as chosen, t.people as people, w.chosen * 1.0 / t.people as share
from ways w
join takers t on t.object = w.object
left join records.course_dilemmas cd on cd.dilemma = w.object
order by w.object, w.chosen desc, w.response
