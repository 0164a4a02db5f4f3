import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw, initialState, optionOrder, step } from '../../../src/learning/index.ts';
import { random } from '../../../src/learning/draw.ts';
import { bank, course, fillIn, match, mixedBank, NOON, one, order, takeTry, trueFalse } from './builders.ts';

const seeds = fc.integer({ min: 0, max: 0xffff_ffff });
const none = { itemsSeen: new Set<number>(), current: undefined };

describe('the draw', () => {
  const of = course();
  const items = mixedBank(60, ['purpose', 'limits']);

  it('takes as many items of each objective as the blueprint asks for, none twice', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const drawn = draw(of, items, seed, none);
        const objectives = drawn.map((no) => items.items[no]!.objective).toSorted();
        expect(objectives).toEqual(['limits', 'limits', 'purpose', 'purpose']);
        expect(new Set(drawn).size).toBe(4);
      }),
    );
  });

  it('follows from the seed alone, whatever the order of the bank', () => {
    const reversed = bank(...items.items.toReversed());
    expect(draw(of, reversed, 7, none)).toEqual(draw(of, items, 7, none));
    expect(draw(of, items, 8, none)).not.toEqual(draw(of, items, 7, none));
  });

  it('takes all there are where an objective has fewer, and at most 50 in all', () => {
    expect(draw(of, bank(one(3), one(9, 'limits')), 1, none).toSorted((a, b) => a - b)).toEqual([3, 9]);
    const large = course({ assessment: { blueprint: [{ objective: 'purpose', count: 60 }] } });
    expect(draw(large, mixedBank(100, ['purpose']), 1, none)).toHaveLength(50);
    expect(draw(course({ assessment: false }), items, 1, none)).toEqual([]);
  });

  it('prefers items that were in no form before, then those that were not in the last one', () => {
    const five = bank(...[0, 1, 2, 3, 4].map((no) => one(no)));
    const two = course({ assessment: { blueprint: [{ objective: 'purpose', count: 2 }] } });
    fc.assert(
      fc.property(fc.tuple(seeds, seeds, seeds), ([first, second, third]) => {
        let state = initialState();
        const forms = [first, second, third].map((seed) => {
          state = takeTry(state, { course: two, bank: five, seed, right: 0 });
          return state.current!.form.map(({ item }) => item);
        });
        expect(new Set(forms.slice(0, 2).flat()).size).toBe(4);
        // the third has the one item that is left, and one from the first form
        expect(new Set(forms.flat()).size).toBe(5);
        expect(forms[2]!.some((no) => forms[1]!.includes(no))).toBe(false);
      }),
    );
  });

  it('is stored with the try, and starting again while one is under way changes nothing', () => {
    const state = step(of, initialState(), { type: 'try-started', seed: 5, at: NOON, bank: items });
    expect(state.current).toMatchObject({ number: 1, seed: 5, startedAt: NOON, firstInteraction: 0 });
    expect(state.current!.form.map(({ item }) => item)).toEqual(draw(of, items, 5, none));
    expect(step(of, state, { type: 'try-started', seed: 6, at: NOON, bank: items })).toBe(state);
  });

  it('draws every item equally often', () => {
    const ten = bank(...Array.from({ length: 10 }, (_, no) => one(no)));
    const counts = Array.from({ length: 10 }, () => 0);
    for (let seed = 0; seed < 2000; seed++) for (const no of draw(of, ten, seed, none)) counts[no]! += 1;
    // 400 expected of each; seeds are fixed, so that this can't fail by chance
    for (const count of counts) expect(Math.abs(count - 400)).toBeLessThan(80);
  });
});

describe('the order of options', () => {
  it('is a rearrangement, the same for the same seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const shown = optionOrder(seed, one(4));
        expect([...shown].toSorted()).toEqual(['a', 'b', 'c', 'd']);
        expect(optionOrder(seed, one(4))).toEqual(shown);
      }),
    );
  });

  it('differs between seeds, and between items of one seed', () => {
    const orders = (make: (n: number) => string[]) =>
      new Set(Array.from({ length: 40 }, (_, n) => make(n).join('')));
    expect(orders((seed) => optionOrder(seed, one(0))).size).toBeGreaterThan(10);
    expect(orders((no) => optionOrder(1, one(no))).size).toBeGreaterThan(10);
    const { id: _id, no: _no, ...check } = one(0);
    expect(orders((key) => optionOrder(1, check, key)).size).toBeGreaterThan(10);
  });

  it('keeps the authors’ order where it matters', () => {
    const fixed = { ...one(0), type: 'one' as const, shuffle: false };
    if (!('options' in fixed)) throw new Error('no options');
    for (let seed = 0; seed < 50; seed++) {
      expect(optionOrder(seed, fixed)).toEqual(['a', 'b', 'c', 'd']);
      expect(optionOrder(seed, trueFalse(0))).toEqual(['true', 'false']);
      expect(optionOrder(seed, fillIn(0))).toEqual([]);
    }
  });

  it('never starts an ordering item in the right order', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: 8 }), (seed, length) => {
        const letters = 'abcdefgh'.slice(0, length);
        const shown = optionOrder(seed, order(seed % 100, 'purpose', letters));
        expect(shown.join('')).not.toBe(letters);
        expect([...shown].toSorted().join('')).toBe(letters);
      }),
    );
  });

  it('shuffles the right sides of a match with the extra ones', () => {
    const orders = new Set(Array.from({ length: 60 }, (_, seed) => optionOrder(seed, match(0)).join('')));
    expect(orders.size).toBeGreaterThan(15);
    expect([...optionOrder(1, match(0))].toSorted()).toEqual(['1', 'a', 'b', 'c']);
  });
});

it('has a generator that stays below 1 and spreads evenly', () => {
  const next = random(42);
  const values = Array.from({ length: 10_000 }, next);
  expect(Math.max(...values)).toBeLessThan(1);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.5, 1);
});
