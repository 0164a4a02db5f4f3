-- Which questions did each person get wrong? In the first form that they handed in of a course, and in the latest; where they handed in one
-- alone, in that. The day is that of the answer, or of the attempt where the source tells none of answers. What was not answered is wrong.
-- The right answer is the one that the source has.
with handed_in as (
  select a.person as person, a.course as course, a.attempt as attempt, f.try_number as try_number, a.last_seen as last_seen,
    row_number() over (partition by a.person, a.course order by a.started nulls last, a.attempt, f.try_number) as position,
    count(*) over (partition by a.person, a.course) as forms_in_all
  from (select attempt, try_number from forms group by attempt, try_number) f
  join attempts a on a.attempt = f.attempt
), asked_about as (
  select h.*, case when h.forms_in_all = 1 then 'only' when h.position = 1 then 'first' else 'latest' end as form
  from handed_in h where h.position = 1 or h.position = h.forms_in_all
)
select p.person as person, p.name as name, h.course as course, h.form as form, cast(coalesce(an.given, h.last_seen) as date) as on_day,
  an.item as item, ci.title as title, coalesce(an.objective, ci.objective) as objective, ci.section as section,
  an.response as chosen, an.pattern as right_answer
from asked_about h
join answers an on an.attempt = h.attempt and coalesce(an.try_number, 1) = h.try_number
join people p on p.person = h.person
left join records.course_items ci on ci.item = an.item
where an.correct = 0
order by p.name, h.person, h.course, case h.form when 'latest' then 1 else 0 end, ci.number nulls last, an.item
