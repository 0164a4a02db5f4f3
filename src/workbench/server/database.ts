/**
 * The one database of the workbench, in a file. Each statement is on the disk when its promise is fulfilled: DuckDB writes
 * its log ahead, so a process that is killed loses nothing that was answered.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import { copyAnew, putInPlace } from '../records/erase.ts';
import { anewOf, clearLeftovers } from '../records/leftovers.ts';
import { isInUse, SETTINGS as RECORDS_SETTINGS } from '../records/store.ts';

export type Row = Record<string, string | number | boolean | null>;

/** Another process has the file. */
export class DatabaseInUse extends Error {}

/** The workbench is being stopped, and whoever asks now is too late. */
export class DatabaseClosed extends Error {}

const SETTINGS = {
  ...RECORDS_SETTINGS,
  // nothing is ever fetched, not even a part of the engine
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

const TABLES = `
CREATE TABLE IF NOT EXISTS learners (id TEXT PRIMARY KEY, name TEXT, language TEXT, made BIGINT);
CREATE TABLE IF NOT EXISTS packages (id TEXT PRIMARY KEY, file TEXT, path TEXT, added BIGINT);
ALTER TABLE packages ADD COLUMN IF NOT EXISTS looked TEXT;
CREATE TABLE IF NOT EXISTS attempts (
  id TEXT PRIMARY KEY, learner TEXT, package TEXT, part TEXT, number INTEGER, kind TEXT, held TEXT, changed BIGINT);
CREATE TABLE IF NOT EXISTS launches (
  id TEXT PRIMARY KEY, attempt TEXT, lms TEXT, device INTEGER, going TEXT, session TEXT, began BIGINT);
ALTER TABLE launches ADD COLUMN IF NOT EXISTS held TEXT DEFAULT '{}';
CREATE TABLE IF NOT EXISTS calls (
  launch TEXT, nth INTEGER, moment BIGINT, name TEXT, element TEXT, value TEXT, answer TEXT, error INTEGER, why TEXT, fault TEXT);
CREATE TABLE IF NOT EXISTS statements (
  id TEXT PRIMARY KEY, activity TEXT, nth BIGINT, registration TEXT, statement TEXT);
CREATE TABLE IF NOT EXISTS documents (activity TEXT, name TEXT, content TEXT, PRIMARY KEY (activity, name));
`;

export class Database {
  readonly #file: string;
  #instance: DuckDBInstance;
  #connection: DuckDBConnection;
  /** One statement after the other: a connection does one thing at a time. */
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  private constructor(file: string, instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#file = file;
    this.#instance = instance;
    this.#connection = connection;
  }

  /** @throws DatabaseInUse */
  static async open(folder: string): Promise<Database> {
    const file = path.join(folder, 'workbench.duckdb');
    const instance = await DuckDBInstance.create(file, SETTINGS).catch((error: unknown) => {
      throw isInUse(error) ? new DatabaseInUse(file, { cause: error }) : error;
    });
    await clearLeftovers(file);
    const connection = await instance.connect();
    await connection.run(TABLES);
    return new Database(file, instance, connection);
  }

  run(sql: string, ...values: DuckDBValue[]): Promise<void> {
    return this.#next(async () => {
      await this.#connection.run(sql, values);
    });
  }

  all<T extends Row>(sql: string, ...values: DuckDBValue[]): Promise<T[]> {
    return this.#next(async () => {
      const result = await this.#connection.runAndReadAll(sql, values);
      return result.getRowObjectsJS() as T[];
    });
  }

  /** All of it or nothing. */
  together(statements: readonly (readonly [sql: string, ...values: DuckDBValue[]])[]): Promise<void> {
    return this.#next(async () => {
      await this.#connection.run('BEGIN');
      try {
        for (const [sql, ...values] of statements) await this.#connection.run(sql, values);
        await this.#connection.run('COMMIT');
      } catch (error) {
        await this.#connection.run('ROLLBACK');
        throw error;
      }
    });
  }

  /** For work that mustn't keep the trial waiting. Whoever asked for it closes it, before the database is closed. */
  connect(): Promise<DuckDBConnection> {
    return this.#instance.connect();
  }

  /**
   * Writes the file anew, so that nothing of what was deleted stays in it. Whatever else is asked meanwhile waits. Those who
   * have a connection of their own close it before, and take another after.
   */
  writeAnew(): Promise<void> {
    return this.#next(async () => {
      const fresh = anewOf(this.#file);
      await rm(fresh, { force: true });
      await copyAnew(this.#connection, fresh).catch(async (error: unknown) => {
        await rm(fresh, { force: true });
        throw error;
      });
      this.#connection.closeSync();
      this.#instance.closeSync();
      try {
        await putInPlace(fresh, this.#file);
      } finally {
        this.#instance = await DuckDBInstance.create(this.#file, SETTINGS);
        this.#connection = await this.#instance.connect();
      }
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#last.catch(() => undefined);
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new DatabaseClosed());
    const done = this.#last.then(work, work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
