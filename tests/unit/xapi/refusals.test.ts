/** What an LRS or a cmi5 LMS refuses is not delivered, and stops nothing but itself. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LrsFault } from '../../../src/lms/lrs-faults.ts';
import type { LrsRequest } from '../../../src/lms/lrs-request.ts';
import { answers, PASSED, report, writing } from '../../contract/material.ts';
import { openLaunch } from '../../../src/tracking/session/open-launch.ts';
import { Session } from '../../../src/tracking/session/session.ts';
import type { Lrs } from '../../fakes/lrs.ts';
import { FakePage } from '../../fakes/page.ts';
import {
  cmi5,
  COURSE,
  Device,
  FILES,
  ACTIVITY_EVENTS,
  later,
  newLms,
  newLrs,
  quiet,
  savedState,
  xapi,
  STANDARDS,
} from './harness.ts';

let device: Device;

beforeEach(() => {
  device = new Device();
});

const isPost = ({ resource, method }: LrsRequest): boolean => resource === 'statements' && method === 'POST';

/** Refuses every request that holds such a statement. */
const refusing =
  (words: RegExp, fault: LrsFault) =>
  (request: LrsRequest): LrsFault | undefined =>
    isPost(request) && words.test(request.body) ? fault : undefined;

const RESULTS =
  /verbs\/(passed|completed)"[^[]*?"object":\{"objectType":"Activity","id":"https:\/\/(lms\.example\/activities\/42|example\.org\/courses\/test)"/;
const told = (lrs: Lrs): { passed?: string; completed?: string } => {
  const [, text = '{}'] = [...lrs.documents].find(([key]) => key.includes('|resume|')) ?? [];
  return (JSON.parse(text) as { told: object }).told;
};

describe.each(STANDARDS)('%s: success and completion that are not taken', (_name, { make, open }) => {
  it.each([400, 403, 404, 413, 422])(
    '%s is not stored, is told, and is tried again until it is taken',
    async (status) => {
      const lrs = make();
      const { writer } = await open(device, lrs);
      lrs.fault = refusing(RESULTS, { status });
      writer.observe?.(ACTIVITY_EVENTS, answers());
      for (let time = 0; time < 2; time++) {
        expect(await writer.write(writing(PASSED, { interactions: answers() }))).toMatchObject({
          stored: false,
          problem: { code: 'refused-result' },
        });
      }
      expect(lrs.verbs('answered')).toHaveLength(8);
      expect(told(lrs)).not.toHaveProperty('passed');
      expect(told(lrs)).not.toHaveProperty('completed');
      lrs.fault = () => undefined;
      expect(await writer.write(writing(PASSED))).toEqual({ stored: true });
      await quiet();
      expect(lrs.verbs('passed')).toHaveLength(1);
      expect(lrs.verbs('completed').filter(({ result }) => result?.duration)).toHaveLength(1);
      expect(told(lrs)).toMatchObject({ passed: lrs.verbs('passed')[0]!.id, completed: expect.any(String) });
      expect(await writer.finish(writing(PASSED), 'exit')).toEqual({ stored: true });
    },
  );

  it('a pass is told though the learner had failed before, and could not leave', async () => {
    const lrs = make();
    const { writer } = await open(device, lrs);
    lrs.fault = (request) => (isPost(request) ? 'offline' : undefined);
    writer.observe?.(
      [{ ...ACTIVITY_EVENTS[3]!, score: 10, passed: false } as (typeof ACTIVITY_EVENTS)[number]],
      answers(),
    );
    const failed = writing({ success: 'unknown', sessionSuccess: 'failed', score: { raw: 10 } });
    expect((await writer.write(failed)).stored).toBe(false);
    lrs.fault = () => undefined;
    await later(device, 1);
    expect(await writer.write(writing(PASSED))).toEqual({ stored: true });
    expect(lrs.verbs('passed')).toHaveLength(1);
  });

  it('is tried again at the next launch, on another device too', async () => {
    const lrs = make();
    const first = await open(device, lrs);
    lrs.fault = refusing(RESULTS, { status: 400 });
    const passed = writing({ ...PASSED, saved: savedState('abcdefghij', 9).split('.').pop()! });
    expect((await first.writer.write(passed)).stored).toBe(false);
    await first.writer.finish(passed, 'page');
    await quiet();
    expect(lrs.verbs('passed')).toEqual([]);
    lrs.fault = () => undefined;
    await device.clock.advance(60_000);
    const second = await open(new Device(), lrs);
    expect(await second.writer.write(writing(PASSED))).toEqual({ stored: true });
    const third = await open(device, lrs);
    expect(await third.writer.write(writing(PASSED))).toEqual({ stored: true });
    await later(device, 60_000);
    expect(lrs.verbs('passed')).toHaveLength(1);
  });

  it('the session says so, and takes it back when the LRS has taken it', async () => {
    const lrs = make();
    const { driver } = await open(device, lrs);
    const page = new FakePage();
    const { clock, store: storage } = device;
    const opened = await openLaunch({ driver, course: COURSE, clock, page, storage });
    const session = new Session(opened, await opened.loadWriter());
    lrs.fault = refusing(RESULTS, { status: 400 });
    session.update(report(PASSED), 'now');
    await later(device, 1000);
    expect(session.status).toMatchObject({ kind: 'not-saved', problem: { code: 'refused-result' } });
    expect((await session.end(report(PASSED))).kind).toBe('not-saved');
    expect(session.ended).toBe(false);
    lrs.fault = () => undefined;
    await later(device, 60_000);
    expect(session.status).toMatchObject({ kind: 'saved', held: 'lms' });
  });
});

describe('a statement that is refused for ever', () => {
  it.each([
    ['one', 1],
    ['seven of them', 7],
  ])('403 to %s ends no session: it is found, set aside, and the rest is delivered', async (_name, many) => {
    const lms = newLms();
    const { driver, writer } = await cmi5(device, lms);
    const words = new RegExp(
      answers()
        .slice(0, many)
        .map(({ item }) => `/items/${item.id}"`)
        .join('|'),
    );
    lms.fault = refusing(words, { status: 403 });
    writer.observe?.(ACTIVITY_EVENTS, answers());
    const written = await writer.write(writing(PASSED));
    expect(written).toMatchObject({ stored: true, problem: { code: 'lms-refused' } });
    expect(driver.log.lines.join()).toContain('set aside, 403');
    expect(lms.verbs('passed')).toHaveLength(1);
    expect((await writer.finish(writing(PASSED), 'exit')).stored).toBe(true);
    expect(lms.verbs('terminated')).toHaveLength(1);
  });

  it('is tried again at the next launch, not oftener than five times, and holds nothing up', async () => {
    const lrs = newLrs();
    lrs.fault = refusing(/item-true/, { status: 400 });
    const first = await xapi(device, lrs);
    first.writer.observe?.([], answers());
    await first.writer.write(writing());
    for (let launch = 0; launch < 8; launch++) {
      const page = await xapi(device, lrs);
      page.writer.observe?.([{ ...ACTIVITY_EVENTS[0]!, at: launch }], []);
      expect((await page.writer.write(writing())).stored).toBe(true);
    }
    const tried = lrs.requests.filter((request) => isPost(request) && request.body.includes('item-true'));
    expect(tried.length).toBeGreaterThan(4);
    expect(tried.length).toBeLessThan(12);
    expect(lrs.verbs('completed')).toHaveLength(8);
  });

  it('goes out when the LRS has changed its mind', async () => {
    const lrs = newLrs();
    lrs.fault = refusing(/item-true/, { status: 400 });
    const first = await xapi(device, lrs);
    first.writer.observe?.([], answers());
    await first.writer.write(writing());
    lrs.fault = () => undefined;
    await device.clock.advance(1000);
    await xapi(device, lrs);
    expect(lrs.verbs('answered')).toHaveLength(7);
  });

  it('403 to the state alone is no end either, and not stored', async () => {
    const lrs = newLrs();
    const { writer } = await xapi(device, lrs);
    lrs.fault = ({ method }) => (method === 'PUT' ? { status: 403 } : undefined);
    expect(await writer.write(writing())).toMatchObject({ stored: false, problem: { code: 'lms-refused' } });
    lrs.fault = () => undefined;
    expect(await writer.write(writing())).toEqual({ stored: true });
  });

  it('an `initialized` that is not taken leaves everything for another session', async () => {
    const lms = newLms();
    lms.fault = refusing(/verbs\/initialized/, { status: 403 });
    const { writer } = await cmi5(device, lms);
    writer.observe?.(ACTIVITY_EVENTS, answers());
    expect(await writer.write(writing())).toMatchObject({ stored: false, problem: { code: 'session-over' } });
    lms.fault = () => undefined;
    await later(device, 1000);
    const next = await cmi5(device, lms);
    expect(await next.writer.write(writing())).toEqual({ stored: true });
    expect(lms.verbs('answered')).toHaveLength(8);
  });

  it('what an LMS that has `initialized` in word alone refuses is sent at the next launch', async () => {
    const lms = newLms();
    lms.fault = refusing(/verbs\/initialized/, 'unstored');
    const { writer } = await cmi5(device, lms);
    writer.observe?.(ACTIVITY_EVENTS, answers());
    const passed = writing(PASSED);
    expect(await writer.write(passed)).toMatchObject({ stored: false, problem: { code: 'refused-result' } });
    await writer.finish(passed, 'exit');
    expect(lms.verbs('answered')).toEqual([]);
    lms.fault = () => undefined;
    await later(device, 1000);
    const next = await cmi5(device, lms);
    expect(await next.writer.write(passed)).toEqual({ stored: true });
    expect(lms.verbs('answered')).toHaveLength(8);
    expect(lms.verbs('passed')).toHaveLength(1);
  });
});

it('no text is cut for the sake of another standard', async () => {
  const lrs = newLrs();
  const long = 'Why? '.repeat(120).trim();
  const bank = FILES['bank-en'] as { items: { plain: string }[] };
  const [item, ...others] = bank.items;
  lrs.files = { ...FILES, 'bank-en': { ...bank, items: [{ ...item, plain: long }, ...others] } };
  const { writer } = await xapi(device, lrs);
  await writer.write(writing({}, { interactions: answers().slice(0, 1) }));
  expect(lrs.verbs('answered')[0]!.object.definition?.description?.['en']).toBe(long);
});
