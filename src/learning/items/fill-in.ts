import type { FillInQuestion, Response } from '../../course/compiled.ts';
import type { BitReader } from '../bits.ts';
import { Damage } from '../damage.ts';
import { comparedFillIn, FILL_IN_ALPHABET, FILL_IN_LIMIT, tidyFillIn } from '../fill-in.ts';
import type { ItemKind } from './item.ts';

type FillIn = Extract<Response, { type: 'fill-in' }>;

const LENGTH_BITS = 6;
const SYMBOL_BITS = 7;

export const fillIn: ItemKind<FillInQuestion, FillIn> = {
  answer: {
    type: 'fill-in',
    tags: [7],
    tagOf: () => 7,
    write(out, { text }) {
      out.bits(text.length, LENGTH_BITS);
      for (const symbol of text) out.bits(FILL_IN_ALPHABET.indexOf(symbol), SYMBOL_BITS);
    },
    read: (from) => ({ type: 'fill-in', text: readText(from) }),
    isEmpty: () => true,
    isSound: ({ text }) => typeof text === 'string',
  },
  interaction: 'fill-in',
  inParts: false,
  keep(_question, response) {
    const text = tidyFillIn(response.text);
    return text === '' ? undefined : { type: 'fill-in', text };
  },
  credit({ accept }, { text }) {
    const given = comparedFillIn(text);
    return given !== '' && accept.some((accepted) => comparedFillIn(accepted) === given) ? 1 : 0;
  },
  isWhole: () => true,
  order: () => [],
  parts: () => [],
  mostBits: () => LENGTH_BITS + FILL_IN_LIMIT * SYMBOL_BITS,
  right: ({ accept }) => accept.map((text) => ({ type: 'fill-in', text })),
  reported: (_question, { text }) => ({ shape: 'text', text }),
};

function readText(from: BitReader): string {
  const length = from.bits(LENGTH_BITS);
  if (length === 0 || length > FILL_IN_LIMIT) throw new Damage('content');
  const text = Array.from({ length }, () => FILL_IN_ALPHABET[from.bits(SYMBOL_BITS)] ?? '').join('');
  if (text.length !== length || tidyFillIn(text) !== text) throw new Damage('content');
  return text;
}
