/** What somebody answered, in the course's words: a source has the letters of options, steps and sides, as SCORM and xAPI write them. */
import type { Store } from './store.ts';
import type { Cell } from './tables.ts';

type Row = Record<string, Cell>;

interface Parts {
  words: ReadonlyMap<string, string>;
  /** Letters of what is right, in the order of the alphabet; empty where the course has no such question. */
  key: readonly string[];
}

/** @param rows of `missed` */
export async function inWords(store: Pick<Store, 'query'>, rows: readonly Row[]): Promise<Row[]> {
  if (rows.length === 0) return [];
  const parts = await partsOf(store);
  return rows.map((row) => {
    const found = parts.get(String(row['item']));
    const right = text(row['right_answer']);
    // a version of the course whose letters stood for something else had another key
    const isOurs = found !== undefined && (right === '' || found.key.length === 0 || isKey(right, found.key));
    const spelled = (cell: Cell | undefined): Cell => {
      const said = text(cell);
      return said === '' ? null : (isOurs && spell(said, found.words)) || said.replaceAll(/,(?=\S)/gu, ', ');
    };
    return { ...row, chosen: spelled(row['chosen']), right_answer: spelled(row['right_answer']) };
  });
}

const text = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));

async function partsOf(store: Pick<Store, 'query'>): Promise<ReadonlyMap<string, Parts>> {
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
