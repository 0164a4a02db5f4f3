/** Credentials that are good for statements, and not for the saved state: what was done goes, and the state is the device's. */
import { beforeEach, describe, expect, it } from 'vitest';
import { openLaunch } from '../../../src/tracking/session/open-launch.ts';
import { Session } from '../../../src/tracking/session/session.ts';
import { answers, FAILED, PASSED, report, writing } from '../../contract/material.ts';
import type { Lrs } from '../../fakes/lrs.ts';
import { FakePage } from '../../fakes/page.ts';
import { FakeStore } from '../../fakes/store.ts';
import {
  ACTIVITY_EVENTS,
  COURSE,
  Device,
  later,
  quiet,
  savedState,
  STANDARDS,
  type Page,
} from './harness.ts';

let device: Device;

beforeEach(() => {
  device = new Device();
});

interface Visit {
  session: Session;
  page: FakePage;
  opened: Awaited<ReturnType<typeof openLaunch>>;
}

async function visit({ driver }: Page): Promise<Visit> {
  const page = new FakePage();
  const opened = await openLaunch({
    driver,
    course: COURSE,
    clock: device.clock,
    page,
    storage: device.store,
  });
  return { session: new Session(opened, await opened.loadWriter()), page, opened };
}

const body = (saved: string): string => saved.split('.').pop()!;
const READ = body(savedState('abcdefghij', 1, 'compass-start'));

describe.each(STANDARDS)('%s: no leave to read the state', (_name, { make, open }) => {
  let lrs: Lrs;

  beforeEach(() => {
    lrs = make();
    lrs.habits.add('forbids-state');
  });

  it('what was done goes, the device has the state, and the page says both', async () => {
    const { session, opened } = await visit(await open(device, lrs));
    expect(opened.launch).toMatchObject({ connected: true, problem: { code: 'state-refused' } });
    session.update(report({ ...PASSED, saved: READ }), 'now', answers(), ACTIVITY_EVENTS);
    await later(device, 5_000);
    expect(lrs.verbs('answered')).toHaveLength(8);
    expect(lrs.verbs('passed')).toHaveLength(1);
    expect(session.status).toMatchObject({ kind: 'saved', held: 'device', apart: true });
    expect(await session.end(report({ ...PASSED, saved: READ }))).toMatchObject({
      kind: 'saved',
      held: 'device',
      apart: true,
    });
    expect(session.ended).toBe(true);
    expect(lrs.verbs('terminated')).toHaveLength(1);
    expect([...device.store.entries.keys()].filter((key) => key.startsWith('cm-out|'))).toEqual([]);
  });

  it('the next launch offers what the device has, as something that no learning site has', async () => {
    const first = await visit(await open(device, lrs));
    first.session.update(report({ ...PASSED, saved: READ }), 'now', answers(), ACTIVITY_EVENTS);
    await later(device, 5_000);
    await first.session.end(report({ ...PASSED, saved: READ }));
    await later(device, 60_000);
    const { session, opened } = await visit(await open(device, lrs));
    expect(opened.opening.offer).toMatchObject({ saved: [READ], acknowledged: false });
    const owed = session.resolveOffer(true);
    expect(owed).toEqual([]);
    session.update(report({ ...PASSED, saved: READ }), 'now');
    await later(device, 5_000);
    expect(session.status).toMatchObject({ kind: 'saved', held: 'device', apart: true });
    expect(lrs.verbs('passed')).toHaveLength(1);
    expect(lrs.verbs('answered')).toHaveLength(8);
  });

  it('a browser that keeps nothing either is not called one that does', async () => {
    device.store.refusal = 'throws';
    const { session } = await visit(await open(device, lrs));
    session.update(report({ ...PASSED, saved: READ }), 'now', answers(), ACTIVITY_EVENTS);
    await later(device, 5_000);
    expect(session.status).toMatchObject({ kind: 'not-saved', held: 'page', apart: true });
    expect(await session.end(report({ ...PASSED, saved: READ }))).toMatchObject({
      held: 'page',
      apart: true,
    });
    expect(session.ended).toBe(true);
    expect(lrs.verbs('passed')).toHaveLength(1);
  });

  it('another device, which can know of no pass, does not say after it that the learner failed', async () => {
    const first = await visit(await open(device, lrs));
    first.session.update(report({ ...PASSED, saved: READ }), 'now', answers(), ACTIVITY_EVENTS);
    await later(device, 5_000);
    device.store = new FakeStore();
    const { session } = await visit(await open(device, lrs));
    session.update(report({ ...FAILED, saved: READ }), 'now', answers(7, 2), ACTIVITY_EVENTS);
    await later(device, 5_000);
    await session.end(report({ ...FAILED, saved: READ }));
    expect(lrs.verbs('failed')).toEqual([]);
    expect(session.status).toMatchObject({ kind: 'saved', held: 'device', apart: true });
  });

  it('a statement that is refused is set aside, and ends nothing', async () => {
    const page = await open(device, lrs);
    lrs.habits.add('refuses-some-activities');
    const refusing = ACTIVITY_EVENTS.map((event) =>
      event.type === 'check-answered' ? { ...event, block: 'check-5' } : event,
    );
    page.writer.observe?.(refusing, answers());
    expect(await page.writer.write(writing(PASSED))).toMatchObject({
      stored: false,
      problem: { code: 'state-refused' },
    });
    expect(lrs.verbs('passed')).toHaveLength(1);
    expect(page.driver.log.lines.join()).toContain('set aside, 403');
  });

  it('credentials that are good for nothing any more are told as such, and nothing is lost', async () => {
    lrs.fault = ({ resource, query }) =>
      resource === 'statements' && query.get('verb') !== null ? { status: 403 } : undefined;
    const { session } = await visit(await open(device, lrs));
    lrs.fault = ({ resource }) => (resource === 'statements' ? { status: 403 } : undefined);
    session.update(report({ ...PASSED, saved: READ }), 'now', answers(), ACTIVITY_EVENTS);
    await later(device, 5_000);
    expect(session.status).toMatchObject({ kind: 'not-saved', problem: { code: 'session-over' } });
    lrs.fault = () => undefined;
    lrs.habits.delete('forbids-state');
    await later(device, 60_000);
    const next = await visit(await open(device, lrs));
    next.session.update(report({ ...PASSED, saved: READ }), 'now');
    await later(device, 20_000);
    expect(lrs.verbs('answered')).toHaveLength(8);
    expect(lrs.verbs('passed')).toHaveLength(1);
  });

  it('a result that is not taken is no less missing', async () => {
    const { session } = await visit(await open(device, lrs));
    lrs.fault = ({ method, body: text }) =>
      method === 'POST' && text.includes('verbs/passed"') ? { status: 400 } : undefined;
    session.update(report({ ...PASSED, saved: READ }), 'now', answers(), ACTIVITY_EVENTS);
    await later(device, 5_000);
    expect(session.status).toMatchObject({ kind: 'not-saved', problem: { code: 'refused-result' } });
  });

  it('the state is kept as soon as it may be, and then called so', async () => {
    const { session } = await visit(await open(device, lrs));
    session.update(report({ progress: 0.2, saved: READ }), 'now');
    await later(device, 5_000);
    lrs.habits.delete('forbids-state');
    session.update(report({ progress: 0.4, saved: body(savedState('abcdefghij', 2, 'compass-end')) }), 'now');
    await later(device, 5_000);
    expect(session.status).toEqual({ kind: 'saved', held: 'lms' });
    lrs.fault = () => ({ status: 401 });
    session.update(report({ progress: 0.5, saved: READ }), 'now');
    await quiet();
    expect(session.status).toMatchObject({ kind: 'not-saved', problem: { code: 'session-over' } });
  });

  it('is not forgotten when the session ends: the learning site has not everything', async () => {
    const { session, page } = await visit(await open(device, lrs));
    session.update(report({ progress: 0.2, saved: READ }), 'now');
    await later(device, 5_000);
    lrs.fault = () => ({ status: 401 });
    page.happens('online');
    await later(device, 1_000);
    expect(session.status).toMatchObject({
      kind: 'saved',
      held: 'device',
      problem: { code: 'session-over' },
    });
  });
});
