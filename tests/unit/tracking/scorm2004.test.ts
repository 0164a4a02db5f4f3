/** What SCORM 2004 asks for beyond the contract. */
import { describe, expect, it } from 'vitest';
import type { Driver, RecordWriter } from '../../../src/tracking/record.ts';
import { createDriver } from '../../../src/tracking/scorm/scorm2004.ts';
import { answers, COURSE, objective, PASSED, writing } from '../../contract/material.ts';
import { LMSS } from '../../../src/lms/habits.ts';
import { begin } from '../../fakes/begin.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { Scorm2004Lms } from '../../../src/lms/scorm2004.ts';
import { launchLms } from '../../../src/lms/launch.ts';

async function started(lms: Scorm2004Lms): Promise<RecordWriter> {
  return (await begin(driverOver(lms))).writer;
}

const driverOver = (lms: Scorm2004Lms): Driver =>
  createDriver(COURSE, { scope: lms.scope, clock: new FakeClock(), online: () => true });

describe('values', () => {
  it('T6 keeps completion and success apart', async () => {
    const lms = launchLms('strict', '2004');
    const writer = await started(lms);
    await writer.write(writing({ completion: 'incomplete', success: 'passed', progress: 1 / 3 }));
    expect(lms.seen()).toMatchObject({ completion: 'incomplete', success: 'passed', progress: '0.3333' });
    await writer.write(writing({ completion: 'completed', success: 'passed', progress: 1.2 }));
    expect(lms.seen()).toMatchObject({ completion: 'completed', progress: '1' });
  });

  it('T6 says unknown by saying nothing, but for the LMS that completes what is silent about success', async () => {
    for (const [made, completion] of [
      ['generic', 'completed'],
      ['successfactors', 'incomplete'],
    ] as const) {
      const lms = new Scorm2004Lms(LMSS.successfactors['2004']);
      const driver = createDriver(
        { ...COURSE, lms: made },
        { scope: lms.scope, clock: new FakeClock(), online: () => true },
      );
      const { writer } = await begin(driver);
      await writer.write(writing({ completion: 'incomplete', success: 'unknown' }));
      await writer.finish(undefined, 'page');
      const said = lms.calls.some(
        ({ name, element }) => name === 'SetValue' && element === 'cmi.success_status',
      );
      expect(said).toBe(made === 'successfactors');
      expect(lms.seen()).toMatchObject({ completion, success: 'unknown' });
    }
  });

  it('T8 has all four scores', async () => {
    const lms = launchLms('strict', '2004');
    await (await started(lms)).write(writing({ score: { raw: 83.33 } }));
    expect(lms.seen().score).toEqual({ scaled: '0.8333', raw: '83.33', min: '0', max: '100' });
  });

  it('T11 spells every field', async () => {
    const lms = launchLms('strict', '2004');
    const [first, ...others] = answers();
    const interactions = [{ ...first!, weighting: 2 }, ...others];
    await (await started(lms)).write(writing({}, { interactions }));
    const [one, several, trueFalse, match, order, word, blank] = lms.seen().interactions;
    expect(one).toEqual({
      id: 'Q07KeepingASecret',
      type: 'choice',
      'objectives.0.id': 'objPurpose',
      timestamp: '2026-01-05T10:00:00.00Z',
      'correct_responses.0.pattern': 'b',
      weighting: '2',
      learner_response: 'b',
      result: 'correct',
      latency: 'PT0.05S',
      description: 'What now?',
    });
    // Where it is one it need not be told
    expect(several).not.toHaveProperty('weighting');
    expect(several).toMatchObject({
      'correct_responses.0.pattern': 'b[,]t',
      learner_response: 'b[,]t',
      description: '(Which} of these?',
    });
    expect(trueFalse).toMatchObject({
      type: 'true-false',
      'correct_responses.0.pattern': 'true',
      learner_response: 'false',
      result: 'incorrect',
    });
    expect(match).toMatchObject({
      type: 'matching',
      'correct_responses.0.pattern': 'a[.]a[,]b[.]b',
      learner_response: 'a[.]a[,]b[.]1',
    });
    expect(order).toMatchObject({ type: 'sequencing', learner_response: 'b[,]a[,]c' });
    expect(word).toMatchObject({
      type: 'fill-in',
      'correct_responses.0.pattern': 'mutual',
      learner_response: '(mutual)',
    });
    expect(blank).not.toHaveProperty('learner_response');
    expect(lms.refusals).toEqual([]);
  });

  it('T6 has objectives with both statuses, four scores and a description', async () => {
    const lms = launchLms('strict', '2004');
    const objectives = [
      objective('obj-a', { score: { raw: 50 }, completion: 'completed', success: 'failed' }),
      objective('obj-b', { description: '' }),
    ];
    await (await started(lms)).write(writing({ objectives }));
    expect(lms.seen().objectives).toEqual([
      {
        id: 'objA',
        'score.scaled': '0.5',
        'score.raw': '50',
        'score.min': '0',
        'score.max': '100',
        success_status: 'failed',
        // What isn't mastered is not done, for some reports show nothing else
        completion_status: 'incomplete',
        description: 'You can do obj-a.',
      },
      { id: 'objB', success_status: 'unknown', completion_status: 'incomplete' },
    ]);
  });

  it('T6 leaves alone what a manifest put among the objectives', async () => {
    const server = new Map([
      ['cmi.exit', 'suspend'],
      ['cmi.objectives.0.id', 'PRIMARY'],
    ]);
    const lms = launchLms('strict', '2004', {}, server);
    await (await started(lms)).write(writing(PASSED));
    expect(lms.seen().objectives.map(({ id }) => id)).toEqual(['PRIMARY', 'objPurpose', 'objDeciding']);
    expect(lms.seen().objectives[0]).toEqual({ id: 'PRIMARY' });
  });

  it('T2 has the pass mark in per cent', async () => {
    const lms = launchLms('strict', '2004', { passMark: 85 });
    expect((await driverOver(lms).open()).launch.passMark).toBe(85);
  });

  it('T20 has the active time as a duration', async () => {
    const lms = launchLms('strict', '2004');
    await (await started(lms)).finish(writing({}, { activeTime: 3_661_050 }), 'exit');
    expect(lms.seen().time).toBe('PT1H1M1.05S');
  });
});

describe('the end', () => {
  it.each(['incomplete', 'completed'] as const)(
    'asks the LMS to go on when the learner leaves, in the one way that no LMS stumbles over: %s',
    async (completion) => {
      const lms = new Scorm2004Lms(LMSS.moodle['2004']);
      expect(await (await started(lms)).finish(writing({ completion }), 'exit')).toEqual({ stored: true });
      expect(lms.seen()).toMatchObject({ navigation: 'suspendAll', resumable: true, closed: 1 });
    },
  );

  it('T7 keeps what was stored stored, whatever becomes of the end', async () => {
    const lms = launchLms('strict', '2004');
    const writer = await started(lms);
    lms.api.Terminate = () => {
      throw new SyntaxError('an alert');
    };
    expect(await writer.finish(writing(), 'exit')).toMatchObject({
      stored: true,
      problem: { code: 'lms-threw' },
    });
  });

  it('T7 a page that goes has stored nothing where the end fails, which alone brings all of it along', async () => {
    const lms = launchLms('strict', '2004');
    const writer = await started(lms);
    lms.api.Terminate = () => 'false';
    expect(await writer.finish(writing(), 'page')).toMatchObject({ stored: false });
  });

  it('asks for nothing when the page goes', async () => {
    const lms = launchLms('strict', '2004');
    await (await started(lms)).finish(writing(), 'page');
    expect(lms.seen().navigation).toBeUndefined();
  });

  it('takes no notice of an LMS that refuses to navigate', async () => {
    const lms = launchLms('strict', '2004', { without: ['adl.nav'] });
    const writer = await started(lms);
    expect(await writer.finish(writing(), 'exit')).toEqual({ stored: true });
    expect(lms.seen().closed).toBe(1);
  });
});

it('T13 sets nothing twice after a failed commit: the LMS sends everything again', async () => {
  const lms = launchLms('strict', '2004');
  const writer = await started(lms);
  lms.fault = 'refuses';
  await writer.write(writing(PASSED, { interactions: answers() }));
  lms.fault = undefined;
  const from = lms.calls.length;
  await writer.write(writing(PASSED, { interactions: answers() }));
  const changing = lms.calls.slice(from).filter(({ name }) => name !== 'GetValue');
  expect(changing.map(({ name, element }) => `${name} ${element}`.trim())).toEqual([
    'SetValue cmi.suspend_data',
    'Commit',
    // The turn to a good status has commits of its own
    'SetValue cmi.completion_status',
    'SetValue cmi.success_status',
    'Commit',
    'Commit',
  ]);
  expect(lms.seen()).toMatchObject({ success: 'passed' });
});

it('T18 says when the LMS has ended the session', async () => {
  const lms = launchLms('strict', '2004');
  const writer = await started(lms);
  lms.api.Terminate('');
  expect(await writer.write(writing())).toMatchObject({ stored: false, problem: { code: 'session-over' } });
});

it('T3 does not open again what was terminated', async () => {
  const lms = launchLms('strict', '2004');
  lms.api.Initialize('');
  lms.api.Terminate('');
  expect((await driverOver(lms).open()).launch).toMatchObject({
    connected: false,
    problem: { code: 'lms-refused' },
  });
});
