-- What should the group talk about on Thursday? The principle that it holds least, with its lesson's case, and the dilemma
-- that divides it most: where the ways that people took are spread widest.
with principles as (
  select 'principle' as what, s.objective as id, max(o.title) as title, max(o.lesson) as lesson, max(o.case_title) as case_title,
    avg(s.share) as figure, count(*) as people,
    row_number() over (order by avg(s.share), s.objective) as position
  from held s left join records.course_objectives o on o.objective = s.objective
  group by s.objective
), first_ways as (
  select person, object, name, response from (
    select person, object, name, response,
      row_number() over (partition by person, object order by happened, event) as position
    from events where kind = 'way' and response is not null
  ) ordered where position = 1
), ways as (
  select object, response, max(name) as name, count(*) as chosen from first_ways group by object, response
), spread as (
  select w.object as id, max(w.name) as name, sum(w.chosen) as people,
    1 - sum(w.chosen * w.chosen) * 1.0 / (sum(w.chosen) * sum(w.chosen)) as figure
  from ways w group by w.object
), dilemmas as (
  select 'dilemma' as what, s.id as id, coalesce(cd.title, s.name) as title, cd.lesson as lesson, cast(null as varchar) as case_title,
    s.figure as figure, s.people as people,
    row_number() over (order by s.figure desc, s.people desc, s.id) as position
  from spread s left join records.course_dilemmas cd on cd.dilemma = s.id
  where s.people > 1
)
select what, id, title, lesson, case_title, figure, people from (
  select what, id, title, lesson, case_title, figure, people from principles where position = 1
  union all
  select what, id, title, lesson, case_title, figure, people from dilemmas where position = 1
) both_kinds
order by what desc
