/** What a result says should be read again. */
import { expect, it } from 'vitest';
import { remediation } from '../../../src/learning/remediation.ts';
import type { ObjectiveResult, Try, TryResult } from '../../../src/learning/types.ts';
import { bank, course, NOON, one } from './builders.ts';

const OF = course();
const BANK = bank(
  one(0, 'purpose', 'b', 'abcd', 'start'),
  one(1, 'purpose', 'b', 'abcd', 'pause'),
  one(2, 'limits', 'b', 'abcd', 'origins'),
  one(3, 'limits', 'b', 'abcd', 'gone'),
);
const earned = (objective: number, points: number): ObjectiveResult => ({ objective, items: 2, points });
const result = (...objectives: ObjectiveResult[]): TryResult => {
  return { number: 2, submittedAt: NOON, score: 50, passed: false, objectives };
};
const submitted = (credits: readonly number[], more: Partial<Try> = {}): Try => ({
  number: 2,
  seed: 1,
  startedAt: NOON - 9000,
  submittedAt: NOON,
  firstInteraction: 0,
  form: credits.map((credit, item) => ({ item, flagged: false, latency: 0, answeredAfter: 0, credit })),
  ...more,
});

it('with the form, the sections that its missed items point to, those first that cost the most', () => {
  expect(remediation(OF, BANK, result(earned(0, 1), earned(1, 2)), submitted([0.5, 0, 1, 1]))).toEqual({
    objectives: [{ objective: 'purpose', sections: ['start', 'pause'] }],
    items: [
      { item: 'item-0', section: 'start' },
      { item: 'item-1', section: 'pause' },
    ],
    sections: ['start', 'pause'],
    costliest: ['pause', 'start'],
  });
});

it('of a missed objective only its own missed items, and of a mastered one the missed item’s section all the same', () => {
  const again = remediation(OF, BANK, result(earned(0, 1), earned(1, 1.5)), submitted([1, 0, 0.5, 1]));
  expect(again.objectives).toEqual([{ objective: 'purpose', sections: ['pause'] }]);
  expect(again.sections).toEqual(['origins', 'pause']);
});

it.each<[what: string, form?: Try]>([
  ['no form'],
  ['the form of another try', submitted([0, 0, 0, 0], { number: 3 })],
  ['a form submitted at another time', submitted([0, 0, 0, 0], { submittedAt: NOON + 1000 })],
])('with %s, all sections of the missed objectives that are still there', (_what, form) => {
  expect(remediation(OF, BANK, result(earned(0, 2), earned(1, 0)), form)).toEqual({
    objectives: [{ objective: 'limits', sections: ['origins'] }],
    items: [],
    sections: ['origins'],
    costliest: ['origins'],
  });
});

it('an objective that is gone from the course asks for nothing', () => {
  expect(remediation(OF, BANK, result(earned(9, 0)))).toEqual({
    objectives: [],
    items: [],
    sections: [],
    costliest: [],
  });
});
