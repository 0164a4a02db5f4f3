import { describe, expect, it } from 'vitest';
import { learningMinutes } from '../../../src/course/minutes.ts';
import { initialState, minutesLeft } from '../../../src/learning/index.ts';
import { course, play, sixItems, takeTry, TWO_LESSONS } from './builders.ts';

const read = (...sections: string[]) =>
  sections.map((section) => ({ type: 'section-read', section }) as const);

describe('the minutes that are left', () => {
  // two lessons of five minutes, and a form of four items
  const of = course({ completion: { checks: false } });

  it('are those that the course states, for a learner who begins', () => {
    expect(minutesLeft(of, initialState())).toBe(14);
    expect(minutesLeft(of, initialState())).toBe(learningMinutes(of));
  });

  it('go down with each section that has to be read, and with no other', () => {
    expect(minutesLeft(of, play(of, read('start')))).toBe(12);
    expect(minutesLeft(of, play(of, read('start', 'harder')))).toBe(12);
    expect(minutesLeft(of, play(of, read('start', 'origins', 'pause')))).toBe(4);
  });

  it('are those of the test until it is passed, and none once the course is complete', () => {
    const all = play(of, read('start', 'origins', 'pause'));
    const failed = takeTry(all, { course: of, bank: sixItems(), right: 0 });
    expect(minutesLeft(of, failed)).toBe(4);
    expect(minutesLeft(of, takeTry(failed, { course: of, bank: sixItems(), right: 4 }))).toBe(0);
  });

  it('leave out a test that was passed before the reading', () => {
    const passed = takeTry(initialState(), { course: of, bank: sixItems(), right: 4 });
    expect(minutesLeft(of, passed)).toBe(10);
  });

  it('leave out a lesson that may be skipped', () => {
    const optional = course({ lessons: [{ ...TWO_LESSONS[0]!, optional: true }, TWO_LESSONS[1]!] });
    expect(minutesLeft(optional, initialState())).toBe(9);
  });
});
