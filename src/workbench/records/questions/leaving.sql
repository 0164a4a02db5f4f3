-- Where do people stop who have not finished? The last lesson that they read to its end. Whoever has passed counts only where
-- their source says that something of the course is still open, and beside the others.
select last_place as place, count(*) as people, sum(case when standing = 3 then 1 else 0 end) as passed from (
  select person, coalesce(place, '') as last_place, standing,
    max(case when standing = 3 and completion = 'incomplete' then 1 else 0 end) over (partition by person) as said_open,
    row_number() over (partition by person order by standing desc, last_seen desc nulls last, attempt) as position
  from attempts where standing > 0
) furthest
where position = 1 and (standing in (1, 2) or (standing = 3 and said_open = 1))
group by last_place
order by people desc, last_place
