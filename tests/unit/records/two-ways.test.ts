/** Many statements, one a line, are read by a reader of their own; few, and all others, by the engine. Both understand the same. */
import { fileURLToPath } from 'node:url';
import { assert, asyncProperty, integer, array } from 'fast-check';
import { expect, it } from 'vitest';
import { importFile, type Control } from '../../../src/workbench/records/import/index.ts';
import { importStatements, NotByLines } from '../../../src/workbench/records/import/statements.ts';
import { Notes } from '../../../src/workbench/records/import/notes.ts';
import { emptyStore } from '../../fakes/records-store.ts';
import { runs } from '../../runs.ts';
import { eachRecords } from './each-records.ts';
import { lines } from './lines-of-statements.ts';
import { brokenLine, oddLine, randomLine } from './random-statements.ts';

const records = eachRecords('statements.bin');
const { put } = records;

const BY_READER: Control = { reader: { from: 0 } };
const BY_ENGINE: Control = { reader: { from: Number.POSITIVE_INFINITY } };

const TABLES = ['people', 'attempts', 'answers', 'events', 'forms'];

/** All that an import leaves and says. */
async function outcome(path: string, control: Control, before?: string): Promise<unknown> {
  const store = await emptyStore();
  try {
    if (before !== undefined) await importFile(store, before, BY_ENGINE).catch(() => {});
    const said = await importFile(store, path, control).catch((error: unknown) => String(error));
    const tables: unknown[] = [];
    for (const table of TABLES) tables.push(await store.query(`select * from records.${table} order by all`));
    return { said, tables };
  } finally {
    store.close();
  }
}

/** @returns whether the reader took the file in by itself */
async function isTakenByReader(path: string): Promise<boolean> {
  const store = await emptyStore();
  try {
    await importStatements(store.connection, path, new Notes(), BY_READER);
    return true;
  } catch (error) {
    if (error instanceof NotByLines) return false;
    throw error;
  } finally {
    store.close();
  }
}

const seeds = array(integer({ min: 0, max: 2 ** 31 }), { minLength: 1, maxLength: 60 });

it('statements of any kind are understood alike', async () => {
  await assert(
    asyncProperty(seeds, integer({ min: 1, max: 40 }), async (all, remember) => {
      const path = await put([...all.map((seed, at) => randomLine(seed, at)), ...lines(1)].join('\n'));
      expect(await isTakenByReader(path)).toBe(true);
      expect(await outcome(path, { reader: { from: 0, remember } })).toEqual(await outcome(path, BY_ENGINE));
    }),
    { numRuns: runs(8) },
  );
});

it('so are they among those that the reader leaves to the engine, whether these can be taken in or not', async () => {
  await assert(
    asyncProperty(seeds, array(integer({ min: 0, max: 2 ** 31 }), { maxLength: 6 }), async (all, odd) => {
      const made = all.map((seed, at) => randomLine(seed, at));
      for (const [at, seed] of odd.entries())
        made.splice(seed % (made.length + 1), 0, oddLine(seed, all.length + at));
      const path = await put(made.join('\n'));
      expect(await outcome(path, BY_READER)).toEqual(await outcome(path, BY_ENGINE));
    }),
    { numRuns: runs(8) },
  );
});

it('a line that is broken anywhere stops both, with the same words', async () => {
  await assert(
    asyncProperty(seeds, integer({ min: 0, max: 2 ** 31 }), async (all, seed) => {
      const made = all.map((one, at) => randomLine(one, at));
      made.splice(seed % (made.length + 1), 0, brokenLine(seed, all.length));
      const path = await put(made.join('\n'));
      expect(await outcome(path, BY_READER)).toEqual(await outcome(path, BY_ENGINE));
    }),
    { numRuns: runs(8) },
  );
});

it('what was there before stays, and comes no second time', async () => {
  await assert(
    asyncProperty(seeds, integer({ min: 0, max: 60 }), async (all, length) => {
      const made = all.map((seed, at) => randomLine(seed, at));
      const before = await put(made.slice(0, Math.max(length, 1)).join('\n'), 'before.bin');
      const path = await put([...made, ...made.slice(0, 5)].join('\n'));
      expect(await outcome(path, BY_READER, before)).toEqual(await outcome(path, BY_ENGINE, before));
    }),
    { numRuns: runs(5) },
  );
});

it('statements of this project’s own are understood alike', async () => {
  const path = fileURLToPath(new URL('../../fixtures/records/statements.ndjson', import.meta.url));
  expect(await isTakenByReader(path)).toBe(true);
  expect(await outcome(path, BY_READER)).toEqual(await outcome(path, BY_ENGINE));
});

const changed = (from: string | RegExp, to: string): string[] => {
  const [first = '', ...rest] = lines(8);
  return [first, ...rest.map((line) => line.replace(from, to))];
};

/** In a context or result, and then, behind the same key as there, in the statement itself. */
const elsewhere = lines(24).map((line, at) => {
  const [where, said] = (
    [
      ['context', '"registration":"r"'],
      ['context', '"language":"es"'],
      ['result', '"success":true'],
    ] as const
  )[Math.floor(at / 2) % 3]!;
  const others = line.replace(/"(?:context|result)":\{[^}]*\},?/g, '');
  const members = `"platform":"p",${said}`;
  return others.replace(/,?}$/, at % 2 === 0 ? `,"${where}":{${members}}}` : `,${members}}`);
});

it.each([
  ['keys that mean something elsewhere only', elsewhere],
  ['keys that the reader has for its own rows, in both its parts', changed(/"context":{[^}]*}/, '"kind":3')],
  ['such keys in place of results', changed(/"result":{[^}]*}/, '"kind":4')],
  ['a line of bytes that are nothing', [...lines(2), '\0\0\0', ...lines(1)]],
  ['what a disk leaves behind a file that was cut off', [...lines(2), '\0'.repeat(100)]],
  [
    'a day of bytes that are nothing',
    changed(/^/, '').map((line) => line.replace('2026-03-04', '\0'.repeat(10))),
  ],
  ['a mark between two files that were put together', [...lines(2), `\uFEFF${lines(3)[2]}`, ...lines(1)]],
  ['a key twice, once with escapes', changed('"actor":', String.raw`"\u0061ctor":{},"actor":`)],
  ['brackets that don’t belong together', changed(/}$/, ',"a":{"b":[1}]}')],
  ['what is nested deep', changed(/}$/, `,"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)],
  [
    'a line that is longer than the reader takes',
    changed(/}$/, `,"a":"${'x'.repeat(1_100_000)}"}`).slice(0, 3),
  ],
])('%s', async (_, made) => {
  const path = await put(made.join('\n'));
  expect(await outcome(path, BY_READER)).toEqual(await outcome(path, BY_ENGINE));
});

it('where the reader stumbles, the engine reads the file', async () => {
  const path = await put(lines(20).join('\n'));
  // no number that WebAssembly takes
  const remember = 1n as unknown as number;
  expect(await importFile(records.store, path, { reader: { from: 0, remember } })).toMatchObject({
    rows: 20,
  });
});

it('a file of odd lines alone is left to the engine', async () => {
  const path = await put(
    lines(12_000)
      .map((line) => line.replace('"id":"0', '"id":"x'))
      .join('\n'),
  );
  expect(await isTakenByReader(path)).toBe(false);
  expect(await outcome(path, BY_READER)).toEqual(await outcome(path, BY_ENGINE));
});

it('a file is cut between its threads where a line ends, whatever its length', async () => {
  for (const [count, end] of [
    [1, ''],
    [2, '\n'],
    [3, '\n\n'],
    [2000, '\r\n'],
    [5001, ''],
  ] as const) {
    const path = await put(`${lines(count).join('\n')}${end}`);
    const store = await emptyStore();
    expect(await importFile(store, path, BY_READER), String(count)).toMatchObject({ rows: count });
    store.close();
  }
});

it('a cancel while it is read leaves nothing, and the threads end', async () => {
  const path = await put(lines(60_000).join('\n'));
  const cancel = new AbortController();
  const share = (): void => cancel.abort();
  await expect(
    importFile(records.store, path, { ...BY_READER, share, signal: cancel.signal }),
  ).rejects.toThrow(/abort/i);
  expect(await records.store.query('select count(*) as rows_ from records.answers')).toEqual([{ rows_: 0 }]);
  await importFile(records.store, path, BY_READER);
  expect(await records.store.query('select count(*) as rows_ from records.answers')).toEqual([
    { rows_: 60_000 },
  ]);
});

it('in half of a file that was cut off the same line is named', async () => {
  const all = lines(9000).join('\n');
  const path = await put(all.slice(0, all.length / 2 - 40));
  const said = await outcome(path, BY_READER);
  expect(said).toEqual(await outcome(path, BY_ENGINE));
  expect(JSON.stringify(said)).toMatch(/line 4500: From here on this is no xAPI statement/);
});
