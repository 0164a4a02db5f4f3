/** What a launch takes over from the LMS, field by field. */
import { describe, expect, it } from 'vitest';
import type { CourseStructure } from '../../../src/course/compiled.ts';
import {
  initialState,
  step,
  TRY_LIMIT,
  type Floor,
  type LearningState,
} from '../../../src/learning/index.ts';
import { INTERACTION_LIMIT } from '../../../src/learning/limits.ts';
import { course, NOON, sixItems, takeTry } from './builders.ts';

/** Four items in a form. */
const OF = course({ assessment: { passMark: 80, tries: 'unlimited' } });
const NO_TEST = course({ assessment: false });
const FEW = course({ assessment: { tries: 2 } });
const NO_FORM = course({ assessment: { blueprint: [] } });

const launched = (floor: Floor, of: CourseStructure = OF, from: LearningState = initialState()) =>
  step(of, from, { type: 'launched', mode: 'normal', floor, at: NOON });

it.each<[what: string, floor: Floor, tries: number, of?: CourseStructure]>([
  ['nothing', {}, 0],
  ['a score', { score: 10 }, 1],
  ['a score of 0', { score: 0 }, 1],
  ['a pass', { passed: true }, 1],
  ['a failure without a score', { passed: false }, 0],
  ['fewer interactions than a form has', { interactionsCount: 3 }, 0],
  ['as many as a form has', { interactionsCount: 4 }, 1],
  ['a part of a second form', { score: 10, interactionsCount: 7 }, 1],
  ['two forms', { interactionsCount: 8 }, 2],
  ['more than the course allows', { interactionsCount: 40 }, 2, FEW],
  ['more than any course allows', { interactionsCount: 1e9 }, TRY_LIMIT],
  [
    'a score and interactions, in a course without an assessment',
    { score: 90, interactionsCount: 8 },
    0,
    NO_TEST,
  ],
  ['interactions, where a form is empty', { interactionsCount: 8 }, 0, NO_FORM],
])('of %s come the tries', (_what, floor, tries, of) => {
  expect(launched(floor, of).triesSubmitted).toBe(tries);
});

it.each<[count: number, used: number, of?: CourseStructure]>([
  [5, 5],
  [5.9, 5],
  [-1, 0],
  [1e9, INTERACTION_LIMIT],
  [5, 0, NO_TEST],
])('%d interactions are %d', (interactionsCount, used, of) => {
  expect(launched({ interactionsCount }, of).interactionsUsed).toBe(used);
});

describe('the score', () => {
  it.each<[score: number, kept: number | undefined]>([
    [0, 0],
    [91.666, 91.66],
    // 0.55 as a share of 1, a hundred times
    [55.000000000000007, 55],
    [57.99999999999999, 58],
    [100.5, 100],
    [-1, undefined],
    [Number.NaN, undefined],
  ])('%d is kept as %s', (score, kept) => {
    expect(launched({ score }).best?.score).toBe(kept);
  });

  it('is no score of a course without an assessment, and none is made up', () => {
    expect(launched({ score: 90, passed: true }, NO_TEST)).toMatchObject({
      best: undefined,
      latest: undefined,
    });
    expect(launched({ interactionsCount: 4 }).best).toBeUndefined();
    expect(launched({ passed: false }).best).toBeUndefined();
  });

  it.each<[floor: Floor, passed: boolean]>([
    [{ score: 80 }, true],
    [{ score: 79.99 }, false],
    [{ score: 10, passed: true }, true],
    [{ score: 100, passed: false }, false],
  ])('%j', (floor, passed) => {
    expect(launched(floor).best?.passed).toBe(passed);
  });

  it('is the latest one too, where no other is known, and no later than one that is', () => {
    expect(launched({ score: 10 }).latest).toEqual({
      number: 1,
      submittedAt: NOON,
      score: 10,
      passed: false,
      objectives: [],
    });
    const own = takeTry(initialState(), { course: OF, bank: sixItems(), right: 1 });
    const raised = launched({ score: 90 }, OF, own);
    expect(raised.best?.score).toBe(90);
    expect(raised.latest).toEqual(own.latest);
    const lost = launched({}, OF, { ...own, latest: undefined });
    expect(lost.latest).toEqual(own.best);
  });
});

describe('the objectives', () => {
  const plan = {
    objectives: [
      ['late', 7],
      ['early', 2],
      ['untested', 4],
    ] as const,
  };
  const of = course({
    ...plan,
    assessment: {
      blueprint: [
        { objective: 'late', count: 2 },
        { objective: 'early', count: 2 },
      ],
    },
  });
  const taken = (objectives: Floor['objectives']) =>
    launched({ score: 50, ...(objectives && { objectives }) }, of).best?.objectives;

  it('come in the order of their numbers', () => {
    expect(
      taken([
        { id: 'late', score: 100 },
        { id: 'early', score: 0 },
      ]),
    ).toEqual([
      { objective: 2, items: 1, points: 0 },
      { objective: 7, items: 1, points: 1 },
    ]);
  });

  it.each<[what: string, objectives: Floor['objectives']]>([
    ['none told', undefined],
    ['none there', []],
    ['unknown', [{ id: 'nowhere', score: 50 }]],
    ['tested by nothing', [{ id: 'untested', score: 50 }]],
    ['without a score', [{ id: 'late' }]],
    ['below nothing', [{ id: 'late', score: -3 }]],
    ['no number', [{ id: 'late', score: Number.NaN }]],
  ])('%s: none are taken over', (_what, objectives) => {
    expect(taken(objectives)).toEqual([]);
  });
});

describe('completion', () => {
  const unasked = course({ completion: { assessment: false } });
  it.each<[what: string, floor: Floor, completed: boolean, of: CourseStructure]>([
    ['nothing told', {}, false, NO_TEST],
    ['not completed, but passed', { passed: true }, false, OF],
    ['completed, of a course without an assessment', { completed: true }, true, NO_TEST],
    ['completed and failed, of such a course', { completed: true, passed: false }, false, NO_TEST],
    ['completed, where no pass is asked for', { completed: true }, true, unasked],
    ['completed and failed, where no pass is asked for', { completed: true, passed: false }, false, unasked],
    ['completed, not passed', { completed: true, score: 40 }, false, OF],
    ['completed, nothing known of a pass', { completed: true }, false, OF],
    ['completed and passed', { completed: true, passed: true }, true, OF],
  ])('%s: %s', (_what, floor, completed, of) => {
    expect(launched(floor, of).completed).toBe(completed);
  });
});
