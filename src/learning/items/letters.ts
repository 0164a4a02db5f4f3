/** Ids of options, steps and sides as bits: letters, and the numbers of a match's extra right sides. */
import type { BitReader, BitWriter } from '../bits.ts';
import { Damage } from '../damage.ts';

/** A letter, the width of a set of letters, or how many letters follow. */
export const LETTER_BITS = 5;
/** A letter or, from 26, the numbers 1 to 38 of a match's extra right sides. */
export const SIDE_BITS = 6;

const LETTERS = 26;
const FIRST = 'a'.charCodeAt(0);
const letterNumber = (id: string): number => id.charCodeAt(0) - FIRST;
const letter = (number: number): string => {
  if (number >= LETTERS) throw new Damage('content');
  return String.fromCharCode(FIRST + number);
};

export const writeLetter = (out: BitWriter, id: string): void => out.bits(letterNumber(id), LETTER_BITS);
export const readLetter = (from: BitReader): string => letter(from.bits(LETTER_BITS));

export function writeSide(out: BitWriter, id: string): void {
  out.bits(/^\d/.test(id) ? LETTERS - 1 + Number(id) : letterNumber(id), SIDE_BITS);
}

export function readSide(from: BitReader): string {
  const number = from.bits(SIDE_BITS);
  return number < LETTERS ? letter(number) : String(number - LETTERS + 1);
}

/** Whether a stranger's value is a list of ids. */
export const areTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string');

/** A set of letters: up to the last one, a bit each. */
export function writeLetters(out: BitWriter, ids: readonly string[]): void {
  const numbers = ids.map(letterNumber);
  const width = Math.max(0, ...numbers) + 1;
  out.bits(width, LETTER_BITS);
  for (let number = 0; number < width; number++) out.flag(numbers.includes(number));
}

export function readLetters(from: BitReader): string[] {
  const width = from.bits(LETTER_BITS);
  const ids: string[] = [];
  for (let number = 0; number < width; number++) if (from.flag()) ids.push(letter(number));
  if (ids.length === 0) throw new Damage('content');
  return ids;
}

/** Bits of the largest set of such letters. */
export const mostBitsOfLetters = (ids: readonly string[]): number =>
  LETTER_BITS + Math.max(0, ...ids.map(letterNumber)) + 1;

/** Each once, in the order given. */
export function knownIds(ids: readonly string[], known: readonly { id: string }[]): string[] {
  const all = new Set(known.map(({ id }) => id));
  return [...new Set(ids)].filter((id) => all.has(id));
}
