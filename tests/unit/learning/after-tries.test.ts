/** What comes of submitted tries: interactions, what to read again, keys. */
import { describe, expect, it } from 'vitest';
import {
  initialState,
  report,
  showsKeys,
  step,
  type LearningEvent,
  type LearningState,
  type OwedAnswer,
} from '../../../src/learning/index.ts';
import { interactionsOf, owedInteractions } from '../../../src/learning/interactions.ts';
import { remediation } from '../../../src/learning/remediation.ts';
import { bank, course, NOON, one, takeTry } from './builders.ts';
import { answer, answered, begun, items, of, start } from './six-items.ts';

describe('interactions', () => {
  it('are none before submission', () => {
    expect(interactionsOf(of, items, initialState())).toEqual([]);
    expect(interactionsOf(of, items, begun)).toEqual([]);
  });

  it('carry each answer with its time, latency and credit', () => {
    let state = answer(begun, 1, { type: 'choice', ids: ['a', 'b'] }, NOON + 30_000);
    state = step(of, state, { type: 'looked-at', item: 'item-1', bank: items, seconds: 12 });
    state = step(of, state, { type: 'try-submitted', at: NOON + 90_000, bank: items });
    const all = interactionsOf(of, items, state);
    expect(all.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(all.map(({ item }) => item.no)).toEqual(begun.current!.form.map(({ item }) => item));
    expect(all.find(({ item }) => item.no === 1)).toEqual({
      index: begun.current!.form.findIndex(({ item }) => item === 1),
      item: items.items[1],
      response: { type: 'choice', ids: ['a', 'b'] },
      correct: false,
      credit: 2 / 3,
      weighting: 1,
      at: NOON + 30_000,
      latency: 12,
      tryNumber: 1,
      seed: begun.current!.seed,
    });
    expect(all.find(({ item }) => item.no === 0)).toMatchObject({
      response: undefined,
      correct: false,
      credit: 0,
      at: NOON + 90_000,
    });
  });

  it('are the same after the device kept them, without what has left the bank since', () => {
    const state = answer(begun, 1, { type: 'choice', ids: ['a', 'b'] }, NOON + 30_000);
    const all = interactionsOf(of, items, step(of, state, { type: 'try-submitted', at: NOON, bank: items }));
    const kept = JSON.parse(
      JSON.stringify(all.map((given) => ({ ...given, item: given.item.id }))),
    ) as OwedAnswer[];
    expect(owedInteractions(items, kept)).toEqual(all);
    const fewer = { ...items, items: items.items.filter(({ no }) => no !== 0) };
    expect(owedInteractions(fewer, kept)).toEqual(all.filter(({ item }) => item.no !== 0));
  });

  it('go on after the last index at the next try, and an unsubmitted try takes none', () => {
    const once = takeTry(initialState(), { course: of, bank: items });
    expect(once.interactionsUsed).toBe(6);
    const started = step(of, once, start);
    expect(started.interactionsUsed).toBe(6);
    const twice = takeTry(once, { course: of, bank: items, seed: 2 });
    expect(interactionsOf(of, items, twice).map(({ index }) => index)).toEqual([6, 7, 8, 9, 10, 11]);
    expect(interactionsOf(of, items, twice)[0]!.tryNumber).toBe(2);
  });
});

it('gives answers the indexes that are free when the form is submitted, not when it was begun', () => {
  const elsewhere = { ...begun, interactionsUsed: 9 };
  const submitted = step(of, elsewhere, { type: 'try-submitted', at: NOON, bank: items });
  expect(interactionsOf(of, items, submitted)[0]!.index).toBe(9);
  expect(submitted.interactionsUsed).toBe(15);
});

it('the report says in which try the assessment was passed, and the better one once there is a better', () => {
  const passedIn = (state: LearningState): number | undefined => report(of, state).passedIn;
  const failed = takeTry(initialState(), { course: of, bank: items, right: 1 });
  expect(passedIn(failed)).toBeUndefined();
  const passed = takeTry(failed, { course: of, bank: items, right: 5 });
  expect([passed.best?.passed, passedIn(passed)]).toEqual([true, 2]);
  expect(passedIn(takeTry(passed, { course: of, bank: items, right: 1 }))).toBe(2);
  expect(passedIn(takeTry(passed, { course: of, bank: items, right: 6 }))).toBe(3);
});

describe('what to read again', () => {
  const two = course();
  const from = bank(
    one(0, 'purpose', 'b', 'abcd', 'pause'),
    one(1, 'purpose', 'b', 'abcd', 'start'),
    one(2, 'limits', 'b', 'abcd', 'origins'),
    one(3, 'limits', 'b', 'abcd', 'gone'),
  );
  it('is nothing after a full score', () => {
    const { latest, current } = takeTry(initialState(), { course: two, bank: from });
    expect(remediation(two, from, latest!, current)).toEqual({
      objectives: [],
      items: [],
      sections: [],
      costliest: [],
    });
  });

  it('is what teaches the missed objectives and items, in course order, each once', () => {
    const { latest, current } = takeTry(initialState(), { course: two, bank: from, right: 0 });
    const again = remediation(two, from, latest!, current);
    expect(again.objectives).toEqual([
      { objective: 'purpose', sections: ['start', 'pause'] },
      { objective: 'limits', sections: ['origins'] },
    ]);
    expect(again.items.map(({ item }) => item).toSorted()).toEqual(['item-0', 'item-1', 'item-2', 'item-3']);
    expect(again.sections).toEqual(['start', 'origins', 'pause']);
  });

  it('begins, for those with little time, with what cost the most points', () => {
    const four = bank(
      one(0, 'purpose', 'b', 'abcd', 'start'),
      one(1, 'purpose', 'b', 'abcd', 'pause'),
      one(2, 'limits', 'b', 'abcd', 'origins'),
      one(3, 'limits', 'b', 'abcd', 'pause'),
    );
    const { latest, current } = takeTry(initialState(), { course: two, bank: four, right: 0 });
    const again = remediation(two, four, latest!, current);
    expect(again.sections).toEqual(['start', 'origins', 'pause']);
    expect(again.costliest).toEqual(['pause', 'start', 'origins']);
  });

  it('names a missed item’s passage though its objective was mastered', () => {
    const three = bank(
      ...[0, 1, 2].map((no) => one(no, 'purpose', 'b', 'abcd', ['start', 'origins', 'pause'][no])),
    );
    const plan = course({ assessment: { blueprint: [{ objective: 'purpose', count: 3 }] } });
    const { latest, current } = takeTry(initialState(), { course: plan, bank: three, right: 2 });
    const again = remediation(plan, three, latest!, current);
    expect(again.objectives).toEqual([]);
    expect(again.sections).toHaveLength(1);
  });

  it('takes all passages of the objective where the form is not known any more', () => {
    const { latest } = takeTry(initialState(), { course: two, bank: from, right: 0 });
    expect(remediation(two, from, latest!).objectives[0]).toEqual({
      objective: 'purpose',
      sections: ['start', 'pause'],
    });
  });
});

describe('review and browse', () => {
  it.each(['review', 'browse'] as const)('%s: reports nothing and changes nothing but the place', (mode) => {
    const before = takeTry(begun, { course: of, bank: items });
    const state = step(of, step(of, before, start), { type: 'launched', mode });
    const events: LearningEvent[] = [
      { type: 'section-read', section: 'start' },
      { type: 'block-done', block: 'origins-check' },
      start,
      answered(0, { type: 'choice', ids: ['a'] }, NOON),
      { type: 'flagged', item: 'item-0', bank: items, flagged: true },
      { type: 'looked-at', item: 'item-0', bank: items, seconds: 5 },
      { type: 'try-submitted', at: NOON, bank: items },
    ];
    const after = events.reduce((next, event) => step(of, next, event), state);
    expect(after).toEqual({ ...state, place: 0 });
    expect(report(of, after).counts).toBe(false);
  });
});

describe('keys and reasons', () => {
  const twice = course({ assessment: { tries: 2, blueprint: [{ objective: 'purpose', count: 6 }] } });
  const failed = takeTry(initialState(), { course: twice, bank: items, right: 0 });

  it('wait for a pass or the last try, and never close again', () => {
    expect(showsKeys(twice, initialState())).toBe(false);
    expect(showsKeys(twice, failed)).toBe(false);
    const last = takeTry(failed, { course: twice, bank: items, right: 0 });
    expect(showsKeys(twice, last)).toBe(true);
    const passed = takeTry(failed, { course: twice, bank: items });
    expect(showsKeys(twice, passed)).toBe(true);
    // the second of unlimited tries failed after a pass
    expect(showsKeys(of, takeTry(passed, { course: of, bank: items, right: 0 }))).toBe(true);
  });

  it('stay away however often a try fails, where tries are unlimited', () => {
    const ever = course({
      assessment: { tries: 'unlimited', blueprint: [{ objective: 'purpose', count: 6 }] },
    });
    let state = initialState();
    for (let number = 1; number <= 20; number++) {
      state = takeTry(state, { course: ever, bank: items, right: 0 });
      expect(showsKeys(ever, state)).toBe(false);
    }
  });

  it('stay away in review', () => {
    expect(showsKeys(twice, step(twice, failed, { type: 'launched', mode: 'review' }))).toBe(false);
  });
});
