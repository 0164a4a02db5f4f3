/** What stands in a file for a spreadsheet. */
import { expect, it } from 'vitest';
import { ask, QUESTIONS } from '../../../src/workbench/records/ask.ts';
import { readable } from '../../../src/workbench/records/readable.ts';
import { headings } from '../../../src/workbench/records/write.ts';
import { emptyStore } from '../../fakes/records-store.ts';
import { PASS_MARK, twelve } from './twelve.ts';

const FILTERS = { now: '2026-04-01 00:00:00', passMark: PASS_MARK, due: '2026-03-31 23:59:59' };

it('has a heading in words for every column of every question, and loses none', async () => {
  const store = await emptyStore();
  await store.whole(() => store.put(twelve()));
  for (const name of QUESTIONS) {
    const rows = await ask(store, name, FILTERS);
    const heads = headings(readable(name, rows));
    const left = headings(rows).filter((column) => column === 'expected' || column === 'no_result');
    expect(heads.length, name).toBe(headings(rows).length - left.length);
    for (const head of heads) expect(head, name).toMatch(/^[A-Z][^_]*$/);
  }
  store.close();
});

it('rounds as the pages do, and calls nobody late who has passed', async () => {
  expect(readable('weeks', [{ week: '2026-03-02', passed: 2, mean_score: 46.42857 }])).toEqual([
    { 'Week from': '2026-03-02', Passed: 2, 'Mean score, %': 46 },
  ]);
  expect(readable('people', [{ passed: 1, best_score: 0, no_result: 1, weakest_share: 1 / 3 }])).toEqual([
    { Passed: 'yes', 'Best score, %': null, 'Right in it, %': 33 },
  ]);
  const late = (status: string) => readable('now', [{ status, overdue: 1, expected: 1 }]);
  expect(late('in progress')).toEqual([{ Status: 'in progress', Late: 'yes' }]);
  expect(late('passed')).toEqual([{ Status: 'passed', Late: '' }]);
});

it('says what the course has words for in its words, and the rest as the source has it', () => {
  const names = { l1: 'Gifts', s1: 'A scarf', 'd1 hall.a': 'Say no.', 'd1 told.b': 'Tell her why.' };
  const rows = [
    { dilemma: 'd1', lesson: 'l1', way: 'hall.a[,]told.b' },
    { dilemma: 'd1', lesson: 'l0', way: 'hall.a[,]gone.c' },
  ];
  expect(readable('dilemmas', rows, false, names)).toEqual([
    { Dilemma: 'd1', Lesson: 'Gifts', Way: 'Say no. → Tell her why.' },
    { Dilemma: 'd1', Lesson: 'l0', Way: 'Say no. → gone.c' },
  ]);
  expect(readable('people', [{ place: 's1' }], false, names)).toEqual([{ Place: 'A scarf' }]);
});
