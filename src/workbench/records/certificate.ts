/** Finds whose a certificate is, by the number on it. */
import type { RecordsCertificate } from '../shapes.ts';
import { text } from './sql-text.ts';
import type { Asks } from './store.ts';

const NUMBER = /^([A-Z0-9]{5})-?([A-Z0-9]{5})(?:-(\d{1,4}))?$/;

/** @returns undefined where this is no such number */
export async function findCertificate(store: Asks, written: string): Promise<RecordsCertificate | undefined> {
  const [, one, two, tried] = NUMBER.exec(written.toUpperCase().replaceAll(/\s/g, '')) ?? [];
  if (one === undefined) return undefined;
  const token = `${one}-${two}`;
  const carried = `e.kind in ('passed', 'number') and e.response is not null`;
  const found = await store.query(`
    select e.person as person, coalesce(p.name, e.person) as name, e.kind as kind, e.happened as happened, a.score as score,
      a.success as success, e.response as number, t.try_ok as try_passed
    from records.events e
    join records.people p on p.person = e.person
    join records.attempts a on a.attempt = e.attempt
    left join (
      select attempt, max(ok) as try_ok from records.events where kind = 'try' and try_number = ${Number(tried ?? 0)} group by attempt
    ) t on t.attempt = e.attempt
    where ${carried} and (e.response = ${text(token)} or e.response like ${text(`${token}-%`)})
    order by e.kind desc`);
  const [{ carrying = 0 } = {}] = await store.query(
    `select count(distinct e.attempt) as carrying from records.events e where ${carried}`,
  );
  return {
    number: [token, ...(tried === undefined ? [] : [tried])].join('-'),
    found: found[0] ?? null,
    carrying: Number(carrying),
  };
}
