/** Statements by the ten thousand: what is told on the way, what a cancel leaves, which line is broken. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { estimate } from '../../../src/workbench/records/estimate.ts';
import { importFile } from '../../../src/workbench/records/import/index.ts';
import { openStore, type Store } from '../../../src/workbench/records/store.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'statements-'));
  store = await openStore();
});
afterEach(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

const line = (number: number): string =>
  JSON.stringify({
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    actor: { account: { homePage: 'https://lms.example.test', name: `p${number % 100}` } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
    object: {
      id: `https://course.test/items/i${number % 7}`,
      definition: { type: 'http://adlnet.gov/expapi/activities/cmi.interaction' },
    },
    result: { response: 'a', success: number % 2 === 0, duration: 'PT2S' },
    context: { registration: `r${number % 100}` },
    timestamp: '2026-03-04T13:14:00.000Z',
  });

const lines = (count: number): string[] => Array.from({ length: count }, (_, number) => line(number));

async function put(content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'statements.bin');
  await writeFile(path, content);
  return path;
}

const held = async (): Promise<unknown> =>
  (await store.query('select count(*) as rows_ from records.answers'))[0]?.['rows_'];

it('an import tells how much is done, never less than before, and to the end', async () => {
  const shares: number[] = [];
  await importFile(store, await put(lines(20_000).join('\n')), { share: (done) => shares.push(done) });
  expect(shares.length).toBeGreaterThan(3);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBeGreaterThan(0.9);
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
});

it('a cancel at any step leaves nothing, and the same file can be taken in afterwards', async () => {
  const path = await put(lines(500).join('\n'));
  for (let step = 1; step <= 9; step += 1) {
    const cancel = new AbortController();
    let calls = 0;
    const share = (): void => {
      calls += 1;
      if (calls === step) cancel.abort();
    };
    await expect(importFile(store, path, { signal: cancel.signal, share }), `step ${step}`).rejects.toThrow(
      /abort/i,
    );
    for (const table of ['people', 'attempts', 'answers', 'events', 'forms'])
      expect(await store.query(`select count(*) as rows_ from records.${table}`), table).toEqual([
        { rows_: 0 },
      ]);
  }
  await importFile(store, path);
  expect(await held()).toBe(500);
});

it('the broken line of many is named, and nothing of the file is kept', async () => {
  const all = lines(30_000);
  all[23_456] = all[23_456]!.slice(0, 100);
  for (const content of [all.join('\n'), gzipSync(all.join('\n'))])
    await expect(importFile(store, await put(content))).rejects.toThrow(
      /statements\.bin, line 23457: From here on this is no xAPI statement/,
    );
  expect(await held()).toBe(0);
});

it('statements that are there already, or twice in a file, or in two files, count once', async () => {
  const all = lines(3000);
  expect(await importFile(store, await put([...all, ...all.slice(500, 900)].join('\n')))).toMatchObject({
    rows: 3000,
  });
  const before = await store.query('select * from records.attempts order by attempt');
  expect(await importFile(store, await put(gzipSync(`[${all.slice(1000).join(',')}]`)))).toMatchObject({
    rows: 0,
  });
  expect(await store.query('select * from records.attempts order by attempt')).toEqual(before);
  expect(await held()).toBe(3000);
});

it('what is left is told in words that nobody takes for a promise', () => {
  expect(estimate(0.04, 4000)).toBe('4 %');
  expect(estimate(0.25, 10_000)).toBe('25 %, about 30 seconds to go');
  expect(estimate(0.999, 10_000)).toBe('99 %, about 5 seconds to go');
  expect(estimate(0.5, 120_000)).toBe('50 %, about 2 minutes to go');
});
