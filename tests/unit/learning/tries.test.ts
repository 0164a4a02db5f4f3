import { describe, expect, it } from 'vitest';
import {
  initialState,
  interactionsOf,
  owedInteractions,
  LATENCY_LIMIT,
  remediation,
  report,
  showsKeys,
  step,
  TRY_LIMIT,
  unanswered,
  whyNoTry,
  type LearningEvent,
  type LearningState,
  type OwedAnswer,
} from '../../../src/learning/index.ts';
import {
  bank,
  course,
  fillIn,
  match,
  NOON,
  one,
  order,
  several,
  sixItems,
  takeTry,
  trueFalse,
} from './builders.ts';

const of = course({ assessment: { blueprint: [{ objective: 'purpose', count: 6 }] } });
const items = bank(one(0), several(1), trueFalse(2), match(3), order(4), fillIn(5));
const start: LearningEvent = { type: 'try-started', seed: 1, at: NOON, bank: items };
const begun = step(of, initialState(), start);

const answer = (
  state: LearningState,
  item: number,
  response: Parameters<typeof answered>[1],
  at = NOON + 5000,
) => step(of, state, answered(item, response, at));
const answered = (
  item: number,
  response: import('../../../src/course/compiled.ts').Response | undefined,
  at: number,
) => ({ type: 'answered', item: `item-${item}`, bank: items, response, at }) as const;
const entry = (state: LearningState, item: number) =>
  state.current!.form.find((candidate) => candidate.item === item)!;

describe('a try under way', () => {
  it('keeps answers, which may be changed and taken back until submission', () => {
    let state = answer(begun, 0, { type: 'choice', ids: ['a'] });
    expect(entry(state, 0)).toMatchObject({ response: { type: 'choice', ids: ['a'] }, answeredAfter: 5 });
    state = answer(state, 0, { type: 'choice', ids: ['b'] }, NOON + 9999);
    expect(entry(state, 0)).toMatchObject({ response: { type: 'choice', ids: ['b'] }, answeredAfter: 9 });
    state = answer(state, 0, undefined);
    expect(entry(state, 0)).toEqual({ item: 0, flagged: false, latency: 0, answeredAfter: 0 });
  });

  it('keeps answers in one spelling', () => {
    const kept = (item: number, response: Parameters<typeof answered>[1]) =>
      entry(answer(begun, item, response), item).response;
    expect(kept(1, { type: 'choice', ids: ['c', 'a', 'c', 'z'] })).toEqual({
      type: 'choice',
      ids: ['a', 'c'],
    });
    expect(kept(3, { type: 'match', pairs: { b: '1', a: 'b', z: 'a', c: 'zz' } })).toEqual({
      type: 'match',
      pairs: { a: 'b', b: '1' },
    });
    expect(kept(4, { type: 'order', ids: ['d', 'd', 'a', 'x'] })).toEqual({ type: 'order', ids: ['d', 'a'] });
    expect(kept(5, { type: 'fill-in', text: '  “Self”  determination ' })).toEqual({
      type: 'fill-in',
      text: '"Self" determination',
    });
    expect(kept(5, { type: 'fill-in', text: '   ' })).toBeUndefined();
  });

  it('ignores answers of another type, of unknown items and of items that are not in the form', () => {
    const state = answer(begun, 0, { type: 'choice', ids: ['a'] });
    expect(answer(state, 0, { type: 'true-false', answer: true })).toBe(state);
    expect(answer(state, 0, { type: 'choice', ids: ['z'] })).toBe(state);
    expect(answer(state, 77, { type: 'choice', ids: ['a'] })).toBe(state);
    const none = initialState();
    expect(answer(none, 0, { type: 'choice', ids: ['a'] })).toBe(none);
  });

  it('counts an answer of the first moment, or of a clock put back, as given after a second', () => {
    expect(entry(answer(begun, 0, { type: 'choice', ids: ['a'] }, NOON), 0).answeredAfter).toBe(1);
    expect(entry(answer(begun, 0, { type: 'choice', ids: ['a'] }, NOON - 9e9), 0).answeredAfter).toBe(1);
  });

  it('adds up the time on an item, to a limit', () => {
    const look = (state: LearningState, seconds: number) =>
      step(of, state, { type: 'looked-at', item: 'item-0', bank: items, seconds });
    expect(entry(look(look(begun, 10), 5.4), 0).latency).toBe(15);
    expect(entry(look(look(begun, 4000), 4000), 0).latency).toBe(LATENCY_LIMIT);
    expect(look(begun, -5)).toBe(begun);
    expect(look(begun, Number.NaN)).toBe(begun);
  });

  it('flags items for review', () => {
    const flag = (state: LearningState, flagged: boolean) =>
      step(of, state, { type: 'flagged', item: 'item-0', bank: items, flagged });
    const flagged = flag(begun, true);
    expect(entry(flagged, 0).flagged).toBe(true);
    expect(flag(flagged, true)).toBe(flagged);
    expect(entry(flag(flagged, false), 0).flagged).toBe(false);
  });

  it('knows which items have no answer', () => {
    const state = answer(begun, 0, { type: 'choice', ids: ['a'] });
    expect(unanswered(items, state.current!).map(({ item }) => item.no)).not.toContain(0);
    expect(unanswered(items, state.current!)).toHaveLength(5);
  });
});

describe('submitting', () => {
  it('freezes the answers', () => {
    const submitted = takeTry(initialState(), { course: of, bank: items, right: 2 });
    expect(answer(submitted, 0, { type: 'choice', ids: ['a'] })).toBe(submitted);
    expect(step(of, submitted, { type: 'flagged', item: 'item-0', bank: items, flagged: true })).toBe(
      submitted,
    );
    expect(step(of, submitted, { type: 'looked-at', item: 'item-0', bank: items, seconds: 9 })).toBe(
      submitted,
    );
    expect(step(of, submitted, { type: 'try-submitted', at: NOON + 1, bank: items })).toBe(submitted);
  });

  it('scores with partial credit or without, by the course’s setting', () => {
    const two = (state: LearningState) => answer(state, 1, { type: 'choice', ids: ['a', 'b'] });
    const submit = (partialCredit: boolean) => {
      const course1 = course({
        assessment: { partialCredit, blueprint: [{ objective: 'purpose', count: 6 }] },
      });
      return step(course1, two(begun), { type: 'try-submitted', at: NOON, bank: items }).best!.score;
    };
    expect(submit(true)).toBe(11.11);
    expect(submit(false)).toBe(0);
  });

  it('takes the flags away', () => {
    const flagged = step(of, begun, { type: 'flagged', item: 'item-0', bank: items, flagged: true });
    const submitted = step(of, flagged, { type: 'try-submitted', at: NOON, bank: items });
    expect(entry(flagged, 0).flagged).toBe(true);
    expect(entry(submitted, 0).flagged).toBe(false);
  });

  it('takes a clock put back for the start', () => {
    const state = step(of, begun, { type: 'try-submitted', at: NOON - 5000, bank: items });
    expect(state.current!.submittedAt).toBe(NOON);
  });
});

describe('several tries', () => {
  it('keep the best score, a pass, and each objective’s best; a later try lowers nothing', () => {
    const two = course({ assessment: { passMark: 75 } });
    const from = bank(one(0), one(1), one(2, 'limits'), one(3, 'limits'));
    const take = (state: LearningState, right: number[]) => {
      let next = step(two, state, { type: 'try-started', seed: 1, at: NOON, bank: from });
      for (const no of right) {
        const response = { type: 'choice', ids: ['b'] } as const;
        next = step(two, next, { type: 'answered', item: `item-${no}`, bank: from, response, at: NOON });
      }
      return step(two, next, { type: 'try-submitted', at: NOON, bank: from });
    };
    const first = take(initialState(), [0, 1, 2]);
    expect(first.best).toMatchObject({ number: 1, score: 75, passed: true });
    const second = take(first, [2, 3]);
    expect(second.latest).toMatchObject({ number: 2, score: 50, passed: false });
    expect(second.best).toMatchObject({ number: 1, score: 75, passed: true });
    expect(report(two, second)).toMatchObject({
      success: 'passed',
      score: { raw: 75 },
      objectives: [
        { id: 'purpose', score: { raw: 100 }, success: 'passed' },
        { id: 'limits', score: { raw: 100 }, success: 'passed' },
      ],
    });
  });

  it('keep a pass when the LMS raises its pass mark afterwards', () => {
    const easy = step(of, initialState(), { type: 'launched', mode: 'normal', passMark: 60 });
    const passed = takeTry(easy, { course: of, bank: items, right: 4 });
    const raised = step(of, passed, { type: 'launched', mode: 'normal', passMark: 100 });
    const again = takeTry(raised, { course: of, bank: items, right: 5, seed: 2 });
    expect(again.latest).toMatchObject({ score: 83.33, passed: false });
    expect(report(of, again)).toMatchObject({ success: 'passed', score: { raw: 83.33 } });
  });

  it('may go on for practice after a pass while tries remain', () => {
    const limited = course({ assessment: { tries: 2 } });
    const passed = takeTry(initialState(), { course: limited, bank: sixItems() });
    expect(whyNoTry(limited, passed)).toBeUndefined();
    const practised = takeTry(passed, { course: limited, bank: sixItems(), right: 0 });
    expect(report(limited, practised)).toMatchObject({ success: 'passed', score: { raw: 100 } });
    expect(whyNoTry(limited, practised)).toBe('no-tries-left');
  });

  it('end somewhere even where they are unlimited', () => {
    const state = { ...initialState(), triesSubmitted: TRY_LIMIT };
    expect(whyNoTry(of, state)).toBe('no-tries-left');
    expect(step(of, state, start)).toBe(state);
  });

  it('are not started without an assessment or while one is under way', () => {
    expect(whyNoTry(course({ assessment: false }), initialState())).toBe('no-assessment');
    expect(whyNoTry(of, begun)).toBe('under-way');
    expect(whyNoTry(course({ gating: 'in-order' }), initialState())).toBe('not-open');
    const none = step(of, initialState(), { ...start, bank: bank() });
    expect(none.current).toBeUndefined();
  });
});

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
