/** Statements inside of something else, and things among them that are none. */
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { importFile } from '../../../src/workbench/records/import/index.ts';
import { eachRecords } from './each-records.ts';
import { line, lines } from './lines-of-statements.ts';

const records = eachRecords('statements.bin');
const { put } = records;

const held = async (): Promise<unknown> =>
  (await records.store.query('select count(*) as rows_ from records.answers'))[0]?.['rows_'];

const record = (statement: string): string =>
  `{"_id":{"$oid":"a"},"hash":"b","agents":["c"],"statement":${statement},"stored":"2026-03-04T13:15:00Z"}`;

it.each([
  [
    'an LRS’s answer with other keys around',
    (all: string[]) => `{"count":3,"next":{"statements":{}},"statements":[${all.join()}],"more":""}`,
  ],
  [
    'an answer that begins with where more is',
    (all: string[]) => `{ "more": "/x?a=[\\"{", "statements" : [ ${all.join()} ] }`,
  ],
  ['records with a statement each, one a line', (all: string[]) => all.map(record).join('\n')],
  ['a list of such records', (all: string[]) => `[\n ${all.map(record).join(',\n')}]`],
  ['one of them', (all: string[]) => `${record(all[0]!)}\n`],
])('statements in %s are read', async (_, wrapped) => {
  const content = wrapped(lines(3));
  const found = content.match(/"actor"/g)?.length;
  for (const [rows, bytes, notes] of [
    [found, content, []],
    [0, gzipSync(content), ['No statement in it is new.']],
  ] as const)
    expect(await importFile(records.store, await put(bytes))).toMatchObject({ rows, notes });
  expect(await held()).toBe(found);
});

it('what is broken or left out in records with a statement each is told with its line', async () => {
  const all = lines(3000).map(record);
  const nobody = record(line(1).replace(/"actor":\{.*?\}\}?,/, ''));
  const { notes } = await importFile(
    records.store,
    await put([...all.slice(0, 5), nobody, '{"statement":null}'].join('\n')),
  );
  expect(notes).toEqual([
    'Of the objects 2 (first: line 6) are no statements, since they don’t say who did what. They were left out.',
  ]);
  all[2344] = all[2344]!.replace('2026-03-04T13:14:00.000Z', '4 March');
  await expect(importFile(records.store, await put(all.join('\n')))).rejects.toThrow(
    /line 2345: “4 March” is no time/,
  );
  all[2344] = all[2344].slice(0, 100);
  await expect(importFile(records.store, await put(all.join('\n')))).rejects.toThrow(
    /line 2345: From here on/,
  );
});

it('objects that are no statements are told from statements, and a time that is none is named by its line', async () => {
  await expect(importFile(records.store, await put('{"hello":"world"}\n'))).rejects.toThrow(
    /This is JSON, but no xAPI statements: nothing in it says who did something/,
  );
  expect(await importFile(records.store, await put('{"statements":[]}'))).toMatchObject({ rows: 0 });
  const all = lines(3000);
  all[2344] = all[2344]!.replace('2026-03-04T', '4 March, ');
  await expect(importFile(records.store, await put(all.join('\n')))).rejects.toThrow(
    /statements\.bin, line 2345: “4 March, 13:14:00.000Z” is no time as xAPI writes it/,
  );
  for (const time of ['"2026-03-04T13:14Z"', '1772630040000']) {
    all[2344] = lines(3000)[2344]!.replace('"2026-03-04T13:14:00.000Z"', time);
    await expect(importFile(records.store, await put(all.join('\n')))).rejects.toThrow(
      /line 2345: “\S+” is no time/,
    );
  }
  for (const [at, broken] of [
    [0, '{"actor":{"name":"a"},"result":7}'],
    [2, '{"id":"a","result":7}'],
  ] as const) {
    const few = lines(5);
    few[at] = broken;
    await expect(importFile(records.store, await put(few.join('\n'))), broken).rejects.toThrow(
      new RegExp(`line ${at + 1}: From here on`),
    );
  }
  expect(await held()).toBe(0);
});

it('an actor that is none is named by its line, and nothing of the file is kept', async () => {
  for (const actor of ['Ana', 5, [{ name: 'Ana' }], { account: 'Ana' }]) {
    const all = lines(3000);
    all[2345] = JSON.stringify({ ...(JSON.parse(line(2345)) as object), actor });
    for (const content of [all.join('\n'), gzipSync(all.join('\n'))])
      await expect(importFile(records.store, await put(content)), JSON.stringify(actor)).rejects.toThrow(
        /statements\.bin, line 2346: From here on this is no xAPI statement/,
      );
    await expect(importFile(records.store, await put(`[${all.join(',')}]`))).rejects.toThrow(
      /statements\.bin: From here on this is no xAPI statement/,
    );
  }
  expect(await held()).toBe(0);
});
