-- What should the group talk about on Thursday? The principle that it holds least, with its lesson's case, and the dilemma
-- that divides it most: where the ways that people took are spread widest.
with least as (
  select objective, avg(share) as figure, count(*) as people, row_number() over (order by avg(share), objective) as position
  from held group by objective
), principles as (
  select 'principle' as what, l.objective as id, o.title as title, o.lesson as lesson, o.case_title as case_title,
    l.figure as figure, l.people as people
  from least l left join records.course_objectives o on o.objective = l.objective
  where l.position = 1
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
  select what, id, title, lesson, case_title, figure, people from principles
  union all
  select what, id, title, lesson, case_title, figure, people from dilemmas where position = 1
) both_kinds
order by what desc
