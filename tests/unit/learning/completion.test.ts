import { describe, expect, it } from 'vitest';
import type { CompletionRule } from '../../../src/course/compiled.ts';
import {
  initialState,
  isComplete,
  progressOf,
  report,
  step,
  triesLeft,
  whatIsLeft,
  type LearningEvent,
  type LearningState,
} from '../../../src/learning/index.ts';
import { course, NOON, play, sixItems, takeTry, TWO_LESSONS } from './builders.ts';

const READ: LearningEvent[] = ['start', 'origins', 'pause'].map((section) => ({
  type: 'section-read',
  section,
}));
const CHECKED: LearningEvent[] = [{ type: 'block-done', block: 'origins-check' }];
const bank = sixItems();

describe('a report of what was only looked at', () => {
  const of = course();
  const untouched = (...events: LearningEvent[]): boolean =>
    report(of, play(of, events), undefined).untouched === true;

  it('says so of one section, also of one that was read at once', () => {
    expect(untouched()).toBe(true);
    expect(untouched({ type: 'section-shown', section: 'start' })).toBe(true);
    expect(untouched({ type: 'section-read', section: 'start' })).toBe(true);
  });

  it('says nothing of it once the learner went on, or did something', () => {
    expect(
      untouched({ type: 'section-read', section: 'start' }, { type: 'section-shown', section: 'origins' }),
    ).toBe(false);
    expect(untouched({ type: 'section-shown', section: 'origins' })).toBe(false);
    expect(untouched({ type: 'block-done', block: 'origins-check' })).toBe(false);
  });
});

describe('the rule, in any combination', () => {
  const rules: CompletionRule[] = [false, true].flatMap((lessons) =>
    [false, true].flatMap((checks) => [false, true].map((assessment) => ({ lessons, checks, assessment }))),
  );
  it.each(rules)('lessons $lessons, checks $checks, assessment $assessment', (completion) => {
    for (const [read, checked, passed] of [0, 1, 2, 3, 4, 5, 6, 7].map((n) => [n & 1, n & 2, n & 4])) {
      const of = course({ completion, assessment: completion.assessment && {} });
      let state = play(of, [
        { type: 'launched', mode: 'normal' },
        ...(read ? READ : []),
        ...(checked ? CHECKED : []),
      ]);
      if (passed && completion.assessment) state = takeTry(state, { course: of, bank });
      const met =
        (!completion.lessons || !!read) &&
        (!completion.checks || !!checked) &&
        (!completion.assessment || !!passed);
      expect(state.completed).toBe(met);
      expect(isComplete(of, state)).toBe(met);
      expect(whatIsLeft(of, state).length === 0).toBe(met);
      expect(report(of, state)).toMatchObject({ completion: met ? 'completed' : 'incomplete' });
      expect(report(of, state).progress === 1).toBe(met);
    }
  });

  it('asks for no optional section, lesson or check', () => {
    const of = course({
      assessment: false,
      lessons: [TWO_LESSONS[0]!, { ...TWO_LESSONS[1]!, optional: true }],
    });
    const state = play(of, [
      { type: 'section-read', section: 'start' },
      { type: 'section-read', section: 'origins' },
      ...CHECKED,
    ]);
    expect(state.completed).toBe(true);
  });
});

describe('what is left', () => {
  it('is a list of every unmet condition, with ids', () => {
    const of = course({ assessment: { tries: 3 } });
    const state = play(of, [{ type: 'section-read', section: 'start' }]);
    expect(whatIsLeft(of, state)).toEqual([
      { kind: 'lesson', lesson: 'compass', sections: ['origins'] },
      { kind: 'lesson', lesson: 'deciding', sections: ['pause'] },
      { kind: 'check', lesson: 'compass', section: 'origins', block: 'origins-check' },
      {
        kind: 'assessment',
        passRequired: true,
        passMark: 80,
        triesLeft: 3,
        underWay: false,
        best: undefined,
      },
    ]);
  });

  it('tells the tries left, the one under way included, and the best score', () => {
    const of = course({ assessment: { tries: 2 } });
    const failed = takeTry(initialState(), { course: of, bank, right: 2 });
    const again = step(of, failed, { type: 'try-started', seed: 2, at: NOON, bank });
    expect(whatIsLeft(of, again).at(-1)).toMatchObject({ triesLeft: 1, underWay: true, best: 50 });
    expect(triesLeft(of, takeTry(failed, { course: of, bank, right: 0 }))).toBe(0);
    expect(triesLeft(course(), failed)).toBe('unlimited');
    expect(triesLeft(course({ assessment: false }), failed)).toBe(0);
  });

  it('uses the LMS’s pass mark', () => {
    const of = course();
    const state = step(of, initialState(), { type: 'launched', mode: 'normal', passMark: 60 });
    expect(whatIsLeft(of, state).at(-1)).toMatchObject({ passMark: 60 });
  });
});

describe('an assessment that is not settled', () => {
  const told = (of: ReturnType<typeof course>, state: LearningState) => {
    const { completion, success } = report(of, state);
    return `${completion} ${success}`;
  };

  it('keeps completion open, whatever the lessons’ state, even where no pass is asked for', () => {
    const of = course({ completion: { assessment: false } });
    const read = play(of, [...READ, ...CHECKED]);
    expect(told(of, read)).toBe('incomplete unknown');
    expect(whatIsLeft(of, read)).toMatchObject([{ kind: 'assessment', passRequired: false }]);
    expect(told(of, takeTry(read, { course: of, bank, right: 1 }))).toBe('incomplete unknown');
    expect(told(of, takeTry(read, { course: of, bank }))).toBe('completed passed');
  });

  it('is unknown while tries remain', () => {
    const of = course({ assessment: { tries: 2 } });
    const once = takeTry(play(of, [...READ, ...CHECKED]), { course: of, bank, right: 0 });
    expect(told(of, once)).toBe('incomplete unknown');
    expect(report(of, once).score).toEqual({ raw: 0 });
  });

  it('failed for good: the LMS is told completed and failed, the learner that the course is not complete', () => {
    const of = course({ assessment: { tries: 2 } });
    let state = takeTry(play(of, [...READ, ...CHECKED]), { course: of, bank, right: 0 });
    state = takeTry(state, { course: of, bank, right: 1, seed: 2 });
    expect(told(of, state)).toBe('completed failed');
    expect(state.completed).toBe(false);
    expect(whatIsLeft(of, state)).toMatchObject([{ kind: 'assessment', triesLeft: 0 }]);
    expect(report(of, state).progress).toBeLessThan(1);
    expect(step(of, state, { type: 'try-started', seed: 3, at: NOON, bank })).toBe(state);
  });

  it('failed for good before the lessons were read: failed, and completion waits for the lessons', () => {
    const of = course({ assessment: { tries: 1 } });
    const state = takeTry(initialState(), { course: of, bank, right: 0 });
    expect(told(of, state)).toBe('incomplete failed');
    expect(told(of, play(of, [...READ, ...CHECKED], state))).toBe('completed failed');
  });

  it('failed for good where no pass is asked for: the course is complete', () => {
    const of = course({ assessment: { tries: 1 }, completion: { assessment: false } });
    const state = takeTry(play(of, [...READ, ...CHECKED]), { course: of, bank, right: 0 });
    expect(told(of, state)).toBe('completed failed');
    expect(state.completed).toBe(true);
  });

  it('has no success in a course without an assessment', () => {
    const of = course({ assessment: false, completion: { assessment: false } });
    expect(told(of, play(of, [...READ, ...CHECKED]))).toBe('completed unknown');
    expect(report(of, play(of, READ)).score).toBeUndefined();
  });
});

describe('completion once earned', () => {
  const of = course();
  const completed = takeTry(play(of, [...READ, ...CHECKED]), { course: of, bank });

  it('stays when lessons are added', () => {
    const longer = course({ lessons: [...TWO_LESSONS, { id: 'new', sections: [{ id: 'n', no: 20 }] }] });
    const state = step(longer, completed, { type: 'launched', mode: 'normal' });
    expect(report(longer, state)).toMatchObject({ completion: 'completed', success: 'passed', progress: 1 });
    expect(whatIsLeft(longer, state)).toEqual([]);
  });

  it('comes by itself when what was missing is removed', () => {
    const unread = takeTry(play(of, CHECKED.concat(READ.slice(0, 2))), { course: of, bank });
    expect(unread.completed).toBe(false);
    const shorter = course({ lessons: [TWO_LESSONS[0]!] });
    expect(step(shorter, unread, { type: 'launched', mode: 'normal' }).completed).toBe(true);
    expect(step(shorter, unread, { type: 'launched', mode: 'review' }).completed).toBe(false);
  });
});

describe('session success, for standards without attempts', () => {
  const of = course();
  const failed = takeTry(initialState(), { course: of, bank, right: 0 });
  const left = (state: LearningState) => report(of, step(of, state, { type: 'exit' })).sessionSuccess;

  it('is failed when the learner leaves after a failed try, and not before', () => {
    expect(report(of, failed).sessionSuccess).toBe('unknown');
    expect(left(failed)).toBe('failed');
    expect(report(of, step(of, failed, { type: 'exit' })).success).toBe('unknown');
  });

  it('is open again when the learner stays after all', () => {
    const staying = step(of, step(of, failed, { type: 'exit' }), { type: 'section-read', section: 'start' });
    expect(report(of, staying).sessionSuccess).toBe('unknown');
  });

  it('is unknown when the failed try was of an earlier launch, or there was none', () => {
    expect(left(step(of, failed, { type: 'launched', mode: 'normal' }))).toBe('unknown');
    expect(left(initialState())).toBe('unknown');
  });

  it('is never failed after a pass', () => {
    const passed = takeTry(failed, { course: of, bank, seed: 2 });
    expect(left(takeTry(passed, { course: of, bank, seed: 3, right: 0 }))).toBe('passed');
  });

  it('is failed at once when the last allowed try is submitted', () => {
    const once = course({ assessment: { tries: 1 } });
    expect(report(once, takeTry(initialState(), { course: once, bank, right: 0 })).sessionSuccess).toBe(
      'failed',
    );
  });
});

describe('progress', () => {
  // three sections and one check of two lessons are asked for; the assessment weighs as much as a lesson on average: two
  const of = course();
  const readAll = ['start', 'origins', 'pause'].map(
    (section) => ({ type: 'section-read', section }) as const,
  );
  const check = { type: 'block-done', block: 'origins-check' } as const;

  it('counts each section and check alike, and the assessment as a lesson', () => {
    expect(progressOf(of, play(of, []))).toBe(0);
    expect(progressOf(of, play(of, readAll.slice(0, 1)))).toBeCloseTo(1 / 6);
    expect(progressOf(of, play(of, [...readAll, check]))).toBeCloseTo(4 / 6);
    expect(progressOf(of, takeTry(initialState(), { course: of, bank: sixItems() }))).toBeCloseTo(2 / 6);
    expect(progressOf(of, takeTry(play(of, [...readAll, check]), { course: of, bank: sixItems() }))).toBe(1);
  });

  it('counts an assessment that was failed no more than one that was not begun', () => {
    const failed = takeTry(play(of, readAll), { course: of, bank: sixItems(), right: 0 });
    expect(progressOf(of, failed)).toBeCloseTo(3 / 6);
  });
});
