/** A session that is found over, by whichever part of the record: nothing more is sent, and a false word of it ends nothing. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LrsFault } from '../../../src/lms/lrs-faults.ts';
import type { LrsRequest } from '../../../src/lms/lrs-request.ts';
import { openLaunch } from '../../../src/tracking/session/open-launch.ts';
import { Session } from '../../../src/tracking/session/session.ts';
import { answers, PASSED, report, writing } from '../../contract/material.ts';
import { FakePage } from '../../fakes/page.ts';
import {
  ACTIVITY_EVENTS,
  cmi5,
  COURSE,
  Device,
  later,
  newLms,
  quiet,
  savedState,
  STANDARDS,
} from './harness.ts';

let device: Device;

beforeEach(() => {
  device = new Device();
});

const isState = ({ resource }: LrsRequest): boolean => resource === 'activities/state';
const isLookUp = ({ resource, method }: LrsRequest): boolean => resource === 'statements' && method === 'GET';

const told = (isMeant: (request: LrsRequest) => boolean, status: number) => (request: LrsRequest) =>
  isMeant(request) ? { status } : undefined;

describe.each(STANDARDS)('%s: a session that is over', (_name, { make, open }) => {
  it.each([
    { what: 'the state is refused', isMeant: isState, status: 401 },
    { what: 'the state is refused', isMeant: isState, status: 403 },
    { what: 'the look for an earlier pass is refused', isMeant: isLookUp, status: 401 },
  ])('sends nothing more, not even the end, once $what with $status', async ({ isMeant, status }) => {
    const lrs = make();
    // The state that is there asks for a look at what was told before
    const before = await open(device, lrs);
    await before.writer.write(writing({}, { saved: savedState('abcdefghij', 1, 'compass-start') }));
    await before.writer.finish(undefined, 'page');
    const { driver } = await open(device, lrs);
    const { clock, store: storage } = device;
    const page = new FakePage();
    const opened = await openLaunch({ driver, course: COURSE, clock, page, storage });
    const session = new Session(opened, await opened.loadWriter());
    lrs.fault = told(isMeant, status);
    session.update(report(PASSED), 'now', answers(), [ACTIVITY_EVENTS[0]!]);
    await later(device, 5_000);
    expect(session.status).toMatchObject({ kind: 'not-saved', problem: { code: 'session-over' } });
    lrs.fault = () => undefined;
    const { length } = lrs.requests;
    const ended = lrs.verbs('terminated').length;
    session.update(report(PASSED), 'now', [], [ACTIVITY_EVENTS[1]!]);
    expect(await session.end(report(PASSED))).toMatchObject({ problem: { code: 'session-over' } });
    page.happens('pagehide');
    await later(device, 600_000);
    expect(lrs.requests).toHaveLength(length);
    expect(lrs.verbs('terminated')).toHaveLength(ended);
  });

  it.each([
    ['one false 401 to a write', 1],
    ['three of them', 3],
  ])('is no session that has met %s, though the state can be read', async (_what, times) => {
    const lrs = make();
    const { writer } = await open(device, lrs);
    let left = times;
    lrs.fault = ({ method }): LrsFault | undefined =>
      method === 'PUT' && left-- > 0 ? { status: 401 } : undefined;
    for (let write = 0; write < times; write++)
      expect(await writer.write(writing({ progress: write / 10 }))).toMatchObject({
        stored: false,
        problem: { code: 'lms-refused' },
      });
    expect(await writer.write(writing(PASSED))).toEqual({ stored: true });
    expect(await writer.finish(writing(PASSED), 'exit')).toEqual({ stored: true });
    expect(lrs.verbs('terminated')).toHaveLength(1);
  });

  it.each([401, 403])(
    'is told from one of which nobody knows, since the second look had no answer (%s)',
    async (status) => {
      const lrs = make();
      const { writer } = await open(device, lrs);
      lrs.fault = ({ method, resource }): LrsFault | undefined =>
        resource === 'activities/state' ? (method === 'PUT' ? { status } : 'offline') : undefined;
      expect(await writer.write(writing())).toMatchObject({ stored: false, problem: { code: 'offline' } });
      lrs.fault = () => undefined;
      expect(await writer.write(writing())).toEqual({ stored: true });
    },
  );
});

it('cmi5: what waits when the state tells that the session is over goes out with the next one, once', async () => {
  const lms = newLms();
  const { writer } = await cmi5(device, lms);
  await writer.write(writing({ progress: 0.1 }));
  lms.fault = (request) => (isState(request) ? { status: 401 } : 'offline');
  writer.observe?.([ACTIVITY_EVENTS[0]!], answers());
  expect((await writer.write(writing(PASSED))).problem?.code).toBe('session-over');
  await writer.finish(undefined, 'exit');
  lms.fault = () => undefined;
  await quiet();
  const next = await cmi5(device, lms);
  expect(await next.writer.write(writing(PASSED))).toEqual({ stored: true });
  expect(lms.verbs('answered')).toHaveLength(7);
  expect(lms.verbs('passed')).toHaveLength(1);
  expect(lms.verbs('terminated')).toEqual([]);
  expect(lms.refusals).toEqual([]);
});
