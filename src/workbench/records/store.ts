/**
 * The store of the records: four tables in a DuckDB file, or in memory. An import is a transaction: one that fails or is
 * cancelled leaves nothing behind, and a second import of the same thing changes nothing.
 */
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import { clearStaging } from './import/staging.ts';
import { carryKeys, keyOf } from './keys.ts';
import { clearLeftovers, dropPassing, passingFolder } from './leftovers.ts';
import { merge, type Changes } from './merge.ts';
import {
  DERIVED,
  OWN,
  PLACES,
  REFERENCE,
  TABLES,
  type Cell,
  type ColumnType,
  type ReferenceName,
  type ReferenceRow,
  type Rows,
  type TableName,
} from './tables.ts';

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'varchar',
  key: 'uuid',
  number: 'double',
  whole: 'integer',
  time: 'timestamp',
};

const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];
const IN_MEMORY = ':memory:';

/** Of the engine. */
export const SETTINGS = {
  // large exports are read in bounded memory
  memory_limit: '500MB',
  preserve_insertion_order: 'false',
  // of a file that isn't there yet: from this version on texts that stand for many rows are sooner pressed, and lie in less room
  storage_compatibility_version: 'v1.3.0',
};

export interface Store {
  readonly connection: DuckDBConnection;
  /** Rows of an answer, with the columns' names. */
  query(sql: string): Promise<Record<string, Cell>[]>;
  /** Everything in it happens, or nothing. */
  whole<T>(work: () => Promise<T>): Promise<T>;
  /** Adds rows; what is known already is brought up to date. Inside `whole`. */
  put(rows: Rows): Promise<void>;
  /** The same for rows that come one batch after the other: each is looked for in the records once, at the end. */
  gather(): Gathering;
  setReference<T extends ReferenceName>(table: T, rows: readonly ReferenceRow<T>[]): Promise<void>;
  close(): void;
}

/** What can be asked, and nothing that writes. */
export type Asks = Pick<Store, 'query'>;

export interface Gathering {
  add(rows: Rows): Promise<void>;
  /**
   * @param anew what is there was read in another way than is now said: what is said now goes before it
   * @param tell is told how many attempts were known
   * @returns whether the records say anything else than before
   */
  done(anew?: boolean, tell?: (changes: Changes) => void): Promise<boolean>;
}

/** Another process has the file. */
export const isInUse = (error: unknown): boolean => /lock|being used by another process/i.test(String(error));

/** @param file a DuckDB file, made where there is none; in memory where none is named */
export async function openStore(file = IN_MEMORY): Promise<Store> {
  const passing = file === IN_MEMORY ? await passingFolder() : undefined;
  const instance = await DuckDBInstance.create(file, {
    ...SETTINGS,
    ...(passing !== undefined && { temp_directory: join(passing, 'tmp') }),
  });
  if (passing === undefined) await clearLeftovers(file);
  const store = await storeOn(await instance.connect());
  await clearStaging(store.connection);
  return {
    ...store,
    close() {
      store.close();
      instance.closeSync();
      if (passing !== undefined) dropPassing(passing);
    },
  };
}

/** The records in a database that somebody else has open; `close` ends the connection and leaves the database to its owner. */
export async function storeOn(connection: DuckDBConnection): Promise<Store> {
  const run = async (sql: string): Promise<void> => void (await connection.run(sql));
  const tables = Object.entries({ ...TABLES, ...DERIVED, ...REFERENCE, ...PLACES, ...OWN }).map(
    ([name, columns]) => `create table if not exists records.${name} (${declare(columns)})`,
  );
  await run(['create schema if not exists records', ...tables].join('; '));
  await carryKeys(connection);

  return {
    connection,
    query: async (sql) => (await connection.runAndReadAll(sql)).getRowObjects().map(plainRow),
    async whole(work) {
      await run('begin');
      try {
        const result = await work();
        await run('commit');
        return result;
      } catch (error) {
        await run('rollback');
        throw error;
      }
    },
    async put(rows) {
      const gathering = gather(connection);
      await gathering.add(rows);
      await gathering.done();
    },
    gather: () => gather(connection),
    async setReference(table, rows) {
      await run(`delete from records.${table}`);
      await append(connection, table, REFERENCE[table], rows, 'records');
    },
    close() {
      connection.closeSync();
    },
  };
}

function gather(connection: DuckDBConnection): Gathering {
  const met = new Set<TableName>();
  return {
    async add(rows) {
      for (const table of TABLE_NAMES) {
        if (rows[table].length === 0) continue;
        if (!met.has(table))
          await connection.run(`create or replace temp table staged_${table} (${declare(TABLES[table])})`);
        met.add(table);
        await append(connection, `staged_${table}`, TABLES[table], rows[table]);
      }
    },
    async done(anew = false, tell) {
      let isNew = false;
      for (const table of met)
        isNew = (await merge(connection, table, anew, table === 'attempts' ? tell : undefined)) || isNew;
      if (met.has('answers')) await deriveForms(connection);
      return isNew;
    },
  };
}

const declare = (columns: Readonly<Record<string, ColumnType>>): string =>
  Object.entries(columns)
    .map(([column, type]) => `${column} ${TYPES[type]}`)
    .join(', ');

/**
 * Works the forms out anew, of the attempts that a query names; of all where none is named. Inside `whole`. An attempt's rows lie
 * together then, and questions add them up in half the time; numbers are sooner put in order than texts.
 */
export async function deriveForms(connection: DuckDBConnection, attempts?: string): Promise<void> {
  const which = attempts === undefined ? '' : `where attempt in (${attempts})`;
  await connection.run(`delete from records.forms ${which}`);
  await connection.run(`
    insert into records.forms by name
    select an.attempt as attempt, an.person as person, coalesce(an.try_number, 1) as try_number,
      coalesce(an.objective, ci.objective, '') as objective, sum(an.correct) as correct, count(*) as asked
    from (select * from records.answers ${which}) an
    left join records.course_items ci on ci.item = an.item
    where an.correct is not null
    group by an.attempt, an.person, coalesce(an.try_number, 1), coalesce(an.objective, ci.objective, '')
    order by hash(an.attempt)`);
}

/** What travels as text and is read by the engine. */
const READ: Readonly<Partial<Record<ColumnType, (text: string) => string>>> = {
  time: (text) => `cast(${text} as timestamp)`,
  key: keyOf,
};

async function append(
  connection: DuckDBConnection,
  table: string,
  columns: Readonly<Record<string, ColumnType>>,
  rows: readonly Readonly<Record<string, Cell>>[],
  schema?: string,
): Promise<void> {
  if (rows.length === 0) return;
  // A table as it travels first, then one insert.
  // Of a table that says little most columns are empty.
  const names = Object.keys(columns).filter((name) => rows.some((row) => (row[name] ?? null) !== null));
  const passing = `passing_${table}`;
  const typed = names.map((name) => ({ name, type: columns[name] ?? 'text' }));
  await connection.run(
    `create or replace temp table ${passing} (${typed.map(({ name, type }) => `${name} ${READ[type] ? 'varchar' : TYPES[type]}`).join(', ')})`,
  );
  const appender = await connection.createAppender(passing, undefined, 'temp');
  for (const row of rows) {
    for (const { name, type } of typed) appendCell(appender, row[name] ?? null, type);
    appender.endRow();
  }
  appender.closeSync();
  const target = schema ? `${schema}.${table}` : table;
  await connection.run(
    `insert into ${target} by name select ${typed.map(({ name, type }) => `${READ[type]?.(name) ?? name} as ${name}`).join(', ')} from ${passing}`,
  );
  await connection.run(`drop table ${passing}`);
}

type Appender = Awaited<ReturnType<DuckDBConnection['createAppender']>>;

function appendCell(appender: Appender, value: Cell, type: ColumnType): void {
  if (value === null) appender.appendNull();
  else if (type === 'number') appender.appendDouble(Number(value));
  else if (type === 'whole') appender.appendInteger(Math.trunc(Number(value)));
  else appender.appendVarchar(String(value));
}

/** Big whole numbers as numbers, times and days as text: what a page or a file can take. */
function plainRow(row: Record<string, DuckDBValue>): Record<string, Cell> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainCell(value)]));
}

function plainCell(value: DuckDBValue): Cell {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  if (typeof value === 'boolean') return Number(value);
  return String(value);
}
