/** Which questions a timed run asks. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Item } from '../../../src/course/compiled.ts';
import { drawRun } from '../../../src/learning/practice-run.ts';

const items = (...counts: number[]): Item[] =>
  counts.flatMap((count, objective) =>
    Array.from(
      { length: count },
      (_, no) => ({ id: `i-${objective}-${no}`, objective: `o-${objective}` }) as Item,
    ),
  );

const perObjective = (drawn: readonly Item[], objectives: number): number[] =>
  Array.from(
    { length: objectives },
    (_, at) => drawn.filter(({ objective }) => objective === `o-${at}`).length,
  );

it('takes as many of each objective as of another, and more only where one has no more to give', () => {
  expect(perObjective(drawRun(items(9, 9, 9), 9, 1), 3)).toEqual([3, 3, 3]);
  expect(perObjective(drawRun(items(1, 9, 9), 9, 1), 3)).toEqual([1, 4, 4]);
});

it('mixes them: objectives don’t stand together', () => {
  const drawn = drawRun(items(9, 9, 9), 27, 1).map(({ objective }) => objective);
  expect(drawn).not.toEqual(drawn.toSorted());
});

it('asks so many different ones, or all, and the same for the same seed', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6)), fc.nat(30), fc.integer(), (counts, count, seed) => {
      const all = items(...counts);
      const drawn = drawRun(all, count, seed);
      expect(new Set(drawn).size).toBe(Math.min(count, all.length));
      expect(drawRun(all, count, seed)).toEqual(drawn);
      const most = Math.max(0, ...perObjective(drawn, counts.length));
      perObjective(drawn, counts.length).forEach((taken, at) => {
        expect(taken >= most - 1 || taken === counts[at]).toBe(true);
      });
    }),
  );
});
