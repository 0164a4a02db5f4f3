/**
 * Takes a person out of the store, or everybody. Deleted rows may stay in a database's file, so the store is written anew beside the old
 * one and takes its place.
 */
import { rename, rm } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { firstCell } from './first-cell.ts';
import { anewOf } from './leftovers.ts';
import { keysOf } from './same-person.ts';
import { text } from './sql-text.ts';
import { openStore, type Asks, type Store } from './store.ts';
import { DERIVED, OWN, PLACES, REFERENCE, TABLES } from './tables.ts';

/** People whose e-mail address, account or name is this, or was before they counted as somebody else. */
export async function findPeople(store: Asks, who: string): Promise<string[]> {
  const wanted = text(who.trim().toLowerCase());
  const isCalled = `lower(person) = ${wanted} or lower(email) = ${wanted} or lower(name) = ${wanted}`;
  const rows = await store.query(
    `select person from records.people where ${isCalled}
     union select into_person from records.joined where ${isCalled}`,
  );
  return rows.map(({ person }) => String(person));
}

/** @returns whether anybody was erased. The store must not be open elsewhere. */
export async function erase(file: string, person: string): Promise<boolean> {
  const fresh = anewOf(file);
  const old = await openStore(file);
  try {
    if (!(await deletePerson(old, person))) return false;
    await copyAnew(old.connection, fresh);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  } finally {
    old.close();
  }
  await putInPlace(fresh, file);
  return true;
}

/** Out of every table; what was deleted may stay in the file. @returns whether anybody was there */
export async function deletePerson(store: Store, person: string): Promise<boolean> {
  const known = await store.query(`select 1 from records.people where person = ${text(person)}`);
  if (known.length === 0) return false;
  const keys = (await keysOf(store, person)).map(text).join(', ');
  await store.whole(async () => {
    // of an attempt, a report may have named another before
    const theirs = await attemptsOf(store, keys);
    for (const [table, columns] of Object.entries({ ...TABLES, ...DERIVED, ...REFERENCE, ...OWN })) {
      const named = [
        ...('person' in columns ? [`person in (${keys})`] : []),
        ...('attempt' in columns && theirs !== '' ? [`attempt in (${theirs})`] : []),
      ];
      if (named.length > 0)
        await store.connection.run(`delete from records.${table} where ${named.join(' or ')}`);
    }
  });
  return true;
}

/** Everything but what the course says and how tables are read; what was deleted may stay in the file. */
export async function deleteEverybody(store: Store): Promise<void> {
  const { mappings: _, ...own } = OWN;
  await store.whole(async () => {
    for (const table of ['roster', ...Object.keys({ ...TABLES, ...DERIVED, ...PLACES, ...own })])
      await store.connection.run(`delete from records.${table}`);
  });
}

/** As SQL lists them. */
async function attemptsOf(store: Store, keys: string): Promise<string> {
  const rows = await store.query(`select attempt from records.attempts where person in (${keys})`);
  return rows.map(({ attempt }) => text(String(attempt))).join(', ');
}

/**
 * All that lies in a database into a new file: the workbench keeps its trials there too. It stays of the version that it was of, since tables
 * of an older one may say of a column how it is pressed, which a newer one doesn't take.
 */
export async function copyAnew(connection: DuckDBConnection, fresh: string): Promise<void> {
  const name = await firstCell(connection, 'select current_database()');
  const version = await firstCell(
    connection,
    `select rtrim(tags['storage_version'], '+') from duckdb_databases() where database_name = current_database()`,
  );
  await connection.run(`attach ${text(fresh)} as fresh (storage_version ${text(String(version))})`);
  await connection.run(`copy from database "${String(name)}" to fresh`);
  await connection.run('detach fresh');
}

/** The old file must be closed. */
export async function putInPlace(fresh: string, file: string): Promise<void> {
  await rename(fresh, file);
  await rm(`${file}.wal`, { force: true });
}
