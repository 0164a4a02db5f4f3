-- Where does everybody stand, and whom should I remind?
-- One row a person, those who are expected and late first: the furthest of all their attempts. Completed counts above passed, passed above failed, and failed above in progress; who has
-- completed and passed counts as completed. Failed is who has neither passed nor completed, and of whom a source says
-- that they failed, once at least: a score that is too low is by itself no failure, since another try may follow.
-- Late is who has neither passed nor completed by the date that was set. Where a list says who is expected, it is of those on the list alone. Whoever did something, and all of it outside what was narrowed to, is neither late nor to be reminded.
with furthest as (
  select person, max(standing) as standing,
    max(case when outcome = 'passed' then 1 else 0 end) as has_passed, max(case when outcome = 'failed' then 1 else 0 end) as has_failed,
    min(started) as started, max(last_seen) as last_seen, min(finished) as finished
  from attempts group by person
)
select
  p.person as person, p.name as name, p.email as email, p.team as team,
  case when o.hit = 1 then 'outside what you narrowed to'
       when f.standing = 4 then 'completed' when f.standing = 3 then 'passed'
       when f.standing = 2 then 'failed' when f.standing = 1 then 'in progress' else 'not started' end as status,
  case when f.has_passed = 1 then 1 else 0 end as passed, case when f.has_passed = 0 and f.has_failed = 1 then 1 else 0 end as failed,
  f.started as started, f.last_seen as last_seen, f.finished as finished,
  case when s.has_due = 1 and coalesce(f.standing, 0) < 3 and s.now_at > s.due_at
        and o.hit is null then 1 else 0 end as overdue,
  case when p.person in (select person from records.roster) then 1 else 0 end as expected
from people p
cross join settings s
left join outside o on o.person = p.person
left join furthest f on f.person = p.person
where s.has_list = 0 or p.person in (select person from records.roster)
order by expected desc, overdue desc, case when o.hit = 1 then 5 else coalesce(f.standing, 0) end, p.name, p.person
