/** An item as a blind reader sees it: a question, lettered offers in a shuffled order, and the answer that is right. */
import { createHash } from 'node:crypto';
import type { Item } from '../../../src/course/compiled.ts';
import type { Asking, Offered } from '../../../src/course/asked.ts';
import { typeOfQuestion } from '../../../src/course/questions.ts';
import { plainLines } from '../../compile/html.ts';

export interface Asked extends Offered {
  item: string;
  words: string;
  question: string;
}

const oneLine = (html: string): string => plainLines(html).replace(/\s+/g, ' ').trim();

export function asked(item: Item, how: Omit<Asking, 'line'>): Asked {
  return {
    item: item.id,
    words: wordsHash(item),
    question: oneLine(item.stem),
    ...typeOfQuestion(item).asked(item, { ...how, line: oneLine }),
  };
}

/** Marks the words and the key of an item in one language: another hash, another item to a reader. */
export function wordsHash(item: Item): string {
  const words = typeOfQuestion(item).words(item, oneLine);
  const unshuffled = { ...words, stem: oneLine(item.stem), type: item.type };
  return createHash('sha256').update(JSON.stringify(unshuffled)).digest('hex').slice(0, 12);
}
