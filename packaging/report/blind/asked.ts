/** An item as a blind reader sees it: a question, lettered offers in a shuffled order, and the answer that is right. */
import { createHash } from 'node:crypto';
import type { Item } from '../../../src/course/compiled.ts';
import { plainLines } from '../../compile/html.ts';

/** How the answer is written down. */
export type AnswerForm = 'letter' | 'letters' | 'pairs' | 'order' | 'words';

export interface Asked {
  item: string;
  words: string;
  question: string;
  /** What stands on the left of pairs, in the order of the answer. */
  left: readonly string[];
  /** In the order of their letters. */
  offers: readonly string[];
  form: AnswerForm;
  /** Letters; of words, the forms that count as right. */
  right: readonly string[];
}

const oneLine = (html: string): string => plainLines(html).replace(/\s+/g, ' ').trim();
export const letterOf = (index: number): string => String.fromCodePoint(97 + index);

type Shuffle = <T>(values: readonly T[]) => T[];

/** @param yesNo the words for true and false */
export function asked(item: Item, shuffle: Shuffle, yesNo: readonly [string, string]): Asked {
  const common = { item: item.id, words: wordsHash(item), question: oneLine(item.stem), left: [] };
  switch (item.type) {
    case 'one':
    case 'several': {
      const options = item.shuffle ? shuffle(item.options) : item.options;
      return {
        ...common,
        offers: options.map(({ text }) => oneLine(text)),
        form: item.type === 'one' ? 'letter' : 'letters',
        right: options.flatMap(({ right }, index) => (right ? [letterOf(index)] : [])),
      };
    }
    case 'true-false':
      return { ...common, offers: yesNo, form: 'letter', right: [item.answer ? 'a' : 'b'] };
    case 'match': {
      const right = shuffle(item.right);
      return {
        ...common,
        left: item.left.map(({ text }) => oneLine(text)),
        offers: right.map(({ text }) => oneLine(text)),
        form: 'pairs',
        right: item.left.map(({ id }) => letterOf(right.findIndex((side) => side.id === id))),
      };
    }
    case 'order': {
      const steps = shuffle(item.steps);
      return {
        ...common,
        offers: steps.map(({ text }) => oneLine(text)),
        form: 'order',
        right: item.steps.map((step) => letterOf(steps.indexOf(step))),
      };
    }
    case 'fill-in':
      return { ...common, offers: [], form: 'words', right: item.accept };
  }
}

/** Marks the words and the key of an item in one language: another hash, another item to a reader. */
export function wordsHash(item: Item): string {
  const unshuffled = { ...itemWords(item), stem: oneLine(item.stem), type: item.type };
  return createHash('sha256').update(JSON.stringify(unshuffled)).digest('hex').slice(0, 12);
}

function itemWords(item: Item): Record<string, unknown> {
  switch (item.type) {
    case 'one':
    case 'several':
      return { options: item.options.map(({ text, right }) => [oneLine(text), right]) };
    case 'true-false':
      return { answer: item.answer };
    case 'match':
      return {
        left: item.left.map(({ text }) => oneLine(text)),
        right: item.right.map(({ text }) => oneLine(text)),
      };
    case 'order':
      return { steps: item.steps.map(({ text }) => oneLine(text)) };
    case 'fill-in':
      // what other languages accept is put behind its own, and is no change of this one's words
      return { accept: item.accept[0] };
  }
}
