/**
 * How answers stand in the saved state, bit by bit. It is permanent: a change here is one that learners' states don't
 * survive.
 */
import { describe, expect, it } from 'vitest';
import type { ItemType, Response } from '../../../src/course/compiled.ts';
import { BitReader, BitWriter } from '../../../src/learning/bits.ts';
import { Damage } from '../../../src/learning/damage.ts';
import { ANSWERS } from '../../../src/learning/items/index.ts';
import type { AnswerForm } from '../../../src/learning/items/item.ts';
import {
  answerBits,
  responseCodec,
  widestFormat,
  type Format,
} from '../../../src/learning/response-codec.ts';

const codec = responseCodec(ANSWERS);

/** What is written, as zeros and ones, without what fills the last character up. */
function written(response: Response | undefined, format: Format = '1'): string {
  const out = new BitWriter();
  codec.write(out, format, response);
  out.flag(true);
  const text = out.text();
  const from = new BitReader(text);
  const bits = Array.from({ length: text.length * 6 }, () => from.bits(1)).join('');
  return bits.slice(0, bits.lastIndexOf('1'));
}

function read(bits: string, format: Format = '1'): Response | undefined {
  const out = new BitWriter();
  for (const bit of bits) out.bits(Number(bit), 1);
  return codec.read(new BitReader(out.text()), format);
}

const together = (...parts: string[]): string => parts.join('');

const [A, N_TILDE, SPACE, NO_SYMBOL] = ['1000001', '1100101', '0000000', '1111111'];

describe('an answer in bits', () => {
  const table: [what: string, response: Response | undefined, ...bits: string[]][] = [
    ['none', undefined, '000'],
    ['one choice: its letter', { type: 'choice', ids: ['b'] }, '001', '00001'],
    ['the last letter', { type: 'choice', ids: ['z'] }, '001', '11001'],
    ['several choices: a bit a letter', { type: 'choice', ids: ['a', 'c'] }, '010', '00011', '101'],
    ['true', { type: 'true-false', answer: true }, '011'],
    ['false', { type: 'true-false', answer: false }, '100'],
    [
      'pairs: the left letters, then a right side each',
      { type: 'match', pairs: { a: 'b', c: 'a' } },
      together('101', '00011', '101', '000001', '000000'),
    ],
    [
      'the extra right sides from 26',
      { type: 'match', pairs: { a: '1', b: '38', c: 'z' } },
      together('101', '00011', '111', '011010', '111111', '011001'),
    ],
    ['steps', { type: 'order', ids: ['b', 'a'] }, '110', '00010', '00001', '00000'],
    ['a text', { type: 'fill-in', text: 'aña' }, '111', '000011', A, N_TILDE, A],
    ['the longest text', { type: 'fill-in', text: 'a'.repeat(40) }, '111', '101000', A.repeat(40)],
  ];
  it.each(table)('%s', (_what, response, ...bits) => {
    expect(written(response)).toBe(bits.join(''));
    expect(read(bits.join(''))).toEqual(response);
    // Of the second format the tags are two bits longer
    expect(written(response, '2')).toBe(`00${bits.join('')}`);
    expect(read(`00${bits.join('')}`, '2')).toEqual(response);
  });

  it('of pairs is the same in whatever order they were made', () => {
    const pairs = { c: 'a', a: 'b' };
    expect(written({ type: 'match', pairs })).toBe(written({ type: 'match', pairs: { a: 'b', c: 'a' } }));
  });

  it.each([
    ['a letter behind z', ['001', '11010']],
    ['a letter behind z in a set', ['010', '11011', '0'.repeat(26), '1']],
    ['no choice of several', ['010', '00011', '000']],
    ['a set of no letters', ['010', '00000']],
    ['no pairs', ['101', '00010', '00']],
    ['no steps', ['110', '00000']],
    ['a step twice', ['110', '00011', '00001', '00000', '00001']],
    ['no text', ['111', '000000']],
    ['a text that is too long', ['111', '101001', A.repeat(41)]],
    ['a text that is too long, before it is read', ['111', '101001']],
    ['a symbol that there is not', ['111', '000010', A, NO_SYMBOL]],
    ['no symbol that there is', ['111', '000001', NO_SYMBOL]],
    ['a space before a text', ['111', '000010', SPACE, A]],
    ['two spaces in a text', ['111', '000100', A, SPACE, SPACE, A]],
  ])('is damage where no player writes such: %s', (_what, bits) => {
    expect(() => read(bits.join(''))).toThrow(new Damage('content'));
  });
});

describe('the size of an answer that is foretold', () => {
  const letters = Array.from('abcdefghi');
  const table: [type: ItemType, ids: string[], largest: Response][] = [
    ['one', ['a', 'b', 'z'], { type: 'choice', ids: ['z'] }],
    ['several', ['a', 'b', 'z'], { type: 'choice', ids: ['a', 'z'] }],
    ['several', ['a', 'b'], { type: 'choice', ids: ['a', 'b'] }],
    ['true-false', [], { type: 'true-false', answer: true }],
    ['match', ['a', 'b', 'e'], { type: 'match', pairs: { a: '1', b: 'b', e: 'a' } }],
    ['order', letters, { type: 'order', ids: letters }],
    ['order', ['a'], { type: 'order', ids: ['a'] }],
    ['fill-in', [], { type: 'fill-in', text: 'ñ'.repeat(40) }],
  ];
  it.each(table)('is that of the largest, no more and no less: %s of %j', (type, ids, largest) => {
    expect(answerBits({ type, ids }, '1')).toBe(written(largest).length);
    expect(answerBits({ type, ids }, '2')).toBe(written(largest, '2').length);
  });
});

describe('the format', () => {
  /** One more doesn't compile without a line here. */
  const TYPES: Record<ItemType, true> = {
    one: true,
    several: true,
    'true-false': true,
    match: true,
    order: true,
    'fill-in': true,
  };

  it('is the first for a form of all types of items, which is what released players read', () => {
    expect(widestFormat(Object.keys(TYPES) as ItemType[])).toBe('1');
    expect(widestFormat([])).toBe('1');
  });

  it('is the second from the tag on that three bits do not hold', () => {
    const withTag = (tag: number): AnswerForm => ({ ...ANSWERS[0]!, tags: [tag], tagOf: () => tag });
    const format = (tag: number) => responseCodec([withTag(tag)]).formatFor({ type: 'choice', ids: ['a'] });
    expect([1, 7, 8, 31].map(format)).toEqual(['1', '1', '2', '2']);
  });
});
