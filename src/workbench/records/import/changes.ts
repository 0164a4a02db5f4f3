/** What a table changes in the records, to be told beside it: what it replaced, that nothing is new, and what it leaves as it was. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { numberFrom } from '../first-cell.ts';
import type { Gathering } from '../store.ts';
import { text } from '../sql-text.ts';
import type { Notes } from './notes.ts';

/** @param readOtherwise the key of a table that was taken in before with another meaning. @returns whether anything changed */
export async function bring(
  connection: DuckDBConnection,
  gathering: Gathering,
  readOtherwise: string | undefined,
  notes: Notes,
): Promise<boolean> {
  const left = readOtherwise ? await leftBehind(connection, readOtherwise) : 0;
  const isNew = await gathering.done(readOtherwise !== undefined, ({ known, changed }) => {
    if (changed === 0) return;
    notes.add('renewed', undefined, changed);
    if (known > changed) notes.add('as-before', undefined, known - changed);
  });
  if (left > 0) notes.add('left', undefined, left);
  return isNew;
}

/** Of a table, under keys that it doesn't have now: it named people by something else. */
const leftBehind = (connection: DuckDBConnection, key: string): Promise<number> =>
  numberFrom(
    connection,
    `select count(*) from records.attempts
    where starts_with(attempt, ${text(`${key}|`)})
      and attempt not in (select attempt from staged_attempts)`,
  );
