-- Which ways do people take in each dilemma? The first way that each person took.
with first_ways as (
  select person, object, name, response, ending from (
    select person, object, name, response, ending,
      row_number() over (partition by person, object order by happened, event) as position
    from events where kind = 'way' and response is not null
  ) ordered where position = 1
), takers as (
  select object, count(*) as people from first_ways group by object
)
select w.object as dilemma, coalesce(max(cd.title), max(w.name)) as title, max(cd.lesson) as lesson, w.response as way,
  max(w.ending) as ending, count(*) as chosen, max(t.people) as people, count(*) * 1.0 / max(t.people) as share
from first_ways w
join takers t on t.object = w.object
left join records.course_dilemmas cd on cd.dilemma = w.object
group by w.object, w.response
order by w.object, chosen desc, w.response
