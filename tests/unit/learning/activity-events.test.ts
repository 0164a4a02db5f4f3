/** What records of events are told: lessons read, checks answered, scenarios ended and tries submitted, each once. */
import { describe, expect, it } from 'vitest';
import type { Item, Response } from '../../../src/course/compiled.ts';
import {
  activityEvents,
  blockActivity,
  initialState,
  type LearningState,
} from '../../../src/learning/index.ts';
import { bank, course, NOON, one, several, takeTry } from './builders.ts';

const of = course();
const LATER = NOON + 5000;

const read = (...done: number[]): LearningState => ({ ...initialState(), done: new Set(done) });
const between = (before: LearningState, after: LearningState) => activityEvents(of, before, after, LATER);
const completed = (lesson: string) => ({ type: 'lesson-completed', lesson, at: LATER });

/** The ledger numbers: 0 and 1 are the sections of "compass" that must be seen, 3 may be skipped, 5 is all of "deciding". */
describe('a lesson is completed', () => {
  const table: [when: string, before: number[], after: number[], lessons: string[]][] = [
    ['when the last section that must be seen was', [0], [0, 1], ['compass']],
    ['whatever was skipped before', [3, 0], [3, 0, 1], ['compass']],
    ['in one step with another, in course order', [0], [5, 1, 0], ['compass', 'deciding']],
    ['not while a section is left', [], [0], []],
    ['not a second time', [0, 1], [0, 1, 3], []],
    ['not for what was done in a section alone', [0], [0, 2], []],
    ['not by looking at what may be skipped', [], [3], []],
    ['not when another is', [0, 1], [0, 1, 5], ['deciding']],
    ['not when what was read is lost', [0, 1], [0], []],
  ];
  it.each(table)('%s', (_when, before, after, lessons) => {
    expect(between(read(...before), read(...after))).toEqual(lessons.map(completed));
  });
});

describe('a try is submitted', () => {
  const items = bank(one(0), one(1), one(2, 'limits'), one(3, 'limits'));
  const begun = initialState();
  const { current, ...three } = takeTry(begun, { course: of, bank: items, right: 3 });

  it('with its own times, its score and what it earned in each objective', () => {
    const wrong = current!.form.findIndex(({ credit }) => credit === 0);
    const missed = current!.form[wrong]!.item < 2 ? 'purpose' : 'limits';
    const objective = (id: string) =>
      id === missed ? { id, score: 50, mastered: false } : { id, score: 100, mastered: true };
    expect(between(begun, { ...three, current })).toEqual([
      {
        type: 'try-submitted',
        number: 1,
        startedAt: NOON,
        score: 75,
        passed: false,
        objectives: [objective('purpose'), objective('limits')],
        at: NOON + 600_000,
      },
    ]);
  });

  it('and the latest one is told, not the best', () => {
    const first = takeTry(begun, { course: of, bank: items });
    const second = takeTry(first, { course: of, bank: items, right: 0, at: NOON + 700_000 });
    expect(between(begun, first)).toMatchObject([{ number: 1, score: 100, passed: true }]);
    expect(between(first, second)).toMatchObject([{ number: 2, score: 0, passed: false }]);
  });

  it('without objectives that are gone from the course', () => {
    const without = course({ objectives: [['limits', 1]] });
    const told = activityEvents(without, begun, { ...three, current }, LATER);
    expect(told).toMatchObject([{ objectives: [{ id: 'limits' }] }]);
  });

  it('at the moment of its end where its form is no longer known', () => {
    expect(between(begun, { ...three, current: undefined })).toMatchObject([
      { startedAt: NOON + 600_000, at: NOON + 600_000 },
    ]);
  });

  it('once: not again with what is done later', () => {
    const after = { ...three, current };
    expect(between(after, { ...after, done: new Set([0, 1]) })).toEqual([completed('compass')]);
    expect(between(after, { ...after })).toEqual([]);
  });

  it('not where no result of it is known', () => {
    expect(between(begun, { ...begun, triesSubmitted: 1 })).toEqual([]);
  });

  it('beside the lesson that was completed before it in the same step', () => {
    const told = between(read(0), { ...three, current, done: new Set([0, 1]) });
    expect(told.map(({ type }) => type)).toEqual(['lesson-completed', 'try-submitted']);
  });
});

describe('where nothing counts', () => {
  it.each(['review', 'browse'] as const)('nothing happens: in %s', (mode) => {
    expect(between(read(0), { ...read(0, 1), mode })).toEqual([]);
    const doing = { way: [], ending: undefined };
    expect(blockActivity(of, { ...read(0), mode }, 'pause-cards', doing, NOON)).toEqual([]);
  });

  it('nothing happens between a state and itself', () => {
    const state = read(0, 1, 5);
    expect(between(state, state)).toEqual([]);
  });
});

describe('in a block', () => {
  const choice = (...ids: string[]): Response => ({ type: 'choice', ids });

  const answers: [what: string, question: Item, response: Response, correct: boolean][] = [
    ['the right option is correct', one(0), choice('b'), true],
    ['a wrong option is not', one(0), choice('a'), false],
    ['a part of the right ones is not', several(0), choice('a', 'b'), false],
    ['all the right ones are', several(0), choice('a', 'b', 'c'), true],
  ];
  it.each(answers)('a check is answered: %s', (_what, question, response, correct) => {
    expect(blockActivity(of, initialState(), 'origins-check', { question, response }, NOON)).toEqual([
      {
        type: 'check-answered',
        lesson: 'compass',
        block: 'origins-check',
        question,
        response,
        correct,
        at: NOON,
      },
    ]);
  });

  it.each(['good', undefined] as const)('a scenario ends by a way: ending %s', (ending) => {
    const way = [
      { scene: 'door', choice: 'a' },
      { scene: 'hall', choice: 'c' },
    ];
    expect(blockActivity(of, initialState(), 'pause-cards', { way, ending }, NOON)).toEqual([
      { type: 'scenario-ended', lesson: 'deciding', block: 'pause-cards', way, ending, at: NOON },
    ]);
  });

  it('that the course does not have nothing happens', () => {
    expect(blockActivity(of, initialState(), 'gone', { way: [], ending: 'good' }, NOON)).toEqual([]);
  });
});
