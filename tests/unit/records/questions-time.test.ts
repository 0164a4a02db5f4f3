/** What *Time* shows of the twelve, worked out by hand: weeks, how long it takes, and where people stop. */
import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/workbench/records/ask.ts';
import { noRows } from '../../../src/workbench/records/tables.ts';
import { completionList, twelve } from './twelve.ts';
import { emptyStore } from '../../fakes/records-store.ts';
import { FILTERS, recordsOfTwelve } from './asked-of-twelve.ts';

describe('what a supervisor asks of time, of twelve people', () => {
  const { asked } = recordsOfTwelve();

  it('goes by weeks', async () => {
    // 2026-03-01 is a Sunday: p01 alone; from Monday the 2nd p02 to p08; from the 9th p09 to p11.
    expect(await asked('weeks')).toMatchObject([
      { week: '2026-02-23', people: 1, completed: 1, passed: 1, mean_score: 100 },
      { week: '2026-03-02', people: 7, completed: 2, passed: 4 },
      { week: '2026-03-09', people: 3, completed: 1, passed: 1, mean_score: 50 },
    ]);
  });

  it('counts people by weeks, and each of their completions once, however many reports tell of them', async () => {
    const other = await emptyStore();
    await other.whole(async () => {
      await other.put(twelve());
      await other.put(completionList());
    });
    // p01 is told of twice in the first week; p04 passed in the second, and completed in the fourth
    expect(await ask(other, 'weeks', FILTERS)).toMatchObject([
      { week: '2026-02-23', people: 1, completed: 1, passed: 1, mean_score: 100 },
      { week: '2026-03-02', people: 7, completed: 2, passed: 4 },
      { week: '2026-03-09', people: 3, completed: 1, passed: 1, mean_score: 50 },
      { week: '2026-03-16', people: 1, completed: 1, passed: 0, mean_score: null },
    ]);
    expect((await ask(other, 'people', FILTERS))[0]).toMatchObject({ person: 'p01', tries: 1 });
    other.close();
  });

  it('tells where those stop who have not finished', async () => {
    expect(await asked('leaving')).toEqual([
      { place: 'lesson-two', people: 6, passed: 2 },
      { place: 'lesson-one', people: 1, passed: 0 },
    ]);
  });

  it('takes nobody for stopped who has passed where the source tells nothing of completion', async () => {
    const other = await emptyStore();
    const { attempts, ...rest } = twelve();
    // a report with scores and no status: p04 and p05 have 75
    const untold = attempts.map((row) => ({ ...row, success: null, completion: null }));
    await other.whole(() => other.put({ ...rest, attempts: untold }));
    const stopped = async () =>
      (await ask(other, 'leaving', FILTERS)).reduce((sum, { people }) => sum + Number(people), 0);
    // p06 to p09 and p11; p01 to p05 and p10 have passed
    expect(await stopped()).toBe(5);
    // in a second attempt, of cmi5, p04 has passed and is not complete
    const open = { ...attempts[3]!, attempt: 'p04-2' };
    await other.whole(() => other.put({ ...noRows(), attempts: [open] }));
    expect(await stopped()).toBe(6);
    other.close();
  });

  it('tells how long those took who have passed or completed', async () => {
    // p01 to p05 and p10: half an hour each
    expect(await asked('durations')).toEqual([{ minutes_from: 30, people: 6 }]);
  });
});
