/** What somebody answered, in the course's words: a source has the letters of options, steps and sides, as SCORM and xAPI write them. */
import { areLetters, lettersWords } from './letters.ts';
import type { Asks } from './store.ts';
import type { Cell } from './tables.ts';

type Row = Record<string, Cell>;

interface Parts {
  words: ReadonlyMap<string, string>;
  /** Letters of what is right, in the order of the alphabet; empty where the course has no such question. */
  key: readonly string[];
}

/** Why nobody here knows what letters stand for. @param removed as the course's ledger has it; undefined where it has no such question */
const whyLetters = (removed: number | undefined): string => {
  if (removed === undefined) return 'the question is not in this course';
  return removed === 1 ? 'the question has left the course' : 'the question had other answers then';
};

/** In SCORM 1.2 true and false are letters too. */
const isTruth = (said: string): boolean => said === '' || /^[tf]$/u.test(said);

/** @param rows of `missed` */
export async function inWords(store: Asks, rows: readonly Row[]): Promise<Row[]> {
  if (rows.length === 0) return [];
  const parts = await partsOf(store);
  const items = await itemsOf(store);
  return rows.map((row) => {
    const item = String(row['item']);
    const found = parts.get(item);
    const [chosen, right] = [text(row['chosen']), text(row['right_answer'])];
    // a version of the course whose letters stood for something else had another key
    const isOurs = found !== undefined && (right === '' || found.key.length === 0 || isKey(right, found.key));
    // what has no letters, true and false and what is typed, has no words besides
    const isText = (found === undefined && items.get(item) === 0) || (isTruth(chosen) && isTruth(right));
    let told = isText;
    const spelled = (said: string): Cell => {
      if (said === '') return null;
      const words = isOurs ? spell(said, found.words) : undefined;
      if (words !== undefined) return words;
      if (isText || !areLetters(said)) return said.replaceAll(/,(?=\S)/gu, ', ');
      // once in a row
      const why = told ? '' : `; ${whyLetters(found ? 0 : items.get(item))}`;
      told = true;
      return `${lettersWords(said)}${why}`;
    };
    return { ...row, chosen: spelled(chosen), right_answer: spelled(right) };
  });
}

/** Where the course has options, steps or pairs, and a response says nothing else. @param rows of `options` */
export async function withWords(store: Asks, rows: readonly Row[]): Promise<Row[]> {
  if (rows.every(({ words }) => words !== null)) return [...rows];
  const parts = await partsOf(store);
  const keyOf = (item: Cell | undefined): Row | undefined =>
    rows.find((row) => row['item'] === item && row['is_key'] === 1);
  return rows.map((row) => {
    const found = parts.get(String(row['item']));
    const response = text(row['response']);
    const key = text(keyOf(row['item'])?.['response']);
    const isOurs = found !== undefined && key !== '' && isKey(key, found.key);
    const words = row['words'] ?? (isOurs && response ? (spell(response, found.words) ?? null) : null);
    return { ...row, words };
  });
}

async function itemsOf(store: Asks): Promise<ReadonlyMap<string, number>> {
  const rows = await store.query('select item, removed from records.course_items');
  return new Map(rows.map(({ item, removed }) => [String(item), Number(removed)]));
}

const text = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));

async function partsOf(store: Asks): Promise<ReadonlyMap<string, Parts>> {
  const rows = await store.query(`
    select item, option as part, words, is_key from records.course_options
    union all select item, part, words, is_key from records.course_parts
    order by item, part`);
  const found = new Map<string, { words: Map<string, string>; key: string[] }>();
  for (const { item, part, words, is_key: isRight } of rows) {
    const one = found.get(String(item)) ?? { words: new Map<string, string>(), key: [] };
    one.words.set(String(part), String(words));
    if (Number(isRight) === 1 && !String(part).startsWith('.')) one.key.push(String(part));
    found.set(String(item), one);
  }
  return found;
}

/** `a,c`, `a[,]c`, `a.b,c.d`: one standard writes brackets, the other none. */
const membersOf = (said: string): string[][] =>
  said.split(/\[,\]|,/u).map((member) => member.split(/\[\.\]|\./u).map((side) => side.trim()));

const isKey = (said: string, key: readonly string[]): boolean => {
  const letters = membersOf(said).map(([letter = '']) => letter);
  return letters.toSorted().join(' ') === key.join(' ');
};

/** Undefined where one of the letters is none of this question. */
function spell(said: string, words: ReadonlyMap<string, string>): string | undefined {
  const members = membersOf(said).map(([left = '', right]) => {
    const [one, other] = [words.get(left), right === undefined ? undefined : words.get(`.${right}`)];
    if (one === undefined || (right !== undefined && other === undefined)) return undefined;
    return other === undefined ? one : `${one}: ${other}`;
  });
  return members.includes(undefined) ? undefined : members.join('; ');
}
