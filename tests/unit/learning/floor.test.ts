/** What the LMS itself holds is a floor: a state that is older, or was wiped, lowers nothing. */
import { describe, expect, it } from 'vitest';
import {
  decode,
  encode,
  initialState,
  merge,
  report,
  step,
  type Floor,
  type LearningState,
} from '../../../src/learning/index.ts';
import { interactionsOf } from '../../../src/learning/interactions.ts';
import { course, NOON, play, sixItems, takeTry } from './builders.ts';

const OF = course({ assessment: { passMark: 80, tries: 'unlimited' } });
const BANK = sixItems();
const LENGTH = OF.assessment!.blueprint.reduce((sum, { count }) => sum + count, 0);

const launched = (state: LearningState, floor: Floor, mode: 'normal' | 'review' = 'normal') =>
  step(OF, state, { type: 'launched', mode, floor, at: NOON });

describe('an older state beside what the LMS holds', () => {
  const older = play(OF, [{ type: 'section-read', section: 'start' }]);

  it('takes a score at the pass mark as a pass, also while the LMS waits for the rest', () => {
    const state = launched(older, { score: 100, interactionsCount: LENGTH });
    expect(report(OF, state)).toMatchObject({
      success: 'passed',
      score: { raw: 100 },
      completion: 'incomplete',
    });
    expect(state).toMatchObject({ triesSubmitted: 1, interactionsUsed: LENGTH, done: older.done });
  });

  it('takes a score below it as a try, and no pass', () => {
    const state = launched(older, { score: 50 });
    expect(report(OF, state)).toMatchObject({ success: 'unknown', score: { raw: 50 } });
    expect(state.triesSubmitted).toBe(1);
  });

  it('takes a pass without a score for the pass mark', () => {
    expect(report(OF, launched(older, { passed: true }))).toMatchObject({
      success: 'passed',
      score: { raw: 80 },
    });
  });

  it('keeps a failed one failed, whatever the score is', () => {
    expect(report(OF, launched(older, { passed: false, score: 90, completed: true })).success).toBe(
      'unknown',
    );
    expect(launched(older, { passed: false, score: 90, completed: true }).completed).toBe(false);
  });

  it('takes the objectives, each with the score that the LMS has', () => {
    const score = takeTry(initialState(), { course: OF, bank: BANK, right: 3 });
    const told = report(OF, score).objectives;
    const objectives = told.flatMap(({ id, score: raw }) => (raw ? [{ id, score: raw.raw }] : []));
    const state = launched(older, { score: 75, objectives });
    expect(report(OF, state).objectives.map(({ score: raw, success }) => [raw, success])).toEqual(
      told.map(({ score: raw, success }) => [raw, success]),
    );
  });

  it('begins the next try’s answers behind those that the LMS has, and counts its tries', () => {
    const state = launched(older, { score: 50, interactionsCount: 2 * LENGTH });
    const next = takeTry(state, { course: OF, bank: BANK });
    expect(next.latest?.number).toBe(3);
    expect(interactionsOf(OF, BANK, next).map(({ index, tryNumber }) => [index, tryNumber])).toEqual(
      Array.from({ length: LENGTH }, (_, place) => [2 * LENGTH + place, 3]),
    );
  });

  it('numbers a form that was open already behind a try of another device', () => {
    const open = play(OF, [{ type: 'try-started', seed: 3, at: NOON, bank: BANK }]);
    const state = launched(open, { score: 25, interactionsCount: LENGTH });
    const next = step(OF, state, { type: 'try-submitted', at: NOON + 9_000, bank: BANK });
    expect(next.latest?.number).toBe(2);
    expect(next.current).toMatchObject({ number: 2, firstInteraction: LENGTH });
  });

  it('never takes a course for complete that lacks the pass that it asks for', () => {
    expect(launched(older, { completed: true }).completed).toBe(false);
    expect(launched(older, { completed: true, passed: true }).completed).toBe(true);
    expect(launched(older, { completed: true, score: 80 }).completed).toBe(true);
  });

  it('shows what was earned in review', () => {
    const state = launched(older, { completed: true, passed: true, score: 90 }, 'review');
    expect(report(OF, state)).toMatchObject({ counts: false, completion: 'completed', success: 'passed' });
  });

  it('can be saved and is the same again, and two devices agree on it', () => {
    const state = launched(older, { completed: true, score: 91.66, interactionsCount: LENGTH });
    expect(encode(decode(encode(state)).state)).toBe(encode(state));
    expect(merge(OF, older, state).best).toEqual(state.best);
  });
});

describe('a state that knows more than the LMS', () => {
  const better = takeTry(takeTry(initialState(), { course: OF, bank: BANK, right: 1 }), {
    course: OF,
    bank: BANK,
  });

  it.each<Floor>([
    {},
    { score: 10, interactionsCount: 1, objectives: [{ id: 'purpose', score: 1 }] },
    { score: 100, passed: true },
    { objectives: [{ id: 'nowhere', score: 100 }] },
  ])('stays as it is beside %j', (floor) => {
    const { done, best, latest, current, triesSubmitted, interactionsUsed, completed } = better;
    expect(launched(better, floor)).toMatchObject({
      done,
      best,
      latest,
      current,
      triesSubmitted,
      interactionsUsed,
      completed,
    });
  });

  it.each<Floor>([
    { score: NaN, interactionsCount: NaN },
    { score: -5, interactionsCount: -3, objectives: [{ id: 'purpose', score: NaN }] },
    { score: 1e9, interactionsCount: 1e12 },
  ])('can still be saved beside nonsense: %j', (floor) => {
    const state = launched(initialState(), floor);
    expect(decode(encode(state)).damaged).toBeUndefined();
    expect(report(OF, state).score?.raw ?? 0).toBeLessThanOrEqual(100);
  });
});
