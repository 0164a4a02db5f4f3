/**
 * Takes a person out of the store. Deleted rows may stay in a database's file, so the store is written anew beside the old
 * one and takes its place.
 */
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { text } from './sql-text.ts';
import { openStore, type Store } from './store.ts';
import { DERIVED, OWN, REFERENCE, TABLES } from './tables.ts';

/** People whose e-mail address, account or name is this. */
export async function findPeople(store: Pick<Store, 'query'>, who: string): Promise<string[]> {
  const wanted = text(who.trim().toLowerCase());
  const rows = await store.query(
    `select person from records.people where lower(person) = ${wanted} or lower(email) = ${wanted} or lower(name) = ${wanted}`,
  );
  return rows.map(({ person }) => String(person));
}

/** @returns whether anybody was erased. The store must not be open elsewhere. */
export async function erase(file: string, person: string): Promise<boolean> {
  const fresh = `${file}.${randomUUID()}`;
  const old = await openStore(file);
  try {
    const known = await old.query(`select 1 from records.people where person = ${text(person)}`);
    if (known.length === 0) return false;
    await old.whole(async () => {
      for (const [table, columns] of Object.entries({ ...TABLES, ...DERIVED, ...REFERENCE, ...OWN }))
        if ('person' in columns)
          await old.connection.run(`delete from records.${table} where person = ${text(person)}`);
    });
    // All that else lies in the file goes along: the workbench keeps its trials there
    const [{ name = '' } = {}] = await old.query('select current_database() as name');
    await old.connection.run(`attach ${text(fresh)} as fresh`);
    await old.connection.run(`copy from database "${String(name)}" to fresh`);
    await old.connection.run('detach fresh');
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  } finally {
    old.close();
  }
  await rename(fresh, file);
  await rm(`${file}.wal`, { force: true });
  return true;
}
