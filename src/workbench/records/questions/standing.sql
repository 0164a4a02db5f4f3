-- How many stand where? Late is who has neither passed nor completed by the date that was set. Each person once, by the furthest of all their attempts: whoever has completed and passed counts as completed, and passed says so besides; where a list says who is expected, those on it alone. Whoever did something, and all of
-- it outside what was narrowed to, stands apart. Untold: no attempt of theirs says whether the course is completed.
-- Failed is who has neither passed nor completed, and of whom a source says
-- that they failed, once at least: a score that is too low is by itself no failure, since another try may follow.
with furthest as (
  select person, max(standing) as standing, max(case when outcome = 'passed' then 1 else 0 end) as has_passed,
    max(case when outcome = 'failed' then 1 else 0 end) as has_failed, max(case when completion is not null then 1 else 0 end) as is_told
  from attempts group by person
), placed as (
  select case when o.hit = 1 then 'outside what you narrowed to'
              when f.standing = 4 then 'completed' when f.standing = 3 then 'passed'
              when f.standing = 2 then 'failed' when f.standing = 1 then 'in progress' else 'not started' end as status,
    case when s.has_due = 1 and coalesce(f.standing, 0) < 3 and s.now_at > s.due_at
          and o.hit is null then 1 else 0 end as overdue,
    case when p.person in (select person from records.roster) then 1 else 0 end as expected,
    case when f.standing in (1, 2, 3) and f.is_told = 0 then 1 else 0 end as untold,
    case when f.has_passed = 1 then 1 else 0 end as passed, case when f.has_passed = 0 and f.has_failed = 1 then 1 else 0 end as failed
  from people p
  cross join settings s
  left join outside o on o.person = p.person
  left join furthest f on f.person = p.person
  where s.has_list = 0 or p.person in (select person from records.roster)
)
select status, overdue, expected, untold, passed, failed, count(*) as people from placed
group by status, overdue, expected, untold, passed, failed
order by status, overdue, expected, untold, passed, failed
