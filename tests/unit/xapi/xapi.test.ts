/** The xAPI package's driver: its launch, the saved state of two devices, credentials. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLaunch } from '../../../src/tracking/session/open-launch.ts';
import { Session } from '../../../src/tracking/session/session.ts';
import { decode } from '../../../src/learning/index.ts';
import { answers, PASSED, report, writing } from '../../contract/material.ts';
import { documentKey } from '../../../src/lms/lrs-text.ts';
import type { Lrs } from '../../../src/lms/lrs.ts';
import { FakePage } from '../../fakes/page.ts';
import {
  COURSE,
  Device,
  ACTIVITY_EVENTS,
  later,
  newLms,
  newLrs,
  quiet,
  REGISTRATION,
  savedState,
  cmi5,
  xapi,
  xapiAt,
  xapiSearch,
} from './harness.ts';

let lrs: Lrs;

let device: Device;

let mayRefuse = false;

beforeEach(() => {
  lrs = newLrs();
  device = new Device();
  mayRefuse = false;
});

afterEach(() => {
  if (!mayRefuse) expect(lrs.refusals).toEqual([]);
});

const sections = (saved: string): number[] => [...decode(saved.split('.').slice(3).join('.')).state.done];

const kept = (): unknown =>
  [...lrs.documents].filter(([key]) => key.includes('resume')).map(([, text]) => JSON.parse(text))[0];

const waiting = (): string[] => [...device.store.entries.keys()].filter((key) => key.startsWith('cm-out|'));

describe('the launch', () => {
  it('tells who, and says initialized with the names of the course', async () => {
    const { launch } = await xapi(device, lrs);
    expect(launch).toEqual({
      connected: true,
      mode: 'normal',
      learner: { id: 'anna-1 https://lms.example', name: 'Anna Arendt' },
      saved: '',
    });
    expect(lrs.statements[0]).toMatchObject({
      object: { id: COURSE.iri, definition: { name: { en: 'The course (en)', es: 'The course (es)' } } },
      context: {
        registration: REGISTRATION,
        platform: 'An LMS',
        revision: '1.0.0',
        contextActivities: { grouping: [{ id: 'https://lms.example/groups/7' }] },
      },
    });
  });

  it.each([
    ['endpoint', { endpoint: 'ftp://x' }],
    ['actor', { actor: '{"name":"Nobody"}' }],
    ['auth', { auth: '' }],
  ])('names what is missing: %s', async (name, more) => {
    const { launch } = await xapi(device, lrs, more);
    expect(launch).toMatchObject({
      connected: false,
      problem: { code: 'no-lms', detail: `The launch address lacks ${name}.` },
    });
  });

  it('takes a credential without its scheme, an actor in the old form, and no registration', async () => {
    const more = {
      auth: lrs.auth.replace('Basic ', ''),
      registration: '',
      activity_id: '',
      actor: JSON.stringify({ name: ['Anna'], mbox: ['mailto:anna@example.org'] }),
    };
    const { writer } = await xapi(device, lrs, more);
    expect(await writer.write(writing(PASSED))).toEqual({ stored: true });
    expect(lrs.verbs('passed')[0]).toMatchObject({
      actor: { mbox: 'mailto:anna@example.org' },
      object: { id: COURSE.iri },
    });
    expect(lrs.verbs('passed')[0]!.context).not.toHaveProperty('registration');
  });

  it('takes a credential with a bare plus, which a form-decoded address turns into a space', async () => {
    lrs.auth = 'Basic YW5h+mE/eA==';
    const search = xapiSearch(lrs).replace(/auth=[^&]*/, `auth=${lrs.auth.replace(' ', '%20')}`);
    const form = search.replace('%20', '+').replace('auth=Basic+', 'auth=Basic+');
    for (const address of [search, form]) {
      const { writer } = await xapiAt(device, lrs, address);
      expect(await writer.write(writing())).toEqual({ stored: true });
    }
  });

  it('warns of an endpoint without https, but not of loopback', async () => {
    const far = await xapi(device, lrs, { endpoint: 'http://lrs.example/xapi/' });
    expect(far.driver.log.lines.join()).toContain('not https');
    const near = await xapi(device, lrs, { endpoint: 'http://127.0.0.1:8080/xapi/' });
    expect(near.driver.log.lines.join()).not.toContain('warning');
    expect([far.launch.unencrypted, near.launch.unencrypted]).toEqual([true, undefined]);
  });

  it('a rejected credential is said at once', async () => {
    mayRefuse = true;
    const { launch } = await xapi(device, lrs, { auth: 'Basic wrong' });
    expect(launch).toMatchObject({ connected: false, problem: { code: 'session-over' } });
  });

  it('a closed page ends with terminated, and the next one says initialized and resumed', async () => {
    const first = await xapi(device, lrs);
    await first.writer.write(writing({ progress: 0.2 }));
    await first.writer.finish(writing({ progress: 0.2 }), 'page');
    await quiet();
    const second = await xapi(device, lrs);
    expect(second.launch.saved).not.toBe('');
    expect(lrs.story).toEqual([
      'initialized test',
      'progressed test',
      'terminated test',
      'initialized test',
      'resumed test',
    ]);
  });
});

describe('the saved state', () => {
  const A = (counter: number, ...seen: string[]) =>
    writing({}, { saved: savedState('aaaaaaaaaa', counter, ...seen) });
  const B = (counter: number, ...seen: string[]) =>
    writing({}, { saved: savedState('bbbbbbbbbb', counter, ...seen) });

  it.each([
    [true, true],
    [true, false],
  ])(
    'two devices lose nothing that either earned (ETags: %s, told with the PUT: %s)',
    async (etags, after) => {
      if (!etags) lrs.habits.add('no-etags');
      if (!after) lrs.habits.add('no-etag-after-put');
      const [one, two] = [await xapi(device, lrs), await xapi(new Device(), lrs)];
      await one.writer.write(A(1, 'compass-start'));
      await two.writer.write(B(1, 'compass-end'));
      expect(sections((kept() as { saved: string }).saved)).toEqual(expect.arrayContaining([0, 3]));
      await one.writer.write(A(2, 'compass-start'));
      expect(sections((kept() as { saved: string }).saved)).toEqual(expect.arrayContaining([0, 3]));
      const third = await xapi(new Device(), lrs);
      expect(sections(third.launch.saved)).toEqual(expect.arrayContaining([0, 3]));
    },
  );

  it('is not written again by a page that closes and has nothing new, where the LRS shows no ETags', async () => {
    lrs.habits.add('no-etags');
    const [one, two] = [await xapi(device, lrs), await xapi(new Device(), lrs)];
    await one.writer.write(A(1, 'compass-start'));
    await two.writer.write(B(1, 'compass-end'));
    await one.writer.finish(A(1, 'compass-start'), 'page');
    await later(device, 1_000);
    expect(sections((kept() as { saved: string }).saved)).toEqual(expect.arrayContaining([0, 3]));
  });

  it('works where the LRS shows no ETags', async () => {
    lrs.habits.add('no-etags');
    const { writer } = await xapi(device, lrs);
    expect((await writer.write(A(1, 'compass-start'))).stored).toBe(true);
    expect((await writer.write(A(2, 'compass-start', 'compass-end'))).stored).toBe(true);
    expect(lrs.requests.filter(({ headers }) => headers['if-match'])).toEqual([]);
  });

  it('is not written over where it could not be read', async () => {
    const first = await xapi(device, lrs);
    await first.writer.write(A(1, 'compass-start'));
    lrs.fault = ({ resource, method }) =>
      resource === 'activities/state' && method === 'GET' ? { status: 503 } : undefined;
    const second = await xapi(new Device(), lrs);
    expect(second.launch).toMatchObject({ connected: true, saved: '', problem: { code: 'not-stored' } });
    expect((await second.writer.write(B(1, 'compass-end'))).stored).toBe(false);
    lrs.fault = () => undefined;
    expect((await second.writer.write(B(2, 'compass-end'))).stored).toBe(true);
    expect(sections((kept() as { saved: string }).saved)).toEqual(expect.arrayContaining([0, 3]));
  });

  it('says the truth about a state that was not stored', async () => {
    const { writer } = await xapi(device, lrs);
    lrs.fault = ({ method }) => (method === 'PUT' ? { status: 500 } : undefined);
    expect(await writer.write(A(1))).toMatchObject({ stored: false, problem: { code: 'not-stored' } });
    lrs.fault = ({ method }) => (method === 'PUT' ? 'lost' : undefined);
    expect(await writer.write(A(2))).toMatchObject({ stored: false, problem: { code: 'offline' } });
    lrs.fault = () => undefined;
    expect(await writer.write(A(3))).toEqual({ stored: true });
  });

  it('the newest of many writes is what stays', async () => {
    const { writer } = await xapi(device, lrs);
    const all = [1, 2, 3, 4, 5].map((counter) => A(counter, 'compass-start'));
    expect(await Promise.all(all.map((one) => writer.write(one)))).toEqual(all.map(() => ({ stored: true })));
    expect((kept() as { saved: string }).saved).toBe(all.at(-1)!.saved);
  });

  it('a damaged document is written over, and is no new attempt', async () => {
    const query = new URLSearchParams({
      agent: JSON.stringify({ account: { homePage: 'https://lms.example', name: 'anna-1' } }),
      activityId: COURSE.iri,
      stateId: 'resume',
      registration: REGISTRATION,
    });
    lrs.documents.set(documentKey('activities/state', query), '{"saved":7,"told":null}');
    const { launch, writer } = await xapi(device, lrs);
    expect(launch).toMatchObject({ connected: true, saved: '?' });
    expect(decode(launch.saved).damaged).toBeDefined();
    expect((await writer.write(A(1))).stored).toBe(true);
  });
});

describe('credentials', () => {
  it('are in no log, no store, no problem and no statement, in either standard', async () => {
    mayRefuse = true;
    const page = await xapi(device, lrs);
    page.writer.observe?.(ACTIVITY_EVENTS, answers());
    await page.writer.write(writing(PASSED));
    lrs.fault = () => ({ status: 500 });
    const bad = await page.writer.write(writing(PASSED));
    const lms = newLms();
    const session = await cmi5(device, lms);
    session.writer.observe?.(ACTIVITY_EVENTS, answers());
    await session.writer.write(writing(PASSED));
    lms.abandon();
    const refused = await session.writer.write(writing(PASSED));
    const token = lms.sessions[0]!.token;
    const all = JSON.stringify([
      page.driver.log.lines,
      bad,
      session.driver.log.lines,
      refused,
      session.launch,
      page.launch,
      [...device.store.entries],
      lrs.statements,
      lms.statements,
      [...lrs.documents],
      [...lms.documents],
    ]);
    for (const secret of [lrs.auth, lrs.auth.slice(6), token, 'fetch/']) expect(all).not.toContain(secret);
    expect(JSON.stringify([...session.tab.entries])).toContain(token);
  });

  it('a cmi5 token goes with its session', async () => {
    const lms = newLms();
    const session = await cmi5(device, lms);
    await session.writer.finish(undefined, 'exit');
    expect(JSON.stringify([...session.tab.entries])).not.toContain(lms.sessions[0]!.token);
  });

  it('go to the endpoint alone', async () => {
    const asked: string[] = [];
    const { fetch } = lrs;
    Object.assign(lrs, {
      fetch: (url: string, init: RequestInit) => (
        JSON.stringify(init).includes(lrs.auth) && asked.push(url),
        fetch(url, init)
      ),
    });
    const { writer } = await xapi(device, lrs);
    await writer.write(writing(PASSED, { interactions: answers() }));
    await later(device, 5000);
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.every((url) => url.startsWith(lrs.endpoint))).toBe(true);
  });
});

it('a session on top: what happens is on the device before anything is sent, and the status is true', async () => {
  const { driver } = await xapi(device, lrs);
  const page = new FakePage();
  const { clock, store: storage } = device;
  const opened = await openLaunch({ driver, course: COURSE, clock, page, storage });
  const session = new Session(opened, await opened.loadWriter());
  lrs.fault = () => 'offline';
  session.update(report({ progress: 0.1 }), 'soon', [], [ACTIVITY_EVENTS[0]!]);
  expect(waiting()).toHaveLength(1);
  await later(device, 10_000);
  expect(session.status).toMatchObject({ kind: 'not-saved', held: 'device' });
  lrs.fault = () => undefined;
  await later(device, 120_000);
  expect(session.status).toMatchObject({ kind: 'saved', held: 'lms' });
  const ended = await session.end(report({ progress: 0.1 }));
  expect(ended).toMatchObject({ kind: 'saved' });
  expect(lrs.story).toEqual(['initialized test', 'completed compass', 'progressed test', 'terminated test']);
});
