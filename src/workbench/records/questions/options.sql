-- Who chooses which answer? Each response's share among the stronger and the weaker half, by the rest of their form.
-- Those who stand alike at the middle count to both halves, in proportion.
with counted as (
  select an.item as item, an.response as response, an.correct as correct, t.total as total, t.asked as asked, count(*) as chosen
  from answers an join first_forms t on t.attempt = an.attempt
  where coalesce(an.try_number, 1) = 1 and an.correct is not null
  group by an.item, an.response, an.correct, t.total, t.asked
), alike as (
  select item, coalesce(response, '') as response, correct, coalesce((total - correct) * 1.0 / nullif(asked - 1, 0), 0) as rest, chosen
  from counted
), levels as (
  select item, rest, sum(chosen) as here from alike group by item, rest
), placed as (
  select item, rest, here, sum(here) over (partition by item order by rest) - here as below,
    sum(here) over (partition by item) as answers
  from levels
), halves as (
  select item, rest, answers,
    case when below >= floor(answers / 2) then 0.0
         when below + here <= floor(answers / 2) then 1.0
         else (floor(answers / 2) - below) * 1.0 / here end as weaker
  from placed
), sizes as (
  select item, max(answers) as answers, floor(max(answers) / 2) as weak, max(answers) - floor(max(answers) / 2) as strong
  from placed group by item
), shares as (
  select a.item as item, a.response as response, max(a.correct) as is_key, sum(a.chosen) as chosen,
    sum(a.chosen * (1 - h.weaker)) as by_strong, sum(a.chosen * h.weaker) as by_weak
  from alike a join halves h on h.item = a.item and h.rest = a.rest
  group by a.item, a.response
)
select h.item as item, h.response as response, co.words as words, h.is_key as is_key, h.chosen as chosen, s.answers as answers,
  h.by_strong * 1.0 / nullif(s.strong, 0) as share_of_stronger,
  h.by_weak * 1.0 / nullif(s.weak, 0) as share_of_weaker
from shares h
join sizes s on s.item = h.item
left join records.course_options co on co.item = h.item and co.option = h.response
where s.answers >= 10
order by h.item, h.chosen desc, h.response
