-- Who chooses which answer? Each response's share among the stronger and the weaker half, by the rest of their form.
with first_forms as (
  select an.item as item, an.attempt as attempt, an.correct as correct, an.response as response
  from answers an join attempts at_ on at_.attempt = an.attempt
  where coalesce(an.try_number, 1) = 1 and coalesce(at_.number, 1) = 1 and an.correct is not null
), totals as (
  select attempt, sum(correct) as total, sum(asked) as asked from forms where try_number = 1 group by attempt
), ranked as (
  select f.item as item, coalesce(f.response, '') as response, f.correct as correct,
    row_number() over (partition by f.item order by (t.total - f.correct) * 1.0 / nullif(t.asked - 1, 0), f.attempt) as position,
    count(*) over (partition by f.item) as answers
  from first_forms f join totals t on t.attempt = f.attempt
), halves as (
  select item, response, correct, answers, case when position * 2 > answers then 1 else 0 end as stronger from ranked
), sizes as (
  select item, sum(stronger) as strong, sum(1 - stronger) as weak from halves group by item
), shares as (
  select item, response, max(correct) as is_key, count(*) as chosen, max(answers) as answers,
    sum(stronger) as by_strong, sum(1 - stronger) as by_weak
  from halves group by item, response
)
select h.item as item, h.response as response, co.words as words, h.is_key as is_key, h.chosen as chosen, h.answers as answers,
  h.by_strong * 1.0 / nullif(s.strong, 0) as share_of_stronger,
  h.by_weak * 1.0 / nullif(s.weak, 0) as share_of_weaker
from shares h
join sizes s on s.item = h.item
left join records.course_options co on co.item = h.item and co.option = h.response
where h.answers >= 10
order by h.item, h.chosen desc, h.response
