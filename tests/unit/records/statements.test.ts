/** Statements by the ten thousand: what is told on the way, what a cancel leaves, which line is broken. */
import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { estimate } from '../../../src/workbench/records/estimate.ts';
import { importFile } from '../../../src/workbench/records/import/index.ts';
import { openStore, type Store } from '../../../src/workbench/records/store.ts';
import { emptyStore } from '../../fakes/records-store.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'statements-'));
  store = await emptyStore();
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

it('nothing lies beside the records when it was taken in, cancelled, broken, or killed at the last time', async () => {
  const kept = join(folder, 'kept');
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

it('times with a zone are told from those in UTC, and a name is that of the first language where there is no English one', async () => {
  const made = (number: number, timestamp: string, name: object | undefined) => ({
    ...(JSON.parse(line(number)) as object),
    verb: { id: 'http://adlnet.gov/expapi/verbs/passed' },
    object: { id: 'https://course.test', definition: { ...(name && { name }) } },
    timestamp,
  });
  const all = [
    made(1, '2026-03-04T13:14:00.5Z', { es: 'Uno', fr: 'Un' }),
    made(2, '2026-03-04T13:14:00-03:30', { es: 'Uno', 'en-US': 'One' }),
    made(3, '2026-03-04T13:14:00+0200', { es: 'Uno', en: 'The \u00fc "one"' }),
    made(4, '2026-03-04T13:14:00', undefined),
  ];
  const pattern = ['a', 'b "c"'];
  const item = { id: 'https://course.test/items/q1', definition: { correctResponsesPattern: pattern } };
  const answered = { ...(JSON.parse(line(5)) as object), object: item };
  await importFile(store, await put(JSON.stringify([...all, answered])));
  expect(await store.query('select item, pattern from records.answers')).toEqual([
    { item: 'q1', pattern: 'a | b "c"' },
  ]);
  expect(await store.query('select happened, name from records.events order by event')).toEqual([
    { happened: '2026-03-04 13:14:00.5', name: 'Uno' },
    { happened: '2026-03-04 16:44:00', name: 'One' },
    { happened: '2026-03-04 11:14:00', name: 'The \u00fc "one"' },
    { happened: '2026-03-04 13:14:00', name: null },
  ]);
});

it('a statement is told when it was stored where it doesn’t say when it was, and a group of people is nobody', async () => {
  const made = (number: number, more: object) => ({
    ...(JSON.parse(line(number)) as object),
    timestamp: undefined,
    ...more,
  });
  const group = {
    objectType: 'Group',
    mbox: 'mailto:team@example.test',
    member: [{ mbox: 'mailto:a@e.org' }],
  };
  const all = [
    made(1, { stored: '2026-03-04T13:14:00Z' }),
    made(2, { stored: '2026-03-05T13:14:00Z', timestamp: '2026-03-04T13:14:00+02' }),
    made(3, { timestamp: '2026-03-04' }),
    made(4, { actor: group }),
  ];
  expect(await importFile(store, await put(JSON.stringify(all)))).toMatchObject({ rows: 3 });
  expect(await store.query('select given from records.answers order by answer')).toEqual([
    { given: '2026-03-04 13:14:00' },
    { given: '2026-03-04 11:14:00' },
    { given: '2026-03-04 00:00:00' },
  ]);
  expect(await store.query(`select person from records.people where person like 'team%'`)).toEqual([]);
});

it('what is no statement, and what names nobody, is counted and said, with the first line of each', async () => {
  const made = (number: number, more: object) =>
    JSON.stringify({ ...(JSON.parse(line(number)) as object), ...more });
  const team = { objectType: 'Group', mbox: 'mailto:team@example.test' };
  const all = [
    line(1),
    '{"hello":"world"}',
    made(2, { actor: team }),
    made(3, { verb: undefined }),
    made(4, { actor: { objectType: 'Agent' } }),
    made(5, { actor: null }),
    made(6, { actor: { account: { homePage: 'https://lms.example.test' } } }),
    line(7),
  ];
  const said = [
    'Of the objects 3 (first: line 2) are no statements, since they don’t say who did what. They were left out.',
    '1 statement (first: line 3) is a group’s and was left out: the records are of people.',
    '2 statements (first: line 5) name nobody and were left out.',
  ];
  for (const content of [all.join('\n'), gzipSync(all.join('\n'))])
    for (const rows of [content === all.join('\n') ? 2 : 0, 0])
      expect(await importFile(store, await put(content))).toMatchObject({ rows, notes: said });
  expect((await importFile(store, await put(`[${all.join(',')}]`))).notes).toEqual(
    said.map((sentence) => sentence.replace(/ \(first: line \d\)/, '')),
  );
  expect(await importFile(store, await put(line(8)))).toMatchObject({ rows: 1, notes: [] });
  const noNumber = line(8).replace('true', 'true,"score":{"raw":NaN}');
  expect((await importFile(store, await put(`${noNumber}\n\n{}`))).notes, 'the engine reads NaN').toEqual([
    'Of the objects 1 (first: line 3) is no statement, since it doesn’t say who did what. It was left out.',
  ]);
  expect(await store.query('select answer from records.answers order by answer')).toEqual(
    [1, 7, 8].map((number) => ({ answer: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` })),
  );
  expect(await store.query('select event from records.events')).toEqual([]);
});

it('statements without an id are known by what they say: taken in twice they count once', async () => {
  const made = (more: object) =>
    JSON.stringify({ ...(JSON.parse(line(1)) as object), id: undefined, ...more });
  const all = [
    made({}),
    made({ timestamp: '2026-03-04T13:15:00Z' }),
    made({ result: { response: 'b', success: false } }),
    made({ actor: { mbox: 'mailto:ana@example.test' } }),
  ];
  expect(await importFile(store, await put([...all, all[2]].join('\n')))).toMatchObject({ rows: 4 });
  expect(await importFile(store, await put(`[${all.join(',')}]`))).toMatchObject({ rows: 0 });
  expect(await held()).toBe(4);
});

it('without a registration two courses are two attempts, and a question by itself is of no course', async () => {
  const made = (number: number, verb: string, id: string, type: string) => ({
    ...(JSON.parse(line(number)) as object),
    actor: { mbox: 'mailto:ana@example.test' },
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    object: { id, definition: { type: `http://adlnet.gov/expapi/activities/${type}` } },
    context: undefined,
  });
  const all = [
    made(1, 'initialized', 'https://a.test', 'course'),
    made(2, 'completed', 'https://b.test', 'course'),
    made(3, 'answered', 'https://a.test/items/i1', 'cmi.interaction'),
    made(4, 'answered', 'https://c.test/q1', 'cmi.interaction'),
  ];
  await importFile(store, await put(JSON.stringify(all)));
  expect(await store.query('select course, completion from records.attempts order by course')).toEqual([
    { course: 'https://a.test', completion: 'incomplete' },
    { course: 'https://b.test', completion: 'completed' },
    { course: null, completion: 'incomplete' },
  ]);
  expect(
    await store.query(
      'select count(*) as rows_ from records.answers an join records.attempts a on a.attempt = an.attempt',
    ),
  ).toEqual([{ rows_: 2 }]);
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

it('statements with a mark at their beginning, or in UTF-16, are read like any others', async () => {
  const all = lines(50).join('\n');
  for (const content of [
    `\uFEFF${all}`,
    Buffer.from(`\uFEFF${all}`, 'utf16le'),
    gzipSync(`\uFEFF[${lines(60).join(',')}]`),
  ])
    await importFile(store, await put(content));
  expect(await held()).toBe(60);
});

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
  for (const [rows, bytes] of [
    [found, content],
    [0, gzipSync(content)],
  ] as const)
    expect(await importFile(store, await put(bytes))).toMatchObject({ rows, notes: [] });
  expect(await held()).toBe(found);
});

it('what is broken or left out in records with a statement each is told with its line', async () => {
  const all = lines(3000).map(record);
  const nobody = record(line(1).replace(/"actor":\{.*?\}\}?,/, ''));
  const { notes } = await importFile(
    store,
    await put([...all.slice(0, 5), nobody, '{"statement":null}'].join('\n')),
  );
  expect(notes).toEqual([
    'Of the objects 2 (first: line 6) are no statements, since they don’t say who did what. They were left out.',
  ]);
  all[2344] = all[2344]!.replace('2026-03-04T13:14:00.000Z', '4 March');
  await expect(importFile(store, await put(all.join('\n')))).rejects.toThrow(
    /line 2345: “4 March” is no time/,
  );
  all[2344] = all[2344].slice(0, 100);
  await expect(importFile(store, await put(all.join('\n')))).rejects.toThrow(/line 2345: From here on/);
});

it('objects that are no statements are told from statements, and a time that is none is named by its line', async () => {
  await expect(importFile(store, await put('{"hello":"world"}\n'))).rejects.toThrow(
    /This is JSON, but no xAPI statements: nothing in it says who did something/,
  );
  expect(await importFile(store, await put('{"statements":[]}'))).toMatchObject({ rows: 0 });
  const all = lines(3000);
  all[2344] = all[2344]!.replace('2026-03-04T', '4 March, ');
  await expect(importFile(store, await put(all.join('\n')))).rejects.toThrow(
    /statements\.bin, line 2345: “4 March, 13:14:00.000Z” is no time as xAPI writes it/,
  );
  for (const time of ['"2026-03-04T13:14Z"', '1772630040000']) {
    all[2344] = lines(3000)[2344]!.replace('"2026-03-04T13:14:00.000Z"', time);
    await expect(importFile(store, await put(all.join('\n')))).rejects.toThrow(/line 2345: “\S+” is no time/);
  }
  for (const [at, broken] of [
    [0, '{"actor":{"name":"a"},"result":7}'],
    [2, '{"id":"a","result":7}'],
  ] as const) {
    const few = lines(5);
    few[at] = broken;
    await expect(importFile(store, await put(few.join('\n'))), broken).rejects.toThrow(
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
      await expect(importFile(store, await put(content)), JSON.stringify(actor)).rejects.toThrow(
        /statements\.bin, line 2346: From here on this is no xAPI statement/,
      );
    await expect(importFile(store, await put(`[${all.join(',')}]`))).rejects.toThrow(
      /statements\.bin: From here on this is no xAPI statement/,
    );
  }
  expect(await held()).toBe(0);
});

it('what somebody is called, and the language and version of an attempt, are those that were told last', async () => {
  const told = (number: number, day: number, name: string | undefined, context: object) => ({
    ...(JSON.parse(line(number)) as object),
    actor: {
      ...(name && { name }),
      mbox: number % 2 === 0 ? 'mailto:ana@example.test' : 'mailto:Ana@example.test',
    },
    context: { registration: 'r1', ...context },
    timestamp: `2026-03-0${day}T10:00:00Z`,
  });
  const all = [
    told(1, 2, 'Ana Able', { language: 'es', revision: '1.1.0' }),
    told(2, 1, 'Ana', { language: 'en', revision: '1.0.0' }),
    told(3, 4, 'Ana Able', {}),
    told(7, 5, undefined, {}),
    told(4, 3, 'Ana Baker', { language: 'en' }),
    { ...told(5, 6, 'nobody', {}), actor: undefined },
  ];
  expect(await importFile(store, await put(JSON.stringify(all)))).toMatchObject({ rows: 5 });
  expect(await store.query('select person, name from records.people')).toEqual([
    { person: 'ana@example.test', name: 'Ana Able' },
  ]);
  expect(await store.query('select attempt, language, version, last_seen from records.attempts')).toEqual([
    { attempt: 'ana@example.test|r1', language: 'en', version: '1.1.0', last_seen: '2026-03-05 10:00:00' },
  ]);
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

it('ids in capitals are those in small letters: of statements, of registrations, and of what was voided', async () => {
  const id = (number: number) => `00000000-0000-4000-8abc-${String(number).padStart(12, '0')}`;
  const made = (number: number, more: object) => ({ ...(JSON.parse(line(number)) as object), ...more });
  const actor = { mbox: 'mailto:ana@example.test' };
  const all = [
    made(1, { id: id(1), actor, context: { registration: id(0) } }),
    made(2, { id: id(2), actor, context: { registration: id(0).toUpperCase() } }),
    made(3, { id: id(3), actor, context: { registration: id(0) } }),
  ];
  await importFile(store, await put(JSON.stringify([...all, { ...all[0], id: id(1).toUpperCase() }])));
  const capitals = all.map((statement, at) => ({ ...statement, id: id(at + 1).toUpperCase() }));
  expect(await importFile(store, await put(JSON.stringify(capitals)))).toMatchObject({ rows: 0 });
  expect(await store.query('select attempt from records.attempts')).toEqual([
    { attempt: `ana@example.test|${id(0)}` },
  ]);
  const voiding = made(9, {
    verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
    object: { objectType: 'StatementRef', id: id(2).toUpperCase() },
  });
  await importFile(store, await put(JSON.stringify([voiding])));
  expect(await store.query('select answer from records.answers order by answer')).toEqual([
    { answer: id(1) },
    { answer: id(3) },
  ]);
});

it('what is left is told in words that nobody takes for a promise', () => {
  expect(estimate(0.04, 4000)).toBe('4 %');
  expect(estimate(0.25, 10_000)).toBe('25 %, about 30 seconds to go');
  expect(estimate(0.999, 10_000)).toBe('99 %, about 5 seconds to go');
  expect(estimate(0.5, 120_000)).toBe('50 %, about 2 minutes to go');
});
