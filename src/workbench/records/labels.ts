/** What people are called while names are hidden. */
import type { Store } from './store.ts';

/**
 * Draws a number for everybody who has none. It is drawn by lot and kept, so it says nothing of a name, and nothing of who came
 * first: the numbers have more room than people, and who comes later falls between the others.
 */
export async function drawLabels({ connection, query }: Pick<Store, 'connection' | 'query'>): Promise<void> {
  const [{ people = 0, missing = 0 } = {}] = await query(
    'select count(*) as people, count(*) filter (where person not in (select person from records.labels)) as missing from records.people',
  );
  if (missing === 0) return;
  const digits = Math.max(3, String(Number(people) * 3).length);
  await connection.run(`
    insert into records.labels
    with without as (
      select person, row_number() over (order by random()) as place from records.people p
      where not exists (select 1 from records.labels l where l.person = p.person)
    ), free as (
      select label, row_number() over (order by random()) as place
      from (select 'Person ' || number as label from range(${10 ** (digits - 1)}, ${10 ** digits}) numbers(number)) drawn
      where not exists (select 1 from records.labels l where l.label = drawn.label)
    )
    select w.person, f.label from without w join free f on f.place = w.place`);
}

/** Of whoever isn't known any more: a key may be an address, or its hash. Who counts as somebody else may be two again. */
export async function forgetLabels({ connection }: Pick<Store, 'connection'>): Promise<void> {
  await connection.run(`
    delete from records.labels where person not in (select person from records.people)
      and person not in (select person from records.joined)`);
}
