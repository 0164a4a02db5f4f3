/** What the bits of the saved state are read from may be anything: each text that no writer gives is told as damage. */
import { describe, expect, it } from 'vitest';
import { BitReader, BitWriter, numberBits, setBits, widthOf } from '../../../src/learning/bits.ts';
import { Damage } from '../../../src/learning/damage.ts';

const reader = (write: (out: BitWriter) => void): BitReader => {
  const out = new BitWriter();
  write(out);
  return new BitReader(out.text());
};

/** Bits as they are spelt, filled up with zeros to a whole character. */
const spelt = (bits: string): BitReader =>
  reader((out) => Array.from(bits.replaceAll(' ', '')).forEach((bit) => out.flag(bit === '1')));

/** The bits that were written, with those that fill the last character up. */
const bitsOf = (write: (out: BitWriter) => void): string => {
  const out = new BitWriter();
  write(out);
  const length = out.text().length * 6;
  const from = new BitReader(out.text());
  return Array.from({ length }, () => Number(from.flag())).join('');
};

const damage = (read: () => unknown): unknown => {
  try {
    read();
  } catch (error) {
    return error instanceof Damage ? error.reason : error;
  }
  return undefined;
};

describe('how much room is foretold', () => {
  it.each([
    [-1, 0],
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [0xffff_ffff, 32],
  ])('the numbers up to %d need %d bits', (highest, bits) => {
    expect(widthOf(highest)).toBe(bits);
  });

  it.each([
    // the size, and nothing else
    [-1, 5],
    // the size, how it is written, and a bit for each number
    [0, 7],
    [1, 8],
    [14, 5 + 1 + 15],
    [15, 10 + 1 + 16],
  ])('sets of the numbers up to %d need %d bits at most', (highest, bits) => {
    expect(setBits(highest)).toBe(bits);
  });

  it('a number has five bits for each four of its own', () => {
    expect([0, 15, 16, 255, 256].map(numberBits)).toEqual([5, 5, 10, 10, 15]);
  });
});

describe('a set is written the shorter way', () => {
  it.each<[what: string, numbers: number[], bits: string]>([
    ['nothing', [], '00000 0'],
    ['the first alone, bit by bit', [0], '00001 0 1 00000'],
    ['as many bits either way, bit by bit', [0, 1, 2, 3], '00100 0 1111 00'],
    ['five in a row, as a run behind none', [4, 3, 2, 1, 0], '00101 0 11111 0'],
    ['seven in a row, as a run behind none', [0, 1, 2, 3, 4, 5, 6], '00111 1 1 00111'],
    ['a late one, as a run behind seven', [7], '01000 0 00000001 0000'],
    ['a later one, as a run behind fourteen', [14], '01111 1 0001111 1 0000'],
    ['the first and a late one', [0, 14], '01111 1 1 1 0001101 1 00'],
  ])('%s', (_what, numbers, bits) => {
    expect(bitsOf((out) => out.set(new Set(numbers)))).toBe(bits.replaceAll(' ', ''));
    const from = spelt(bits);
    expect(from.set()).toEqual(new Set(numbers));
  });
});

describe('damage is told', () => {
  it.each<[what: string, bits: string, read: (from: BitReader) => unknown, reason: string]>([
    ['more bits than there are', '', (from) => from.bits(1), 'length'],
    ['a number that breaks off', '10000 1', (from) => from.number(), 'length'],
    ['a number above the highest', '00100', (from) => from.number(3), 'content'],
    ['a number that never ends', '10000'.repeat(9) + '00000', (from) => from.number(), 'content'],
    ['a number of ten groups of bits', '10000'.repeat(9) + '00001', (from) => from.number(1e15), 'content'],
    ['a set of more than 65,536', '10001 10000 10000 10000 00001 0', (from) => from.set(), 'content'],
    // size 4 as runs: five absent ones
    ['a set that begins behind its end', '00100 1 00110', (from) => from.set(), 'content'],
    ['a set whose first run of absent ones is all of it', '00100 1 00101 1', (from) => from.set(), 'content'],
    // size 4: no absent ones, then five
    ['a run of present ones over the end', '00100 1 1 00101', (from) => from.set(), 'content'],
    // size 4: none absent, one present, then three absent ones up to the end
    ['a set that ends with an absent one', '00100 1 1 1 011', (from) => from.set(), 'content'],
    [
      'a run of too many bits',
      `00100 1 ${'0'.repeat(17)}1${'0'.repeat(18)}`,
      (from) => from.set(),
      'content',
    ],
    ['a whole character left over', '000000', (from) => from.end(), 'length'],
    ['a one in what fills the last character up', '0 00010', (from) => (from.flag(), from.end()), 'content'],
  ])('%s', (_what, bits, read, reason) => {
    expect(damage(() => read(spelt(bits)))).toBe(reason);
  });

  it('of a sign that is no base64url', () => {
    expect(damage(() => new BitReader('AA+A'))).toBe('characters');
  });
});

describe('what is as large as can be is read', () => {
  it('the last bit of the text', () => {
    const from = spelt('000001');
    expect(from.bits(5)).toBe(0);
    expect(from.flag()).toBe(true);
    from.end();
    expect(damage(() => from.flag())).toBe('length');
  });

  it('the highest number that is allowed', () => {
    expect(spelt('00011').number(3)).toBe(3);
    expect(reader((out) => out.number(0xffff_ffff)).number()).toBe(0xffff_ffff);
  });

  it('the highest number that a set may hold', () => {
    const alone = new Set([65_535]);
    expect(reader((out) => out.set(alone)).set()).toEqual(alone);
  });
});
