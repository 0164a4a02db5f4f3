/** What the saved state keeps, field by field, and what behind a right checksum is damage all the same. */
import { describe, expect, it } from 'vitest';
import { BitWriter, checksum } from '../../../src/learning/bits.ts';
import { decode, encode, initialState, type LearningState } from '../../../src/learning/index.ts';
import type { ObjectiveResult, TryResult } from '../../../src/learning/types.ts';
import { NOON } from './builders.ts';

const state = (fields: Partial<LearningState>): LearningState => ({ ...initialState(), ...fields });
const back = (fields: Partial<LearningState>): LearningState => decode(encode(state(fields))).state;

it.each<Partial<LearningState>>([
  { language: undefined },
  { language: 0 },
  { language: 1 },
  { place: undefined },
  { place: 'assessment' },
  { place: 0 },
  { place: 1 },
  { completed: true },
])('%j comes back', (fields) => {
  expect(back(fields)).toEqual(state(fields));
});

describe('the latest result', () => {
  const one: ObjectiveResult = { objective: 0, items: 2, points: 1 };
  const two: ObjectiveResult = { objective: 1, items: 2, points: 1 };
  const best: TryResult = { number: 2, submittedAt: NOON, score: 50, passed: false, objectives: [one, two] };

  it.each<[what: string, differing: Partial<TryResult>]>([
    ['nothing', {}],
    ['its number', { number: 3 }],
    ['its time', { submittedAt: NOON + 1000 }],
    ['its pass', { passed: true }],
    ['its score', { score: 25 }],
    ['which objectives it tested', { objectives: [one, { ...two, objective: 3 }] }],
    ['how many', { objectives: [one] }],
    ['the items of one', { objectives: [one, { ...two, items: 3 }] }],
    ['the points of one', { objectives: [one, { ...two, points: 2 }] }],
    ['all of one', { objectives: [one, { objective: 2, items: 4, points: 3 }] }],
  ])('comes back where it differs from the best in %s', (_what, differing) => {
    const latest = { ...best, ...differing };
    expect(back({ best, latest })).toMatchObject({ best, latest });
  });

  it('takes one bit where it is the best one, and a result of its own where it is not', () => {
    const size = (latest?: TryResult): number => encode(state({ best, ...(latest && { latest }) })).length;
    expect(size(best) - size()).toBeLessThanOrEqual(1);
    expect(size({ ...best, number: 3 }) - size()).toBeGreaterThan(10);
  });
});

it('a credit of nothing or the whole takes fewer bits than a part, and each comes back', () => {
  const withCredits = (credit: number): Partial<LearningState> => {
    const form = [0, 1, 2, 3].map((item) => ({ item, flagged: false, latency: 0, answeredAfter: 0, credit }));
    return { current: { number: 1, seed: 1, startedAt: NOON, submittedAt: NOON, form, firstInteraction: 0 } };
  };
  for (const credit of [0, 1 / 2, 1]) {
    expect(back(withCredits(credit)).current).toEqual(withCredits(credit).current);
  }
  const size = (credit: number): number => encode(state(withCredits(credit))).length;
  // one bit more each: 12 for the units, less the one for nothing or the whole
  expect(size(1 / 2) - size(1)).toBeGreaterThanOrEqual(Math.floor((4 * 11) / 6));
  expect(size(0)).toBe(size(1));
});

/** The fields before the results, of a new state, and then whatever is written. */
function sealed(write: (out: BitWriter) => void): string {
  const out = new BitWriter();
  out.bits(0, 16);
  out.flag(false);
  // language and place, which a new state doesn't have
  out.number(0);
  out.number(0);
  out.set(new Set());
  out.set(new Set());
  out.number(0);
  out.number(0);
  write(out);
  const body = `1${out.text()}`;
  return body + checksum(body);
}

describe('is damage behind a right checksum', () => {
  it('a new state, so written, is none', () => {
    expect(sealed((out) => out.bits(0, 3))).toBe(encode(initialState()));
  });

  it('a latest result that is the best one, where there is no best one', () => {
    const text = sealed((out) => [false, true, true, false].forEach((bit) => out.flag(bit)));
    expect(decode(text)).toEqual({ state: initialState(), damaged: 'content', courseVersion: 0 });
  });

  it('a form that has an item twice', () => {
    const form = [0, 1].map(() => ({ item: 3, flagged: false, latency: 0, answeredAfter: 0 }));
    const current = { number: 1, seed: 1, startedAt: NOON, form, firstInteraction: 0 };
    expect(decode(encode(state({ current })))).toEqual({
      state: initialState(),
      damaged: 'content',
      courseVersion: 0,
    });
  });
});
