/** Asks a question of the store: each is one SQL file in `questions/`. */
import { readFile } from 'node:fs/promises';
import { withFilters, type Filters } from './filters.ts';
import { hide, refuseWhileHidden } from './hidden.ts';
import type { Store } from './store.ts';
import { QUESTIONS, type QuestionName } from './question-names.ts';
import type { Cell } from './tables.ts';

export { QUESTIONS, type QuestionName };

const folder = new URL('questions/', import.meta.url);

/** The SQL of a question as it stands in its file. */
export const questionText = (name: QuestionName): Promise<string> =>
  readFile(new URL(`${name}.sql`, folder), 'utf8');

/** What its first lines say: how it is counted. */
export async function howCounted(name: QuestionName): Promise<string> {
  const lines = (await questionText(name)).split('\n');
  const end = lines.findIndex((line) => !line.startsWith('--'));
  return lines
    .slice(0, end)
    .map((line) => line.slice(2).trim())
    .join(' ');
}

/** @throws NotWhileHidden */
export async function ask(
  store: Pick<Store, 'query'>,
  name: QuestionName,
  filters: Filters,
): Promise<Record<string, Cell>[]> {
  const raw = async (one: QuestionName): Promise<Record<string, Cell>[]> =>
    store.query(withFilters((await questionText(one)).replace(/^(--.*\n)+/, ''), filters));
  if (!filters.hidden) return raw(name);
  await refuseWhileHidden(store, name, filters);
  return hide(store, name, await raw(name), filters, raw);
}
