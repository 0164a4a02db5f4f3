/** An LRS that is slow or was away is left alone for as long as it asks, and everything goes out when it is back. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LrsRequest } from '../../../src/lms/lrs-request.ts';
import { answers, PASSED, report, writing } from '../../contract/material.ts';
import { openLaunch } from '../../../src/tracking/session/open-launch.ts';
import { Session } from '../../../src/tracking/session/session.ts';
import { FakePage } from '../../fakes/page.ts';
import { cmi5, COURSE, Device, ACTIVITY_EVENTS, later, newLms, newLrs, savedState, xapi } from './harness.ts';
import { course } from './told.ts';

let device: Device;

beforeEach(() => {
  device = new Device();
});

const isPost = ({ resource, method }: LrsRequest): boolean => resource === 'statements' && method === 'POST';

describe('an LRS that is slow or was away', () => {
  it('is asked again within seconds when it is back, and the session says that all is saved', async () => {
    const lrs = newLrs();
    const { driver } = await xapi(device, lrs);
    const { clock, store: storage } = device;
    const opened = await openLaunch({ driver, course: COURSE, clock, page: new FakePage(), storage });
    const session = new Session(opened, await opened.loadWriter());
    lrs.fault = () => ({ status: 500 });
    session.update(report({ progress: 0.3 }), 'now', [], [ACTIVITY_EVENTS[0]!]);
    await later(device, 10 * 60_000);
    expect(session.status.kind).toBe('not-saved');
    lrs.fault = () => undefined;
    await later(device, 12_000);
    expect(session.status).toMatchObject({ kind: 'saved', held: 'lms' });
  });

  it('is left alone for as long as it asks, with the state as with statements', async () => {
    const lrs = newLrs();
    const { writer } = await xapi(device, lrs);
    lrs.fault = ({ method }) => (method === 'PUT' ? { status: 429, after: 60 } : undefined);
    expect((await writer.write(writing({ progress: 0.1 }))).stored).toBe(false);
    lrs.fault = () => undefined;
    const asked = lrs.requests.length;
    expect((await writer.write(writing({ progress: 0.2 }))).stored).toBe(false);
    await later(device, 50_000);
    expect((await writer.write(writing({ progress: 0.3 }))).stored).toBe(false);
    expect(lrs.requests.length).toBe(asked);
    await later(device, 30_000);
    expect(await writer.write(writing({ progress: 0.3 }))).toEqual({ stored: true });
  });

  it.each([
    ['a year', -365],
    ['an hour', -1 / 24],
    ['ten years, forward', 3_650],
  ])(
    'is asked again when its time is over, though the clock is put back by %s meanwhile',
    async (_by, days) => {
      const lrs = newLrs();
      const { writer } = await xapi(device, lrs);
      lrs.fault = () => ({ status: 429, after: 60 });
      expect((await writer.write(writing({ progress: 0.1 }))).stored).toBe(false);
      lrs.fault = () => undefined;
      device.clock.leap(days * 86_400_000);
      await later(device, 130_000);
      expect(await writer.write(writing({ progress: 0.1 }))).toEqual({ stored: true });
    },
  );

  it.each([100 * 86_400, 'Fri, 01 Jan 2038 00:00:00 GMT'])(
    'is asked again within minutes, though it asked for a rest until it is forgotten: %s',
    async (asks) => {
      const lrs = newLrs();
      const { writer } = await xapi(device, lrs);
      lrs.fault = () => ({ status: 503, after: asks as number });
      expect((await writer.write(writing({ progress: 0.1 }))).stored).toBe(false);
      lrs.fault = () => undefined;
      // Browsers run a timer of more than 24 days at once, again and again
      for (let minute = 0; minute < 12; minute++) await later(device, 60_000);
      expect(await writer.write(writing({ progress: 0.1 }))).toEqual({ stored: true });
    },
  );

  it.each([true, false])(
    'five seconds a request: Save and exit takes two of them (ETag with the PUT: %s)',
    async (tells) => {
      const lms = newLms();
      if (!tells) lms.habits.add('no-etag-after-put');
      const { driver } = await cmi5(device, lms);
      const { clock, store: storage } = device;
      const opened = await openLaunch({ driver, course: COURSE, clock, page: new FakePage(), storage });
      const session = new Session(opened, await opened.loadWriter());
      session.update(report({ progress: 0.1 }), 'now');
      await later(device, 5000);
      lms.wait = (milliseconds) => new Promise((resolve) => void clock.after(milliseconds, resolve));
      lms.fault = () => ({ delay: 5000 });
      const began = clock.now();
      const times: number[] = [];
      void session.end(report({ progress: 0.2 })).then(() => times.push(clock.now() - began));
      for (let n = 0; n < 60 && times.length === 0; n++) await later(device, 1000);
      expect(session.ended).toBe(true);
      expect(times[0]).toBeLessThan(13_000);
      expect(lms.verbs('terminated')).toHaveLength(1);
    },
  );

  it('nothing follows `terminated`, though leftovers are still being looked up when the learner leaves', async () => {
    const lms = newLms();
    const first = await cmi5(device, lms);
    lms.fault = (request) => (isPost(request) ? 'offline' : undefined);
    first.writer.observe?.([], answers());
    await first.writer.write(writing());
    lms.wait = (milliseconds) => new Promise((resolve) => void device.clock.after(milliseconds, resolve));
    lms.fault = ({ query }) => (query.has('statementId') ? { delay: 3000 } : undefined);
    const next = await cmi5(device, lms);
    void next.writer.finish(undefined, 'exit');
    await later(device, 20_000);
    expect(lms.verbs('answered')).toHaveLength(7);
    expect(lms.story.at(-1)).toBe('terminated 42');
  });

  describe('with many leftovers, of which each look takes three seconds', () => {
    const openWithLeftovers = async (lms: ReturnType<typeof newLms>, tries: number) => {
      const first = await cmi5(device, lms);
      lms.fault = (request) => (isPost(request) ? 'offline' : undefined);
      const left = Array.from({ length: tries }, (_, n) => answers(n * 7, n + 1)).flat();
      first.writer.observe?.([], left);
      await first.writer.write(writing());
      await first.writer.finish(undefined, 'page');
      lms.wait = (milliseconds) => new Promise((resolve) => void device.clock.after(milliseconds, resolve));
      lms.fault = ({ query }) => (query.has('statementId') ? { delay: 3000 } : undefined);
      await device.clock.advance(1000);
      return cmi5(device, lms);
    };

    it('what the session itself has to say does not wait for them, and is not called saved before all is', async () => {
      const lms = newLms();
      const { writer } = await openWithLeftovers(lms, 10);
      const written: boolean[] = [];
      writer.observe?.([ACTIVITY_EVENTS[0]!], answers(70, 11));
      void writer.write(writing(PASSED)).then(({ stored }) => written.push(stored));
      await later(device, 4_000);
      writer.observe?.([ACTIVITY_EVENTS[1]!], []);
      await later(device, 2_000);
      expect(lms.verbs('passed')).toHaveLength(1);
      expect(course(lms, 'completed')).toHaveLength(1);
      const own = lms.verbs('answered').filter((one) => JSON.stringify(one).includes('/tries/11"'));
      expect(own).toHaveLength(7);
      // Of the others many are still being looked up
      expect(lms.verbs('answered').length).toBeLessThan(60);
      expect(written).toEqual([]);
      await later(device, 120_000);
      expect(lms.verbs('answered')).toHaveLength(78);
      expect(await writer.write(writing(PASSED))).toEqual({ stored: true });
      expect(await writer.finish(writing(PASSED), 'exit')).toEqual({ stored: true });
      expect(lms.story.at(-1)).toBe('terminated 42');
      expect(lms.refusals).toEqual([]);
    });

    it('what an earlier session left is said to be missing while it is, and the learner is not kept waiting for it', async () => {
      const lms = newLms();
      const { writer } = await openWithLeftovers(lms, 10);
      const began = device.clock.now();
      const answered: [milliseconds: number, code: string | undefined][] = [];
      void writer
        .write(writing(PASSED))
        .then(({ problem }) => answered.push([device.clock.now() - began, problem?.code]));
      await later(device, 25_000);
      expect(answered).toEqual([[expect.any(Number), 'not-stored']]);
      expect(answered[0]![0]).toBeLessThan(20_000);
    });

    it('who leaves at once waits for some of them at most, and the others go out with the next session, once', async () => {
      const lms = newLms();
      const { writer } = await openWithLeftovers(lms, 10);
      const times: number[] = [];
      const began = device.clock.now();
      void writer.finish(undefined, 'exit').then(() => times.push(device.clock.now() - began));
      await later(device, 120_000);
      expect(times[0]).toBeLessThan(20_000);
      expect(lms.story.at(-1)).toBe('terminated 42');
      lms.fault = () => undefined;
      const next = await cmi5(device, lms);
      expect(await next.writer.write(writing())).toEqual({ stored: true });
      expect(lms.verbs('answered')).toHaveLength(70);
      expect(lms.refusals).toEqual([]);
    });

    it('Save and exit ends the session, which has all of its own, and waits for them once', async () => {
      const lms = newLms();
      await openWithLeftovers(lms, 30);
      const { driver } = await cmi5(device, lms);
      const { clock, store: storage } = device;
      const opened = await openLaunch({ driver, course: COURSE, clock, page: new FakePage(), storage });
      const session = new Session(opened, await opened.loadWriter());
      session.update(report({ progress: 0.1 }), 'now');
      await later(device, 3_000);
      const began = clock.now();
      const times: number[] = [];
      void session.end(report({ progress: 0.2 })).then(() => times.push(clock.now() - began));
      for (let n = 0; n < 60 && times.length === 0; n++) await later(device, 1000);
      // Answers of the earlier session are on the device alone: no page may call that saved
      expect(session.status).toMatchObject({ kind: 'not-saved', held: 'device' });
      expect(session.ended).toBe(true);
      expect(times[0]).toBeLessThan(20_000);
      expect(lms.story.at(-1)).toMatch(/^terminated /);
    });

    it('sends none of them, and looks for none, once the session is over', async () => {
      const lms = newLms();
      const { writer } = await openWithLeftovers(lms, 10);
      await later(device, 1_000);
      const { fault } = lms;
      lms.fault = (request) => (request.resource === 'activities/state' ? { status: 401 } : fault(request));
      expect((await writer.write(writing(PASSED))).problem?.code).toBe('session-over');
      const { length } = lms.requests;
      await later(device, 120_000);
      expect(lms.requests).toHaveLength(length);
    });
  });

  it('thirty leftovers are looked up side by side, after `initialized`, and the learner goes on', async () => {
    const lms = newLms();
    const first = await cmi5(device, lms);
    lms.fault = (request) => (isPost(request) ? 'offline' : undefined);
    first.writer.observe?.(
      [],
      [0, 1, 2, 3, 4].flatMap((n) => answers(n * 7, n + 1)),
    );
    await first.writer.write(writing());
    let most = 0;
    let open = 0;
    const { fetch } = lms;
    Object.assign(lms, {
      fetch: async (url: string, init: RequestInit) => {
        const looks = url.includes('statementId');
        if (looks) most = Math.max(most, ++open);
        if (looks) await new Promise((resolve) => setTimeout(resolve, 5));
        if (looks) open--;
        return fetch(url, init);
      },
    });
    lms.fault = () => undefined;
    const next = await cmi5(device, lms);
    expect(lms.story.filter((line) => line.startsWith('initialized'))).toHaveLength(2);
    expect(await next.writer.write(writing())).toEqual({ stored: true });
    expect(most).toBe(10);
    expect(lms.verbs('answered')).toHaveLength(35);
  });
});

it('cmi5: what is read while an earlier session’s leftovers are looked up is in the LRS within seconds', async () => {
  const lms = newLms();
  const first = await cmi5(device, lms);
  lms.fault = (request) => (isPost(request) ? 'offline' : undefined);
  first.writer.observe?.(ACTIVITY_EVENTS, answers());
  await first.writer.finish(undefined, 'page');
  await later(device, 1_000);
  const isLookUp = ({ resource, method }: LrsRequest): boolean =>
    resource === 'statements' && method === 'GET';
  lms.fault = (request) => (isLookUp(request) ? 'hangs' : undefined);
  const { driver } = await cmi5(device, lms);
  const { clock, store: storage } = device;
  const opened = await openLaunch({ driver, course: COURSE, clock, page: new FakePage(), storage });
  const session = new Session(opened, await opened.loadWriter());
  const kept = (): string => (lms.documentOf('resume') as { saved?: string } | undefined)?.saved ?? '';
  const read = (section: string): string => savedState('abcdefghij', 1, section).split('.').pop()!;
  for (const section of ['compass-start', 'compass-end']) {
    session.update(report({ progress: 0.2, saved: read(section) }), 'soon');
    await later(device, 7_000);
    expect(kept(), section).toContain(read(section));
    // Beside the look-ups that nobody has answered yet
    expect(session.status.kind).not.toBe('saved');
  }
});
