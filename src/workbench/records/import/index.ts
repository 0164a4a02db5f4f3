/** Takes a file into the store, whatever it is. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { deriveForms, type Store } from '../store.ts';
import { ImportFailure } from './failure.ts';
import { recognise } from './recognise.ts';
import { rowsOf, type Wishes } from './rows.ts';
import { importStatements, type Watch } from './statements.ts';

export { ImportFailure };
export type { Wishes };

export interface Imported {
  file: string;
  /** What it was found to be. */
  title: string;
  /** Rows read, or statements that were new. */
  rows: number;
}

export interface Control extends Wishes, Watch {
  /** Rows of a table so far. */
  progress?: ((rows: number) => void) | undefined;
}

/** One transaction: a failure or a cancel leaves nothing of the file. @throws ImportFailure with what to do */
export async function importFile(store: Store, path: string, control: Control = {}): Promise<Imported> {
  const file = basename(path);
  if (!(await stat(path).catch(() => undefined))?.isFile())
    throw new ImportFailure(file, undefined, 'There is no such file.', 'See that the name is right.');
  const found = await recognise(path);
  if (found.kind === 'statements') {
    const rows = await store.whole(() => importStatements(store.connection, path, control));
    return { file, title: found.title, rows };
  }
  const rows = await store.whole(async () => {
    let read = 0;
    for await (const batch of rowsOf(path, found, control)) {
      control.signal?.throwIfAborted();
      await store.put(batch);
      read += batch.people.length;
      control.progress?.(read);
    }
    await resolveItems(store);
    return read;
  });
  return { file, title: found.title, rows };
}

/** `Q07_Keeping_a_secret` and `Q07KeepingASecret` are the course's item number 7, in whatever version and language. */
async function resolveItems(store: Store): Promise<void> {
  await store.connection.run(`
    update records.answers set item = ci.item
    from records.course_items ci
    where regexp_matches(answers.item, '^Q[0-9]+[_A-Z]') and cast(regexp_extract(answers.item, '^Q([0-9]+)', 1) as integer) = ci.number`);
  await store.connection.run(`
    update records.events set object = co.objective
    from records.course_objectives co
    where events.kind = 'objective' and lower(regexp_replace(events.object, '[^A-Za-z0-9]', '', 'g')) = lower(regexp_replace(co.objective, '[^A-Za-z0-9]', '', 'g'))`);
  await deriveForms(store.connection);
}
