/** Whatever reports say of an attempt, the order in which they come decides nothing. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deletePerson } from '../../../src/workbench/records/erase.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import { noRows, type Row } from '../../../src/workbench/records/tables.ts';
import { emptyStore } from '../../fakes/records-store.ts';
import { emptyAttempt } from '../../../src/workbench/records/import/empty-rows.ts';

let store: Store;
beforeAll(async () => {
  store = await emptyStore();
});
afterAll(() => store.close());

type Report = Partial<Row<'attempts'>>;

const ordersOf = <T>(all: readonly T[]): T[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((one, at) =>
        ordersOf(all.filter((_, place) => place !== at)).map((rest) => [one, ...rest]),
      );

let runs = 0;

/** What each order says; each has an attempt of its own, so that one import brings a report of all of them. */
async function inEveryOrder(reports: readonly Report[]): Promise<Report[]> {
  runs += 1;
  const orders = ordersOf(reports);
  for (const nth of reports.keys())
    await store.whole(() =>
      store.put({
        ...noRows(),
        attempts: orders.map((order, at) => ({
          ...emptyAttempt(`${runs}-${at}`, 'ana', null),
          ...order[nth],
        })),
      }),
    );
  return store.query(
    `select completion, success, score, last_seen, finished, progress, place from records.attempts
     where attempt like '${runs}-%' order by attempt`,
  );
}

const REPORT = fc.record({
  last_seen: fc.constantFrom(null, null, '2026-03-01 09:00:00', '2026-03-02 09:00:00'),
  completion: fc.constantFrom(null, 'incomplete', 'completed', 'not attempted'),
  success: fc.constantFrom(null, 'failed', 'passed'),
  score: fc.constantFrom(null, 0, 50, 90),
  place: fc.constantFrom(null, 'one', 'two'),
});

it('an undated report among two dated ones says the same wherever it comes', async () => {
  const all = await inEveryOrder([
    { last_seen: '2026-03-01 09:00:00', score: 40 },
    { success: 'passed', score: 90 },
    { last_seen: '2026-03-02 09:00:00', success: 'failed', score: 50 },
  ]);
  expect(all).toHaveLength(6);
  // it may be as new as any: what it says was earned stays
  for (const one of all)
    expect(one).toMatchObject({ success: 'passed', score: 90, last_seen: '2026-03-02 09:00:00' });
});

it('a dated report that lacks a column leaves it to those before it, in every order', async () => {
  const all = await inEveryOrder([
    { last_seen: '2026-03-01 09:00:00', score: 40 },
    { last_seen: '2026-03-03 09:00:00' },
    { last_seen: '2026-03-02 09:00:00', score: 60 },
  ]);
  for (const one of all) expect(one).toMatchObject({ score: 60, last_seen: '2026-03-03 09:00:00' });
});

it('any reports say the same in every order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(REPORT, { minLength: 2, maxLength: 4 }), async (reports) => {
      const [first, ...others] = await inEveryOrder(reports);
      for (const other of others) expect(other).toEqual(first);
    }),
    { numRuns: 40 },
  );
});

it('what was kept of the reports goes with the person', async () => {
  const [{ n = 0 } = {}] = await store.query('select count(*) as n from records.reports');
  expect(n).toBeGreaterThan(0);
  await store.whole(() =>
    store.put({ ...noRows(), people: [{ person: 'ana', name: 'Ana', email: null, team: null }] }),
  );
  await deletePerson(store, 'ana');
  expect(await store.query('select * from records.reports')).toEqual([]);
});
