-- How long does it take? Of all who have passed or completed: the time that their records tell, all attempts together, in steps
-- of ten minutes.
select cast(floor(minutes / 10) * 10 as integer) as minutes_from, count(*) as people from (
  select person, sum(seconds) / 60.0 as minutes from attempts
  group by person having max(standing) >= 3 and sum(seconds) > 0
) timed
group by cast(floor(minutes / 10) * 10 as integer)
order by minutes_from
