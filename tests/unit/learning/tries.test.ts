/** Tries: answering, submitting, and several of them. */
import { describe, expect, it } from 'vitest';
import {
  initialState,
  LATENCY_LIMIT,
  report,
  step,
  TRY_LIMIT,
  whyNoTry,
  type LearningState,
} from '../../../src/learning/index.ts';
import { unanswered } from '../../../src/learning/form.ts';
import { bank, course, NOON, one, sixItems, takeTry } from './builders.ts';
import { answer, answered, begun, entry, items, of, start } from './six-items.ts';

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
