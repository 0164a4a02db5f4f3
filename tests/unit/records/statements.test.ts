/** Statements by the ten thousand: what is told on the way, what a cancel leaves, which line is broken. */
import { readdirSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { estimate } from '../../../src/workbench/records/estimate.ts';
import { importFile } from '../../../src/workbench/records/import/index.ts';
import { openStore } from '../../../src/workbench/records/store.ts';
import { eachRecords } from './each-records.ts';
import { line, lines } from './lines-of-statements.ts';

const records = eachRecords('statements.bin');
const { put } = records;

const held = async (): Promise<unknown> =>
  (await records.store.query('select count(*) as rows_ from records.answers'))[0]?.['rows_'];

it('an import tells how much is done, never less than before, and to the end', async () => {
  // Threads read them beside one another
  const threaded = await openStore();
  const shares: number[] = [];
  await importFile(threaded, await put(lines(20_000).join('\n')), { share: (done) => shares.push(done) });
  expect(shares.length).toBeGreaterThan(3);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBeGreaterThan(0.9);
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
  threaded.close();
});

it('a cancel at any step leaves nothing, and the same file can be taken in afterwards', async () => {
  const path = await put(lines(500).join('\n'));
  for (let step = 1; step <= 7; step += 1) {
    const cancel = new AbortController();
    let calls = 0;
    const share = (): void => {
      calls += 1;
      if (calls === step) cancel.abort();
    };
    await expect(
      importFile(records.store, path, { signal: cancel.signal, share }),
      `step ${step}`,
    ).rejects.toThrow(/abort/i);
    for (const table of ['people', 'attempts', 'answers', 'events', 'forms'])
      expect(await records.store.query(`select count(*) as rows_ from records.${table}`), table).toEqual([
        { rows_: 0 },
      ]);
  }
  await importFile(records.store, path);
  expect(await held()).toBe(500);
});

it('nothing lies beside the records when it was taken in, cancelled, broken, or killed at the last time', async () => {
  const kept = join(records.folder, 'kept');
  await mkdir(kept);
  const beside = async (): Promise<string[]> =>
    (await readdir(kept)).filter((name) => !/^kept\.duckdb(\.wal)?$/.test(name));
  const file = join(kept, 'kept.duckdb');
  await mkdir(`${file}.import`);
  await writeFile(join(`${file}.import`, '1'), 'of one that was killed');
  const own = await openStore(file);
  expect(await beside()).toEqual([]);
  const path = await put(lines(500).join('\n'));
  const met = new Set<string>();
  const cancel = new AbortController();
  const share = (done: number): void => {
    readdirSync(kept).forEach((name) => met.add(name));
    if (done > 0.8) cancel.abort();
  };
  await expect(importFile(own, path, { share, signal: cancel.signal })).rejects.toThrow(/abort/i);
  expect([...met], 'the test can see it').toContain('kept.duckdb.import');
  expect(await beside()).toEqual([]);
  await expect(importFile(own, await put('{"id":"a"}\n{"id":x}\n'))).rejects.toThrow(/line 2/);
  expect(await beside()).toEqual([]);
  await importFile(own, await put(lines(500).join('\n')));
  expect(await beside()).toEqual([]);
  own.close();
});

it('the broken line of many is named, and nothing of the file is kept', async () => {
  const all = lines(30_000);
  all[23_456] = all[23_456]!.slice(0, 100);
  for (const content of [all.join('\n'), gzipSync(all.join('\n'))])
    await expect(importFile(records.store, await put(content))).rejects.toThrow(
      /statements\.bin, line 23457: From here on this is no xAPI statement/,
    );
  expect(await held()).toBe(0);
});

it('statements with a mark at their beginning, or in UTF-16, are read like any others', async () => {
  const all = lines(50).join('\n');
  for (const content of [
    `\uFEFF${all}`,
    Buffer.from(`\uFEFF${all}`, 'utf16le'),
    gzipSync(`\uFEFF[${lines(60).join(',')}]`),
  ])
    await importFile(records.store, await put(content));
  expect(await held()).toBe(60);
});

it('statements that are there already, or twice in a file, or in two files, count once', async () => {
  const all = lines(3000);
  expect(
    await importFile(records.store, await put([...all, ...all.slice(500, 900)].join('\n'))),
  ).toMatchObject({
    rows: 3000,
  });
  const before = await records.store.query('select * from records.attempts order by attempt');
  expect(
    await importFile(records.store, await put(gzipSync(`[${all.slice(1000).join(',')}]`))),
  ).toMatchObject({
    rows: 0,
  });
  expect(await records.store.query('select * from records.attempts order by attempt')).toEqual(before);
  expect(await held()).toBe(3000);
});

it('ids in capitals are those in small letters: of statements, of registrations, and of what was voided', async () => {
  const id = (number: number) => `00000000-0000-4000-8abc-${String(number).padStart(12, '0')}`;
  const made = (number: number, more: object) => ({ ...(JSON.parse(line(number)) as object), ...more });
  const actor = { mbox: 'mailto:ana@example.test' };
  const all = [
    made(1, { id: id(1), actor, context: { registration: id(0) } }),
    made(2, { id: id(2), actor, context: { registration: id(0).toUpperCase() } }),
    made(3, { id: id(3), actor, context: { registration: id(0) } }),
  ];
  await importFile(
    records.store,
    await put(JSON.stringify([...all, { ...all[0], id: id(1).toUpperCase() }])),
  );
  const capitals = all.map((statement, at) => ({ ...statement, id: id(at + 1).toUpperCase() }));
  expect(await importFile(records.store, await put(JSON.stringify(capitals)))).toMatchObject({ rows: 0 });
  expect(await records.store.query('select attempt from records.attempts')).toEqual([
    { attempt: `ana@example.test|${id(0)}` },
  ]);
  const voiding = made(9, {
    verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
    object: { objectType: 'StatementRef', id: id(2).toUpperCase() },
  });
  await importFile(records.store, await put(JSON.stringify([voiding])));
  expect(await records.store.query('select answer from records.answers order by answer')).toEqual([
    { answer: id(1) },
    { answer: id(3) },
  ]);
});

it('what is left is told in words that nobody takes for a promise', () => {
  expect(estimate(0.04, 4000)).toBe('4 %');
  expect(estimate(0.25, 10_000)).toBe('25 %, about 30 seconds to go');
  expect(estimate(0.999, 10_000)).toBe('99 %, about 5 seconds to go');
  expect(estimate(1, 10_000), 'what is read is put in order').toBe('100 %');
  expect(estimate(0.5, 120_000)).toBe('50 %, about 2 minutes to go');
});
