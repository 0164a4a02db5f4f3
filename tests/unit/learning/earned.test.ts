/** Two results side by side: the same is earned, whichever comes first. */
import { describe, expect, it } from 'vitest';
import { bestOf, laterOf } from '../../../src/learning/earned.ts';
import type { ObjectiveResult, TryResult } from '../../../src/learning/index.ts';
import { NOON } from './builders.ts';

const objective = (no: number, points: number, items = 4): ObjectiveResult => ({
  objective: no,
  items,
  points,
});
const result = (more: Partial<TryResult> = {}): TryResult => ({
  number: 1,
  submittedAt: NOON,
  score: 50,
  passed: false,
  objectives: [objective(0, 2)],
  ...more,
});

/** Both orders have to come to the same. */
function inBothOrders(
  of: (a: TryResult | undefined, b: TryResult | undefined) => TryResult | undefined,
  a: TryResult,
  b: TryResult,
): TryResult {
  const first = of(a, b);
  expect(of(b, a)).toEqual(first);
  return first!;
}

describe('the best of two results', () => {
  it('has the higher score, the earlier time of equals, the later number of those', () => {
    expect(inBothOrders(bestOf, result({ score: 50 }), result({ score: 60, number: 2 }))).toMatchObject({
      score: 60,
      number: 2,
    });
    const later = result({ number: 2, submittedAt: NOON + 1000 });
    expect(inBothOrders(bestOf, result(), later)).toMatchObject({ number: 1, submittedAt: NOON });
    expect(inBothOrders(bestOf, result({ number: 3 }), result({ number: 2 })).number).toBe(2);
  });

  it('has passed where either has', () => {
    expect(inBothOrders(bestOf, result({ passed: true }), result({ score: 90 }))).toMatchObject({
      score: 90,
      passed: true,
    });
  });

  it('has every objective that either has, in the order of their numbers, as the saved state lists them', () => {
    const [early, late] = [
      [objective(1, 1), objective(4, 2)],
      [objective(0, 3), objective(2, 4)],
    ];
    const { objectives } = inBothOrders(bestOf, result({ objectives: early }), result({ objectives: late }));
    expect(objectives.map(({ objective: no }) => no)).toEqual([0, 1, 2, 4]);
  });

  it.each([
    ['the greater share, also of fewer items', objective(0, 1, 2), objective(0, 2, 5), objective(0, 1, 2)],
    ['of equal shares the one on more items', objective(0, 1, 2), objective(0, 3, 6), objective(0, 3, 6)],
    [
      'nothing of more items before nothing of fewer',
      objective(0, 0, 2),
      objective(0, 0, 3),
      objective(0, 0, 3),
    ],
  ])('takes of an objective %s', (_which, one, other, expected) => {
    const [a, b] = [result({ objectives: [one] }), result({ objectives: [other] })];
    expect(inBothOrders(bestOf, a, b).objectives).toEqual([expected]);
  });

  it('is the one that there is', () => {
    expect(bestOf(result(), undefined)).toEqual(result());
    expect(bestOf(undefined, result())).toEqual(result());
    expect(bestOf(undefined, undefined)).toBeUndefined();
  });
});

describe('the later of two results', () => {
  it('is the one with the higher number, whatever the clocks say', () => {
    const second = result({ number: 2, submittedAt: NOON - 60_000 });
    expect(inBothOrders(laterOf, result({ score: 90 }), second)).toEqual(second);
    expect(inBothOrders(laterOf, result({ number: 9 }), result({ number: 10 })).number).toBe(10);
  });

  it('is of two devices’ tries of one number the one submitted later, and of these the better', () => {
    const later = result({ submittedAt: NOON + 1000, score: 10 });
    expect(inBothOrders(laterOf, result(), later)).toEqual(later);
    expect(inBothOrders(laterOf, result({ score: 9 }), result({ score: 60 })).score).toBe(60);
    expect(inBothOrders(laterOf, result({ score: 9 }), result({ score: 100 })).score).toBe(100);
  });

  it('doesn’t depend on which is named first, though they differ in a detail alone', () => {
    const [a, b] = [result({ objectives: [objective(0, 1)] }), result({ objectives: [objective(0, 3)] })];
    expect([a, b]).toContainEqual(inBothOrders(laterOf, a, b));
    expect(inBothOrders(laterOf, result({ passed: true }), result())).toEqual(result({ passed: true }));
    expect(inBothOrders(laterOf, result(), result())).toEqual(result());
  });
});
