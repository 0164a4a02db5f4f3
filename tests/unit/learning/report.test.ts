/** The report, field by field. */
import { describe, expect, it } from 'vitest';
import type { CourseStructure } from '../../../src/course/compiled.ts';
import { initialState, report, step, type LearningState } from '../../../src/learning/index.ts';
import { interactionsOf } from '../../../src/learning/interactions.ts';
import type { TryResult } from '../../../src/learning/types.ts';
import { bank, course, NOON, one, play, several, sixItems, takeTry } from './builders.ts';

const OF = course();
const BANK = sixItems();
const state = (fields: Partial<LearningState> = {}): LearningState => ({ ...initialState(), ...fields });
const result = (more: Partial<TryResult> = {}): TryResult => {
  return { number: 1, submittedAt: NOON, score: 50, passed: false, objectives: [], ...more };
};
const begun = step(OF, state(), { type: 'try-started', seed: 3, at: NOON, bank: BANK });

it.each([
  ['normal', true],
  ['review', false],
  ['browse', false],
] as const)('a launch in mode %s counts: %s', (mode, counts) => {
  expect(report(OF, state({ mode })).counts).toBe(counts);
});

it.each<[place: LearningState['place'], location: string]>([
  [undefined, ''],
  [0, 'start'],
  [5, 'pause'],
  ['assessment', 'assessment'],
  [99, ''],
])('the place %s is told as "%s"', (place, location) => {
  expect(report(OF, state({ place })).location).toBe(location);
});

describe('untouched', () => {
  const EMPTY = course({ lessons: [] });
  it.each<[what: string, fields: Partial<LearningState>, untouched: true | undefined, of?: CourseStructure]>([
    ['a new state', {}, true],
    ['the first section shown', { place: 0 }, true],
    ['the first section read at once', { place: 0, done: new Set([0]) }, true],
    ['another section shown', { place: 1 }, undefined],
    ['another section read', { place: 0, done: new Set([0, 1]) }, undefined],
    ['the assessment shown', { place: 'assessment' }, undefined],
    ['a form begun', { current: begun.current }, undefined],
    ['a result', { best: result() }, undefined],
    ['an item seen', { itemsSeen: new Set([0]) }, undefined],
    ['a new state of a course without sections', {}, true, EMPTY],
    ['a place that a course without sections has not', { place: 0 }, undefined, EMPTY],
  ])('%s: %s', (_what, fields, untouched, of = OF) => {
    expect(report(of, state(fields)).untouched).toBe(untouched);
  });
});

it.each<[what: string, fields: Partial<LearningState>, success: string, session: string]>([
  ['nothing yet', {}, 'unknown', 'unknown'],
  ['leaves without a try', { exiting: true }, 'unknown', 'unknown'],
  [
    'leaves after another form than the one of this launch',
    { exiting: true, latest: result() },
    'unknown',
    'unknown',
  ],
  ['stays after a failed try', { submittedThisLaunch: true, latest: result() }, 'unknown', 'unknown'],
  [
    'leaves after a failed try',
    { exiting: true, submittedThisLaunch: true, latest: result() },
    'unknown',
    'failed',
  ],
  ['leaves, its try being unknown', { exiting: true, submittedThisLaunch: true }, 'unknown', 'unknown'],
  [
    'leaves after a failed try, having passed before',
    { exiting: true, submittedThisLaunch: true, latest: result(), best: result({ passed: true }) },
    'passed',
    'passed',
  ],
])('%s', (_what, fields, success, session) => {
  expect(report(OF, state(fields))).toMatchObject({ success, sessionSuccess: session });
});

it('has the order of an open form, and none where nothing was changed', () => {
  expect(report(OF, begun)).not.toHaveProperty('order');
  const id = `item-${begun.current!.form[0]!.item}`;
  const flagged = step(OF, begun, { type: 'flagged', item: id, bank: BANK, flagged: true });
  expect(report(OF, flagged).order).toBe(`${begun.current!.form[0]!.item}.0.1`);
});

describe('the objectives', () => {
  const of = course({
    objectives: [
      ['late', 7],
      ['untested', 4],
      ['early', 2],
    ],
    assessment: {
      blueprint: [
        { objective: 'late', count: 1 },
        { objective: 'early', count: 1 },
      ],
    },
  });

  it('are the graded ones by number, with no words while these are not loaded', () => {
    expect(report(of, state()).objectives).toEqual([
      { id: 'early', description: '', completion: 'incomplete', success: 'unknown' },
      { id: 'late', description: '', completion: 'incomplete', success: 'unknown' },
    ]);
    expect(of.objectives.map(({ id }) => id)).toEqual(['late', 'untested', 'early']);
  });

  it('have their words where they are loaded, and those of a form its score', () => {
    const best = result({
      objectives: [
        { objective: 2, items: 3, points: 2 },
        { objective: 7, items: 3, points: 1 },
      ],
    });
    expect(
      report(of, state({ best }), { objectives: { early: 'First things', late: 'Last things' } }).objectives,
    ).toEqual([
      {
        id: 'early',
        description: 'First things',
        score: { raw: 66.66 },
        completion: 'completed',
        success: 'passed',
      },
      {
        id: 'late',
        description: 'Last things',
        score: { raw: 33.33 },
        completion: 'completed',
        success: 'failed',
      },
    ]);
  });
});

describe('the answers', () => {
  const of = course({ assessment: { blueprint: [{ objective: 'purpose', count: 2 }] } });
  const items = bank(one(0), several(1));

  it('are right only with the whole point', () => {
    const responses = { 0: ['b'], 1: ['a', 'b'] } as const;
    const opened = step(of, state(), { type: 'try-started', seed: 3, at: NOON, bank: items });
    const answered = play(
      of,
      ([0, 1] as const).map((no) => {
        const response = { type: 'choice', ids: [...responses[no]] } as const;
        return { type: 'answered', item: `item-${no}`, bank: items, response, at: NOON + 5000 } as const;
      }),
      opened,
    );
    expect(interactionsOf(of, items, answered)).toEqual([]);
    const submitted = step(of, answered, { type: 'try-submitted', at: NOON + 9000, bank: items });
    const told = interactionsOf(of, items, submitted).map(({ item, correct, at }) => [
      item.no,
      correct,
      at - NOON,
    ]);
    expect(told.toSorted(([first], [second]) => Number(first) - Number(second))).toEqual([
      [0, true, 5000],
      [1, false, 5000],
    ]);
  });

  it('that were left are of the time of submission, and wrong', () => {
    const submitted = takeTry(state(), { course: of, bank: items, right: 0 });
    expect(interactionsOf(of, items, submitted)).toMatchObject([
      { index: 0, correct: false, credit: 0, at: NOON + 600_000, response: undefined, tryNumber: 1 },
      { index: 1, correct: false, credit: 0, at: NOON + 600_000, response: undefined, tryNumber: 1 },
    ]);
  });
});
