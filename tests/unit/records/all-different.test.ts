/** Whether an id is met twice is seen by numbers of them: where they are all different, no statement is there twice. */
import { array, assert, constantFrom, nat, property, uint32Array } from 'fast-check';
import { expect, it } from 'vitest';
import { areAllDifferent } from '../../../src/workbench/records/import/reader/all-different.ts';
import { readLines } from '../../../src/workbench/records/import/reader/read-lines.ts';
import { runs } from '../../runs.ts';
import { eachRecords } from './each-records.ts';
import { lines } from './lines-of-statements.ts';

const pairsOf = (lists: readonly Uint32Array[]): string[] =>
  lists.flatMap((list) =>
    Array.from({ length: list.length / 2 }, (_, at) => `${list[2 * at]} ${list[2 * at + 1]}`),
  );

/** Few values, so that words are often alike and whole numbers now and then. */
const numbers = uint32Array({ max: 40, maxLength: 8 }).map((list) => list.slice(0, list.length & ~1));

it('numbers are all different where a set of them has as many', () => {
  assert(
    property(array(numbers, { maxLength: 4 }), (lists) => {
      const pairs = pairsOf(lists);
      expect(areAllDifferent(lists)).toBe(new Set(pairs).size === pairs.length);
    }),
    { numRuns: runs(200) },
  );
});

/** Numbers in which one word counts up and the other is the same. */
const row = (count: number, word: 0 | 1, from = 0): Uint32Array => {
  const list = new Uint32Array(2 * count).fill(7);
  for (let at = 0; at < count; at += 1) list[2 * at + word] = from + at;
  return list;
};

it('so it is with many that are much alike, and one that comes again at the other end', () => {
  assert(
    property(constantFrom<0 | 1>(0, 1), nat({ max: 99_999 }), (word, again) => {
      const lists = [row(60_000, word), row(40_000, word, 60_000)];
      expect(areAllDifferent(lists)).toBe(true);
      expect(areAllDifferent([...lists, row(1, word, again)])).toBe(false);
    }),
    { numRuns: 4 },
  );
});

const records = eachRecords('statements.ndjson');

it('a file’s statements, of which one comes again in another thread’s part', async () => {
  const made = lines(2000);
  const isEachOnce = async (all: readonly string[]): Promise<boolean | undefined> =>
    (await readLines(await records.put(all.join('\n')), records.folder))?.isEachOnce;
  expect(await isEachOnce(made)).toBe(true);
  expect(await isEachOnce([...made, made[0]!])).toBe(false);
  expect(await isEachOnce([...made, made.at(-1)!.replace('00000000-', 'F0000000-')])).toBe(true);
});
