/** Small rules of the state machine, of completion and of scoring, one table each. */
import { describe, expect, it } from 'vitest';
import {
  initialState,
  progressOf,
  step,
  whatIsLeft,
  whyNoTry,
  type LearningEvent,
  type LearningState,
} from '../../../src/learning/index.ts';
import { historyFrom, withPast } from '../../../src/learning/mastery.ts';
import { resultOf } from '../../../src/learning/scoring.ts';
import { bank, course, NOON, one, play, sixItems, takeTry, TWO_LESSONS } from './builders.ts';

const OF = course();
const BANK = sixItems();
const state = (fields: Partial<LearningState> = {}): LearningState => ({ ...initialState(), ...fields });
const begun = step(OF, state(), { type: 'try-started', seed: 3, at: NOON, bank: BANK });
const inForm = `item-${begun.current!.form[0]!.item}`;
const outside = BANK.items.find(({ no }) => begun.current!.form.every(({ item }) => item !== no))!.id;

describe('a launch', () => {
  it('begins anew: nothing submitted in it, and nobody leaves', () => {
    expect(state()).toMatchObject({ submittedThisLaunch: false, exiting: false });
    const before = { ...takeTry(state(), { course: OF, bank: BANK }), exiting: true };
    expect(before.submittedThisLaunch).toBe(true);
    expect(step(OF, before, { type: 'launched', mode: 'normal' })).toMatchObject({
      submittedThisLaunch: false,
      exiting: false,
    });
  });

  it.each([
    [undefined, undefined],
    [-1, undefined],
    [0, 0],
    [55.000000000000007, 55],
    [100, 100],
    [101, undefined],
    [Number.NaN, undefined],
  ])('with the pass mark %s asks for %s', (given, passMark) => {
    const launched = step(OF, state(), {
      type: 'launched',
      mode: 'normal',
      ...(given !== undefined && { passMark: given }),
    });
    expect(launched.passMark).toBe(passMark);
  });
});

describe('an event that changes nothing gives the same state back', () => {
  const answer = (item: string) =>
    ({
      type: 'answered',
      item,
      bank: BANK,
      response: { type: 'true-false', answer: true },
      at: NOON,
    }) as const;
  it.each<[what: string, from: LearningState, event: LearningEvent]>([
    ['the language that is chosen', state({ language: 1 }), { type: 'language-chosen', language: 'es' }],
    ['the section that is shown', state({ place: 0 }), { type: 'section-shown', section: 'start' }],
    ['a form that nobody began', state(), { type: 'flagged', item: inForm, bank: BANK, flagged: true }],
    ['a form that is submitted', takeTry(state(), { course: OF, bank: BANK }), answer(inForm)],
    ['an item that the form doesn’t have', begun, answer(outside)],
    ['an item that is not known', begun, answer('nowhere')],
    [
      'nothing, where an edit has since made the course complete',
      state({ done: new Set([0, 1, 2, 5]), best: takeTry(state(), { course: OF, bank: BANK }).best }),
      { type: 'language-chosen', language: 'fr' },
    ],
    ['nothing, by one who leaves', state({ exiting: true }), { type: 'section-read', section: 'nowhere' }],
    ['leaving again', state({ exiting: true }), { type: 'exit' }],
  ])('%s', (_what, from, event) => {
    expect(step(OF, from, event)).toBe(from);
  });
});

it('leaves until something is done, and the time on a question is nothing that is done', () => {
  const leaving = step(OF, begun, { type: 'exit' });
  expect(leaving.exiting).toBe(true);
  const looked = step(OF, leaving, { type: 'looked-at', item: inForm, bank: BANK, seconds: 5 });
  expect(looked).toMatchObject({ exiting: true, current: { form: [{ latency: 5 }, {}, {}, {}] } });
  expect(step(OF, looked, { type: 'section-shown', section: 'pause' }).exiting).toBe(false);
});

it('the first language can be chosen', () => {
  expect(step(OF, state(), { type: 'language-chosen', language: 'en' }).language).toBe(0);
});

it('in review nothing is completed, and no try can begin', () => {
  const read = course({ assessment: false });
  const all = state({ mode: 'review', done: new Set([0, 1, 2, 5]) });
  expect(step(read, all, { type: 'section-shown', section: 'pause' })).toMatchObject({
    place: 5,
    completed: false,
  });
  expect(whyNoTry(OF, all)).toBe('nothing-counts');
});

it('a form begins without flags, answers and time', () => {
  const empty = { flagged: false, latency: 0, answeredAfter: 0 };
  expect(begun.current!.form).toMatchObject([empty, empty, empty, empty]);
});

describe('progress', () => {
  const all = { lessons: true, checks: true };
  it.each<[rule: { lessons: boolean; checks: boolean }, done: number[], progress: number]>([
    // sections 0, 1 and 5, and the check 2
    [all, [], 0],
    [all, [0], 1 / 4],
    [all, [0, 2, 3, 4], 2 / 4],
    [{ lessons: true, checks: false }, [0, 2], 1 / 3],
    [{ lessons: false, checks: true }, [0], 0],
    [{ lessons: false, checks: true }, [2], 1],
    [{ lessons: false, checks: false }, [], 1],
  ])('without an assessment, by %j, with %j done: %d', (completion, done, progress) => {
    const of = course({ assessment: false, completion });
    expect(progressOf(of, state({ done: new Set(done) }))).toBe(progress);
  });

  it.each<[rule: { lessons: boolean; checks: boolean }, done: number[], progress: number]>([
    // the assessment weighs as much as half of what the two lessons ask for
    [all, [0, 2], 2 / 6],
    [{ lessons: false, checks: true }, [2], 1 / 2],
    [{ lessons: false, checks: false }, [], 0],
  ])('with an assessment, by %j, with %j done: %d', (completion, done, progress) => {
    expect(progressOf(course({ completion }), state({ done: new Set(done) }))).toBe(progress);
  });
});

describe('what is left', () => {
  const rest = (plan: Parameters<typeof course>[0], done: number[] = []) =>
    whatIsLeft(course({ assessment: false, ...plan }), state({ done: new Set(done) }));
  const compass = { kind: 'lesson', lesson: 'compass', sections: ['start', 'origins'] };
  const deciding = { kind: 'lesson', lesson: 'deciding', sections: ['pause'] };
  const check = { kind: 'check', lesson: 'compass', section: 'origins', block: 'origins-check' };

  it('is what the rule asks for, and nothing else', () => {
    expect(rest({})).toEqual([compass, deciding, check]);
    expect(rest({ completion: { lessons: false } })).toEqual([check]);
    expect(rest({ completion: { checks: false } })).toEqual([compass, deciding]);
    expect(rest({ lessons: [{ ...TWO_LESSONS[0]!, optional: true }, TWO_LESSONS[1]!] })).toEqual([deciding]);
  });

  it('is every check, not one of them', () => {
    const lessons = [
      {
        id: 'l',
        sections: [
          { id: 's', no: 0, blocks: [['check', 1]] as const },
          { id: 't', no: 2, blocks: [['check', 3]] as const },
        ],
      },
    ];
    const of = course({ assessment: false, lessons });
    const halfway = play(of, [{ type: 'block-done', block: 's-check' }], state({ done: new Set([0, 2]) }));
    expect(halfway.completed).toBe(false);
    expect(step(of, halfway, { type: 'block-done', block: 't-check' }).completed).toBe(true);
  });
});

describe('what a form earned', () => {
  const items = bank(one(0), one(1, 'elsewhere'));
  const entry = (item: number, credit: number) => ({
    item,
    flagged: false,
    latency: 0,
    answeredAfter: 0,
    credit,
  });
  const earned = (...form: ReturnType<typeof entry>[]) =>
    resultOf(OF, items, { number: 1, submittedAt: NOON, form }, 0);

  it('is no pass where there is nothing in it, whatever the pass mark is', () => {
    expect(earned()).toMatchObject({ score: 0, passed: false, objectives: [] });
    expect(earned(entry(0, 0))).toMatchObject({ score: 0, passed: true });
  });

  it('leaves out an item that is gone, and an objective that the course doesn’t have', () => {
    const purpose = { objective: 0, items: 1, points: 1 };
    expect(earned(entry(0, 1), entry(99, 0))).toMatchObject({ score: 100, objectives: [purpose] });
    expect(earned(entry(0, 1), entry(1, 0))).toMatchObject({ score: 50, objectives: [purpose] });
  });
});

describe('the history of an objective', () => {
  it('is read with all its digits, full points included, and put in order', () => {
    expect(historyFrom('2000000:123:100.25:101 20001:12:50:50 19999:0:12:345')).toEqual([
      { day: 19_999, tryNumber: 0, points: 12, items: 345 },
      { day: 20_001, tryNumber: 12, points: 50, items: 50 },
      { day: 2_000_000, tryNumber: 123, points: 100.25, items: 101 },
    ]);
  });

  it('adds the points of a day up', () => {
    const past = { day: 9, tryNumber: 0, points: 2, items: 3 };
    expect(withPast([past], { ...past, points: 1, items: 1 })).toEqual([{ ...past, points: 3, items: 4 }]);
  });
});
