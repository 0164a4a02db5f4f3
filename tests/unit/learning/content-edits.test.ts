/** A saved state resumed into a course that was edited in between. */
import { describe, expect, it } from 'vitest';
import type { Bank, CourseStructure } from '../../../src/course/compiled.ts';
import {
  canOpen,
  courseProgress,
  decode,
  encode,
  report,
  resumeAt,
  step,
  whatIsLeft,
  type LearningEvent,
  type LearningState,
} from '../../../src/learning/index.ts';
import { formItems, unanswered } from '../../../src/learning/form.ts';
import { interactionsOf } from '../../../src/learning/interactions.ts';
import {
  bank,
  course,
  fillIn,
  NOON,
  one,
  options,
  play,
  several,
  sixItems,
  takeTry,
  TWO_LESSONS,
} from './builders.ts';

const before = course();
const items = bank(...[0, 1, 2, 3, 4, 5].map((no) => one(no, no < 3 ? 'purpose' : 'limits')));

/** Leaves, and comes back to the edited course. */
function resume(state: LearningState, edited: CourseStructure): LearningState {
  const { state: read, damaged } = decode(encode(state, before.version));
  expect(damaged).toBeUndefined();
  return step(edited, read, { type: 'launched', mode: 'normal' });
}

const read = (...sections: string[]): LearningEvent[] =>
  sections.map((section) => ({ type: 'section-read', section }));
const halfway = play(before, [...read('start', 'origins'), { type: 'block-done', block: 'origins-check' }]);
const stages = (of: CourseStructure, state: LearningState) =>
  courseProgress(of, state).map(({ stage }) => stage);

describe('lessons', () => {
  it('moved keep their progress', () => {
    const edited = course({ lessons: TWO_LESSONS.toReversed() });
    const state = resume(halfway, edited);
    expect(stages(edited, state)).toEqual(['new', 'read']);
    expect(resumeAt(edited, state)).toBe('origins');
  });

  it('added are unseen and leave the others as they are', () => {
    const edited = course({ lessons: [{ id: 'new', sections: [{ id: 'n', no: 30 }] }, ...TWO_LESSONS] });
    const state = resume(halfway, edited);
    expect(stages(edited, state)).toEqual(['new', 'read', 'new']);
    expect(whatIsLeft(edited, state)[0]).toEqual({ kind: 'lesson', lesson: 'new', sections: ['n'] });
  });

  it('renamed keep their progress, for it hangs on the number', () => {
    const edited = course({
      lessons: [
        {
          id: 'north',
          sections: TWO_LESSONS[0]!.sections.map((section) => ({ ...section, id: `${section.id}-2` })),
        },
        TWO_LESSONS[1]!,
      ],
    });
    const state = resume(halfway, edited);
    expect(stages(edited, state)).toEqual(['read', 'new']);
    expect(resumeAt(edited, state)).toBe('origins-2');
  });

  it('removed are forgotten by what is left, and remembered when they come back', () => {
    const edited = course({ lessons: [TWO_LESSONS[1]!] });
    const state = resume(halfway, edited);
    expect(stages(edited, state)).toEqual(['new']);
    expect(whatIsLeft(edited, state).map(({ kind }) => kind)).toEqual(['lesson', 'assessment']);
    expect(report(edited, state).location).toBe('');
    expect(stages(before, resume(state, before))).toEqual(['read', 'new']);
  });
});

describe('sections and blocks', () => {
  const first = TWO_LESSONS[0]!;

  it('moved to another lesson keep their progress', () => {
    const edited = course({
      lessons: [
        { id: 'compass', sections: [first.sections[0]!] },
        { id: 'deciding', sections: [...first.sections.slice(1), ...TWO_LESSONS[1]!.sections] },
      ],
    });
    expect(stages(edited, resume(halfway, edited))).toEqual(['read', 'begun']);
  });

  it('added in the middle leave open what was seen behind them', () => {
    const sections = [first.sections[0]!, { id: 'between', no: 31 }, ...first.sections.slice(1)];
    const edited = course({ gating: 'in-order', lessons: [{ id: 'compass', sections }, TWO_LESSONS[1]!] });
    const state = resume(halfway, edited);
    expect(['between', 'origins', 'pause'].map((id) => canOpen(edited, state, id))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('removed are not waited for', () => {
    const edited = course({ lessons: [{ id: 'compass', sections: [first.sections[1]!] }] });
    expect(stages(edited, resume(halfway, edited))).toEqual(['read']);
    const checkless = course({ lessons: [{ id: 'compass', sections: [{ id: 'origins', no: 1 }] }] });
    expect(
      whatIsLeft(checkless, resume(play(before, read('origins')), checkless)).map(({ kind }) => kind),
    ).toEqual(['assessment']);
  });

  it('made optional, or no longer so, count by the new rule', () => {
    const sections = first.sections.map((section) => ({ ...section, optional: section.id !== 'harder' }));
    const edited = course({ lessons: [{ id: 'compass', sections }] });
    expect(whatIsLeft(edited, resume(halfway, edited))[0]).toEqual({
      kind: 'lesson',
      lesson: 'compass',
      sections: ['harder'],
    });
  });
});

describe('a try under way', () => {
  const begun = play(before, [{ type: 'try-started', seed: 4, at: NOON, bank: items }]);
  const numbers = begun.current!.form.map(({ item }) => item);
  const without = (gone: number): Bank => bank(...items.items.filter((item) => item.no !== gone));
  const answer = (state: LearningState, no: number, from: Bank) =>
    step(before, state, {
      type: 'answered',
      item: `item-${no}`,
      bank: from,
      response: { type: 'choice', ids: ['b'] },
      at: NOON + 5000,
    });

  it('keeps its form and its answers, also when items are added', () => {
    const state = resume(answer(begun, numbers[0]!, items), before);
    const more = bank(...items.items, one(50), one(51, 'limits'));
    expect(formItems(more, state.current!).map(({ item }) => item.no)).toEqual(numbers);
    expect(state.current!.form[0]!.response).toEqual({ type: 'choice', ids: ['b'] });
    expect(answer(state, numbers[1]!, more).current!.form).toHaveLength(4);
  });

  it('drops an item that was removed, and does not score its place', () => {
    const left = without(numbers[1]!);
    let state = resume(begun, before);
    expect(formItems(left, state.current!).map(({ position }) => position)).toEqual([0, 1, 2]);
    for (const no of numbers) state = answer(state, no, left);
    expect(state.current!.form).toHaveLength(3);
    state = step(before, state, { type: 'try-submitted', at: NOON, bank: left });
    expect(state.best).toMatchObject({ score: 100, passed: true });
    expect(interactionsOf(before, left, state).map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(state.interactionsUsed).toBe(3);
  });

  it('of which no item is left was no try', () => {
    const others = bank(one(90), one(91), one(92, 'limits'), one(93, 'limits'));
    const submitted = step(before, begun, { type: 'try-submitted', at: NOON, bank: others });
    expect(submitted).toMatchObject({ current: undefined, triesSubmitted: 0 });
    const again = step(before, begun, { type: 'try-started', seed: 1, at: NOON, bank: others });
    expect(again.current).toMatchObject({ number: 1 });
    expect(again.current!.form).toHaveLength(4);
  });

  it('survives an item whose type or options changed: what no longer fits earns nothing', () => {
    const [first, second] = numbers as [number, number];
    const state = resume(answer(answer(begun, first, items), second, items), before);
    const edited = bank(
      ...items.items.map((item) => {
        if (item.no === first) return { ...fillIn(first, item.objective) };
        if (item.no === second)
          return { ...item, type: 'one' as const, shuffle: true, options: options('acd', 'c') };
        return item;
      }),
    );
    const submitted = step(before, state, { type: 'try-submitted', at: NOON, bank: edited });
    expect(submitted.best!.score).toBe(0);
    expect(interactionsOf(before, edited, submitted).map(({ response }) => response)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('warns of an answer that an edit took away', () => {
    const [first, second] = numbers as [number, number];
    const state = resume(answer(answer(begun, first, items), second, items), before);
    const edited = bank(
      ...items.items.map((item) =>
        item.no === first && item.type === 'one' ? { ...item, options: options('acd', 'c') } : item,
      ),
    );
    expect(unanswered(edited, state.current!).map(({ item }) => item.no)).not.toContain(second);
    expect(unanswered(edited, state.current!).map(({ item }) => item.no)).toContain(first);
    expect(formItems(edited, state.current!)[1]!.entry).toBe(state.current!.form[1]);
  });

  it('may still be submitted when fewer tries are allowed than have begun', () => {
    const once = takeTry(play(before, []), { course: before, bank: items, right: 0 });
    const second = step(before, once, { type: 'try-started', seed: 8, at: NOON, bank: items });
    const stricter = course({ assessment: { tries: 1 } });
    const state = resume(second, stricter);
    expect(report(stricter, state).success).toBe('unknown');
    expect(whatIsLeft(stricter, state).at(-1)).toMatchObject({ triesLeft: 1, underWay: true });
    const submitted = step(stricter, state, { type: 'try-submitted', at: NOON, bank: items });
    expect(submitted.triesSubmitted).toBe(2);
    expect(report(stricter, submitted).success).toBe('failed');
  });
});

describe('a submitted try', () => {
  const passed = takeTry(halfway, { course: before, bank: items });

  it('keeps its score and its indexes when items are removed', () => {
    const gone = passed.current!.form[1]!.item;
    const left = bank(...items.items.filter((item) => item.no !== gone));
    const state = resume(passed, before);
    expect(report(before, state)).toMatchObject({ score: { raw: 100 }, success: 'passed' });
    expect(interactionsOf(before, left, state).map(({ index }) => index)).toEqual([0, 2, 3]);
    const again = takeTry(state, { course: before, bank: left, seed: 3 });
    expect(interactionsOf(before, left, again)[0]!.index).toBe(4);
  });

  it('stays passed when the pass mark rises, objectives change or the assessment goes', () => {
    for (const edited of [
      course({ assessment: { passMark: 100 } }),
      course({ objectives: [['other', 7]], assessment: { blueprint: [{ objective: 'other', count: 1 }] } }),
      course({ assessment: false, completion: { assessment: false } }),
    ]) {
      expect(report(edited, resume(passed, edited))).toMatchObject({
        score: { raw: 100 },
        success: 'passed',
      });
    }
  });

  it('reports only the objectives that the course still has, in the order of their numbers', () => {
    const edited = course({
      objectives: [
        ['new', 2],
        ['limits', 1],
      ],
    });
    expect(report(edited, resume(passed, edited)).objectives).toMatchObject([
      { id: 'limits', success: 'passed', score: { raw: 100 } },
      { id: 'new', success: 'unknown', completion: 'incomplete' },
    ]);
  });
});

it('ignores a state with numbers that no course ever gave', () => {
  const state = { ...halfway, done: new Set([0, 60_000]), itemsSeen: new Set([40_000]), place: 60_000 };
  const resumed = resume(state, before);
  expect(resumeAt(before, resumed)).toBe('origins');
  expect(report(before, resumed).location).toBe('');
  expect(takeTry(resumed, { course: before, bank: sixItems() }).triesSubmitted).toBe(1);
  expect(takeTry(resumed, { course: before, bank: bank(several(1), one(2)) }).current!.form).toHaveLength(2);
});
