/** What a SCORM 1.2 package does otherwise that was made for one LMS. */
import { describe, expect, it } from 'vitest';
import type { Driver, RecordWriter } from '../../../src/tracking/record.ts';
import { createDriver } from '../../../src/tracking/scorm/scorm12.ts';
import { COURSE, PASSED, writing } from '../../contract/material.ts';
import { begin } from '../../fakes/begin.ts';
import { FakeClock } from '../../fakes/clock.ts';
import type { Lms } from '../../../src/course/compiled.ts';
import { LMSS } from '../../../src/lms/habits.ts';
import { Scorm12Lms } from '../../../src/lms/scorm12.ts';

const driverOver = (scope: object, course = COURSE): Driver =>
  createDriver(course, { scope, clock: new FakeClock(), online: () => true });

describe('a package that is made for one LMS', () => {
  const madeFor = async (made: Lms, lms: Scorm12Lms): Promise<RecordWriter> =>
    (await begin(driverOver(lms.scope, { ...COURSE, lms: made }))).writer;

  it('T25 for Moodle: says the status once more by way of completed', async () => {
    for (const made of ['generic', 'moodle'] as const) {
      const lms = new Scorm12Lms(LMSS.moodle['1.2']);
      await (await madeFor(made, lms)).write(writing(PASSED));
      const statuses = lms.calls.flatMap(({ name, element, value }) =>
        name === 'LMSSetValue' && element === 'cmi.core.lesson_status' ? [value] : [],
      );
      expect(statuses).toEqual(
        made === 'moodle' ? ['incomplete', 'passed', 'completed', 'passed'] : ['incomplete', 'passed'],
      );
      expect(lms.status).toBe('passed');
    }
  });

  it('T7 for Blackboard: ends the session when the page goes, and not when the learner leaves', async () => {
    const lms = new Scorm12Lms(LMSS.blackboard['1.2']);
    const writer = await madeFor('blackboard', lms);
    expect(await writer.finish(writing(PASSED), 'exit')).toEqual({ stored: true });
    expect(lms.seen()).toMatchObject({ closed: 0, success: 'passed', resumable: false });
    lms.leaving = true;
    writer.left?.();
    writer.left?.();
    expect(lms.seen()).toMatchObject({ closed: 1, grade: '83.33' });
  });

  it('T7 for forma: ends the session when the page goes, since forma blanks the page that says what was recorded', async () => {
    const lms = new Scorm12Lms(LMSS.forma['1.2']);
    const writer = await madeFor('forma', lms);
    expect(await writer.finish(writing(PASSED), 'exit')).toEqual({ stored: true });
    expect(lms.seen()).toMatchObject({ closed: 0, success: 'passed' });
    writer.left?.();
    expect(lms.seen()).toMatchObject({ closed: 1, success: 'passed' });
  });

  it.each(Object.entries({ generic: 1, moodle: 1, blackboard: 0, forma: 0 }))(
    'tells whether the session is over after Save and exit: %s',
    async (made, closed) => {
      const lms = new Scorm12Lms(LMSS.moodle['1.2']);
      const { launched, writer } = await begin(driverOver(lms.scope, { ...COURSE, lms: made as Lms }));
      await writer.finish(writing(PASSED), 'exit');
      expect(lms.seen()).toMatchObject({ closed });
      expect(launched.endsWithPage ?? false).toBe(closed === 0);
    },
  );

  it('T9 for Saba: the next launch does not suspend what was passed, which would take the pass away', async () => {
    const lms = new Scorm12Lms(LMSS.saba['1.2']);
    const writer = await madeFor('saba', lms);
    await writer.write(writing(PASSED));
    await writer.finish(writing(PASSED), 'exit');
    expect(lms.status).toBe('passed');
    const next = lms.relaunch();
    await driverOver(next.scope, { ...COURSE, lms: 'saba' }).open();
    expect(next.status).toBe('passed');
  });

  it('T21 for forma: a first commit that is answered false means that the session is lost', async () => {
    for (const made of ['generic', 'forma'] as const) {
      const lms = new Scorm12Lms(LMSS.forma['1.2']);
      lms.fault = 'session-lost';
      const writer = await madeFor(made, lms);
      expect((await writer.write(writing())).stored, made).toBe(made === 'generic');
    }
  });
});
