/** An older export after a newer one: what was earned stays, and the order of files decides nothing. */
import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/workbench/records/ask.ts';
import { importFile } from '../../../src/workbench/records/import/index.ts';
import type { Cell } from '../../../src/workbench/records/tables.ts';
import { emptyStore } from '../../fakes/records-store.ts';
import { eachRecords } from './each-records.ts';
import { tabs } from './scorm-report.ts';

const records = eachRecords();
const FILTERS = { now: '2026-12-01 00:00:00', passMark: 80 };
const ADDRESS = 'ann@example.org';

/** @param last when Ann was last there; she began at one o'clock */
const report = (last: string, score: string, status?: string): string =>
  tabs(
    ['Name', 'Email', 'Attempt', 'Started', 'Last', 'Score', ...(status === undefined ? [] : ['Ethics'])],
    ['Ann', ADDRESS, '1', '4 March 2026, 1:00 PM', `4 March 2026, ${last}`, score].concat(status ?? []),
  );

const ordersOf = <T>(all: readonly T[]): T[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((one, at) =>
        ordersOf(all.filter((_, place) => place !== at)).map((rest) => [one, ...rest]),
      );

/** What each order of these files says of Ann's attempts. */
async function inEveryOrder(files: readonly string[]): Promise<Record<string, Cell>[][]> {
  const paths = await Promise.all(files.map((content, at) => records.put(content, `${at}.txt`)));
  const said: Record<string, Cell>[][] = [];
  for (const order of ordersOf(paths)) {
    const store = await emptyStore();
    for (const path of order) await importFile(store, path);
    said.push(
      await store.query(
        'select completion, success, score, last_seen from records.attempts order by attempt',
      ),
    );
    store.close();
  }
  return said;
}

const only = (all: readonly Record<string, Cell>[][]): Record<string, Cell>[] => {
  for (const one of all) expect(one).toEqual(all[0]);
  return all[0] ?? [];
};

describe('an export that is older, or as old as can be told', () => {
  it('takes no pass back that was earned in the same minute', async () => {
    expect(
      only(await inEveryOrder([report('1:25 PM', '100', '100'), report('1:25 PM', '0', 'Incomplete')])),
    ).toEqual([{ completion: null, success: null, score: 100, last_seen: '2026-03-04 13:25:00' }]);
    await records.take(report('1:25 PM', '100', '100'));
    await records.take(report('1:25 PM', '0', 'Incomplete'));
    const [ann] = await ask(records.store, 'people', FILTERS);
    expect(ann).toMatchObject({ status: 'passed', best_score: 100, said_open: 0, no_result: 0 });
  });

  it('says the same in every order of three, of which one has no column of status', async () => {
    const files = [
      report('1:24 PM', '0'),
      report('1:25 PM', '0', 'Incomplete'),
      report('1:25 PM', '100', '100'),
    ];
    expect(only(await inEveryOrder(files))).toMatchObject([{ completion: null, score: 100 }]);
  });

  it('leaves it to the later one to say less', async () => {
    expect(
      only(await inEveryOrder([report('1:25 PM', '100', '100'), report('1:40 PM', '50', '50')])),
    ).toMatchObject([{ score: 50, last_seen: '2026-03-04 13:40:00' }]);
  });

  it('keeps the word that stood beside the same score in another report of it', async () => {
    const files = [report('1:25 PM', '0', 'Incomplete'), report('1:25 PM', '0'), report('1:30 PM', '0')];
    expect(only(await inEveryOrder(files))).toMatchObject([{ completion: 'incomplete', score: 0 }]);
    expect(
      only(await inEveryOrder([report('1:25 PM', '0', 'Failed'), report('1:30 PM', '90', '90')])),
    ).toMatchObject([{ completion: null, success: null, score: 90 }]);
  });

  it('takes no status, no grade and no completion back where no time is told', async () => {
    const table = (status: string, score: string): string =>
      `Name,Email,Status,Score\nAnn,${ADDRESS},${status},${score}\n`;
    expect(only(await inEveryOrder([table('Passed', '90'), table('In progress', '')]))).toMatchObject([
      { completion: 'completed', success: 'passed', score: 90 },
    ]);
    const grades = (score: string): string =>
      `First name,Last name,Email address,SCORM package: Ethics (Real)\nAnn,Able,${ADDRESS},${score}\n`;
    expect(only(await inEveryOrder([grades('90'), grades('40')]))).toMatchObject([{ score: 90 }]);
    const list = (word: string, day: string): string =>
      `,"Email address","Ethics",""\n"Ann Able","${ADDRESS}","${word}","${day}"\n`;
    const lists = [list('Completed', '2026-03-04 13:14:00'), list('Not completed', '')];
    expect(only(await inEveryOrder(lists))).toMatchObject([{ completion: 'completed' }]);
  });

  it('says what a table’s words are said to mean from now on, though it is less', async () => {
    const table = `Name,Email,Status\nAnn,${ADDRESS},Fertig\n`;
    const columns = { name: 0, email: 1, status: 2 };
    await records.take(table, { reading: { columns, words: { Fertig: 'passed' } } });
    await records.take(table, { reading: { columns, words: { Fertig: 'incomplete' } } });
    expect(await records.store.query('select completion, success from records.attempts')).toEqual([
      { completion: 'incomplete', success: null },
    ]);
  });
});
