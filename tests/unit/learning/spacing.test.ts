/** When a question of practice comes back. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answered,
  dayOf,
  dueOf,
  INTERVALS,
  inTurn,
  isDue,
  memoryFrom,
  memoryText,
  SURENESSES,
  type Memory,
} from '../../../src/learning/spacing.ts';

const TODAY = 20_000;
const due = (box: number): Memory => ({ box, day: TODAY - INTERVALS[box]!, missed: false });

describe('the box after an answer', () => {
  // from box 0 to 5, each on the day on which it was due
  it.each([
    { right: true, sureness: 'sure', boxes: [2, 3, 4, 5, 5, 5] },
    { right: true, sureness: 'fairly', boxes: [1, 2, 3, 4, 5, 5] },
    { right: true, sureness: 'guessing', boxes: [0, 1, 2, 3, 4, 5] },
    { right: false, sureness: 'guessing', boxes: [0, 0, 1, 2, 2, 2] },
    { right: false, sureness: 'fairly', boxes: [0, 0, 0, 1, 1, 1] },
    { right: false, sureness: 'sure', boxes: [0, 0, 0, 0, 0, 0] },
  ] as const)('right: $right and $sureness', ({ right, sureness, boxes }) => {
    expect(boxes.map((_, box) => answered(due(box), { right, sureness }, TODAY))).toEqual(
      boxes.map((box) => ({ box, day: TODAY, missed: !right })),
    );
  });

  it('is that of box 0 for a question that is new', () => {
    expect(answered(undefined, { right: true, sureness: 'sure' }, TODAY).box).toBe(2);
    expect(answered(undefined, { right: false, sureness: 'guessing' }, TODAY).box).toBe(0);
  });

  it('stays for a right answer before its day, which mends a miss and no more', () => {
    const early: Memory = { box: 2, day: TODAY - 1, missed: true };
    expect(answered(early, { right: true, sureness: 'sure' }, TODAY)).toEqual({ ...early, missed: false });
  });
});

describe('what is due', () => {
  it.each([
    { box: 0, after: 0 },
    { box: 1, after: 1 },
    { box: 2, after: 3 },
    { box: 3, after: 7 },
    { box: 4, after: 16 },
    { box: 5, after: 35 },
  ])('of box $box is due after $after days, and not a day before', ({ box, after }) => {
    expect(isDue({ box, day: TODAY - after, missed: false }, TODAY)).toBe(true);
    expect(isDue({ box, day: TODAY - after + 1, missed: false }, TODAY)).toBe(after === 0);
  });

  it('is what was answered on a day that has not come yet: a clock had jumped', () => {
    expect(isDue({ box: 5, day: TODAY + 9000, missed: false }, TODAY)).toBe(true);
  });

  it('comes in turn: missed, due, new, resting; the longest waiting first', () => {
    const memories: Record<string, Memory | undefined> = {
      resting: { box: 5, day: TODAY, missed: false },
      fresh: undefined,
      late: { box: 1, day: TODAY - 9, missed: false },
      later: { box: 1, day: TODAY - 12, missed: false },
      missed: { box: 2, day: TODAY, missed: true },
      alsoFresh: undefined,
    };
    const memoryOf = (id: string): Memory | undefined => memories[id];
    expect(inTurn(Object.keys(memories), memoryOf, TODAY)).toEqual([
      'missed',
      'later',
      'late',
      'fresh',
      'alsoFresh',
      'resting',
    ]);
    expect(dueOf(Object.keys(memories), memoryOf, TODAY, 5)).toEqual(['later', 'late']);
    expect(dueOf(Object.keys(memories), memoryOf, TODAY, 1)).toEqual(['later']);
  });
});

it('counts days by the learner’s own clock', () => {
  const evening = new Date(2026, 2, 7, 23, 59);
  const morning = new Date(2026, 2, 8, 0, 1);
  expect(dayOf(morning) - dayOf(evening)).toBe(1);
  expect(dayOf(new Date(2026, 2, 8, 23, 59))).toBe(dayOf(morning));
});

describe('with any answers on any days', () => {
  const answer = fc.record({
    right: fc.boolean(),
    sureness: fc.constantFrom(...SURENESSES),
    // clocks that jump, to and fro
    day: fc.integer({ min: 0, max: 9_999_999 }),
  });
  const memory = fc.record({
    box: fc.integer({ min: 0, max: 5 }),
    day: fc.integer({ min: 0, max: 9_999_999 }),
    missed: fc.boolean(),
  });

  it('every question is due again within 35 days, whatever the clock did, and is kept as it is', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1 }), (answers) => {
        let kept: Memory | undefined;
        for (const { day, ...one } of answers) {
          kept = answered(kept, one, day);
          expect(memoryFrom(memoryText(kept))).toEqual(kept);
          expect(isDue(kept, day + 35)).toBe(true);
        }
      }),
    );
  });

  it('the surer a wrong answer was, the further it goes back; the surer a right one, the further on', () => {
    fc.assert(
      fc.property(memory, fc.integer({ min: 0, max: 9_999_999 }), (before, day) => {
        const box = (right: boolean): number[] =>
          SURENESSES.map((sureness) => answered(before, { right, sureness }, day).box);
        const [wrong, right] = [box(false), box(true)];
        expect(wrong).toEqual(wrong.toSorted((a, b) => a - b));
        expect(right).toEqual(right.toSorted((a, b) => b - a));
        expect(Math.max(...wrong)).toBeLessThanOrEqual(before.box);
        expect(Math.min(...right)).toBeGreaterThanOrEqual(before.box);
      }),
    );
  });

  it('the turn loses no question and adds none', () => {
    fc.assert(
      fc.property(fc.array(fc.option(memory, { nil: undefined })), (memories) => {
        const all = memories.map((_, index) => index);
        const turned = inTurn(all, (index) => memories[index], TODAY);
        expect(turned.toSorted((a, b) => a - b)).toEqual(all);
      }),
    );
  });
});

it('reads nothing from what is damaged', () => {
  for (const text of ['', '6.1.0', '1.1', '1.-1.0', '1.1.2', '1.1.0 ', 'NaN.1.0', '1.123456789.0'])
    expect(memoryFrom(text)).toBeUndefined();
});
