/** Asks a question of the store: each is one SQL file in `questions/`. */
import { readFile } from 'node:fs/promises';
import { limit, withFilters, type Filters, type Narrowed, type Page } from './filters.ts';
import type { Store } from './store.ts';
import type { Cell } from './tables.ts';

export const QUESTIONS = [
  'standing',
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

/** Questions that have a row for each person, and whose rows a page of them is cut from. */
const BY_PERSON: Readonly<Partial<Record<QuestionName, Narrowed['whom']>>> = {
  now: 'everybody',
  people: 'by name',
  principles: 'who answered',
};

type Asked = Pick<Store, 'query'>;

/** @param page of people, where the question has a row for each; else all of it is answered */
export async function ask(
  store: Asked,
  name: QuestionName,
  filters: Filters,
  page?: Page,
): Promise<Record<string, Cell>[]> {
  const sql = (await questionText(name)).replace(/^(--.*\n)+/, '');
  const whom = BY_PERSON[name];
  if (!page || !whom) return store.query(withFilters(sql, filters));
  // whoever is asked about everybody has an order of their own, and the page is cut from what it says
  if (whom === 'everybody') return store.query(`${withFilters(sql, filters)}\n${limit(page)}`);
  return store.query(withFilters(sql, filters, { whom, page }));
}

/** How many people all pages of a question are about; undefined where it isn't one of people. */
export async function howMany(
  store: Asked,
  name: QuestionName,
  filters: Filters,
): Promise<number | undefined> {
  const whom = BY_PERSON[name];
  if (!whom) return undefined;
  const page = { most: ALL_PEOPLE };
  const [row] = await store.query(
    withFilters('select count(*) as people from people', filters, { whom, page }),
  );
  return Number(row?.['people']);
}

/** More than any store has. */
const ALL_PEOPLE = 1_000_000_000;
