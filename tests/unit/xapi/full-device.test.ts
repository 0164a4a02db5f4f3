/** A device that is full: what is in the page alone is not called kept, and what is on the device stays there. */
import { describe, expect, it } from 'vitest';
import { openLaunch, type OpenedLaunch } from '../../../src/tracking/session/open-launch.ts';
import { recover, Session } from '../../../src/tracking/session/session.ts';
import { createDriver } from '../../../src/tracking/lrs/xapi.ts';
import type { LrsRequest } from '../../../src/lms/lrs-request.ts';
import { report, writing } from '../../contract/material.ts';
import { FakePage } from '../../fakes/page.ts';
import { FakeStore } from '../../fakes/store.ts';
import { ACTIVITY_EVENTS, cmi5, COURSE, Device, later, newLms, newLrs, xapi, xapiSearch } from './harness.ts';

const sizeOf = (store: FakeStore): number =>
  [...store.entries].reduce((sum, [key, text]) => sum + key.length + text.length, 0);

/** The browser was closed: what was in its pages is gone. */
function next(device: Device): Device {
  const same = Object.assign(new Device(), { store: device.store, clock: device.clock });
  same.store.quota = Infinity;
  return same;
}

async function session(device: Device, lrs: ReturnType<typeof newLrs>): Promise<Session> {
  const { clock, store: storage, lock } = device;
  const driver = createDriver(COURSE, {
    clock,
    storage,
    lock,
    random: () => 0.5,
    fetch: lrs.fetch,
    tabStorage: new FakeStore(),
    search: xapiSearch(lrs),
  });
  let opened: OpenedLaunch | undefined;
  void openLaunch({ driver, course: COURSE, clock, page: new FakePage(), storage }).then(
    (one) => (opened = one),
  );
  await later(device, 1000);
  await recover(opened!);
  return new Session(opened!, await opened!.loadWriter());
}

describe('a full device', () => {
  it.each([
    [Infinity, 'device'],
    [2_000, 'page'],
  ])('with room for %i signs: what was done while the LRS is away is held by the %s', async (room, held) => {
    const device = new Device();
    const lrs = newLrs();
    const page = await session(device, lrs);
    page.update(report({ progress: 0.1 }), 'now');
    await later(device, 3000);
    expect(page.status).toEqual({ kind: 'saved', held: 'lms' });
    lrs.fault = () => 'offline';
    device.store.quota = sizeOf(device.store) + room;
    page.update(report({ progress: 0.3 }), 'now', [], ACTIVITY_EVENTS);
    await later(device, 8000);
    expect(page.status).toMatchObject({ kind: 'not-saved', held });
    lrs.fault = () => undefined;
    await later(device, 60_000);
    expect(page.status).toEqual({ kind: 'saved', held: 'lms' });
    expect(lrs.verbs('scored')).toHaveLength(3);
  });

  it.each([Infinity, 600, 0])(
    'with room for %i signs: what an ended session has left stays until the LRS has it',
    async (room) => {
      const device = new Device();
      const lms = newLms();
      const isPost = ({ method, body }: LrsRequest): boolean =>
        method === 'POST' && !body.includes('initialized');
      lms.fault = (request) => (isPost(request) ? 'offline' : undefined);
      const first = await cmi5(device, lms);
      first.writer.observe?.(ACTIVITY_EVENTS, []);
      await later(device, 5000);
      device.store.quota = sizeOf(device.store) + room;
      await cmi5(device, lms);
      await later(device, 8000);
      lms.fault = () => undefined;
      const after = next(device);
      await cmi5(after, lms);
      await later(after, 30_000);
      expect(lms.story.filter((one) => !one.startsWith('initialized')).toSorted()).toEqual(
        [
          'completed compass',
          'answered check-one',
          'responded crossroads',
          'scored 1',
          'scored obj-deciding',
          'scored obj-purpose',
        ].toSorted(),
      );
      await cmi5(after, lms);
      await later(after, 30_000);
      expect(lms.verbs('scored')).toHaveLength(3);
    },
  );

  it('keeps a statement that the LRS refused, asks for it once in a visit, and tells it when it is taken', async () => {
    const device = new Device();
    const lrs = newLrs();
    const page = await xapi(device, lrs);
    await later(device, 3000);
    const isIt = ({ body }: LrsRequest): boolean => body.includes('check-one');
    lrs.fault = (request) => (isIt(request) ? { status: 400 } : undefined);
    page.writer.observe?.(ACTIVITY_EVENTS, []);
    device.store.quota = sizeOf(device.store);
    await later(device, 8000);
    const asked = lrs.requests.filter(isIt).length;
    await page.writer.write(writing({ progress: 0.5 }));
    await later(device, 60_000);
    await page.writer.write(writing({ progress: 0.6 }));
    await later(device, 60_000);
    expect(lrs.requests.filter(isIt)).toHaveLength(asked);
    lrs.fault = () => undefined;
    const after = next(device);
    await xapi(after, lrs);
    await later(after, 8000);
    expect(lrs.verbs('answered')).toHaveLength(1);
  });
});
