/** A table of another system that comes again with a column more, less or renamed. */
import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/workbench/records/ask.ts';
import type { Imported } from '../../../src/workbench/records/import/index.ts';
import { proposeMapping } from '../../../src/workbench/records/import/mapping.ts';
import { keepReading, keptReading } from '../../../src/workbench/records/import/readings.ts';
import { eachRecords } from './each-records.ts';

const records = eachRecords();
const FILTERS = { now: '2026-12-01 00:00:00', passMark: 80 };

const HEADINGS = ['Name', 'Email', 'Course', 'Status', 'Score', 'Completed on', 'Duration'];
const ANN = ['Ann', 'ann@example.org', 'Ethics', 'Passed', '90', '2026-03-05', '00:30:00'];
const BEN = ['Ben', 'ben@example.org', 'Ethics', 'Passed', '84', '2026-03-06', '00:20:00'];
const DEE = ['Dee', 'dee@example.org', 'Ethics', 'Passed', '96', '2026-03-09', '00:15:00'];
const CY = ['Cy', 'cy@example.org', 'Ethics', 'In progress', '', '', '00:05:00'];
const CY_DONE = ['Cy', 'cy@example.org', 'Ethics', 'Passed', '88', '2026-04-02', '00:25:00'];

const table = (headings: readonly string[], ...rows: (readonly string[])[]): string =>
  [headings, ...rows].map((row) => `${row.join(',')}\n`).join('');
/** With a column of which nobody knows anything. */
const longer = (...rows: (readonly string[])[]): string =>
  table(['Region', ...HEADINGS], ...rows.map((row) => ['North', ...row]));

/** As the form for a table says it: what is in the other columns is left. */
const take = (content: string): Promise<Imported> => {
  const header = content.slice(0, content.indexOf('\n')).split(',');
  return records.take(content, { reading: { columns: proposeMapping(header) } });
};

const counted = async (): Promise<unknown> => {
  const [row] = await records.store.query(
    'select count(*) as attempts, sum(seconds) / 60 as minutes from records.attempts',
  );
  return row;
};
const RECOGNISED = /It has other headings than an earlier table/;
const TOLD = /^A table with other headings told of the people and courses of/;

describe('a table with other headings than the month before', () => {
  it.each([
    ['a column more', longer(ANN, BEN, CY_DONE)],
    ['one renamed', table(['Learner', ...HEADINGS.slice(1)], ANN, BEN, CY_DONE)],
    ['others’ order', table(HEADINGS.toReversed(), ANN.toReversed(), BEN.toReversed(), CY_DONE.toReversed())],
  ])('is the same attempts: %s', async (_, next) => {
    await take(table(HEADINGS, ANN, BEN, CY));
    const { notes } = await take(next);
    expect(notes?.[0]).toMatch(RECOGNISED);
    expect(notes).toContain('1 entry that was in the records already is brought up to date.');
    expect(await counted()).toEqual({ attempts: 3, minutes: 75 });
    const people = await ask(records.store, 'people', FILTERS);
    expect(people.map(({ tries }) => tries)).toEqual([1, 1, 1]);
  });

  it('takes nothing away that it lacks, and comes again as the same', async () => {
    await take(table(HEADINGS, ANN, BEN, DEE, CY));
    const shorter = table(HEADINGS.slice(0, 6), ...[ANN, BEN, DEE, CY_DONE].map((row) => row.slice(0, 6)));
    await take(shorter);
    expect(await counted()).toEqual({ attempts: 4, minutes: 70 });
    const { notes } = await take(shorter);
    expect(notes).toEqual(['Nothing of it is new: all of it was taken in already.']);
  });

  it('stays known by its headings, though it holds the newest rows alone or is explained anew', async () => {
    await take(table(HEADINGS, ANN, BEN, CY));
    await take(longer(ANN, BEN));
    const header = ['Region', ...HEADINGS];
    const kept = await keptReading(records.store, header);
    await keepReading(records.store, { header, reading: { columns: kept!.columns } });
    await take(longer(CY_DONE));
    expect(await counted()).toMatchObject({ attempts: 3 });
  });

  it('may be the older one, that comes after the newer', async () => {
    await take(longer(ANN, BEN, CY_DONE));
    await take(table(HEADINGS, ANN, BEN, CY));
    expect(await counted()).toEqual({ attempts: 3, minutes: 75 });
  });

  it('is known in records that have kept no headings', async () => {
    await take(table(HEADINGS, ANN, BEN, CY));
    await records.store.connection.run('delete from records.mappings');
    await take(longer(ANN, BEN, CY_DONE));
    expect(await counted()).toEqual({ attempts: 3, minutes: 75 });
  });

  it('has several rows of one person as before', async () => {
    const again = [...ANN.slice(0, 4), '95', '2026-05-01', '00:10:00'];
    await take(table(HEADINGS, ANN, again, BEN, CY));
    await take(longer(again, BEN, CY_DONE, ANN));
    expect(await counted()).toEqual({ attempts: 4, minutes: 85 });
  });

  it('has the number on a certificate once', async () => {
    const saved = (row: readonly string[], at: number): string[] => [...row, `1.abcd${at}fghi${at}.x`];
    const rows = [ANN, BEN, CY_DONE].map(saved);
    await take(table([...HEADINGS, 'Suspend data'], ...rows));
    await take(table(['Region', ...HEADINGS, 'Suspend data'], ...rows.map((row) => ['North', ...row])));
    const events = await records.store.query('select attempt from records.events');
    expect(events).toHaveLength(3);
  });
});

describe('tables of two systems', () => {
  const other = (row: readonly string[], score: string, day: string): string[] => [
    ...row.slice(0, 4),
    score,
    day,
    '00:10:00',
  ];

  it('count apart where they tell otherwise of the same people, which is said once', async () => {
    await take(table(HEADINGS, ANN, BEN, CY_DONE));
    const theirs = longer(
      other(ANN, '70', '2026-03-15'),
      other(BEN, '75', '2026-03-16'),
      other(CY_DONE, '80', '2026-03-17'),
    );
    const { notes } = await take(theirs);
    expect(notes?.filter((note) => TOLD.test(note))).toHaveLength(1);
    expect(await counted()).toMatchObject({ attempts: 6 });
    const next = await take(longer(other(ANN, '71', '2026-06-15')));
    expect(next.notes?.filter((note) => TOLD.test(note))).toEqual([]);
  });

  it('count apart where all that they have in common is the day of a course', async () => {
    const day = ['Name', 'Email', 'Course', 'Status', 'Completed on'];
    const rows = ['ann', 'ben', 'cy', 'dee'].map((one) => [
      one,
      `${one}@e.org`,
      'Ethics',
      'Completed',
      '2026-03-05',
    ]);
    await take(table(day, ...rows));
    const { notes } = await take(table([...day, 'Room'], ...rows.map((row) => [...row, '1'])));
    expect(notes?.some((note) => TOLD.test(note))).toBe(true);
    expect(await counted()).toMatchObject({ attempts: 8 });
  });

  it('count apart where whoever came to the course’s two days did all of it', async () => {
    const days = ['Name', 'Email', 'Course', 'Status', 'Score', 'Started on', 'Completed on'];
    const rows = ['ann', 'ben', 'cy', 'dee'].map((one, at) => {
      const day = `2026-03-0${5 + (at % 2)}`;
      return [one, `${one}@e.org`, 'Ethics', 'Completed', '100', day, day];
    });
    await take(table(days, ...rows));
    const { notes } = await take(table([...days, 'Room'], ...rows.map((row) => [...row, '1'])));
    expect(notes?.some((note) => TOLD.test(note))).toBe(true);
    expect(await counted()).toMatchObject({ attempts: 8 });
  });

  it('count apart where they tell no dates, whatever else is alike', async () => {
    const undated = (rows: readonly (readonly string[])[]): string[][] => rows.map((row) => row.slice(0, 5));
    await take(table(HEADINGS.slice(0, 5), ...undated([ANN, BEN, CY_DONE])));
    const headings = ['Learner', ...HEADINGS.slice(1, 5)];
    const { notes } = await take(table(headings, ...undated([ANN, BEN, CY_DONE])));
    expect(notes).toEqual([expect.stringMatching(TOLD)]);
    expect(await counted()).toMatchObject({ attempts: 6 });
  });

  it('are told nothing of where they have nobody in common', async () => {
    await take(table(HEADINGS, ANN));
    const { notes } = await take(longer(BEN));
    expect(notes).toEqual([]);
  });
});
