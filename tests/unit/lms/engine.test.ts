/** What the engine stores and gives back, what the strict one refuses, and what an LMS holds of many learners. */
import { describe, expect, it } from 'vitest';
import { Attempts } from '../../../src/lms/attempt.ts';
import { Scorm12Lms } from '../../../src/lms/scorm12.ts';
import { launchLms } from '../../../src/lms/launch.ts';
import { Scorm2004Lms } from '../../../src/lms/scorm2004.ts';
import { again, caller, lms12, lms2004 } from './harness.ts';

describe('a session', () => {
  it('1.2: what no commit brought is not there', () => {
    const { lms, begin, set, commit } = lms12();
    begin();
    set('state', 'abc');
    expect(lms.seen()).toMatchObject({ saved: '', commits: 0, opened: 1, closed: 0 });
    commit();
    expect(lms.seen()).toMatchObject({ saved: 'abc', commits: 1 });
  });

  it('1.2: gives everything back, whatever the exit; 2004 only after "suspend"', () => {
    const saved = ([launch, exit]: [typeof lms12 | typeof lms2004, string]): unknown => {
      const one = launch();
      one.begin();
      one.set('exit', exit);
      one.set('state', 'abc');
      one.end();
      const next = again(one.lms);
      next.begin();
      return [next.get('state'), next.lms.delivered.entry];
    };
    expect(saved([lms12, 'suspend'])).toEqual(['abc', 'resume']);
    expect(saved([lms12, ''])).toEqual(['abc', '']);
    expect(saved([lms2004, 'suspend'])).toEqual(['abc', 'resume']);
    expect(saved([lms2004, 'normal'])).toEqual(['', 'ab-initio']);
  });

  it('1.2: a session without a status is completed at its end; 2004 leaves it', () => {
    for (const [launch, completion] of [
      [lms12, 'completed'],
      [lms2004, 'unknown'],
    ] as const) {
      const { lms, begin, end } = launch();
      begin();
      end();
      expect(lms.seen().completion).toBe(completion);
    }
  });

  it('2004: has the objectives of the manifest from the beginning, and goes on with what became of them', () => {
    const facts = { objectives: ['primary', 'playing'] };
    const { lms, begin, get, set, end } = lms2004([], facts);
    begin();
    expect(get('cmi.entry')).toBe('ab-initio');
    expect(get('cmi.objectives._count')).toBe('2');
    expect(get('cmi.objectives.1.id')).toBe('playing');
    expect(get('cmi.objectives.1.success_status')).toBe('unknown');
    expect(set('cmi.objectives.1.success_status', 'passed')).toBe('true');
    set('exit', 'suspend');
    end();
    const next = again(lms, facts);
    next.begin();
    expect([next.get('cmi.objectives._count'), next.get('cmi.objectives.1.success_status')]).toEqual([
      '2',
      'passed',
    ]);
  });

  it('says to the course what its manifest wants said', () => {
    const facts = { launchData: 'colour=green', timeLimit: 'PT30M', timeLimitAction: 'exit,message' };
    const [old, later] = [lms12([], facts), lms2004([], { ...facts, completionThreshold: '0.9' })];
    for (const { begin, get } of [old, later]) {
      begin();
      expect(get('cmi.launch_data')).toBe('colour=green');
    }
    expect(old.get('cmi.student_data.max_time_allowed')).toBe('PT30M');
    expect(old.get('cmi.student_data.time_limit_action')).toBe('exit,message');
    expect(later.get('cmi.max_time_allowed')).toBe('PT30M');
    expect(later.get('cmi.time_limit_action')).toBe('exit,message');
    expect(later.get('cmi.completion_threshold')).toBe('0.9');
    const untold = lms2004();
    untold.begin();
    expect([untold.get('cmi.launch_data'), untold.error()]).toEqual(['', '403']);
    expect(untold.get('cmi.time_limit_action')).toBe('continue,no message');
  });

  it.each([
    ['69', 'failed'],
    ['70', 'passed'],
  ])('1.2: a mastery score of 70 makes %s %s at the end', (raw, status) => {
    const { lms, begin, set, end } = lms12([], { passMark: 70 });
    begin();
    set('status', 'incomplete');
    set('raw', raw);
    end();
    expect(lms.status).toBe(status);
  });

  it.each([
    [lms12, ['0000:59:59.50', '0001:00:00.75'], '0002:00:00.25'],
    [lms2004, ['PT59M59.5S', 'P1DT1H0.75S'], 'PT93600.25S'],
  ] as const)('adds up the times of its sessions', (launch, times, total) => {
    let here: ReturnType<typeof again> = launch();
    for (const time of times) {
      here.begin();
      here.set('exit', 'suspend');
      here.set('time', time);
      here.end();
      here = again(here.lms);
    }
    here.begin();
    expect(here.get('total')).toBe(total);
  });

  it('2004: a new type forgets the patterns of the old one', () => {
    const { begin, set, get } = lms2004();
    begin();
    set('cmi.interactions.0.id', 'q1');
    set('cmi.interactions.0.type', 'choice');
    set('cmi.interactions.0.correct_responses.0.pattern', 'a');
    set('cmi.interactions.0.type', 'true-false');
    expect(get('cmi.interactions.0.correct_responses._count')).toBe('0');
  });

  it('2004: a Terminate that failed may be tried again', () => {
    const { lms, begin, end } = lms2004();
    begin();
    lms.fault = 'refuses';
    expect(end()).toBe('false');
    lms.fault = undefined;
    expect(end()).toBe('true');
  });

  it('lacks what it is told to lack', () => {
    for (const [launch, code] of [
      [lms12, '401'],
      [lms2004, '402'],
    ] as const) {
      const { begin, get, set, error } = launch([], { without: ['cmi.interactions'] });
      begin();
      expect([get('cmi.interactions._children'), error()]).toEqual(['', code]);
      expect([set('cmi.interactions.0.id', 'q1'), error()]).toEqual(['false', code]);
    }
  });

  it('cuts off a state that is too long for it, without a word', () => {
    const { lms, begin, set, commit } = lms12([], { cutsAt: 3 });
    begin();
    expect([set('state', 'abcdef'), commit(), lms.seen().saved]).toEqual(['true', 'true', 'abc']);
  });

  it('takes nothing but text', () => {
    const { begin, set, error } = lms12();
    begin();
    expect([set('raw', 80), error()]).toEqual(['false', '405']);
  });
});

/** The table of standards: what one system takes and another refuses, is refused. */
describe('the strict LMS', () => {
  const strict = (api: object, version: '1.2' | '2004', before: [string, string][]) => {
    const calls = caller(api, version);
    calls.begin();
    for (const [name, value] of before) calls.set(name, value);
    return calls;
  };
  const INTERACTION: [string, string][] = [
    ['cmi.interactions.0.id', 'q1'],
    ['cmi.interactions.0.type', 'choice'],
  ];

  it.each([
    ['state', 'x'.repeat(4097)],
    ['state', 'é'],
    ['cmi.core.lesson_location', 'a\nb'],
    ['time', '00:10:00'],
    ['time', '0000:10:00.5'],
    ['raw', '1000.0'],
    ['cmi.objectives.0.id', 'obj-one'],
    ['cmi.objectives.0.status', 'passed'],
    ['cmi.interactions.2.id', 'q3'],
    ['cmi.interactions.0.id', 'q-1'],
    ['cmi.interactions.0.student_response', '{a,b}'],
    ['cmi.interactions.0.student_response', ''],
    ['cmi.interactions.0.result', 'incorrect'],
    ['cmi.interactions.0.latency', '00:00:01'],
    ['cmi.interactions.0.correct_responses.1.pattern', 'a'],
  ])('1.2 refuses %s = %j', (name, value) => {
    const lms = launchLms('strict', '1.2');
    const { set } = strict(lms.api, '1.2', INTERACTION);
    expect(set(name, value)).toBe('false');
    expect(lms.refusals).toHaveLength(1);
  });

  it.each([
    ['time', 'PT1.234S'],
    ['time', 'P1Y'],
    ['cmi.score.scaled', '.8'],
    ['cmi.location', 'a\nb'],
    ['state', 'é'],
    ['cmi.objectives.0.id', 'obj-one'],
    ['cmi.objectives.0.id', 'urn:x:y'],
    ['cmi.interactions.0.timestamp', '2026-01-05T10:00:00Z'],
    ['cmi.interactions.0.timestamp', '2026-01-05T10:00:00.123Z'],
    ['cmi.interactions.0.timestamp', '2026-01-05T10:00:00.1+01:00'],
    ['cmi.interactions.0.timestamp', '2026'],
    ['cmi.interactions.0.learner_response', 'choice-1'],
    ['cmi.interactions.0.learner_response', ''],
    ['cmi.interactions.0.learner_response', 'a[,]a'],
    ['cmi.interactions.0.description', 'one\ntwo'],
    ['cmi.interactions.0.description', '{lang=en}Question'],
    ['cmi.interactions.0.description', 'x'.repeat(251)],
    ['cmi.interactions.0.learner_response', Array.from({ length: 37 }, (_, n) => `c${n}`).join('[,]')],
  ])('2004 refuses %s = %j', (name, value) => {
    const lms = launchLms('strict', '2004');
    const { set } = strict(lms.api, '2004', INTERACTION);
    expect(set(name, value)).toBe('false');
    expect(lms.refusals).toHaveLength(1);
  });

  it('2004 takes no pattern twice, not even in its own place', () => {
    const name = 'cmi.interactions.0.correct_responses.0.pattern';
    const { set, error } = strict(launchLms('strict', '2004').api, '2004', [...INTERACTION, [name, 'a']]);
    expect([set(name, 'a'), error()]).toEqual(['false', '351']);
    const plain = strict(new Scorm2004Lms().api, '2004', [...INTERACTION, [name, 'a']]);
    expect(plain.set(name, 'a')).toBe('true');
  });

  it('stores as Moodle does, and opens for review what is over', () => {
    const one = launchLms('strict', '1.2');
    const { begin, set, end } = caller(one.api, '1.2');
    begin();
    set('status', 'failed');
    end();
    expect(one.relaunch().delivered).toMatchObject({ mode: 'review', credit: 'no-credit' });
    const other = launchLms('strict', '2004');
    const calls = caller(other.api, '2004');
    calls.begin();
    calls.set('exit', 'suspend');
    calls.set('success', 'passed');
    calls.end();
    expect(other.relaunch().delivered).toMatchObject({ mode: 'normal', credit: 'credit' });
  });
});

describe('what an LMS holds', () => {
  const pass = (attempts: Attempts, learner: string, course: string): void => {
    const lms = new Scorm12Lms([], {}, attempts.of(learner, course));
    const { begin, set, end } = caller(lms.api, '1.2');
    begin();
    set('status', 'passed');
    set('raw', '90');
    set('cmi.interactions.0.id', 'q1');
    end();
  };
  const seenOf = (attempts: Attempts, learner: string, course = 'one') =>
    new Scorm12Lms([], {}, attempts.of(learner, course)).seen();

  it('reads as a report shows it, to the next launch and to one kept as text', () => {
    const attempts = new Attempts();
    pass(attempts, 'ana', 'one');
    const shown = {
      completion: 'completed',
      success: 'passed',
      grade: '90',
      ticked: true,
      interactions: [{ id: 'q1' }],
    };
    expect(seenOf(attempts, 'ana')).toMatchObject(shown);
    expect(seenOf(Attempts.from(JSON.stringify(attempts)), 'ana')).toMatchObject(shown);
    expect(seenOf(attempts, 'ben')).toMatchObject({ completion: 'not attempted' });
  });

  it('is reset for one learner in one course, for one learner, or wholly', () => {
    const attempts = new Attempts();
    const left = (): string[] =>
      ['ana one', 'ana two', 'ben one'].filter((key) => {
        const [learner = '', course = ''] = key.split(' ');
        return seenOf(attempts, learner, course).success === 'passed';
      });
    for (const [learner, course] of [
      ['ana', 'one'],
      ['ana', 'two'],
      ['ben', 'one'],
    ] as const)
      pass(attempts, learner, course);
    attempts.reset('ana', 'one');
    expect(left()).toEqual(['ana two', 'ben one']);
    attempts.reset('ana');
    expect(left()).toEqual(['ben one']);
    attempts.reset();
    expect(left()).toEqual([]);
  });

  it('keeps one course apart from another', () => {
    const attempts = new Attempts();
    pass(attempts, 'ana', 'one');
    expect(new Scorm2004Lms([], {}, attempts.of('ana', 'two')).seen().success).toBe('unknown');
  });
});
