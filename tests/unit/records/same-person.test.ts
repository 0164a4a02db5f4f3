/** One person under several keys: by the hash of an address, and where a supervisor says so. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ask } from '../../../src/workbench/records/ask.ts';
import { deletePerson } from '../../../src/workbench/records/erase.ts';
import { besideList, setExpected } from '../../../src/workbench/records/expected.ts';
import { importFile, type Control } from '../../../src/workbench/records/import/index.ts';
import type { Mapping } from '../../../src/workbench/records/import/meanings.ts';
import { drawLabels } from '../../../src/workbench/records/labels.ts';
import { join, samePeople, takeApart } from '../../../src/workbench/records/same-person.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import { emptyStore } from '../../fakes/records-store.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(pathOf(tmpdir(), 'same-'));
  store = await emptyStore();
});
afterEach(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

async function take(content: string, control: Control = {}): Promise<readonly string[]> {
  const path = pathOf(folder, 'export');
  await writeFile(path, content);
  return (await importFile(store, path, control)).notes ?? [];
}

const FILTERS = { now: '2026-12-01 00:00:00', passMark: 80 };
const people = async () =>
  (await ask(store, 'people', FILTERS)).map(({ person, status, team }) => [person, status, team]);
const say = (work: () => Promise<boolean>): Promise<boolean> => store.whole(() => besideList(store, work));

const WITH_ADDRESS = 'Name,Email,Course,Score\nAna Able,ana@e.org,A,50\nBo Baker,bo@e.org,A,90\n';
const BY_NAME = 'Name,Group,Course,Status\nana  ABLE,North,B,Completed\n';
const dump = async (): Promise<string> => {
  const tables = ['people', 'attempts', 'answers', 'events', 'forms', 'roster', 'joined', 'moved'];
  const rows = await Promise.all(
    tables.map((table) => store.query(`select * from records.${table} order by all`)),
  );
  return JSON.stringify(rows);
};

it('an address and its own hash are one person, whichever comes first and however the hash is written', async () => {
  const sha1 = '4e8a9a9f6a6b2e0a4c4bd1ef4b41e6e0f2f0c0aa';
  const statement = (id: number, actor: object, registration: string) =>
    JSON.stringify({
      id: `00000000-0000-4000-8000-00000000000${id}`,
      actor,
      verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
      object: { id: 'https://course.test/items/i1' },
      result: { success: true },
      context: { registration },
      timestamp: '2026-03-04T13:14:00Z',
    });
  const [known] = await store.query(`select sha1('mailto:ana@e.org') as sha1`);
  const hashed = { mbox_sha1sum: String(known?.['sha1']).toUpperCase() };
  await take([statement(1, hashed, 'r1'), statement(2, { mbox_sha1sum: sha1 }, 'r9')].join('\n'));
  await take(`${statement(3, { mbox: 'mailto:Ana@e.org' }, 'r2')}\n`);
  await take(`${statement(4, hashed, 'r1')}\n`);
  expect(await store.query('select person from records.people order by 1')).toEqual([
    { person: 'ana@e.org' },
    { person: `sha1:${sha1}` },
  ]);
  expect(
    await store.query(
      `select person, sum(asked) as asked, count(*) as rows_ from records.forms group by 1 order by 1`,
    ),
  ).toEqual([
    { person: 'ana@e.org', asked: 3, rows_: 2 },
    { person: `sha1:${sha1}`, asked: 1, rows_: 1 },
  ]);
});

it('two of one name are proposed where one address is between them, and neither three nor two with addresses', async () => {
  await take(WITH_ADDRESS);
  expect((await samePeople(store)).suggested).toEqual([]);
  await take(BY_NAME);
  expect((await samePeople(store)).suggested).toMatchObject([
    { name: 'Ana Able', into: { person: 'ana@e.org' }, other: { person: 'name:ana able', email: null } },
  ]);
  await take('Name,Email,Course,Score\nBo Baker,other@e.org,A,90\nAna Able,ana@f.org,A,50\n');
  expect((await samePeople(store)).suggested).toEqual([]);
});

it('who is joined counts once, stays so when the reports come again, and is two again when that is said', async () => {
  await take(WITH_ADDRESS);
  await take(BY_NAME);
  const before = await dump();
  expect(await say(() => join(store, 'name:ana able', 'ana@e.org'))).toBe(true);
  const one = [
    ['ana@e.org', 'completed', 'North'],
    ['bo@e.org', 'passed', null],
  ];
  expect(await people()).toEqual(one);
  expect((await samePeople(store)).joined).toEqual([
    { person: 'name:ana able', name: 'ana  ABLE', into: 'ana@e.org' },
  ]);
  await take(BY_NAME);
  await take(WITH_ADDRESS);
  expect(await people()).toEqual(one);
  expect(await say(() => takeApart(store, 'name:ana able'))).toBe(true);
  expect(await dump()).toBe(before);
});

it('a list that names who was joined finds them, and whoever is erased is gone under every key', async () => {
  await take(WITH_ADDRESS);
  await take(BY_NAME);
  await say(() => join(store, 'name:ana able', 'ana@e.org'));
  const list = pathOf(folder, 'list.txt');
  await writeFile(list, 'Ana Able\n');
  expect(await setExpected(store, list)).toEqual({ people: 1, unknown: [], unclear: [] });
  await setExpected(store);
  await deletePerson(store, 'ana@e.org');
  expect(await dump()).not.toMatch(/ana/i);
});

const AGAIN = ['Nothing of it is new: all of it was taken in already.'];

it('a table of whoever was joined says that nothing is new where it comes again, and what it replaced where something is', async () => {
  await take(WITH_ADDRESS);
  await take(BY_NAME);
  await say(() => join(store, 'name:ana able', 'ana@e.org'));
  const before = await dump();
  expect(await take(BY_NAME)).toEqual(AGAIN);
  expect(await dump()).toBe(before);
  expect(await take(WITH_ADDRESS)).toEqual(AGAIN);
  expect(await take(WITH_ADDRESS.replace('A,50', 'A,70'))).toEqual([
    '1 entry that was in the records already is brought up to date.',
    '1 entry is as it was.',
  ]);
  expect(await take(`${BY_NAME}Cy Case,North,B,Completed\n`), 'somebody is new').toEqual([]);
});

it('a table that is read by its addresses now tells what stays of when it was read by names', async () => {
  const table = 'Who,Contact,Status\nAna,ana@e.org,Completed\nBo,,Completed\n';
  const reading = (columns: Mapping) => ({ reading: { columns } });
  await take(table, reading({ name: 0, status: 2 }));
  expect(await take(table, reading({ name: 0, email: 1, status: 2 }))).toEqual([
    '1 entry that a table with these headings brought earlier, when it was read in another way, is of people or courses that this one doesn’t name, and stays. Where somebody counts twice now, by name and by address, “People” asks whether they are one.',
  ]);
  expect((await samePeople(store)).suggested).toMatchObject([
    { into: { person: 'ana@e.org' }, other: { person: 'name:ana' } },
  ]);
  expect(await take(table, reading({ name: 0, email: 1, status: 2 }))).toEqual(AGAIN);
});

/** By the hash of Ana's address alone. */
async function hashedAna(): Promise<string> {
  const [known] = await store.query(`select sha1('mailto:ana@e.org') as sha1`);
  return JSON.stringify({
    id: '00000000-0000-4000-8000-000000000001',
    actor: { mbox_sha1sum: String(known?.['sha1']), name: 'Ana Able' },
    verb: { id: 'http://adlnet.gov/expapi/verbs/passed' },
    object: { id: 'https://course.test' },
    context: { registration: 'r1' },
    timestamp: '2026-03-04T13:14:00Z',
  });
}

it('who counted as somebody known by a hash counts as whoever has that address, and goes with them', async () => {
  await take(`${await hashedAna()}\n`);
  await take(BY_NAME);
  const [{ other, into } = { other: { person: '' }, into: { person: '' } }] = (await samePeople(store))
    .suggested;
  expect([other.person, into.person.slice(0, 5)]).toEqual(['name:ana able', 'sha1:']);
  await say(() => join(store, other.person, into.person));
  await take(WITH_ADDRESS);
  await take(BY_NAME);
  expect(await people()).toEqual([
    ['ana@e.org', 'completed', 'North'],
    ['bo@e.org', 'passed', null],
  ]);
  await deletePerson(store, 'ana@e.org');
  expect(await dump()).not.toMatch(/ana|sha1/i);
});

it('a number that was drawn for a hash goes once its person is known by address', async () => {
  await take(`${await hashedAna()}\n`);
  await drawLabels(store);
  await take(WITH_ADDRESS);
  await drawLabels(store);
  await deletePerson(store, 'ana@e.org');
  expect(await store.query('select person from records.labels')).toEqual([{ person: 'bo@e.org' }]);
});

it('who is two again keeps the group that a report has told since', async () => {
  await take(WITH_ADDRESS);
  await take(BY_NAME);
  await say(() => join(store, 'name:ana able', 'ana@e.org'));
  await take('Name,Email,Group,Course,Score\nAna Able,ana@e.org,South,A,50\n');
  await say(() => takeApart(store, 'name:ana able'));
  expect(await people()).toEqual([
    ['ana@e.org', 'in progress', 'South'],
    ['bo@e.org', 'passed', null],
    ['name:ana able', 'completed', 'North'],
  ]);
});
