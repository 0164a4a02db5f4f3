-- How do completions and scores go, week by week? By the day on which an attempt was finished, or last seen.
select cast(date_trunc('week', coalesce(finished, last_seen)) as date) as week,
  count(*) as attempts,
  sum(case when standing = 3 then 1 else 0 end) as completed,
  sum(case when outcome = 'passed' then 1 else 0 end) as passed,
  avg(score) as mean_score
from attempts
where coalesce(finished, last_seen) is not null and standing > 0
group by cast(date_trunc('week', coalesce(finished, last_seen)) as date)
order by week
