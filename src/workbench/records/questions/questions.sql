-- How hard is each question, and does it tell those who know from those who don't?
-- First forms only. Difficulty: share of right answers. Discrimination: correlation of the answer with the share of right
-- answers in the rest of that form (item-rest), from 30 answers on. A wrong key is suspected where even the upper end of
-- its interval is below nothing. Under 10 answers nothing is said.
with totals as (
  select f.attempt as attempt, sum(f.correct) as total, sum(f.asked) as asked
  from forms f join attempts at_ on at_.attempt = f.attempt
  where f.try_number = 1 and coalesce(at_.number, 1) = 1 group by f.attempt
), marked as (
  select an.item as item, an.correct as correct, an.seconds as seconds,
    case when t.asked > 1 then (t.total - an.correct) * 1.0 / (t.asked - 1) end as rest
  from answers an join totals t on t.attempt = an.attempt
  where coalesce(an.try_number, 1) = 1 and an.correct is not null
), measured as (
  select item, count(*) as answers, avg(correct * 1.0) as facility, avg(seconds * 1.0) as seconds,
    case when count(*) >= 30 and stddev_pop(correct * 1.0) > 0 and stddev_pop(rest) > 0
         then corr(correct * 1.0, rest) end as discrimination
  from marked group by item
)
select m.item as item, ci.title as title, ci.objective as objective, ci.section as section, ci.removed as removed,
  m.answers as answers,
  case when m.answers >= 10 then m.facility end as facility,
  case when m.answers >= 10 then
    (m.facility + 1.9208 / m.answers - 1.96 * sqrt(m.facility * (1 - m.facility) / m.answers + 0.9604 / (m.answers * m.answers)))
    / (1 + 3.8416 / m.answers) end as facility_low,
  case when m.answers >= 10 then
    (m.facility + 1.9208 / m.answers + 1.96 * sqrt(m.facility * (1 - m.facility) / m.answers + 0.9604 / (m.answers * m.answers)))
    / (1 + 3.8416 / m.answers) end as facility_high,
  m.discrimination as discrimination,
  case when m.answers >= 10 then m.seconds end as seconds,
  case when m.answers < 10 then 'too few answers'
       when m.discrimination + 1.96 / sqrt(m.answers) < 0 then 'check the key'
       when m.answers >= 100 and m.discrimination < 0.1 then 'hardly tells anyone apart'
       when m.answers >= 30 and m.facility > 0.97 then 'nearly everybody knows it'
       else '' end as remark
from measured m
left join records.course_items ci on ci.item = m.item
order by case when m.discrimination + 1.96 / sqrt(m.answers) < 0 then 0 else 1 end,
  case when m.answers >= 10 then m.facility else 2.0 end, m.item
