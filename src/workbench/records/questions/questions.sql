-- How hard is each question, and does it tell those who know from those who don't?
-- First forms only, one of each person in a course. Difficulty: share of right answers. Discrimination: correlation of the
-- answer with the share of right answers in the rest of that form (item-rest), from 30 answers on. A wrong key is suspected
-- where even the upper end of its interval is below nothing. Under 10 answers it is said how many are right, and no more.
with alike as (
  -- few answers differ in all of these, so the rest is worked out of some thousand rows, and not of each answer
  select an.item as item, an.correct as correct, t.total as total, t.asked as asked, count(*) as answers,
    sum(an.seconds) as seconds, count(an.seconds) as timed
  from answers an join first_forms t on t.attempt = an.attempt
  where coalesce(an.try_number, 1) = 1 and an.correct is not null
  group by an.item, an.correct, t.total, t.asked
), marked as (
  select item, correct, answers, seconds, timed,
    case when asked > 1 then (total - correct) * 1.0 / (asked - 1) end as rest,
    case when asked > 1 then answers else 0 end as rests
  from alike
), means as (
  select item, sum(correct * rests) * 1.0 / nullif(sum(rests), 0) as mean_correct, sum(rest * rests) / nullif(sum(rests), 0) as mean_rest
  from marked group by item
), measured as (
  select m.item as item, sum(m.answers) as answers, sum(m.correct * m.answers) * 1.0 / sum(m.answers) as facility,
    sum(m.correct * m.answers) as right_answers, sum(m.seconds) / nullif(sum(m.timed), 0) as seconds,
    case when sum(m.answers) >= 30 and max(m.correct) > min(m.correct) and max(m.rest) > min(m.rest)
         then sum(m.rests * (m.correct - e.mean_correct) * (m.rest - e.mean_rest))
           / nullif(sqrt(sum(m.rests * (m.correct - e.mean_correct) * (m.correct - e.mean_correct))
             * sum(m.rests * (m.rest - e.mean_rest) * (m.rest - e.mean_rest))), 0) end as discrimination
  from marked m join means e on e.item = m.item
  group by m.item
)
select m.item as item, ci.title as title, ci.objective as objective, ci.section as section, ci.removed as removed,
  m.answers as answers, m.right_answers as right_answers,
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
  case when m.answers >= 10 then 0 else 1 end, m.facility, m.item
