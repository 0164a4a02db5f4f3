/** Rows of one person in one course, in a table that numbers no attempts: whatever order they have the next time. */
import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/workbench/records/ask.ts';
import { eachRecords } from './each-records.ts';

const records = eachRecords();
const FILTERS = { now: '2026-12-01 00:00:00', passMark: 80 };

const table = (...rows: string[]): string =>
  `Name,Email,Course,Status,Score,Completed on,Duration\n${rows.map((row) => `Ann,ann@example.org,Ethics,${row}\n`).join('')}`;
const FAILED = 'Failed,60,2026-03-05,00:30:00';
const PASSED = 'Passed,90,2026-03-20,00:10:00';
const BEGUN = 'In progress,,,00:02:00';
const LATER = 'Passed,95,2026-03-28,00:05:00';

const scores = async (): Promise<unknown[]> =>
  (await records.store.query('select score from records.attempts order by finished')).map(
    ({ score }) => score,
  );

describe('a table with several rows of one person in a course', () => {
  it('says the same sorted in another way: nothing of it is new', async () => {
    await records.take(table(FAILED, PASSED));
    const { notes } = await records.take(table(PASSED, FAILED));
    expect(notes).toEqual(['Nothing of it is new: all of it was taken in already.']);
    const [ann] = await ask(records.store, 'people', FILTERS);
    expect(ann).toMatchObject({ minutes: 40, tries: 2, finished: '2026-03-05 00:00:00' });
    expect(await ask(records.store, 'weeks', FILTERS)).toHaveLength(2);
  });

  it('may have the newest first, or the newest alone', async () => {
    await records.take(table(FAILED));
    await records.take(table(PASSED, FAILED));
    await records.take(table(PASSED));
    expect(await scores()).toEqual([60, 90]);
    await records.take(table(LATER, PASSED, FAILED));
    expect(await scores()).toEqual([60, 90, 95]);
  });

  it('says more of one that was open, wherever it stands now', async () => {
    await records.take(table(FAILED, BEGUN));
    await records.take(table(PASSED, FAILED));
    expect(await scores()).toEqual([60, 90]);
    const [ann] = await ask(records.store, 'people', FILTERS);
    expect(ann).toMatchObject({ minutes: 40, tries: 2 });
  });
});
