/** What can’t be read, or in one way only: told with the line, and nothing of it is kept. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import writeExcel from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../src/workbench/records/import/index.ts';
import { eachRecords } from './each-records.ts';
import { BASIC, tabs, attemptsIn } from './scorm-report.ts';

const records = eachRecords();
const { take } = records;
const attempts = () => attemptsIn(records);

/** More than what is looked at first. */
const MANY = Array.from({ length: 5000 }, (_, at) => `Ann ${at},ann${at}@example.org,Passed\n`).join('');

describe('what can’t be read is told with the line and what to do', () => {
  it.each([
    ['an empty file', '', /export\.bin: This file is empty\./],
    ['spaces alone', ' \n \n', /This file is empty\./],
    ['one column', 'Hello\nthere\n', /line 1: The first line names one column only/],
    [
      'a quotation mark that never ends',
      'Name,Score\n"Ann,3\nBen,4\n',
      /A cell begins with a quotation mark that never ends/,
    ],
    ['headings that say nothing', 'Alpha,Beta\n1,2\n', /line 1: The headings don’t say which column/],
    [
      'days and months that can’t be told apart',
      'Name,Status,Started on\nAnn,Passed,3/4/2026\n',
      /line 2: "3\/4\/2026" could be read with the day or with the month first/,
    ],
    [
      'a word of completion that nobody knows',
      ',"Email address","Ethics",""\n"Ann","ann@example.org","Completed",""\n"Ben","ben@example.org","Gotowe",""\n',
      /line 3: “Gotowe” is none of the words of completion that are known here\. Choose English/,
    ],
    [
      'half a row',
      'Name,Email,Status\nAnn,ann@example.org,Passed\nBob,bob@e',
      /line 3: This row has 2 cells, and there are 3 headings\. The file may have been cut off here\./,
    ],
    [
      'half a report of Moodle',
      BASIC.slice(0, BASIC.indexOf('ben@') + 4) + '"',
      /line 3: This row has 2 cells, and there are 6 headings/,
    ],
    [
      'a comma in a name',
      'Name,Email,Status\nAnn,ann@example.org,Passed\nRuiz, Ana,ana@example.org,Passed\n',
      /line 3: This row has 4 cells, and there are 3 headings\. A separator in a name/,
    ],
    [
      'a comma in a name, and an empty cell at the end',
      'Name,Email,Status\nRuiz, Ana,ana@example.org,\nAnn,ann@example.org,Passed\n',
      /line 2: This row has 4 cells/,
    ],
    [
      'dates in two orders',
      'Name,Status,Started on\nAnn,Passed,13/11/2026\nBen,Passed,11/14/2026\n',
      /line 3: “11\/14\/2026” and “13\/11\/2026” \(line 2\) can’t both be right/,
    ],
    [
      'half of a compressed file',
      gzipSync(BASIC.repeat(50)).subarray(0, 120),
      /ends too early or is damaged/,
    ],
    [
      'a long compressed table without its end',
      gzipSync(`Name,Email,Status\n${MANY}`).subarray(0, -2000),
      /ends too early or is damaged/,
    ],
    [
      'a broken statement',
      '{"id":"a"}\n{"id":x}\n{"id":"b"}\n',
      /line 2: From here on this is no xAPI statement/,
    ],
    [
      'a workbook that is none',
      Buffer.from('PK\u0003\u0004 nothing'),
      /neither an Excel workbook nor a text file/,
    ],
  ])('%s', async (_, content, message) => {
    await expect(take(content)).rejects.toThrow(message);
    expect(await records.store.query('select count(*) as rows_ from records.people')).toEqual([{ rows_: 0 }]);
  });

  it('takes rows that end where Moodle ends them, and rows with a separator too many', async () => {
    const head = ['Name', 'Email address', 'Attempt', 'Started on', 'Last accessed on', 'Score', 'Ethics'];
    const begun = ['1', '4 March 2026, 1:14 PM', '4 March 2026, 2:15 PM', '0', 'Incomplete'];
    await take(
      tabs(
        [...head, 'obj_rights status', 'obj_rights score'],
        ['Ann Able', 'ann@example.org', ...begun],
        ['Ben Baker', 'ben@example.org', ...begun, 'failed', '25'],
      ),
    );
    await take('Name,Email,Status\nCyd,cyd@example.org,Passed,\nDan,dan@example.org,Passed,\n');
    expect(await attempts()).toHaveLength(4);
  });

  it('takes dates in which the order doesn’t matter, and years of two digits', async () => {
    await take('Name,Status,Started on\nAnn,Passed,05/05/2026\nBen,Passed,13/11/26\n');
    expect((await attempts()).map(({ started }) => started)).toEqual([
      '2026-05-05 00:00:00',
      '2026-11-13 00:00:00',
    ]);
  });

  it('says which cells are no dates, and turns none into another day', async () => {
    const { notes } = await take(
      'Name,Status,Started on\nAnn,Passed,30/02/2026\nBen,Passed,46351.5\nCyd,Passed,2026-13-02\n',
    );
    expect(notes).toEqual(['3 cells (first: line 2) couldn’t be read as a date and were left empty.']);
    expect((await attempts()).map(({ started }) => started)).toEqual([null, null, null]);
  });

  it('refuses the order that it is told where a date says another', async () => {
    const table = 'Name,Status,Started on\nAnn,Passed,13/4/2026\n';
    await expect(take(table, { order: 'month-first' })).rejects.toThrow(
      /line 2: “13\/4\/2026” isn’t month-first/,
    );
  });

  it('says that a table has no rows', async () => {
    expect(await take('Name,Email,Status\n')).toMatchObject({
      rows: 0,
      notes: [expect.stringMatching(/^It has headings and no rows/)],
    });
  });

  it.each([
    ['a title above its headings', 'Report of the agency\n\nName,Email,Status\nAnn,ann@example.org,Passed\n'],
    ['a word on its separator', 'sep=;\nName;Email;Status\nAnn;ann@example.org;Passed\n'],
  ])('reads a table with %s', async (_, content) => {
    expect(await take(content)).toMatchObject({ rows: 1, notes: [] });
    expect(await attempts()).toMatchObject([{ person: 'ann@example.org', success: 'passed' }]);
  });

  it('finds the table in a workbook, under a title and behind a cover, and says which sheet it is', async () => {
    const sheet = (rows: string[][]) => rows.map((row) => row.map((value) => ({ value })));
    const table = [['Report'], ['Name', 'Email', 'Status'], ['Ann', 'ann@example.org', 'Passed']];
    const path = join(records.folder, 'book.xlsx');
    await writeExcel([
      { sheet: 'Cover', data: sheet([['The agency', '2026']]) },
      { sheet: 'Learners', data: sheet(table) },
    ]).toFile(path);
    expect(await importFile(records.store, path)).toMatchObject({
      title: 'a table (sheet “Learners” alone)',
      rows: 1,
    });
    expect(await attempts()).toMatchObject([{ person: 'ann@example.org', success: 'passed' }]);
  });

  it('reads a name that stands once beside several rows as that of each, and one that is missing as nobody', async () => {
    const row = (...cells: readonly string[]) => cells.map((value) => ({ value }));
    const path = join(records.folder, 'merged.xlsx');
    await writeExcel([
      [{ value: 'Report of the agency', columnSpan: 3 }, null, null],
      row('Email', 'Course', 'Status'),
      [{ value: 'ann@example.org', rowSpan: 2 }, { value: 'A' }, { value: 'Passed' }],
      [null, { value: 'B' }, { value: 'Completed' }],
      [null, { value: 'C' }, { value: 'Completed' }],
    ]).toFile(path);
    const { notes } = await importFile(records.store, path);
    expect((await attempts()).map(({ person, course }) => [person, course])).toEqual([
      ['ann@example.org', 'A'],
      ['ann@example.org', 'B'],
    ]);
    expect(notes).toEqual(['1 row (first: line 5) names nobody and was left out.']);
  });

  it('takes the order of days and months that it is told', async () => {
    const table = 'Name,Status,Started on\nAnn,Passed,3/4/2026\n';
    await take(table, { order: 'day-first' });
    expect(await attempts()).toMatchObject([{ started: '2026-04-03 00:00:00' }]);
  });

  it('leaves nothing of an import that was cancelled', async () => {
    const long = `Name,Email,Status\n${Array.from({ length: 12_000 }, (_, n) => `N ${n},n${n}@example.org,Passed`).join('\n')}\n`;
    const cancel = new AbortController();
    const importing = take(long, { signal: cancel.signal, progress: () => cancel.abort() });
    await expect(importing).rejects.toThrow(/abort/i);
    expect(await attempts()).toEqual([]);
  });
});
