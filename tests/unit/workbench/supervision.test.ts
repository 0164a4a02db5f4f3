/** The records in the workbench's own database: imports that are whole or nothing. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Database } from '../../../src/workbench/server/database.ts';
import { Supervision } from '../../../src/workbench/server/supervision.ts';

let data: string;
let database: Database;
let supervision: Supervision;

beforeEach(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), 'supervision-'));
  database = await Database.open(data);
  supervision = new Supervision(database, 'tests/fixtures/courses/short', data);
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
    result: { success: true, score: { scaled: 0.9 } },
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

it('a person who is erased is in no file, and whoever asks meanwhile is answered', async () => {
  const signal = new AbortController().signal;
  const found = async (who: string): Promise<boolean> => {
    const names = await readdir(data, { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile());
    const contents = await Promise.all(
      files.map((entry) => readFile(path.join(entry.parentPath, entry.name), 'latin1')),
    );
    return contents.some((content) => content.includes(who));
  };
  await database.run('INSERT INTO learners VALUES ($1, $2, $3, $4)', 'l', 'A learner of the trial', 'en', 1n);
  await supervision.take(await supervision.receive('people.csv', table(40)), { signal });
  await supervision.expect('p7@example.org\np8@example.org');
  await supervision.ask('people', { hidden: true });
  expect(await found('p7@example.org'), 'the test can see it').toBe(true);
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
  expect(await found('p7@example.org')).toBe(false);
  expect(await found('p8@example.org')).toBe(true);
  expect(await supervision.state()).toMatchObject({ people: 49, expected: 1 });
  expect(await supervision.erase('p7@example.org')).toBe(false);
  await database.run('INSERT INTO learners VALUES ($1, $2, $3, $4)', 'm', 'Another', 'en', 2n);
  expect(await readdir(data)).toEqual(expect.not.arrayContaining([expect.stringContaining('anew')]));
});
