/** How tables with unknown headings are read, kept in the store by the headings and used for the next such table at once. */
import type { Cell } from '../tables.ts';
import { text } from '../sql-text.ts';
import type { Asks, Store } from '../store.ts';
import type { Reading } from './meanings.ts';

export interface Kept {
  header: readonly string[];
  reading: Reading;
}

const keyOf = (header: readonly string[]): string => JSON.stringify(header.map((one) => one.trim()));

const keptOf = ({ headings, meanings }: Record<string, Cell>): Kept => ({
  header: JSON.parse(String(headings)) as string[],
  reading: JSON.parse(String(meanings)) as Reading,
});

export async function keptReadings(store: Asks): Promise<Kept[]> {
  const kept = (await store.query('select * from records.mappings order by headings')).map(keptOf);
  // what a person changes is said from then on
  return kept.map(({ header, reading: { columns, order, most, words } }) => ({
    header,
    reading: { columns, order, most, words },
  }));
}

export async function keptReading(store: Asks, header: readonly string[]): Promise<Reading | undefined> {
  const [row] = await store.query(`select * from records.mappings where headings = ${text(keyOf(header))}`);
  return row && keptOf(row).reading;
}

/** Whether such a table was taken in as meaning something else: what it is said to mean now goes before what was read then. */
export function readsOtherwise(before: Reading | undefined, now: Reading): boolean {
  if (!before?.taken) return true;
  return (
    JSON.stringify(before.columns) !== JSON.stringify(now.columns) ||
    (before.most ?? 100) !== (now.most ?? 100) ||
    (before.order !== undefined && now.order !== undefined && before.order !== now.order) ||
    Object.entries(before.words ?? {}).some(([word, meaning]) => (now.words ?? {})[word] !== meaning)
  );
}

/** In place of an earlier one; as which table it counts stays. Inside `whole`. */
export async function keepReading(store: Store, { header, reading }: Kept): Promise<void> {
  const key = reading.key ?? (await keptReading(store, header))?.key;
  await forgetReading(store, header);
  await store.connection.run(
    `insert into records.mappings values (${text(keyOf(header))}, ${text(JSON.stringify({ ...reading, key }))})`,
  );
}

export async function forgetReading(store: Store, header: readonly string[]): Promise<void> {
  await store.connection.run(`delete from records.mappings where headings = ${text(keyOf(header))}`);
}
