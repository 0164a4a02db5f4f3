/** The records in the workbench's own database: imports that are whole or nothing. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import writeExcel from 'write-excel-file/node';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Reading } from '../../../src/workbench/records/import/meanings.ts';
import { Database } from '../../../src/workbench/server/database.ts';
import { Supervision } from '../../../src/workbench/server/supervision.ts';

let data: string;
let database: Database;
let supervision: Supervision;

beforeEach(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), 'supervision-'));
  database = await Database.open(data);
  supervision = new Supervision(database, 'tests/fixtures/courses/base', data);
});
afterEach(async () => {
  await supervision.close();
  await database.close();
  await rm(data, { recursive: true });
});

const table = (rows: number): ReadableStream<Uint8Array> =>
  new Blob([
    'Name,Email,Status\n',
    ...Array.from({ length: rows }, (_, n) => `Person ${n},p${n}@example.org,Completed\n`),
  ]).stream();

it('a cancelled import leaves nothing of the file, in the records or on the disk', async () => {
  const place = await supervision.receive('large.csv', table(12_000));
  const cancel = new AbortController();
  let read = 0;
  const taking = supervision.take(place, {
    signal: cancel.signal,
    progress: (rows) => {
      read = rows;
      cancel.abort();
    },
  });
  await expect(taking).rejects.toThrow(/abort|interrupt/i);
  expect(read, 'it had begun').toBeGreaterThan(0);
  expect(await supervision.state()).toMatchObject({ people: 0, attempts: 0 });
  expect(await readdir(path.join(data, 'imports'))).toEqual([]);
  const again = await supervision.receive('large.csv', table(3));
  expect(await supervision.take(again, { signal: new AbortController().signal })).toMatchObject({ rows: 3 });
  expect(await supervision.state()).toMatchObject({ people: 3 });
});

it('a name that leads elsewhere stays in the folder of imports', async () => {
  const place = await supervision.receive('../../evil.csv', table(1));
  expect(path.relative(path.join(data, 'imports'), place)).not.toMatch(/^\.\./);
  expect(path.basename(place)).toBe('.._.._evil.csv');
});

it('what the trial’s LRS holds is taken in as any LRS’s', async () => {
  expect(await supervision.fromTrial()).toBeUndefined();
  const statement = {
    id: 'f1c0ffee-0000-4000-8000-000000000001',
    actor: { objectType: 'Agent', name: 'Rivera, Ana', mbox: 'mailto:ana@example.org' },
    verb: { id: 'http://adlnet.gov/expapi/verbs/passed' },
    object: { id: 'https://example.org/course' },
    result: {
      success: true,
      score: { scaled: 0.9 },
    },
    timestamp: '2026-11-25T13:00:00Z',
  };
  await database.run(
    'INSERT INTO statements VALUES ($1, $2, $3, $4, $5)',
    statement.id,
    statement.object.id,
    1n,
    'r',
    JSON.stringify(statement),
  );
  const place = await supervision.fromTrial();
  await supervision.take(place ?? '', { signal: new AbortController().signal });
  expect((await supervision.ask('now', {})).rows).toMatchObject([
    { person: 'ana@example.org', status: 'passed' },
  ]);
});

/** Whether any file in the workbench's folder holds this. */
async function isOnDisk(who: string): Promise<boolean> {
  const names = await readdir(data, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const contents = await Promise.all(
    files.map((entry) => readFile(path.join(entry.parentPath, entry.name), 'latin1')),
  );
  return contents.some((content) => content.includes(who));
}

it.each(['erasing', 'taking everything out'])(
  '%s leaves no table that waits to be explained',
  async (way) => {
    const signal = new AbortController().signal;
    await supervision.take(await supervision.receive('people.csv', table(3)), { signal });
    const unknown = new Blob(['Wer,Wohin\np2@example.org,Nord\nsecret@example.org,Ost\n']).stream();
    await supervision.take(await supervision.receive('unknown.csv', unknown), { signal });
    expect((await supervision.state()).waiting).toMatchObject([{ file: 'unknown.csv' }]);
    expect((await supervision.state(true)).waiting, 'it may name somebody').toEqual([]);
    expect(await isOnDisk('secret@example.org'), 'the test can see it').toBe(true);
    await (way === 'erasing' ? supervision.erase('p2@example.org') : supervision.forget());
    expect(await isOnDisk('secret@example.org')).toBe(false);
    expect((await supervision.state()).waiting).toEqual([]);
    expect(await isOnDisk('p2@example.org')).toBe(false);
  },
);

it('a table whose headings stand elsewhere is read from where somebody says, and the next one by itself', async () => {
  const signal = new AbortController().signal;
  const row = (...cells: readonly string[]) => cells.map((value) => ({ value }));
  const cover = [row('The agency', '2026'), row('Made', 'by us')];
  const people = (who: string) => [row('Week', '9'), row('Wer', 'Stand'), row(who, 'fertig')];
  const book = async (who: string): Promise<string> => {
    const bytes = await writeExcel([
      { sheet: 'Cover', data: cover },
      { sheet: 'Leute', data: people(who) },
    ]).toBuffer();
    return supervision.receive('book.xlsx', new Blob([new Uint8Array(bytes)]).stream());
  };
  await supervision.take(await book('Ana Able'), { signal });
  const [waiting] = (await supervision.state()).waiting;
  expect(waiting).toMatchObject({ sheet: 'Cover', line: 1, header: ['The agency', '2026'] });
  expect(waiting!.beginnings).toMatchObject([
    { sheet: 'Cover' },
    {
      sheet: 'Leute',
      rows: [
        { line: 1, words: 'Week · 9' },
        { line: 2, words: 'Wer · Stand' },
        { line: 3, words: 'Ana Able · fertig' },
      ],
    },
  ]);
  const { id } = waiting!;
  await expect(supervision.tables.look(id, { sheet: 'Leute', line: 9 })).rejects.toThrow(
    'This file is empty.',
  );
  expect(await supervision.tables.look(id, { sheet: 'Leute', line: 2 })).toMatchObject({
    header: ['Wer', 'Stand'],
    cells: [['Ana Able', 'fertig']],
    sheet: 'Leute',
    line: 2,
  });
  const reading: Reading = { columns: { name: 0, status: 1 }, words: { fertig: 'completed' } };
  expect((await supervision.tables.preview(id, reading)).rows).toMatchObject([
    { name: 'Ana Able', completion: 'completed' },
  ]);
  expect(await supervision.takeExplained(id, reading, { signal })).toMatchObject({ rows: 1 });
  expect(await supervision.take(await book('Bo Baker'), { signal })).toMatchObject({ rows: 1 });
  const { rows } = await supervision.ask('now', {});
  expect(rows.map(({ name, status }) => [name, status])).toEqual([
    ['Ana Able', 'completed'],
    ['Bo Baker', 'completed'],
  ]);
});

it('an LRS is read from its beginning again after everything was taken out', async () => {
  await supervision.state();
  const places = (): Promise<unknown[]> => database.all('select endpoint from records.lrs_places');
  await database.run(
    "insert into records.lrs_places values ('https://lrs.example.org/xapi/', '2026-11-25T13:00:00Z')",
  );
  expect(await places()).toHaveLength(1);
  await supervision.forget();
  expect(await places()).toEqual([]);
});

it('a table that waits goes when the workbench stops, as nobody can explain it any more', async () => {
  const signal = new AbortController().signal;
  const unknown = new Blob(['Wer,Wohin\nsecret@example.org,Ost\n']).stream();
  await supervision.take(await supervision.receive('unknown.csv', unknown), { signal });
  await supervision.close();
  expect(await isOnDisk('secret@example.org')).toBe(false);
});

it('once everything was taken out nobody is in a file, whatever had been written to it before', async () => {
  const signal = new AbortController().signal;
  await supervision.take(await supervision.receive('people.csv', table(40)), { signal });
  await supervision.erase('p1@example.org');
  expect(await isOnDisk('p7@example.org'), 'the test can see it').toBe(true);
  await supervision.forget();
  expect(await isOnDisk('p7@example.org')).toBe(false);
  expect(await supervision.state()).toMatchObject({ people: 0 });
});

it('a list that can’t be read is refused by the name that it has where it comes from', async () => {
  const noList = Buffer.from('PK\u0003\u0004 and no workbook');
  await expect(supervision.lists.look(noList, 'people.xlsx')).rejects.toThrow(/^people\.xlsx: /);
  await expect(supervision.lists.look(noList)).rejects.toThrow(/^The list: /);
  await expect(supervision.lists.expect(noList, { file: 'people.xlsx' })).rejects.toThrow(/^people\.xlsx: /);
});

it('a person who is erased is in no file, and whoever asks meanwhile is answered', async () => {
  const signal = new AbortController().signal;
  await database.run('INSERT INTO learners VALUES ($1, $2, $3, $4)', 'l', 'A learner of the trial', 'en', 1n);
  await supervision.take(await supervision.receive('people.csv', table(40)), { signal });
  await supervision.lists.expect(Buffer.from('p7@example.org\np8@example.org'));
  await supervision.ask('people', { hidden: true });
  expect(await isOnDisk('p7@example.org'), 'the test can see it').toBe(true);
  const waiting = await supervision.receive('more.csv', table(50));
  const [erased, taken, ...answers] = await Promise.all([
    supervision.erase('p7@example.org'),
    supervision.take(waiting, { signal }),
    ...Array.from({ length: 8 }, () => supervision.ask('people', {})),
    database.all('SELECT name FROM learners'),
  ]);
  expect(erased).toBe(true);
  expect(taken).toMatchObject({ rows: 50 });
  expect(answers.at(-1)).toEqual([{ name: 'A learner of the trial' }]);
  expect(await supervision.erase('p7@example.org'), 'the second file named them again').toBe(true);
  expect(await isOnDisk('p7@example.org')).toBe(false);
  expect(await isOnDisk('p8@example.org')).toBe(true);
  expect(await supervision.state()).toMatchObject({ people: 49, expected: 1 });
  expect(await supervision.erase('p7@example.org')).toBe(false);
  await database.run('INSERT INTO learners VALUES ($1, $2, $3, $4)', 'm', 'Another', 'en', 2n);
  expect(await readdir(data)).toEqual(expect.not.arrayContaining([expect.stringContaining('anew')]));
});

it('attempts in SCORM that the trial kept are in the records, as an LMS’s report would name them', async () => {
  const keep = (id: string, kind: string, kept: Record<string, string>): Promise<void> =>
    database.run(
      'INSERT INTO attempts VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      id,
      'l',
      'package',
      'part',
      1,
      kind,
      JSON.stringify({ data: kept, ticked: false, locked: false }),
      BigInt(Date.UTC(2026, 10, 25, 13)),
    );
  await database.run('INSERT INTO learners VALUES ($1, $2, $3, $4)', 'l', 'Rivera, Ana', 'en', 1n);
  await keep('one', 'scorm12', {
    'cmi.core.lesson_status': 'failed',
    'cmi.core.score.raw': '12',
    'cmi.core.score.max': '24',
    'cmi.core.total_time': '0000:30:00.00',
    'cmi.interactions.0.id': 'Q01Milk',
    'cmi.interactions.0.student_response': 'b',
    'cmi.interactions.0.result': 'wrong',
    'cmi.interactions.0.latency': '0000:00:12.50',
    'cmi.interactions.1.id': 'Q01Milk',
    'cmi.interactions.1.student_response': 'a',
    'cmi.interactions.1.result': 'correct',
    'cmi.suspend_data': '1.k7q2xm9a0b.7.state',
  });
  await keep('two', 'scorm2004', {
    'cmi.completion_status': 'completed',
    'cmi.success_status': 'passed',
    'cmi.score.scaled': '0.9',
    'cmi.score.raw': '90',
    'cmi.total_time': 'PT1H',
    'cmi.interactions.0.id': 'urn:x',
    'cmi.interactions.0.learner_response': 'true',
    'cmi.interactions.0.result': 'correct',
  });
  await keep('web', 'web', {});
  expect(await supervision.takeHeld()).toBe(2);
  expect(await supervision.takeHeld(), 'twice changes nothing').toBe(2);
  expect(await supervision.state()).toMatchObject({ people: 1, attempts: 2, answers: 3 });
  const { rows } = await supervision.ask('people', {});
  expect(rows).toMatchObject([{ name: 'Rivera, Ana', status: 'completed', best_score: 90, minutes: 90 }]);
  expect(await supervision.certificate('K7Q2X-M9A0B-2')).toMatchObject({
    found: { name: 'Rivera, Ana', kind: 'number', score: 50, success: 'failed' },
    carrying: 1,
  });
});

it('a certificate’s number is found in the statement of the pass, and a later try by its own', async () => {
  const signal = new AbortController().signal;
  const statement = (id: number, verb: string, object: object, result: object): string =>
    JSON.stringify({
      id: `f1c0ffee-0000-4000-8000-00000000000${id}`,
      actor: { name: 'Ann', mbox: 'mailto:ann@example.org' },
      verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
      object,
      result,
      context: { registration: 'r' },
      timestamp: `2026-11-25T13:0${id}:00Z`,
    });
  const tryOf = (number: number): object => ({
    id: `https://example.org/course/assessment/tries/${number}`,
    definition: { type: 'http://adlnet.gov/expapi/activities/attempt' },
  });
  const extension = 'https://example.org/course/extensions/record-number';
  const course = { id: 'https://example.org/course' };
  const lines = [
    statement(1, 'passed', course, { success: true, extensions: { [extension]: 'K7Q2X-M9A0B-2' } }),
    statement(2, 'scored', tryOf(3), { success: true, score: { scaled: 0.9 } }),
    statement(3, 'scored', tryOf(1), { success: false, score: { scaled: 0.1 } }),
  ];
  const file = await supervision.receive('lrs.ndjson', new Blob([lines.join('\n')]).stream());
  await supervision.take(file, { signal });
  const found = async (number: string) => (await supervision.certificate(number))?.found;
  expect(await found('k7q2x m9a0b-2')).toMatchObject({
    name: 'Ann',
    kind: 'passed',
    number: 'K7Q2X-M9A0B-2',
  });
  expect(await found('K7Q2X-M9A0B-3')).toMatchObject({ number: 'K7Q2X-M9A0B-2', try_passed: 1 });
  expect(await found('K7Q2X-M9A0B-1')).toMatchObject({ try_passed: 0 });
  expect(await supervision.certificate('AAAAA-BBBBB-1')).toMatchObject({ found: null, carrying: 1 });
  expect(await supervision.certificate('what?')).toBeUndefined();
  const other = await supervision.receive(
    'table.csv',
    new Blob(['Name,Status,Suspend data\nBen,Passed,1.zzzzz11111.4.x\nCyd,Passed,other\n']).stream(),
  );
  await supervision.take(other, { signal });
  expect(await found('ZZZZZ-11111-1')).toMatchObject({ name: 'Ben', kind: 'number' });
  expect(await supervision.certificate('AAAAA-BBBBB-1')).toMatchObject({ carrying: 2 });
});
