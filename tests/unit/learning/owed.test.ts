/** Answers that the device kept until the LMS has them, as they come back from it: damaged ones stop no good ones. */
import { describe, expect, it } from 'vitest';
import type { Response } from '../../../src/course/compiled.ts';
import { decode, encode, initialState, step, type OwedAnswer } from '../../../src/learning/index.ts';
import { INTERACTION_LIMIT } from '../../../src/learning/limits.ts';
import { interactionsOf, owedInteractions } from '../../../src/learning/interactions.ts';
import { course, sixItems, takeTry } from './builders.ts';

const OF = course();
const BANK = sixItems();
const GIVEN = interactionsOf(OF, BANK, takeTry(initialState(), { course: OF, bank: BANK }));
const OWED: readonly OwedAnswer[] = GIVEN.map((answer) => ({ ...answer, item: answer.item.id }));

it('are whole again', () => {
  expect(GIVEN.length).toBeGreaterThan(0);
  expect(owedInteractions(BANK, OWED)).toEqual(GIVEN);
});

it.each<[string, unknown]>([
  ['null', null],
  ['a word', 'a'],
  ['no type', {}],
  ['an unknown type', { type: 'essay', text: '' }],
  ['a choice without ids', { type: 'choice' }],
  ['a choice of numbers', { type: 'choice', ids: [1] }],
  ['an order that is a word', { type: 'order', ids: 'ab' }],
  ['a match without pairs', { type: 'match', pairs: null }],
  ['a match of numbers', { type: 'match', pairs: { a: 1 } }],
  ['a text that is none', { type: 'fill-in', text: 5 }],
  ['a truth that is none', { type: 'true-false', answer: 'yes' }],
])('go on where the response of one is %s', (_what, response) => {
  for (const [place, owed] of OWED.entries()) {
    const all = OWED.with(place, { ...owed, response: response as Response });
    const told = owedInteractions(BANK, all);
    expect(told).toHaveLength(GIVEN.length);
    expect(told[place]).toEqual({ ...GIVEN[place], response: undefined });
  }
});

describe('answers of another attempt that this one took over', () => {
  const tried = takeTry(initialState(), { course: OF, bank: BANK });
  const until = 2 * GIVEN.length;

  it('have their places before the next form', () => {
    const after = step(OF, tried, { type: 'interactions-taken', until });
    const next = interactionsOf(OF, BANK, takeTry(after, { course: OF, bank: BANK, seed: 2 }));
    expect(next.map(({ index }) => index)).toEqual(GIVEN.map((_, place) => until + place));
  });

  it('change nothing where the attempt has come further, and in review', () => {
    expect(step(OF, tried, { type: 'interactions-taken', until: GIVEN.length })).toBe(tried);
    const review = step(OF, tried, { type: 'launched', mode: 'review' });
    expect(step(OF, review, { type: 'interactions-taken', until })).toBe(review);
  });

  it('take no more places than a state can tell of', () => {
    const after = step(OF, tried, { type: 'interactions-taken', until: 1e9 });
    expect(decode(encode(after, OF.version)).state.interactionsUsed).toBe(INTERACTION_LIMIT);
  });
});
