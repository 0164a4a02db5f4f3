import { describe, expect, it } from 'vitest';
import {
  canOpen,
  courseProgress,
  initialState,
  isDone,
  resumeAt,
  step,
} from '../../../src/learning/index.ts';
import { course, NOON, play, sixItems, takeTry, TWO_LESSONS } from './builders.ts';

const read = (...sections: string[]) =>
  sections.map((section) => ({ type: 'section-read', section }) as const);
const IDS = ['start', 'origins', 'harder', 'pause', 'assessment'];

describe('gating', () => {
  const ordered = course({ gating: 'in-order' });
  const open = (state = initialState(), of = ordered) => IDS.filter((id) => canOpen(of, state, id));

  it('opens everything when free', () => {
    expect(open(initialState(), course({ gating: 'free' }))).toEqual(IDS);
  });

  it('opens one section after the other in order, and an optional one never blocks', () => {
    expect(open()).toEqual(['start']);
    expect(open(play(ordered, read('start')))).toEqual(['start', 'origins']);
    expect(open(play(ordered, read('start', 'origins')))).toEqual(['start', 'origins', 'harder', 'pause']);
    expect(open(play(ordered, read('start', 'origins', 'pause')))).toEqual(IDS);
  });

  it('lets nobody past: a section read before its time does not count', () => {
    const state = play(ordered, read('pause'));
    expect(isDone(ordered, state, 'pause')).toBe(false);
    expect(state.place).toBeUndefined();
    const started = step(ordered, state, { type: 'try-started', seed: 1, at: NOON, bank: sixItems() });
    expect(started.current).toBeUndefined();
  });

  it('never blocks a whole optional lesson’s successors', () => {
    const optional = course({
      gating: 'in-order',
      lessons: [{ ...TWO_LESSONS[0]!, optional: true }, TWO_LESSONS[1]!],
    });
    expect(open(initialState(), optional)).toEqual(['start', 'origins', 'harder', 'pause']);
  });

  it('keeps open what was seen once, when a section is put before it, on the first pass only', () => {
    const state = play(ordered, read('start', 'origins', 'pause'));
    const longer = course({
      gating: 'in-order',
      lessons: [{ id: 'new', sections: [{ id: 'new-first', no: 20 }] }, ...TWO_LESSONS],
    });
    expect(open(state, longer)).toEqual(['start', 'origins', 'pause']);
    expect(canOpen(longer, state, 'new-first')).toBe(true);
    expect(open(play(longer, read('new-first'), state), longer)).toEqual(IDS);
  });

  it('opens everything once the course was completed, and where nothing counts', () => {
    const completed = { ...initialState(), completed: true };
    expect(open(completed)).toEqual(IDS);
    expect(open(step(ordered, initialState(), { type: 'launched', mode: 'browse' }))).toEqual(IDS);
    expect(open(step(ordered, initialState(), { type: 'launched', mode: 'review' }))).toEqual(IDS);
  });

  it('keeps the assessment open after a first try', () => {
    const tried = takeTry(play(ordered, read('start', 'origins', 'pause')), {
      course: ordered,
      bank: sixItems(),
    });
    const longer = course({
      gating: 'in-order',
      lessons: [...TWO_LESSONS, { id: 'new', sections: [{ id: 'n', no: 20 }] }],
    });
    expect(canOpen(longer, tried, 'assessment')).toBe(true);
  });

  it('opens neither what it does not know, nor an assessment that is not there', () => {
    expect(canOpen(ordered, initialState(), 'nowhere')).toBe(false);
    expect(canOpen(course({ assessment: false }), initialState(), 'assessment')).toBe(false);
  });
});

describe('progress', () => {
  const of = course();

  it('keeps the place where a section is shown, and counts it once it was read', () => {
    const opened = play(of, [{ type: 'section-shown', section: 'origins' }]);
    expect(resumeAt(of, opened)).toBe('origins');
    expect(isDone(of, opened, 'origins')).toBe(false);
    const done = play(of, read('origins'), opened);
    expect(isDone(of, done, 'origins')).toBe(true);
    expect(resumeAt(of, done)).toBe('origins');
  });

  it('counts a section when it was read, and a lesson when all were that are not optional', () => {
    expect(courseProgress(of, initialState()).map(({ stage }) => stage)).toEqual(['new', 'new']);
    expect(courseProgress(of, play(of, read('start')))[0]).toEqual({
      lesson: 'compass',
      sections: 2,
      seen: 1,
      stage: 'begun',
    });
    expect(courseProgress(of, play(of, read('start', 'origins')))[0]!.stage).toBe('read');
    expect(courseProgress(of, play(of, read('harder')))[0]!.stage).toBe('begun');
  });

  it('counts blocks by id, ignores repeats and ids that it does not know', () => {
    const state = play(of, [{ type: 'block-done', block: 'origins-check' }]);
    expect(isDone(of, state, 'origins-check')).toBe(true);
    expect(step(of, state, { type: 'block-done', block: 'origins-check' })).toBe(state);
    expect(step(of, state, { type: 'block-done', block: 'nowhere' })).toBe(state);
    expect(step(of, state, { type: 'section-read', section: 'nowhere' })).toBe(state);
    expect(isDone(of, state, 'nowhere')).toBe(false);
  });
});

describe('resuming', () => {
  const of = course();
  it('goes to where the learner left', () => {
    expect(resumeAt(of, initialState())).toBe('start');
    expect(resumeAt(of, play(of, read('start', 'pause')))).toBe('pause');
    expect(resumeAt(of, play(of, [{ type: 'assessment-shown' }]))).toBe('assessment');
  });

  it('never goes to an assessment that is closed', () => {
    const ordered = course({ gating: 'in-order' });
    const state = play(ordered, [...read('start'), { type: 'assessment-shown' }]);
    expect(resumeAt(ordered, state)).toBe('start');
    expect(resumeAt(ordered, { ...state, place: 'assessment' })).toBe('origins');
  });

  it('goes to the first unseen section where that place is gone, and to the first where all were seen', () => {
    const state = play(of, read('start', 'pause'));
    const shorter = course({ lessons: [TWO_LESSONS[0]!] });
    expect(resumeAt(shorter, state)).toBe('origins');
    expect(resumeAt(shorter, play(shorter, read('origins'), { ...state, place: 5 }))).toBe('origins');
    expect(resumeAt(shorter, { ...play(of, read('start', 'origins')), place: 5 })).toBe('start');
    expect(resumeAt(course({ assessment: false }), { ...state, place: 'assessment' })).toBe('origins');
    expect(resumeAt(course({ lessons: [] }), state)).toBe('');
  });
});

it('keeps the language that was chosen, of those that the course has', () => {
  const of = course();
  const spanish = step(of, initialState(), { type: 'language-chosen', language: 'es' });
  expect(spanish.language).toBe(1);
  expect(step(of, spanish, { type: 'language-chosen', language: 'fr' })).toBe(spanish);
});
