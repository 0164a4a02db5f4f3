/** Statements that lack something, or have it in another way: times, ids, names, registrations. */
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { importFile } from '../../../src/workbench/records/import/index.ts';
import { eachRecords } from './each-records.ts';
import { line } from './lines-of-statements.ts';

const records = eachRecords('statements.bin');
const { put } = records;

const held = async (): Promise<unknown> =>
  (await records.store.query('select count(*) as rows_ from records.answers'))[0]?.['rows_'];

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
  await importFile(records.store, await put(JSON.stringify([...all, answered])));
  expect(await records.store.query('select item, pattern from records.answers')).toEqual([
    { item: 'q1', pattern: 'a | b "c"' },
  ]);
  expect(await records.store.query('select happened, name from records.events order by event')).toEqual([
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
  expect(await importFile(records.store, await put(JSON.stringify(all)))).toMatchObject({ rows: 3 });
  expect(await records.store.query('select given from records.answers order by answer')).toEqual([
    { given: '2026-03-04 13:14:00' },
    { given: '2026-03-04 11:14:00' },
    { given: '2026-03-04 00:00:00' },
  ]);
  expect(await records.store.query(`select person from records.people where person like 'team%'`)).toEqual(
    [],
  );
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
      expect(await importFile(records.store, await put(content))).toMatchObject({ rows, notes: said });
  expect((await importFile(records.store, await put(`[${all.join(',')}]`))).notes).toEqual(
    said.map((sentence) => sentence.replace(/ \(first: line \d\)/, '')),
  );
  expect(await importFile(records.store, await put(line(8)))).toMatchObject({ rows: 1, notes: [] });
  const noNumber = line(8).replace('true', 'true,"score":{"raw":NaN}');
  expect(
    (await importFile(records.store, await put(`${noNumber}\n\n{}`))).notes,
    'the engine reads NaN',
  ).toEqual([
    'Of the objects 1 (first: line 3) is no statement, since it doesn’t say who did what. It was left out.',
  ]);
  expect(await records.store.query('select answer from records.answers order by answer')).toEqual(
    [1, 7, 8].map((number) => ({ answer: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` })),
  );
  expect(await records.store.query('select event from records.events')).toEqual([]);
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
  expect(await importFile(records.store, await put([...all, all[2]].join('\n')))).toMatchObject({ rows: 4 });
  expect(await importFile(records.store, await put(`[${all.join(',')}]`))).toMatchObject({ rows: 0 });
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
  await importFile(records.store, await put(JSON.stringify(all)));
  expect(
    await records.store.query('select course, completion from records.attempts order by course'),
  ).toEqual([
    { course: 'https://a.test', completion: 'incomplete' },
    { course: 'https://b.test', completion: 'completed' },
    { course: null, completion: 'incomplete' },
  ]);
  expect(
    await records.store.query(
      'select count(*) as rows_ from records.answers an join records.attempts a on a.attempt = an.attempt',
    ),
  ).toEqual([{ rows_: 2 }]);
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
  expect(await importFile(records.store, await put(JSON.stringify(all)))).toMatchObject({ rows: 5 });
  expect(await records.store.query('select person, name from records.people')).toEqual([
    { person: 'ana@example.test', name: 'Ana Able' },
  ]);
  expect(
    await records.store.query('select attempt, language, version, last_seen from records.attempts'),
  ).toEqual([
    { attempt: 'ana@example.test|r1', language: 'en', version: '1.1.0', last_seen: '2026-03-05 10:00:00' },
  ]);
});
