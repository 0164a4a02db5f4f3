/** Nothing of whoever was erased is in any file, whatever was said of who is who before. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { erase, findPeople } from '../../../src/workbench/records/erase.ts';
import { besideList } from '../../../src/workbench/records/expected.ts';
import { importFile } from '../../../src/workbench/records/import/index.ts';
import { emptyAttempt } from '../../../src/workbench/records/import/empty-rows.ts';
import { join, takeApart } from '../../../src/workbench/records/same-person.ts';
import { openStore, type Store } from '../../../src/workbench/records/store.ts';
import { noRows, TABLES } from '../../../src/workbench/records/tables.ts';

let data: string;
let file: string;
beforeEach(async () => {
  data = await mkdtemp(pathOf(tmpdir(), 'erased-'));
  file = pathOf(data, 'workbench.duckdb');
});
afterEach(() => rm(data, { recursive: true }));

async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(file);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

async function take(store: Store, content: string): Promise<void> {
  const path = pathOf(tmpdir(), `${data.slice(-6)}.csv`);
  await writeFile(path, content);
  await importFile(store, path);
  await rm(path);
}

async function isOnDisk(who: string): Promise<boolean> {
  const entries = await readdir(data, { recursive: true, withFileTypes: true });
  const contents = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(pathOf(entry.parentPath, entry.name), 'latin1')),
  );
  return contents.some((content) => content.includes(who));
}

const say = (store: Store, work: () => Promise<boolean>): Promise<boolean> =>
  store.whole(() => besideList(store, work));

const BY_ADDRESS = 'Name,Email,Course,Score\nAna Able,ana@e.org,A,50\nBo Baker,bo@e.org,A,90\n';
const byName = (score: number): string => `Name,Department,Course,Score\nAna Able,North,B,${score}\n`;

/** Several reports of each, before and while they count as one. */
async function countAsOne(store: Store): Promise<void> {
  await take(store, BY_ADDRESS);
  await take(store, byName(40));
  await say(store, () => join(store, 'name:ana able', 'ana@e.org'));
  await take(store, byName(60));
  await take(store, BY_ADDRESS.replace('A,50', 'A,70'));
}

it.each([
  ['name:ana able', 'ana@e.org'],
  ['ana@e.org', 'name:ana able'],
] as const)('who was two again: %s goes, and %s keeps all that was told of them', async (gone, stays) => {
  await inStore(async (store) => {
    await countAsOne(store);
    await say(store, () => takeApart(store, 'name:ana able'));
  });
  expect(await isOnDisk(gone), 'the test can see it').toBe(true);
  const reportsOf = (who: string): Promise<unknown> =>
    inStore((store) =>
      store.query(
        `select attempt, score from records.reports where attempt in (select attempt from records.attempts where person = '${who}') order by score`,
      ),
    );
  const told = await reportsOf(stays);
  expect(told).toHaveLength(2);
  expect(await erase(file, gone)).toBe(true);
  expect(await isOnDisk(gone)).toBe(false);
  expect(await reportsOf(stays)).toEqual(told);
  await inStore(async (store) => {
    expect(await store.query('select * from records.reports')).toHaveLength(2);
  });
});

it('who counts as somebody else is found under their own key, and goes with them', async () => {
  await inStore(countAsOne);
  expect(await inStore((store) => findPeople(store, 'Name:Ana Able'))).toEqual(['ana@e.org']);
  expect(await erase(file, 'ana@e.org')).toBe(true);
  expect(await isOnDisk('ana able')).toBe(false);
  expect(await isOnDisk('ana@e.org')).toBe(false);
  expect(await isOnDisk('bo@e.org')).toBe(true);
});

it('an older version’s records say of columns how they are pressed: they are written anew all the same, and opened', async () => {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  const columns = Object.keys(TABLES.people).map((name) => `${name} varchar using compression dictionary`);
  await connection.run(`create schema records; create table records.people (${columns.join(', ')})`);
  connection.closeSync();
  instance.closeSync();
  await inStore((store) => take(store, BY_ADDRESS));
  expect(await isOnDisk('ana@e.org'), 'the test can see it').toBe(true);
  expect(await erase(file, 'ana@e.org')).toBe(true);
  expect(await isOnDisk('ana@e.org')).toBe(false);
  await inStore(async (store) => {
    await take(store, byName(40));
    expect(await store.query('select person from records.people order by person')).toEqual([
      { person: 'bo@e.org' },
      { person: 'name:ana able' },
    ]);
  });
});

it.each(['first@e.org', 'second@e.org'])(
  'an attempt that a later report says to be another’s leaves nothing of %s',
  async (who) => {
    await inStore(async (store) => {
      for (const [person, score] of [
        ['first@e.org', 40],
        ['second@e.org', 60],
      ] as const)
        await store.whole(() =>
          store.put({
            ...noRows(),
            people: [{ person, name: null, email: person, team: null }],
            attempts: [{ ...emptyAttempt('one', person, null), score, last_seen: '2026-03-01 09:00:00' }],
            answers: [answer(person, person)],
          }),
        );
    });
    expect(await isOnDisk(who), 'the test can see it').toBe(true);
    expect(await erase(file, who)).toBe(true);
    expect(await isOnDisk(who)).toBe(false);
    await inStore(async (store) => {
      const isLeft = who === 'first@e.org';
      expect(await store.query('select person, score from records.attempts')).toEqual(
        isLeft ? [{ person: 'second@e.org', score: 60 }] : [],
      );
      expect(await store.query('select score from records.reports')).toHaveLength(isLeft ? 2 : 0);
      expect(await store.query('select answer from records.answers')).toHaveLength(isLeft ? 1 : 0);
    });
  },
);

const answer = (person: string, name: string) => ({
  answer: name,
  attempt: 'one',
  person,
  item: 'a',
  try_number: 1,
  given: null,
  response: 'b',
  correct: 1,
  seconds: null,
  pattern: null,
  objective: null,
});
