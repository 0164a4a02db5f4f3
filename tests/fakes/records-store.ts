/**
 * Empty records for a test, as `openStore` makes them in memory. An engine costs more than all that most tests ask of it, so
 * each process has one, with a database for each store; and one thread, since tests run on all processors as it is.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { SETTINGS, storeOn, type Store } from '../../src/workbench/records/store.ts';

let engine: Promise<DuckDBInstance> | undefined;
let made = 0;
/** Databases whose stores were closed: they take up memory until they are let go. */
const left: string[] = [];

export async function emptyStore(): Promise<Store> {
  engine ??= DuckDBInstance.create(':memory:', {
    ...SETTINGS,
    threads: '1',
    temp_directory: join(tmpdir(), `records-of-tests-${process.pid}`),
  });
  const connection = await (await engine).connect();
  const name = `records_of_test_${(made += 1)}`;
  const old = left.splice(0).map((other) => `detach ${other}; `);
  await connection.run(`${old.join('')}attach ':memory:' as ${name}; use ${name}`);
  const store = await storeOn(connection);
  return {
    ...store,
    close() {
      store.close();
      left.push(name);
    },
  };
}
