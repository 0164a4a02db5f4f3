/** Asks a question of the store: each is one SQL file in `questions/`. */
import { readFile } from 'node:fs/promises';
import { inWords, withWords } from './answer-words.ts';
import { limit, withFilters, type Filters, type Narrowed, type Page } from './filters.ts';
import { hide, refuseWhileHidden } from './hidden.ts';
import type { Asks } from './store.ts';
import { QUESTIONS, type QuestionName } from './question-names.ts';
import type { Cell } from './tables.ts';

export { QUESTIONS, type QuestionName };

const folder = new URL('questions/', import.meta.url);

/** The SQL of a question as it stands in its file. */
const questionText = (name: QuestionName): Promise<string> =>
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
  missed: 'by name',
};

/**
 * @param page of people, where the question has rows for each; else all of it is answered
 * @throws NotWhileHidden
 */
export async function ask(
  store: Asks,
  name: QuestionName,
  filters: Filters,
  page?: Page,
): Promise<Record<string, Cell>[]> {
  const raw = async (one: QuestionName): Promise<Record<string, Cell>[]> =>
    store.query(withPage(one, await sqlOf(one), filters, page));
  if (!filters.hidden && name === 'missed') return inWords(store, await raw(name));
  const said = (rows: Record<string, Cell>[]): Promise<Record<string, Cell>[]> =>
    name === 'options' ? withWords(store, rows) : Promise.resolve(rows);
  if (!filters.hidden) return said(await raw(name));
  await refuseWhileHidden(store, name, filters);
  const answer = await raw(name);
  return said(await hide(store, name, answer, filters, async (one) => (one === name ? answer : raw(one))));
}

const sqlOf = async (name: QuestionName): Promise<string> =>
  (await questionText(name)).replace(/^(--.*\n)+/, '');

function withPage(name: QuestionName, sql: string, filters: Filters, page: Page | undefined): string {
  const whom = BY_PERSON[name];
  if (!page || !whom) return withFilters(sql, filters);
  // whoever is asked about everybody has an order of their own, and the page is cut from what it says
  if (whom === 'everybody') return `${withFilters(sql, filters)}\n${limit(page)}`;
  return withFilters(sql, filters, { whom, page });
}

/**
 * How many people all pages of a question are about; undefined where it isn't one of people. While names are hidden it is everybody:
 * of whom a principle is withheld would be told by how many answered.
 */
export async function howMany(
  store: Asks,
  name: QuestionName,
  filters: Filters,
): Promise<number | undefined> {
  const whom = BY_PERSON[name];
  if (!whom) return undefined;
  const narrowed = { whom: filters.hidden ? 'everybody' : whom, page: { most: ALL_PEOPLE } } as const;
  const listed =
    name === 'now'
      ? ' p cross join settings s where s.has_list = 0 or p.person in (select person from records.roster)'
      : '';
  const [row] = await store.query(
    withFilters(`select count(*) as people from people${listed}`, filters, narrowed),
  );
  return Number(row?.['people']);
}

/** More than any store has. */
const ALL_PEOPLE = 1_000_000_000;
