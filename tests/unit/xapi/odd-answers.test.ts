/** Answers that no LRS gives, and what servers between it and the course make of its answers: nothing counts by them. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LrsFault } from '../../../src/lms/lrs-faults.ts';
import type { LrsHabit } from '../../../src/lms/lrs-habits.ts';
import type { LrsRequest } from '../../../src/lms/lrs-request.ts';
import { course } from './told.ts';
import { decode } from '../../../src/learning/index.ts';
import { unseal } from '../../../src/tracking/envelope.ts';
import { answers, PASSED, writing } from '../../contract/material.ts';
import type { RecordWriter, Writing } from '../../../src/tracking/record.ts';
import type { Lrs } from '../../fakes/lrs.ts';
import {
  cmi5,
  Device,
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

const LOGIN = '<!doctype html><title>Log in</title>';
const A = (counter: number, ...seen: string[]) =>
  writing({}, { saved: savedState('aaaaaaaaaa', counter, ...seen) });
const B = (counter: number, ...seen: string[]) =>
  writing({}, { saved: savedState('bbbbbbbbbb', counter, ...seen) });

const kept = (lrs: Lrs): string =>
  [...lrs.documents].find(([key]) => key.includes('|resume|'))?.[1] ?? '{"saved":""}';
const sections = (lrs: Lrs): number[] => {
  const { saved } = JSON.parse(kept(lrs)) as { saved: string };
  return [...decode(unseal(saved)?.body ?? '').state.done];
};

const to =
  (method: string, resource: string, fault: LrsFault) =>
  (request: LrsRequest): LrsFault | undefined =>
    request.method === method && request.resource === resource ? fault : undefined;

it('cmi5: [] to statements of a session that is over, about which nobody may ask, delivers none of them', async () => {
  const lms = newLms();
  lms.habits.delete('unauthorised-when-over');
  const older = await cmi5(device, lms);
  await quiet();
  lms.launch();
  lms.fault = to('POST', 'statements', { answers: '[]' });
  const written = await older.writer.write(writing(PASSED, { interactions: answers() }));
  expect(written).toMatchObject({ stored: false, problem: { code: 'session-over' } });
  await older.writer.finish(undefined, 'page');
  lms.fault = () => undefined;
  const { writer } = await cmi5(device, lms);
  expect(await writer.write(writing(PASSED))).toEqual({ stored: true });
  expect(lms.verbs('answered')).toHaveLength(7);
});

it.each(STANDARDS)(
  '%s: an LRS that gives ids in capitals has what it says that it has',
  async (_name, { make, open }) => {
    const lrs = make();
    const plain = lrs.fetch;
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      const answer = await plain(url, init);
      if (!url.includes('/statements')) return answer;
      const text = (await answer.text()).replace(/"[0-9a-f]{8}-[0-9a-f-]{27}"/g, (id) => id.toUpperCase());
      return new Response(answer.status === 204 ? null : text, { status: answer.status });
    };
    Object.assign(lrs, { fetch });
    const { writer } = await open(device, lrs);
    writer.observe?.(ACTIVITY_EVENTS, answers());
    expect(await writer.write(writing(PASSED, { interactions: answers() }))).toEqual({ stored: true });
    // What it has already, and is not sure of, is looked up
    lrs.fault = to('POST', 'statements', { status: 409, stored: true });
    expect(await writer.write(writing(PASSED, { interactions: answers(7, 2) }))).toEqual({ stored: true });
    expect(lrs.verbs('answered')).toHaveLength(15);
  },
);

describe.each(STANDARDS)('%s: a page in the place of an answer', (_name, { make, open }) => {
  it.each([LOGIN, '{"error":"log in"}', '{}', '[]', ''])(
    '%j to statements delivers none of them',
    async (instead) => {
      const lrs = make();
      const { writer } = await open(device, lrs);
      lrs.fault = to('POST', 'statements', { instead });
      writer.observe?.(ACTIVITY_EVENTS, answers());
      expect((await writer.write(writing(PASSED, { interactions: answers() }))).stored).toBe(false);
      expect(lrs.verbs('answered')).toEqual([]);
      lrs.fault = () => undefined;
      await later(device, 60_000);
      expect(await writer.write(writing(PASSED))).toEqual({ stored: true });
      expect(lrs.verbs('answered')).toHaveLength(8);
      expect(lrs.verbs('passed')).toHaveLength(1);
    },
  );

  it.each([LOGIN, '', '{}', '[]'])(
    '%j after the statements were taken tells none of them twice',
    async (said) => {
      const lrs = make();
      const { writer } = await open(device, lrs);
      lrs.fault = to('POST', 'statements', { answers: said });
      writer.observe?.(ACTIVITY_EVENTS, answers());
      expect(await writer.write(writing(PASSED, { interactions: answers() }))).toEqual({ stored: true });
      expect(lrs.verbs('answered')).toHaveLength(8);
      expect(lrs.verbs('passed')).toHaveLength(1);
    },
  );

  it.each([LOGIN, '{"error":"log in"}', '{}', ''])('%j to the state stores nothing', async (instead) => {
    const lrs = make();
    const { writer } = await open(device, lrs);
    lrs.fault = to('PUT', 'activities/state', { instead });
    expect((await writer.write(A(1, 'compass-start'))).stored).toBe(false);
    lrs.fault = () => undefined;
    expect(await writer.write(A(2, 'compass-start'))).toEqual({ stored: true });
    expect(sections(lrs)).toEqual([0]);
  });

  it('in the place of the state is no state that anything is written over', async () => {
    const lrs = make();
    const first = await open(new Device(), lrs);
    await first.writer.write(A(1, 'compass-start'));
    lrs.fault = ({ method, query }) =>
      method === 'GET' && query.get('stateId') === 'resume' ? { instead: LOGIN } : undefined;
    const second = await open(device, lrs);
    expect((await second.writer.write(B(1, 'compass-end'))).stored).toBe(false);
    lrs.fault = () => undefined;
    expect((await second.writer.write(B(2, 'compass-end'))).stored).toBe(true);
    expect(sections(lrs)).toEqual(expect.arrayContaining([0, 3]));
  });

  it.each<LrsFault>([{ instead: LOGIN }, { status: 503 }, 'offline'])(
    '%j in the place of the state: a page that closes before it could read it writes nothing over it',
    async (fault) => {
      const lrs = make();
      const first = await open(new Device(), lrs);
      await first.writer.write(A(1, 'compass-start'));
      lrs.fault = ({ method, query }) =>
        method === 'GET' && query.get('stateId') === 'resume' ? fault : undefined;
      const second = await open(device, lrs);
      lrs.fault = () => undefined;
      expect((await second.writer.finish(B(1, 'compass-end'), 'page')).stored).toBe(false);
      await quiet();
      expect(sections(lrs)).toEqual([0]);
    },
  );
});

it('cmi5: a page in the place of a leftover does not count as the leftover', async () => {
  const lms = newLms();
  const first = await cmi5(device, lms);
  lms.fault = to('POST', 'statements', 'offline');
  first.writer.observe?.([], answers());
  await first.writer.write(writing());
  lms.fault = (request) => (request.query.has('statementId') ? { instead: LOGIN } : undefined);
  const next = await cmi5(device, lms);
  expect((await next.writer.write(writing())).stored).toBe(false);
  lms.fault = () => undefined;
  await later(device, 60_000);
  expect(await next.writer.write(writing())).toEqual({ stored: true });
  expect(lms.verbs('answered')).toHaveLength(7);
});

describe.each<readonly LrsHabit[]>([
  ['weak-etags'],
  ['renamed-etags'],
  ['no-etags', 'asks-for-match'],
  ['no-etags', 'asks-for-match', 'own-etags'],
  ['renamed-etags', 'asks-for-match'],
  ['renamed-etags', 'asks-for-match', 'own-etags'],
  ['no-etag-after-put', 'asks-for-match'],
  ['no-match-headers'],
  ['no-match-headers', 'no-etags'],
])('versions: %s %s %s', (...habits) => {
  it('are written by all the same, and two devices lose nothing', async () => {
    const lrs = newLrs();
    for (const habit of habits.filter(Boolean)) lrs.habits.add(habit);
    const first = await xapi(device, lrs);
    await patiently(first, A(1, 'compass-start'));
    await later(device, 10_000);
    const other = new Device();
    await later(other, 20_000);
    const second = await xapi(other, lrs);
    await patiently(second, B(1, 'compass-end'));
    await later(device, 30_000);
    expect(await first.writer.write(A(2, 'compass-start'))).toEqual({ stored: true });
    await quiet();
    expect(sections(lrs)).toEqual(expect.arrayContaining([0, 3]));
    expect(await first.writer.write(A(3, 'compass-start'))).toEqual({ stored: true });
    // Its version is asked for after it was put
    await quiet();
    const before = kept(lrs);
    await first.writer.finish(A(4, 'compass-start'), 'page');
    await quiet();
    expect(kept(lrs)).not.toBe(before);
    const puts = lrs.requests.filter(
      ({ method, resource }) => method === 'PUT' && resource === 'activities/state',
    );
    expect(puts.length).toBeLessThan(14);
  });
});

/** Until it is stored: the third time at the latest. */
async function patiently({ writer }: { writer: RecordWriter }, work: Writing): Promise<void> {
  let written = await writer.write(work);
  for (let time = 0; time < 2 && !written.stored; time++) written = await writer.write(work);
  expect(written).toEqual({ stored: true });
}

it.each([LOGIN, ''])(
  '%j in the place of a conflict: what another device has stored stays, and so does what this one has',
  async (said) => {
    const lrs = newLrs();
    const first = await xapi(device, lrs);
    await first.writer.write(A(1));
    const second = await xapi(new Device(), lrs);
    await second.writer.write(B(2, 'compass-end'));
    lrs.fault = to('PUT', 'activities/state', { answers: said });
    expect((await first.writer.write(A(3, 'compass-start'))).stored).toBe(false);
    lrs.fault = () => undefined;
    expect(await first.writer.write(A(4, 'compass-start'))).toEqual({ stored: true });
    expect(sections(lrs)).toEqual(expect.arrayContaining([0, 3]));
  },
);

it('half a document still names the attempt, so that what each device keeps of it joins', async () => {
  const lrs = newLrs();
  const first = await xapi(device, lrs);
  await first.writer.write(A(1, 'compass-start', 'compass-end'));
  const [key, text] = [...lrs.documents].find(([name]) => name.includes('|resume|'))!;
  lrs.documents.set(key, text.slice(0, text.length / 2));
  const second = await xapi(new Device(), lrs);
  expect(unseal(second.launch.saved)?.token).toBe('aaaaaaaaaa');
  lrs.documents.set(key, '{"sav');
  expect((await xapi(new Device(), lrs)).launch.saved).toBe('?');
});

it.each<[string, number, string]>([
  ['{}', 1, 'leaves'],
  ['[7]', 1, 'leaves'],
  ['', 1, 'leaves'],
  ['{}', 2, 'writes'],
  ['{"saved":7}', 2, 'writes'],
])(
  '%s in the place of a good document, %i times: a page that %s loses nothing of it',
  async (said, times, does) => {
    const lrs = newLrs();
    const first = await xapi(new Device(), lrs);
    await first.writer.write(A(1, 'compass-start'));
    let left = times;
    lrs.fault = ({ method, query }) =>
      method === 'GET' && query.get('stateId') === 'resume' && left-- > 0 ? { answers: said } : undefined;
    const second = await xapi(device, lrs);
    if (does === 'writes') expect(await second.writer.write(B(1, 'compass-end'))).toEqual({ stored: true });
    await second.writer.finish(B(1, 'compass-end'), 'page');
    await quiet();
    expect(sections(lrs)).toEqual(does === 'writes' ? expect.arrayContaining([0, 3]) : [0]);
  },
);

it('cmi5: half a document keeps no page from asking what was said once', async () => {
  const lms = newLms();
  const first = await cmi5(device, lms);
  await first.writer.write(writing(PASSED));
  await quiet();
  const [key, text] = [...lms.documents].find(([name]) => name.includes('|resume|'))!;
  lms.documents.set(key, text.slice(0, text.length / 2));
  const second = await cmi5(new Device(), lms);
  expect(await second.writer.write(writing(PASSED))).toEqual({ stored: true });
  expect(lms.verbs('passed')).toHaveLength(1);
});

it('a clock that is put back does not keep a page from looking what another device has stored', async () => {
  const lrs = newLrs();
  lrs.habits.add('no-etags');
  const first = await xapi(device, lrs);
  await first.writer.write(A(1, 'compass-start'));
  await (await xapi(new Device(), lrs)).writer.write(B(9, 'compass-end'));
  device.clock.leap(-3_600_000);
  await later(device, 10_000);
  await first.writer.write(A(2, 'compass-start'));
  expect(sections(lrs)).toEqual(expect.arrayContaining([0, 3]));
});

it('an LRS that finds the pass of another attempt when it is asked for this one’s keeps this one’s too', async () => {
  const lrs = newLrs();
  lrs.habits.add('finds-other-attempts');
  const earlier = await xapi(new Device(), lrs, { registration: '11111111-1111-4111-8111-111111111111' });
  expect(await earlier.writer.write(writing(PASSED))).toEqual({ stored: true });
  await quiet();
  const first = await xapi(device, lrs);
  await first.writer.write(writing({ progress: 0.1 }));
  await first.writer.finish(undefined, 'page');
  await later(device, 1_000);
  for (const on of [device, new Device()]) {
    const next = await xapi(on, lrs);
    expect(await next.writer.write(writing(PASSED))).toEqual({ stored: true });
    await quiet();
  }
  for (const verb of ['passed', 'completed']) expect(course(lrs, verb), verb).toHaveLength(2);
});
