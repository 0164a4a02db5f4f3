/** Asks a question of the store: each is one SQL file in `questions/`. */
import { readFile } from 'node:fs/promises';
import { withFilters, type Filters } from './filters.ts';
import type { Store } from './store.ts';
import type { Cell } from './tables.ts';

export const QUESTIONS = [
  'now',
  'people',
  'principles',
  'group',
  'questions',
  'options',
  'dilemmas',
  'weeks',
  'leaving',
  'thursday',
] as const;
export type QuestionName = (typeof QUESTIONS)[number];

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

export async function ask(
  store: Pick<Store, 'query'>,
  name: QuestionName,
  filters: Filters,
): Promise<Record<string, Cell>[]> {
  const sql = (await questionText(name)).replace(/^(--.*\n)+/, '');
  return store.query(withFilters(sql, filters));
}
