-- How many stand where? Each person once, by the furthest of all their attempts; where a list says who is expected, those on it alone. Whoever did something, and all of
-- it outside what was narrowed to, stands apart. Untold: no attempt of theirs says whether the course is completed.
with furthest as (
  select person, max(standing) as standing, max(case when completion is not null then 1 else 0 end) as is_told
  from attempts group by person
), placed as (
  select case when o.hit = 1 then 'outside what you narrowed to'
              when f.standing = 3 then 'completed' when f.standing = 2 then 'passed'
              when f.standing = 1 then 'in progress' else 'not started' end as status,
    case when s.has_due = 1 and coalesce(f.standing, 0) < 3 and s.now_at > s.due_at
          and o.hit is null then 1 else 0 end as overdue,
    case when p.person in (select person from records.roster) then 1 else 0 end as expected,
    case when f.standing in (1, 2) and f.is_told = 0 then 1 else 0 end as untold
  from people p
  cross join settings s
  left join outside o on o.person = p.person
  left join furthest f on f.person = p.person
  where s.has_list = 0 or p.person in (select person from records.roster)
)
select status, overdue, expected, untold, count(*) as people from placed
group by status, overdue, expected, untold
order by status, overdue, expected, untold
