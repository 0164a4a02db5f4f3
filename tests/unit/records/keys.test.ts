/** What answers and events are known by: a UUID, or one made of a text that is none. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { importFile, type Control } from '../../../src/workbench/records/import/index.ts';
import { Notes } from '../../../src/workbench/records/import/notes.ts';
import { importStatements } from '../../../src/workbench/records/import/statements.ts';
import { keyOf } from '../../../src/workbench/records/keys.ts';
import { openStore, type Store } from '../../../src/workbench/records/store.ts';
import { noRows, type Row } from '../../../src/workbench/records/tables.ts';
import { eachRecords } from './each-records.ts';
import { line } from './lines-of-statements.ts';

const records = eachRecords('statements.bin');

const UUID = '0a1b2c3d-4e5f-4a6b-8c7d-00000000000f';

describe('a key', () => {
  const keys = async (...texts: (string | null)[]): Promise<unknown[]> => {
    const values = texts.map((one) => `(${one === null ? 'null' : `'${one}'`})`).join(', ');
    const rows = await records.store.query(
      `select ${keyOf('written')} as key from (values ${values}) made(written)`,
    );
    return rows.map(({ key }) => key);
  };

  it('that is a UUID is itself, in capitals, in braces and without hyphens too', async () => {
    const spellings = [UUID, UUID.toUpperCase(), `{${UUID}}`, UUID.replaceAll('-', '')];
    expect(await keys(...spellings)).toEqual(spellings.map(() => UUID));
  });

  it('that is another text is a UUID made of it, always the same, and of no other text', async () => {
    const texts = [
      '',
      'urn:7',
      'URN:7',
      `urn:uuid:${UUID}`,
      ` ${UUID}`,
      UUID.slice(1),
      'moodle|1|Q07Keeping|1',
    ];
    const made = await keys(...texts);
    expect(new Set([...made, UUID]).size).toBe(texts.length + 1);
    expect(await keys(...texts)).toEqual(made);
    // of what was said once: whoever changes this makes all keys of records that are kept others
    expect(made[1]).toBe('f6cd8c28-418f-f1ad-08d4-15ef1beab61a');
  });

  it('that is none stays none', async () => {
    expect(await keys(null)).toEqual([null]);
  });
});

it('rows under keys that are no UUIDs are found again by them', async () => {
  const row = (answer: string, correct: number): Row<'answers'> => ({
    answer,
    attempt: 'a',
    person: 'p',
    item: 'q1',
    try_number: 1,
    given: null,
    response: null,
    correct,
    seconds: null,
    pattern: null,
    objective: null,
  });
  const { store } = records;
  const put = async (...answers: Row<'answers'>[]) =>
    store.whole(async () => store.put({ ...noRows(), answers }));
  await put(row('moodle|a|q1|1', 0), row('moodle|a|q1|2', 0));
  await put(row('moodle|a|q1|1', 1));
  expect(await store.query('select correct from records.answers order by correct')).toEqual([
    { correct: 0 },
    { correct: 1 },
  ]);
});

const statement = (id: string | undefined, number: number): object => ({
  ...(JSON.parse(line(number)) as object),
  id,
});
const voiding = (id: string, of: string): object => ({
  ...statement(id, 1),
  verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
  object: { objectType: 'StatementRef', id: of },
});
const byLine = (...all: object[]): string => all.map((one) => JSON.stringify(one)).join('\n');

describe.each<[string, Control]>([
  ['the engine', { reader: { from: Number.POSITIVE_INFINITY } }],
  ['the reader', { reader: { from: 0 } }],
])('of statements that %s reads', (_, control) => {
  /** Not by `importFile`: where the reader can't, it would ask the engine without a word. */
  const rows = async (...all: object[]): Promise<number> => {
    const path = await records.put(byLine(...all));
    const { store } = records;
    return store.whole(async () => importStatements(store.connection, path, new Notes(), control));
  };
  const items = async () =>
    (await records.store.query('select item from records.answers order by item')).map(({ item }) => item);
  // the reader leaves a file to the engine in which more than one of sixteen lines is odd
  const usual = Array.from({ length: 64 }, () => statement('00000000-0000-4000-8000-000000000007', 0));

  it('a UUID is the same in every spelling', async () => {
    const spellings = [UUID, UUID.toUpperCase(), `{${UUID}}`, UUID.replaceAll('-', '')];
    expect(await rows(...usual, ...spellings.map((id) => statement(id, 1)))).toBe(2);
    expect(await rows(...usual, statement(`{${UUID.toUpperCase()}}`, 1))).toBe(0);
  });

  it('one whose id is no UUID counts once, and is let go where it is voided', async () => {
    expect(
      await rows(...usual, statement('urn:é-1', 1), statement('Urn:É-1', 1), statement('urn:2', 2)),
    ).toBe(3);
    await rows(...usual, voiding('void-1', 'URN:2'));
    expect(await items()).toEqual(['i0', 'i1']);
    expect(await rows(...usual, statement('urn:2', 2))).toBe(0);
    await rows(...usual, voiding('void-2', '{00000000-0000-4000-8000-000000000007}'));
    expect(await items()).toEqual(['i1']);
  });

  it('one without an id counts once, and a later import finds it', async () => {
    expect(await rows(...usual, statement(undefined, 1), statement(undefined, 1))).toBe(2);
    expect(await rows(...usual, statement(undefined, 1))).toBe(0);
  });
});

describe('records of an earlier version, whose keys are texts', () => {
  const fixture = (name: string): string =>
    fileURLToPath(new URL(`../../fixtures/records/${name}`, import.meta.url));

  /** As they were declared, and with the keys that rows had then. */
  async function age({ connection }: Store): Promise<void> {
    await connection.run(`create table records.older (
      answer varchar using compression uncompressed, attempt varchar using compression dictionary,
      person varchar using compression dictionary, item varchar using compression dictionary, try_number integer, given timestamp,
      response varchar using compression dictionary, correct integer, seconds double, pattern varchar using compression dictionary,
      objective varchar using compression dictionary)`);
    await connection.run(`insert into records.older by name
      select * replace (case when attempt like 'moodle|%' then concat_ws('|', attempt, item, try_number) else cast(answer as varchar) end as answer)
      from records.answers`);
    await connection.run('drop table records.answers; alter table records.older rename to answers');
    await connection.run(`create table records.older (
      event varchar using compression uncompressed, attempt varchar using compression dictionary,
      person varchar using compression dictionary, happened timestamp, kind varchar using compression dictionary,
      object varchar using compression dictionary, name varchar using compression dictionary,
      response varchar using compression dictionary, ending varchar using compression dictionary, ok integer, score double,
      seconds double, try_number integer)`);
    await connection.run(`insert into records.older by name
      select * replace (case when kind = 'objective' and attempt like 'moodle|%' then concat_ws('|', attempt, kind, object)
        when happened is null then attempt || '|number' else cast(event as varchar) end as event) from records.events`);
    await connection.run('drop table records.events; alter table records.older rename to events');
  }

  it('are carried over when they are opened: what comes again is no news', async () => {
    const file = join(records.folder, 'older.duckdb');
    // of the engine's older format, which takes columns as they were declared then
    (await DuckDBInstance.create(file)).closeSync();
    const odd = await records.put(
      byLine(statement('urn:1', 1), statement(undefined, 2), statement(UUID, 3), voiding('void', 'urn:9')),
    );
    const paths = [
      fixture('moodle-interactions.csv'),
      fixture('moodle-objectives.csv'),
      fixture('statements.ndjson'),
      odd,
    ];
    const opened = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
      const store = await openStore(file);
      try {
        return await work(store);
      } finally {
        store.close();
      }
    };
    const all = async (store: Store): Promise<unknown[]> => {
      const tables: unknown[] = [];
      for (const table of ['people', 'attempts', 'answers', 'events', 'forms', 'reports'])
        tables.push(await store.query(`select * from records.${table} order by all`));
      return tables;
    };
    const before = await opened(async (store) => {
      for (const path of paths) await importFile(store, path);
      const made = await all(store);
      await age(store);
      const older = await store.query(
        `select count(*) filter (where answer like 'moodle|%') as texts, count(*) as rows_ from records.answers`,
      );
      expect(older).not.toMatchObject([{ texts: 0 }]);
      return made;
    });
    await opened(async (store) => {
      expect(await all(store)).toEqual(before);
      await importFile(store, await records.put(byLine(statement('urn:9', 4)), 'voided.bin'));
      for (const path of paths) {
        const { notes = [] } = await importFile(store, path);
        expect(notes.join(' '), path).toMatch(/^No(?:thing of| statement in) it is new/);
      }
      expect(await all(store)).toEqual(before);
    });
    await opened(async (store) => expect(await all(store)).toEqual(before));
  });
});
