/** Answers as bits that describe themselves: a tag of three bits, then letters. */
import type { Response } from '../course/compiled.ts';
import { type BitReader, type BitWriter, Damage } from './bits.ts';
import { FILL_IN_ALPHABET, FILL_IN_LIMIT, tidyFillIn } from './fill-in.ts';

const TAG = { none: 0, one: 1, several: 2, true: 3, false: 4, match: 5, order: 6, fillIn: 7 } as const;
const TAG_BITS = 3;
/** A letter, the width of a set of letters, or how many letters follow. */
const LETTER_BITS = 5;
/** A letter or, from 26, the numbers 1 to 38 of a match's extra right sides. */
const SIDE_BITS = 6;
const LENGTH_BITS = 6;
const SYMBOL_BITS = 7;

const LETTERS = 26;
const FIRST = 'a'.charCodeAt(0);
const letterNumber = (id: string): number => id.charCodeAt(0) - FIRST;
const letter = (number: number): string => {
  if (number >= LETTERS) throw new Damage('content');
  return String.fromCharCode(FIRST + number);
};

const sideNumber = (id: string): number => (/^\d/.test(id) ? LETTERS - 1 + Number(id) : letterNumber(id));
const side = (number: number): string => (number < LETTERS ? letter(number) : String(number - LETTERS + 1));

export function writeResponse(out: BitWriter, response: Response | undefined): void {
  out.bits(tagOf(response), TAG_BITS);
  switch (response?.type) {
    case undefined:
    case 'true-false':
      return;
    case 'choice':
      if (response.ids.length === 1) out.bits(letterNumber(response.ids[0]!), LETTER_BITS);
      else writeLetters(out, response.ids);
      return;
    case 'match': {
      const lefts = Object.keys(response.pairs).sort();
      writeLetters(out, lefts);
      for (const left of lefts) out.bits(sideNumber(response.pairs[left]!), SIDE_BITS);
      return;
    }
    case 'order':
      out.bits(response.ids.length, LETTER_BITS);
      for (const id of response.ids) out.bits(letterNumber(id), LETTER_BITS);
      return;
    case 'fill-in':
      out.bits(response.text.length, LENGTH_BITS);
      for (const symbol of response.text) out.bits(FILL_IN_ALPHABET.indexOf(symbol), SYMBOL_BITS);
  }
}

export function readResponse(from: BitReader): Response | undefined {
  switch (from.bits(TAG_BITS)) {
    case TAG.one:
      return { type: 'choice', ids: [letter(from.bits(LETTER_BITS))] };
    case TAG.several:
      return { type: 'choice', ids: readLetters(from) };
    case TAG.true:
      return { type: 'true-false', answer: true };
    case TAG.false:
      return { type: 'true-false', answer: false };
    case TAG.match:
      return {
        type: 'match',
        pairs: Object.fromEntries(readLetters(from).map((left) => [left, side(from.bits(SIDE_BITS))])),
      };
    case TAG.order: {
      const ids = Array.from({ length: from.bits(LETTER_BITS) }, () => letter(from.bits(LETTER_BITS)));
      if (ids.length === 0 || new Set(ids).size !== ids.length) throw new Damage('content');
      return { type: 'order', ids };
    }
    case TAG.fillIn:
      return { type: 'fill-in', text: readText(from) };
    default:
      return undefined;
  }
}

function tagOf(response: Response | undefined): number {
  switch (response?.type) {
    case undefined:
      return TAG.none;
    case 'choice':
      return response.ids.length === 1 ? TAG.one : TAG.several;
    case 'true-false':
      return response.answer ? TAG.true : TAG.false;
    case 'match':
      return TAG.match;
    case 'order':
      return TAG.order;
    case 'fill-in':
      return TAG.fillIn;
  }
}

/** A set of letters: up to the last one, a bit each. */
function writeLetters(out: BitWriter, ids: readonly string[]): void {
  const numbers = ids.map(letterNumber);
  const width = Math.max(0, ...numbers) + 1;
  out.bits(width, LETTER_BITS);
  for (let number = 0; number < width; number++) out.flag(numbers.includes(number));
}

function readLetters(from: BitReader): string[] {
  const width = from.bits(LETTER_BITS);
  const ids: string[] = [];
  for (let number = 0; number < width; number++) if (from.flag()) ids.push(letter(number));
  if (ids.length === 0) throw new Damage('content');
  return ids;
}

function readText(from: BitReader): string {
  const length = from.bits(LENGTH_BITS);
  if (length === 0 || length > FILL_IN_LIMIT) throw new Damage('content');
  const text = Array.from({ length }, () => FILL_IN_ALPHABET[from.bits(SYMBOL_BITS)] ?? '').join('');
  if (text.length !== length || tidyFillIn(text) !== text) throw new Damage('content');
  return text;
}

/** What decides how large an answer can get. */
export interface AnswerFacts {
  type: 'one' | 'several' | 'true-false' | 'match' | 'order' | 'fill-in';
  /** Ids of options, left sides or steps. */
  ids: readonly string[];
}

/** Bits of the largest answer that `writeResponse` can write for such a question. */
export function answerBits({ type, ids }: AnswerFacts): number {
  const letters = LETTER_BITS + Math.max(0, ...ids.map(letterNumber)) + 1;
  switch (type) {
    case 'one':
      return TAG_BITS + LETTER_BITS;
    case 'several':
      return TAG_BITS + Math.max(letters, LETTER_BITS);
    case 'true-false':
      return TAG_BITS;
    case 'match':
      return TAG_BITS + letters + ids.length * SIDE_BITS;
    case 'order':
      return TAG_BITS + LETTER_BITS + ids.length * LETTER_BITS;
    case 'fill-in':
      return TAG_BITS + LENGTH_BITS + FILL_IN_LIMIT * SYMBOL_BITS;
  }
}
