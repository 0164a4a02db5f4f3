/** Registrations that are no UUID: an LRS that takes them keeps them, one that refuses them gets what they mean. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LrsFault } from '../../../src/lms/lrs-faults.ts';
import type { LrsRequest } from '../../../src/lms/lrs-request.ts';
import { answers, FAILED, PASSED, writing } from '../../contract/material.ts';
import type { Lrs } from '../../fakes/lrs.ts';
import { FakeStore } from '../../fakes/store.ts';
import {
  ACTIVITY_EVENTS,
  COURSE,
  Device,
  later,
  newLms,
  newLrs,
  REGISTRATION,
  savedState,
  xapi,
  xapiSearch,
  type Page,
} from './harness.ts';
import { createDriver as createCmi5 } from '../../../src/tracking/lrs/cmi5.ts';
import { createDriver as createXapi } from '../../../src/tracking/lrs/xapi.ts';

let device: Device;
beforeEach(() => {
  device = new Device();
});

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const KEPT = savedState('abcdefghij', 1, 'compass-start').split('.').pop()!;
const SPELLED = [
  `{${REGISTRATION}}`,
  `(${REGISTRATION})`,
  `urn:uuid:${REGISTRATION}`,
  REGISTRATION.replaceAll('-', ''),
  `{${REGISTRATION.toUpperCase()}}`,
];

async function stores(page: Page, given = writing({ ...PASSED, saved: KEPT })): Promise<unknown> {
  let written: unknown;
  void page.writer.write(given).then((one) => (written = one));
  await later(device, 20_000);
  return written;
}

const told = (lrs: Lrs): Set<string | undefined> =>
  new Set(lrs.statements.map(({ context }) => context?.registration));

describe('a registration that is a UUID in another spelling', () => {
  it.each(SPELLED)('%s is that UUID', async (registration) => {
    const lrs = newLrs();
    const page = await xapi(device, lrs, { registration });
    expect(page.launch).toMatchObject({ connected: true });
    expect(await stores(page, writing({ ...PASSED, saved: KEPT }, { interactions: answers() }))).toEqual({
      stored: true,
    });
    expect(told(lrs)).toEqual(new Set([REGISTRATION]));
    expect(page.driver.log.lines.join()).toContain(
      'is no UUID, and the LRS refuses it; it is used in the form',
    );
    const next = await xapi(device, lrs);
    expect(next.launch.saved).toContain(KEPT);
    await stores(next);
    expect(lrs.verbs('passed')).toHaveLength(1);
  });

  it('begins a session of cmi5', async () => {
    const lms = newLms();
    const search = lms.launch({}).replace(lms.registration, encodeURIComponent(`{${lms.registration}}`));
    const { clock, store: storage, lock } = device;
    const tabStorage = new FakeStore();
    const driver = createCmi5(COURSE, { clock, storage, lock, fetch: lms.fetch, tabStorage, search });
    expect((await driver.open()).launch).toMatchObject({ connected: true });
  });
});

describe('a registration of the learning site’s own', () => {
  it.each(['12345', 'enrolment 7', 'x'])('%s is one attempt, at each launch', async (registration) => {
    const lrs = newLrs();
    expect(await stores(await xapi(device, lrs, { registration }))).toEqual({ stored: true });
    const [only] = told(lrs);
    expect(told(lrs).size).toBe(1);
    expect(only).toMatch(UUID);
    // Another device has no more than the address
    device = new Device();
    const next = await xapi(device, lrs, { registration });
    expect(next.launch.saved).toContain(KEPT);
    await stores(next);
    expect(lrs.verbs('passed')).toHaveLength(1);
  });

  it('is another attempt where it is another', async () => {
    const lrs = newLrs();
    await stores(await xapi(device, lrs, { registration: '12345' }));
    device = new Device();
    const next = await xapi(device, lrs, { registration: '12346' });
    expect(next.launch.saved).toBe('');
    await stores(next);
    expect(told(lrs).size).toBe(2);
    expect(lrs.verbs('passed')).toHaveLength(2);
  });

  it('begins no session of cmi5, and the log says why', async () => {
    const lms = newLms();
    const search = lms.launch({}).replace(lms.registration, '12345');
    const { clock, store: storage, lock } = device;
    const tabStorage = new FakeStore();
    const driver = createCmi5(COURSE, { clock, storage, lock, fetch: lms.fetch, tabStorage, search });
    expect((await driver.open()).launch.connected).toBe(false);
    expect(driver.log.lines.join()).toContain('is no UUID, and the LRS refuses it; nothing can be recorded');
  });
});

const about =
  (fault: LrsFault, is: (request: LrsRequest) => boolean) =>
  (request: LrsRequest): LrsFault | undefined =>
    is(request) ? fault : undefined;
const names =
  (text: string) =>
  ({ query, body }: LrsRequest): boolean =>
    query.get('registration') === text || body.includes(text);

describe('an LRS', () => {
  it('that makes a fault of its own of it gets the UUID', async () => {
    const lrs = newLrs();
    lrs.fault = about({ status: 500 }, names('12345'));
    expect(await stores(await xapi(device, lrs, { registration: '12345' }))).toEqual({ stored: true });
  });

  it('that looks at it only where it is asked for statements gets the UUID', async () => {
    const lrs = newLrs();
    const isOdd = names(SPELLED[0]!);
    lrs.fault = (request) =>
      !isOdd(request) ? undefined : { status: request.resource === 'statements' ? 400 : 404 };
    expect(await stores(await xapi(device, lrs, { registration: SPELLED[0]! }))).toEqual({ stored: true });
    expect(told(lrs)).toEqual(new Set([REGISTRATION]));
  });

  it('that takes it as it is gets it as it is', async () => {
    const asked: string[] = [];
    const lrs = newLrs();
    const spelled = SPELLED[0]!;
    // To the LRS of the test it is a UUID
    const plainly = (text: string): string =>
      text.replaceAll(spelled, REGISTRATION).replaceAll(encodeURIComponent(spelled), REGISTRATION);
    const fetch: typeof lrs.fetch = async (url, init) => {
      const body = typeof init.body === 'string' ? plainly(init.body) : undefined;
      asked.push(url, typeof init.body === 'string' ? init.body : '');
      return lrs.fetch(plainly(url), { ...init, ...(body && { body }) });
    };
    const { clock, store: storage, lock } = device;
    const search = xapiSearch(lrs, { registration: spelled });
    const driver = createXapi(COURSE, { clock, storage, lock, fetch, search, tabStorage: new FakeStore() });
    const opened = await driver.open();
    const writer = await opened.loadWriter();
    void writer?.write(writing({ ...PASSED, saved: KEPT }));
    await later(device, 20_000);
    expect(lrs.verbs('passed')).toHaveLength(1);
    expect(asked.filter((one) => one.includes('egistration') && plainly(one) === one)).toEqual([]);
  });
});

it('what an earlier page has left on the device under the spelling is told under the UUID, once', async () => {
  const lrs = newLrs();
  const registration = SPELLED[0]!;
  // So it was: nobody could be asked at the start, and what was done waits
  lrs.fault = () => 'offline';
  const first = await xapi(device, lrs, { registration });
  first.writer.observe?.(ACTIVITY_EVENTS, []);
  await stores(first, writing({ ...FAILED, saved: KEPT }, { interactions: answers() }));
  expect([...device.store.entries.keys()].some((key) => key.startsWith('cm-out|'))).toBe(true);
  lrs.fault = () => undefined;
  // The first page is no more: its clock stands
  const after = (device = Object.assign(new Device(), { store: device.store }));
  await xapi(after, lrs, { registration });
  await later(after, 30_000);
  expect(told(lrs)).toEqual(new Set([REGISTRATION]));
  expect(lrs.verbs('scored')).toHaveLength(3);
  expect([...after.store.entries.keys()].filter((key) => key.startsWith('cm-out|'))).toEqual([]);
});
