/** What cmi5 says once in a registration, what in each session, and what of a session that the LMS has ended. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answers, PASSED, writing } from '../../contract/material.ts';
import { ANNA, type Cmi5Lms } from '../../../src/lms/cmi5.ts';
import { BEN } from '../../fakes/ben.ts';
import type { Statement } from '../../../src/tracking/lrs/types.ts';
import { cmi5, Device, ACTIVITY_EVENTS, later, newLms, quiet, savedState } from './harness.ts';

let lms: Cmi5Lms;

let device: Device;

let mayRefuse = false;

beforeEach(() => {
  lms = newLms();
  device = new Device();
  mayRefuse = false;
});

afterEach(() => {
  if (!mayRefuse) expect(lms.refusals).toEqual([]);
});

const last = (verb: string): Statement | undefined => lms.verbs(verb).at(-1);

describe('once in a registration', () => {
  it('says completed and passed once over sessions', async () => {
    const first = await cmi5(device, lms);
    await first.writer.write(writing(PASSED));
    await first.writer.finish(writing(PASSED), 'exit');
    const second = await cmi5(device, lms);
    expect(await second.writer.write(writing(PASSED))).toEqual({ stored: true });
    await second.writer.finish(writing(PASSED), 'exit');
    expect(lms.verbs('passed')).toHaveLength(1);
    expect(lms.verbs('completed')).toHaveLength(1);
  });

  it('also on another device, where only the LRS knows', async () => {
    const first = await cmi5(device, lms);
    await first.writer.write(writing({ saved: savedState('abcdefghij', 1).split('.').pop()! }));
    // Said, but the state that would tell was not written any more
    lms.fault = ({ method, resource }) =>
      method === 'PUT' && resource === 'activities/state' ? { status: 500 } : undefined;
    await first.writer.write(writing(PASSED));
    lms.fault = () => undefined;
    const other = new Device();
    const second = await cmi5(other, lms);
    expect(await second.writer.write(writing(PASSED))).toEqual({ stored: true });
    expect(lms.verbs('passed')).toHaveLength(1);
    expect(lms.verbs('completed')).toHaveLength(1);
  });

  it('says in the next session what the LRS lacks', async () => {
    const first = await cmi5(device, lms);
    await first.writer.write(writing({ progress: 0.5 }));
    lms.fault = ({ resource }) => (resource === 'statements' ? 'offline' : undefined);
    expect((await first.writer.write(writing(PASSED))).stored).toBe(false);
    await first.writer.finish(writing(PASSED), 'page');
    await quiet();
    lms.fault = () => undefined;
    const second = await cmi5(device, lms);
    await second.writer.write(writing(PASSED));
    expect(lms.verbs('passed')).toHaveLength(1);
    expect(lms.verbs('completed')).toHaveLength(1);
    const session =
      last('passed')!.context.extensions?.['https://w3id.org/xapi/cmi5/context/extensions/sessionid'];
    expect(session).toBe(lms.sessions[1]!.id);
  });

  it('a page that closes while the LRS is asked whether it has a pass calls nothing saved', async () => {
    const first = await cmi5(new Device(), lms);
    await first.writer.write(writing({ progress: 0.3 }));
    const { writer } = await cmi5(device, lms);
    const written = writer.write(writing(PASSED));
    void writer.finish(writing(PASSED), 'page');
    expect((await written).stored).toBe(lms.verbs('passed').length > 0);
    expect(lms.verbs('passed')).toHaveLength(0);
  });

  it('another registration is another record', async () => {
    const first = await cmi5(device, lms);
    await first.writer.write(writing(PASSED));
    const second = await cmi5(device, lms, { registration: '2f3c1e0a-7a4b-4c55-9d2e-0d9f5a1b2c3d' });
    expect(second.launch.saved).toBe('');
    await second.writer.write(writing(PASSED));
    expect(lms.verbs('passed')).toHaveLength(2);
  });
});

describe('failed', () => {
  const FAILED = { sessionSuccess: 'failed', score: { raw: 40 } } as const;
  const tried = { ...ACTIVITY_EVENTS[3]!, passed: false, score: 40 } as (typeof ACTIVITY_EVENTS)[3];

  it('is said after a failed try of this session, once, and never from a page that closes', async () => {
    const page = await cmi5(device, lms);
    page.writer.observe?.([tried], []);
    await page.writer.write(writing({ score: { raw: 40 } }));
    expect(lms.verbs('failed')).toHaveLength(0);
    await page.writer.finish(writing(FAILED), 'page');
    await quiet();
    expect(lms.verbs('failed')).toHaveLength(0);
    const again = await cmi5(device, lms);
    again.writer.observe?.([{ ...tried, at: tried.at + 5000 }], []);
    await again.writer.write(writing(FAILED));
    await again.writer.finish(writing(FAILED), 'exit');
    expect(lms.verbs('failed')).toHaveLength(1);
    expect(last('failed')!.result).toMatchObject({
      success: false,
      score: { scaled: 0.4, raw: 40, min: 0, max: 100 },
    });
  });

  it('is not said again in a later session that only resumes', async () => {
    const first = await cmi5(device, lms);
    first.writer.observe?.([tried], []);
    await first.writer.finish(writing(FAILED), 'exit');
    expect(lms.verbs('failed')).toHaveLength(1);
    const second = await cmi5(device, lms);
    await second.writer.write(writing(FAILED));
    await second.writer.finish(writing(FAILED), 'exit');
    expect(lms.verbs('failed')).toHaveLength(1);
  });

  it('is said by the next session where the last try never arrived, once', async () => {
    const first = await cmi5(device, lms);
    await quiet();
    lms.fault = () => 'offline';
    first.writer.observe?.([tried], answers());
    await first.writer.write(writing({ ...FAILED, success: 'failed' }));
    await first.writer.finish(writing(FAILED), 'page');
    await quiet();
    lms.fault = () => undefined;
    for (let launch = 0; launch < 2; launch++) {
      const next = await cmi5(device, lms);
      await next.writer.write(writing({ ...FAILED, success: 'failed' }, { interactions: answers() }));
      await next.writer.finish(undefined, 'exit');
    }
    expect(lms.verbs('failed')).toHaveLength(1);
    expect(lms.verbs('answered')).toHaveLength(7);
  });

  it('a learner who could not leave after it may pass in the same session', async () => {
    const { writer } = await cmi5(device, lms);
    writer.observe?.([tried], []);
    // What the exit writes before it ends the session
    await writer.write(writing(FAILED));
    expect(await writer.write(writing(PASSED))).toEqual({ stored: true });
    await writer.finish(writing(PASSED), 'exit');
    expect([lms.verbs('failed').length, lms.verbs('passed').length]).toEqual([0, 1]);
  });

  it('a pass in the same session as the last failed try waits for the next one', async () => {
    const first = await cmi5(device, lms);
    first.writer.observe?.([tried], []);
    await first.writer.write(writing({ ...FAILED, success: 'failed' }));
    expect(lms.verbs('failed')).toHaveLength(1);
    expect(await first.writer.write(writing(PASSED))).toMatchObject({
      stored: false,
      problem: { code: 'refused-result' },
    });
    await later(device, 1_000);
    const requests = lms.requests.length;
    await later(device, 60_000);
    expect(lms.requests.length).toBe(requests);
    await first.writer.finish(writing(PASSED), 'exit');
    expect(lms.verbs('passed')).toHaveLength(0);
    const second = await cmi5(device, lms);
    await second.writer.write(writing(PASSED));
    expect(lms.verbs('passed')).toHaveLength(1);
  });
});

describe('a session that the LMS has ended', () => {
  it.each([401, 403])('stops, and says so: %s', async (status) => {
    mayRefuse = true;
    // What is abandoned gets 403 from some, to statements and to state alike
    if (status === 403) lms.habits.delete('unauthorised-when-over');
    const page = await cmi5(device, lms);
    await quiet();
    lms.launch();
    const written = await page.writer.write(writing({ progress: 0.3 }));
    expect(written).toMatchObject({ stored: false, problem: { code: 'session-over' } });
    const requests = lms.requests.length;
    await later(device, 600_000);
    expect(lms.requests.filter(({ resource }) => resource === 'statements').length).toBeLessThanOrEqual(2);
    expect(lms.requests.length).toBe(requests);
    expect(lms.story).toEqual(['initialized 42']);
  });

  it('its answers go out in the next session: new id, session and time, the first ones in extensions', async () => {
    const first = await cmi5(device, lms);
    await quiet();
    lms.fault = () => 'offline';
    first.writer.observe?.([ACTIVITY_EVENTS[0]!], answers().slice(0, 2));
    await first.writer.write(writing({ progress: 0.4 }));
    await first.writer.finish(writing({ progress: 0.4 }), 'page');
    await quiet();
    const kept = [...device.store.entries]
      .filter(([key]) => key.startsWith('cm-out|'))
      .map(([, text]) => JSON.parse(text));
    lms.fault = () => undefined;
    await later(device, 3_600_000);

    const second = await cmi5(device, lms);
    await quiet();
    expect(lms.story).toEqual([
      'initialized 42',
      'initialized 42',
      'answered item-secret',
      'answered item-several',
      'completed compass',
    ]);
    const answer = lms.verbs('answered')[0]!;
    const before = kept.find(({ statement }) => statement.object.id.endsWith('item-secret')).statement;
    expect(answer.id).not.toBe(before.id);
    expect(answer.context.extensions).toMatchObject({
      'https://w3id.org/xapi/cmi5/context/extensions/sessionid': lms.sessions[1]!.id,
      'https://example.org/courses/test/extensions/original-id': before.id,
      'https://example.org/courses/test/extensions/original-time': before.timestamp,
    });
    expect(Date.parse(answer.timestamp)).toBeGreaterThan(Date.parse(before.timestamp));
    // Given again by a player that was told that they are owed: they are known
    await second.writer.write(writing({ progress: 0.4 }, { interactions: answers().slice(0, 2) }));
    expect(lms.verbs('answered')).toHaveLength(2);
  });

  it('what did arrive, though nobody heard of it, is looked up and not said again', async () => {
    const first = await cmi5(device, lms);
    await quiet();
    lms.fault = () => 'lost';
    first.writer.observe?.([ACTIVITY_EVENTS[0]!], answers().slice(0, 2));
    await first.writer.write(writing());
    await first.writer.finish(undefined, 'page');
    await quiet();
    lms.fault = () => undefined;
    await cmi5(device, lms);
    await quiet();
    expect(lms.verbs('answered')).toHaveLength(2);
    expect(lms.verbs('completed')).toHaveLength(1);
    expect([...device.store.entries.keys()].filter((key) => key.startsWith('cm-out|'))).toEqual([]);
  });

  it('a session that dies again and again brings an answer once', async () => {
    let page = await cmi5(device, lms);
    await quiet();
    page.writer.observe?.([], answers().slice(0, 1));
    for (const fault of ['offline', 'lost', 'offline'] as const) {
      lms.fault = ({ resource, method }) =>
        resource === 'statements' && method === 'POST' ? fault : undefined;
      await page.writer.write(writing());
      await page.writer.finish(undefined, 'page');
      await quiet();
      await later(device, 60_000);
      page = await cmi5(device, lms);
      await quiet();
    }
    lms.fault = () => undefined;
    await page.writer.write(writing());
    expect(lms.verbs('answered')).toHaveLength(1);
  });

  it("nobody else's: Ben, on the same computer, sends nothing of Anna's", async () => {
    const anna = await cmi5(device, lms, { actor: ANNA });
    await quiet();
    lms.fault = () => 'offline';
    anna.writer.observe?.([ACTIVITY_EVENTS[0]!], answers());
    await anna.writer.write(writing());
    await anna.writer.finish(undefined, 'page');
    await quiet();
    lms.fault = () => undefined;
    const ben = await cmi5(device, lms, { actor: BEN });
    await ben.writer.write(writing({ progress: 0.2 }));
    await ben.writer.finish(undefined, 'exit');
    expect(
      lms.statements
        .filter(({ actor }) => actor.name === 'Ben Okri')
        .map(({ verb }) => verb.id.split('/').at(-1)),
    ).toEqual(['initialized', 'progressed', 'terminated']);
    const back = await cmi5(device, lms, { actor: ANNA });
    await quiet();
    expect(
      lms.statements.filter(
        ({ actor, verb }) => actor.name === 'Anna Arendt' && verb.id.endsWith('answered'),
      ),
    ).toHaveLength(7);
    expect(back.launch.connected).toBe(true);
  });
});
