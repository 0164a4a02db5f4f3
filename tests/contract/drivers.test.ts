/** The contract, for each driver. */
import { describe, expect, it } from 'vitest';
import { createDriver as createScorm12 } from '../../src/tracking/scorm/scorm12.ts';
import { createDriver as createScorm2004 } from '../../src/tracking/scorm/scorm2004.ts';
import { createDriver as createWeb } from '../../src/tracking/web.ts';
import type { LoadCode } from '../../src/tracking/device/surroundings.ts';
import { hurried, settled } from '../fakes/clock.ts';
import type { LaunchFacts } from '../../src/lms/scorm.ts';
import { FakeStore } from '../fakes/store.ts';
import type { Scorm12Lms } from '../../src/lms/scorm12.ts';
import { launchLms } from '../../src/lms/launch.ts';
import type { Scorm2004Lms } from '../../src/lms/scorm2004.ts';
import { learnerRecordContract, type Subject } from './learner-record.ts';
import { COURSE, writing } from './material.ts';

const NO_EVENTS = 'a state is kept, no events';

type Fake = Scorm12Lms | Scorm2004Lms;

function scorm(lms: Fake, create: typeof createScorm12): Subject {
  let online = true;
  return {
    driver: create(COURSE, { scope: lms.scope, clock: hurried(), online: () => online }),
    seen: () => lms.seen(),
    fault: (fault) => (lms.fault = fault),
    online: (now) => (online = now),
    calls: () => lms.calls,
    refusals: () => lms.refusals,
    settled,
    again: (facts) => scorm(lms.relaunch(facts), create),
  };
}

learnerRecordContract({
  name: 'SCORM 1.2',
  launch: (facts) => scorm(launchLms('strict', '1.2', facts), createScorm12),
  nowhere: () => createScorm12(COURSE, { scope: {}, clock: hurried() }),
  exceptions: { T24: NO_EVENTS },
});

learnerRecordContract({
  name: 'SCORM 2004',
  launch: (facts) => scorm(launchLms('strict', '2004', facts), createScorm2004),
  nowhere: () => createScorm2004(COURSE, { scope: {}, clock: hurried() }),
  exceptions: { T24: NO_EVENTS },
});

describe.each([
  { name: 'SCORM 1.2', start: () => launchLms('strict', '1.2'), create: createScorm12 },
  { name: 'SCORM 2004', start: () => launchLms('strict', '2004'), create: createScorm2004 },
])('$name before its writing half has come', ({ start, create }) => {
  it('T4 has marked the attempt as begun and resumable when open answers: a crash before the first screen loses neither', async () => {
    const subject = scorm(start(), create);
    await subject.driver.open();
    expect(subject.seen()).toMatchObject({ completion: 'incomplete', resumable: true, commits: 1 });
    expect(subject.refusals()).toEqual([]);
  });

  it('T7 loads that half again where it could not be had, and once only', async () => {
    const lms = start();
    let tries = 0;
    const loadCode: LoadCode = (_name, load) => (tries++ ? load() : Promise.reject(new Error('gone')));
    const driver = create(COURSE, { scope: lms.scope, clock: hurried(), online: () => true, loadCode });
    const { loadWriter } = await driver.open();
    await expect(loadWriter()).rejects.toThrow('gone');
    const writer = await loadWriter();
    expect((await writer?.write(writing()))?.stored).toBe(true);
    expect(await loadWriter()).toBe(writer);
    expect(lms.refusals).toEqual([]);
  });
});

/** The device's store, seen as an LMS that knows the saved state alone. */
function web(store: FakeStore): Subject {
  const nothing = 'unknown' as const;
  return {
    driver: createWeb(COURSE, { storage: store }),
    seen: () => ({
      opened: 1,
      closed: 0,
      commits: 0,
      completion: nothing,
      success: nothing,
      score: undefined,
      saved: [...store.entries.values()][0] ?? '',
      location: '',
      resumable: true,
      time: '',
      objectives: [],
      interactions: [],
    }),
    fault: (fault) => (store.refusal = fault && (fault === 'throws' ? 'throws' : 'writing-throws')),
    online: () => {},
    calls: () => [],
    refusals: () => [],
    settled,
    again: () => web(store),
  };
}

const ALONE = 'nobody else keeps the record';
const STATE_ONLY = 'the saved state is all that is kept';

learnerRecordContract({
  name: 'web',
  launch: (_facts?: LaunchFacts) => web(new FakeStore()),
  nowhere: () => createWeb(COURSE, { storage: null }),
  exceptions: {
    T2: ALONE,
    T3: ALONE,
    T4: STATE_ONLY,
    T6: STATE_ONLY,
    T7: 'there is no attempt to close',
    T8: STATE_ONLY,
    T9: STATE_ONLY,
    T10: 'there are no launch modes',
    T11: STATE_ONLY,
    T12: STATE_ONLY,
    T13: STATE_ONLY,
    T14: 'the device is never offline',
    T15: ALONE,
    T16: 'a store that throws is proven in tests/unit/tracking/small-parts.test.ts',
    T17: ALONE,
    T19: STATE_ONLY,
    T21: ALONE,
    T22: ALONE,
    T24: NO_EVENTS,
  },
});
