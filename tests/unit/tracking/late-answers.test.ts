/** An LMS behind another window: what stands in the page hands questions on, and knows the answers a moment later. */
import { describe, expect, it } from 'vitest';
import { Scorm12Lms } from '../../../src/lms/scorm12.ts';
import { Scorm2004Lms } from '../../../src/lms/scorm2004.ts';
import { createDriver as scorm12 } from '../../../src/tracking/scorm/scorm12.ts';
import { createDriver as scorm2004 } from '../../../src/tracking/scorm/scorm2004.ts';
import { COURSE, PASSED, writing } from '../../contract/material.ts';
import { begin } from '../../fakes/begin.ts';
import { FakeClock } from '../../fakes/clock.ts';

type Api = Record<string, (...values: string[]) => unknown>;

const ANNA = { learnerId: 'anna-1', learnerName: 'Anna' };

describe.each([
  { version: '1.2', Lms: Scorm12Lms, create: scorm12, lms: 'LMS', name: 'API' },
  { version: '2004', Lms: Scorm2004Lms, create: scorm2004, lms: '', name: 'API_1484_11' },
] as const)('SCORM $version', ({ Lms, create, lms, name }) => {
  /** Reads answer nothing until the answers are there; what was set here is known here. */
  function between(api: Api, clock: FakeClock, after: number): object {
    const own = new Map<string, string>();
    const isThere = clock.now() + after;
    const get = (element = ''): unknown =>
      own.get(element) ?? (clock.now() < isThere ? '' : api[`${lms}GetValue`]!(element));
    const set = (element = '', value = ''): unknown => {
      own.set(element, value);
      return api[`${lms}SetValue`]!(element, value);
    };
    return { [name]: { ...api, [`${lms}GetValue`]: get, [`${lms}SetValue`]: set } };
  }
  const apiOf = (of: Scorm12Lms | Scorm2004Lms): Api => ({ ...(of.api as unknown as Api) });

  it('T4, T9 waits a moment for the answers: a pass is not put below what it was, nor a review taken for an attempt', async () => {
    const clock = new FakeClock();
    const first = new Lms([], ANNA);
    const { writer } = await begin(create(COURSE, { scope: first.scope, clock, online: () => true }));
    const earned = writing(PASSED);
    await writer.write(earned);
    for (const mode of ['normal', 'review'] as const) {
      const next = first.relaunch({ ...ANNA, mode, credit: 'credit' });
      const scope = between(apiOf(next), clock, 300);
      const opening = create(COURSE, { scope, clock, online: () => true }).open();
      await clock.advance(400);
      const { launch } = await opening;
      expect(launch).toMatchObject({ mode, saved: earned.saved, learner: { id: 'anna-1' } });
      expect(next.seen()).toMatchObject({ completion: 'completed', success: 'passed' });
    }
  });

  it('T3 does not wait for ever for an LMS that tells nothing at all', async () => {
    const clock = new FakeClock();
    const scope = between(apiOf(new Lms([], ANNA)), clock, Infinity);
    const opening = create(COURSE, { scope, clock, online: () => true }).open();
    await clock.advance(1_100);
    expect((await opening).launch).toMatchObject({ connected: true, saved: '' });
  });
});
