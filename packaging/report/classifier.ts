/**
 * A reader that knows nothing but words: naive Bayes over the words of options, without their questions. Trained on one
 * set of items and tried on another, it shows how much of the key stands in the wording alone.
 */
import type { ChoiceQuestion, Item } from '../../src/course/compiled.ts';

export type OneAnswer = ChoiceQuestion & Item;

/** Items with one right answer among options: what can be guessed from the options alone. */
export const oneAnswer = (items: readonly Item[]): OneAnswer[] =>
  items.filter((item): item is OneAnswer => item.type === 'one');

export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/\p{L}[\p{L}\p{M}'-]*/gu) ?? [];

export interface Reader {
  /** How much more likely the words are in a key than in a wrong option, as a logarithm. */
  leaning: (text: string) => number;
  /** The words that pull hardest, by weight and by how often they stand in options. */
  telling: (count: number) => { keys: string[]; wrong: string[] };
}

export function trained(items: readonly OneAnswer[]): Reader {
  const counts = { key: new Map<string, number>(), wrong: new Map<string, number>() };
  const sums = { key: 0, wrong: 0 };
  for (const { right, plain } of items.flatMap(({ options }) => options)) {
    const side = right ? 'key' : 'wrong';
    for (const word of new Set(wordsOf(plain))) {
      counts[side].set(word, (counts[side].get(word) ?? 0) + 1);
      sums[side] += 1;
    }
  }
  const known = new Set([...counts.key.keys(), ...counts.wrong.keys()]);
  // one more of each word than was seen, so that a word seen on one side alone decides nothing by itself
  const share = (word: string, side: 'key' | 'wrong'): number =>
    ((counts[side].get(word) ?? 0) + 1) / (sums[side] + known.size);
  const weight = (word: string): number =>
    known.has(word) ? Math.log(share(word, 'key') / share(word, 'wrong')) : 0;
  const seen = (word: string): number => (counts.key.get(word) ?? 0) + (counts.wrong.get(word) ?? 0);
  const pull = (word: string): number => weight(word) * seen(word);
  return {
    leaning: (text) => [...new Set(wordsOf(text))].reduce((sum, word) => sum + weight(word), 0),
    telling: (count) => {
      const order = [...known].toSorted((a, b) => pull(b) - pull(a) || (a < b ? -1 : 1));
      return { keys: order.slice(0, count), wrong: order.slice(-count).toReversed() };
    },
  };
}

/** Of one item: 1 where the reader picks the key, a part where it wavers between the key and others, else 0. */
export function picks({ leaning }: Reader, { options }: OneAnswer): number {
  const leanings = options.map(({ plain }) => leaning(plain));
  const most = Math.max(...leanings);
  const best = options.filter((_, index) => leanings[index] === most);
  return best.some(({ right }) => right) ? 1 / best.length : 0;
}
