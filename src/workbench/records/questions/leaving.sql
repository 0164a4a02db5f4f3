-- Where do people stop who have not finished? The last lesson that they read to its end.
select last_place as place, count(*) as people from (
  select person, coalesce(place, '') as last_place, standing,
    row_number() over (partition by person order by standing desc, last_seen desc nulls last, attempt) as position
  from attempts where standing > 0
) furthest
where position = 1 and standing < 3
group by last_place
order by people desc, last_place
