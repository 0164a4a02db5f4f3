/** What SCORM 1.2 asks for beyond the contract. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/learning/types.ts';
import type { Driver, RecordWriter } from '../../../src/tracking/record.ts';
import { createDriver } from '../../../src/tracking/scorm/scorm12.ts';
import { answers, COURSE, objective, PASSED, writing } from '../../contract/material.ts';
import { begin } from '../../fakes/begin.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { LMSS } from '../../../src/lms/habits.ts';
import { Scorm12Lms } from '../../../src/lms/scorm12.ts';
import { launchLms } from '../../../src/lms/launch.ts';

async function started(lms: Scorm12Lms, status12: 'passed' | 'completed' = 'passed'): Promise<RecordWriter> {
  return (await begin(driverOver(lms.scope, { ...COURSE, status12 }))).writer;
}

const driverOver = (scope: object, course = COURSE): Driver =>
  createDriver(course, { scope, clock: new FakeClock(), online: () => true });

describe('the one status', () => {
  it.each([
    ['incomplete', 'unknown', 'passed', 'incomplete'],
    // The assessment is passed, lessons are left: `passed` would open the rest for review only
    ['incomplete', 'passed', 'passed', 'incomplete'],
    ['completed', 'passed', 'passed', 'passed'],
    ['completed', 'passed', 'completed', 'completed'],
    ['completed', 'unknown', 'passed', 'passed'],
    ['completed', 'unknown', 'completed', 'completed'],
    ['completed', 'failed', 'passed', 'failed'],
    ['incomplete', 'failed', 'passed', 'failed'],
  ] as const)('T6 %s and %s with the setting %s is %s', async (completion, success, setting, status) => {
    const lms = launchLms('strict', '1.2');
    await (await started(lms, setting)).write(writing({ completion, success }));
    expect(lms.status).toBe(status);
    expect(lms.refusals).toEqual([]);
  });

  it.each([
    ['incomplete', 'incomplete'],
    ['completed', 'completed'],
  ] as const)('T6 never fails a course that asks for no pass: %s', async (completion, status) => {
    const lms = launchLms('strict', '1.2');
    const course = { ...COURSE, completion: { ...COURSE.completion, assessment: false } };
    const { writer } = await begin(driverOver(lms.scope, course));
    await writer.write(writing({ completion, success: 'failed' }));
    expect(lms.status).toBe(status);
  });

  it('T2 reads a state that the LMS gives back with space around it', async () => {
    const lms = launchLms('strict', '1.2', {}, new Map([['cmi.suspend_data', ' 1.tokentoken.1.AAAA\r\n']]));
    const { launch } = await driverOver(lms.scope).open();
    expect(launch.saved).toBe('1.tokentoken.1.AAAA');
  });

  it('T4 turns a failure that the LMS made of an early score into incomplete while tries are left', async () => {
    const lms = launchLms('strict', '1.2', { passMark: 80 });
    const writer = await started(lms);
    await writer.finish(writing({ score: { raw: 40 } }), 'exit');
    expect(lms.status).toBe('failed');
    const next = lms.relaunch({ mode: 'normal', credit: 'credit' });
    const again = await started(next);
    // It might be the learner's own last failure: only the report knows
    expect(next.status).toBe('failed');
    await again.write(writing({ score: { raw: 40 } }));
    expect(next.status).toBe('incomplete');
  });

  it('T4 is never left at a status that Moodle turns into completed', async () => {
    const lms = launchLms('strict', '1.2');
    await (await started(lms)).finish(undefined, 'page');
    expect(lms.status).toBe('incomplete');
  });
});

describe('values', () => {
  it('T11 spells every field', async () => {
    const lms = launchLms('strict', '1.2');
    await (await started(lms)).write(writing({}, { interactions: answers() }));
    const [one, several, trueFalse, match, order, word, blank] = lms.seen().interactions;
    expect(one).toEqual({
      id: 'Q07KeepingASecret',
      'objectives.0.id': 'objPurpose',
      time: expect.stringMatching(/^\d\d:00:00$/),
      type: 'choice',
      'correct_responses.0.pattern': 'b',
      weighting: '1',
      student_response: 'b',
      result: 'correct',
      latency: '0000:00:00.05',
    });
    expect(several).toMatchObject({
      'correct_responses.0.pattern': 'b,t',
      student_response: 'b,t',
      latency: '0000:00:01.05',
    });
    expect(trueFalse).toMatchObject({
      type: 'true-false',
      'correct_responses.0.pattern': 't',
      student_response: 'f',
      result: 'wrong',
    });
    expect(match).toMatchObject({
      type: 'matching',
      'correct_responses.0.pattern': 'a.a,b.b',
      student_response: 'a.a,b.1',
    });
    expect(order).toMatchObject({
      type: 'sequencing',
      'correct_responses.0.pattern': 'a,b,c',
      student_response: 'b,a,c',
    });
    expect(word).toMatchObject({
      type: 'fill-in',
      'correct_responses.1.pattern': 'mutuality',
      student_response: '{mutual}',
    });
    expect(blank).not.toHaveProperty('student_response');
    expect(blank).toMatchObject({ result: 'wrong' });
  });

  it('T6 has objectives with id, score and one status', async () => {
    const lms = launchLms('strict', '1.2');
    const objectives = [
      objective('obj-a', { score: { raw: 50 }, completion: 'completed', success: 'failed' }),
      objective('obj-b'),
    ];
    await (await started(lms)).write(writing({ objectives }));
    expect(lms.seen().objectives).toEqual([
      { id: 'objA', 'score.raw': '50', 'score.min': '0', 'score.max': '100', status: 'failed' },
      { id: 'objB', status: 'incomplete' },
    ]);
  });

  it('T20 has the active time as four-digit hours and two decimals', async () => {
    const lms = launchLms('strict', '1.2');
    await (await started(lms)).finish(writing({}, { activeTime: 3_661_050 }), 'exit');
    expect(lms.seen().time).toBe('0001:01:01.05');
  });

  it('T2 takes a pass mark of 0 and a language that is no tag for absent', async () => {
    const lms = launchLms('strict', '1.2', { passMark: 0, language: 'English' });
    const { launch } = await driverOver(lms.scope).open();
    expect(launch).toEqual({ connected: true, mode: 'normal', saved: '' });
  });

  it('T2 reads de_AT as de-AT', async () => {
    const lms = launchLms('strict', '1.2', { language: 'de_AT' });
    expect((await driverOver(lms.scope).open()).launch.language).toBe('de-AT');
  });
});

describe('after a commit that failed', () => {
  const sets = (lms: Scorm12Lms, from: number): string[] =>
    lms.calls
      .slice(from)
      .flatMap(({ name, element, value }) =>
        name === 'LMSCommit'
          ? ['commit']
          : name === 'LMSSetValue'
            ? [`${element.replace(/^cmi\.(core\.)?/, '')}=${value}`]
            : [],
      );

  it('T13 sends all again in another spelling, and puts it right', async () => {
    const lms = launchLms('strict', '1.2');
    const writer = await started(lms);
    lms.fault = 'refuses';
    const report: Partial<Report> = { ...PASSED, objectives: [], score: { raw: 100 } };
    await writer.write(writing(report));
    lms.fault = undefined;
    const from = lms.calls.length;
    const last = writing(report, { activeTime: 62_000 });
    await writer.write(last);
    expect(sets(lms, from)).toEqual([
      `suspend_data=${last.saved}`,
      'lesson_location=assessment ',
      'score.raw=99.999',
      'score.min=0.001',
      'score.max=99.999',
      'session_time=0000:01:02.00',
      'commit',
      'lesson_location=assessment',
      'score.raw=100',
      'score.min=0',
      'score.max=100',
      'commit',
      // The turn to a good status has commits of its own, the score before it and after it
      'score.raw=99.999',
      'lesson_status=passed',
      'commit',
      'score.raw=100',
      'commit',
    ]);
    expect(lms.seen()).toMatchObject({ success: 'passed', score: { raw: '100' } });
  });

  it('T13 sends a status again by way of one that says no less', async () => {
    const lms = launchLms('strict', '1.2');
    const writer = await started(lms);
    await writer.write(writing(PASSED));
    lms.fault = 'refuses';
    await writer.write(writing({ ...PASSED, location: 'elsewhere' }));
    lms.fault = undefined;
    const from = lms.calls.length;
    await writer.write(writing({ ...PASSED, location: 'elsewhere' }));
    expect(sets(lms, from).filter((set) => set.includes('status'))).toEqual([]);
    expect(lms.seen()).toMatchObject({ success: 'passed', location: 'elsewhere' });
  });

  it.each([
    ['the first', 1],
    ['the second', 2],
    ['the third', 3],
  ])('T13 ends with the true values when %s commit of a retry fails too', async (_, nth) => {
    const lms = launchLms('strict', '1.2');
    const writer = await started(lms);
    lms.fault = 'refuses';
    await writer.write(writing(PASSED, { interactions: answers() }));
    lms.fault = undefined;
    // The nth commit from here fails
    const { LMSCommit } = lms.api;
    let commits = 0;
    lms.api.LMSCommit = (parameter) => {
      lms.fault = ++commits === nth ? 'refuses' : undefined;
      return LMSCommit(parameter);
    };
    for (let n = 0; n < 4; n++) await writer.write(writing(PASSED, { interactions: answers() }));
    const seen = lms.seen();
    expect(seen).toMatchObject({
      success: 'passed',
      score: { raw: '83.33', min: '0', max: '100' },
      location: 'assessment',
    });
    expect(seen.interactions).toHaveLength(7);
    expect(seen.interactions[0]).toMatchObject({
      id: 'Q07KeepingASecret',
      type: 'choice',
      student_response: 'b',
      result: 'correct',
      latency: '0000:00:00.05',
    });
    expect(seen.objectives[0]).toMatchObject({ id: 'objPurpose', status: 'passed', 'score.raw': '100' });
    expect(lms.refusals).toEqual([]);
  });
});

it('T18 says when the LMS has ended the session', async () => {
  const lms = launchLms('strict', '1.2');
  const writer = await started(lms);
  lms.api.LMSFinish('');
  expect(await writer.write(writing())).toMatchObject({ stored: false, problem: { code: 'session-over' } });
});

it('T4 sets the status once in each session, though it stays what it was: some complete a session that sets none', async () => {
  const lms = new Scorm12Lms(LMSS.chamilo['1.2']);
  await (await started(lms)).finish(writing(), 'page');
  const next = lms.relaunch();
  await (await started(next)).finish(undefined, 'page');
  expect(next.status).toBe('incomplete');
});

describe('T12 the start', () => {
  it('makes these calls and no others', async () => {
    const lms = launchLms('strict', '1.2', { learnerId: 'a', learnerName: 'A' });
    await driverOver(lms.scope).open();
    expect(lms.calls.map(({ name, element }) => [name.slice(3), element].join(' ').trim())).toEqual([
      'Initialize',
      'GetValue cmi.core.lesson_status',
      'GetValue cmi.core.lesson_mode',
      'GetValue cmi.core.credit',
      'GetValue cmi.suspend_data',
      'GetLastError',
      'GetValue cmi.core.student_id',
      'GetValue cmi.core.student_name',
      'GetValue cmi.student_data.mastery_score',
      'GetValue cmi.student_preference.language',
      'SetValue cmi.core.lesson_status',
      'SetValue cmi.core.exit',
      'Commit',
    ]);
  });
});
