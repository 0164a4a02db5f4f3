/** A statement at which an LRS fails for ever holds up nothing but itself; an LRS that is away is not pestered for it. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LrsFault } from '../../../src/lms/lrs-faults.ts';
import type { LrsRequest } from '../../../src/lms/lrs-request.ts';
import type { RecordWriter, Writing, Written } from '../../../src/tracking/record.ts';
import { answers, PASSED, writing } from '../../contract/material.ts';
import type { Lrs } from '../../fakes/lrs.ts';
import { ACTIVITY_EVENTS, cmi5, Device, later, newLms, STANDARDS } from './harness.ts';

let device: Device;
beforeEach(() => {
  device = new Device();
});

const isPost = ({ resource, method }: LrsRequest): boolean => resource === 'statements' && method === 'POST';
const failing =
  (words: RegExp, fault: LrsFault = { status: 500 }) =>
  (request: LrsRequest): LrsFault | undefined =>
    isPost(request) && words.test(request.body) ? fault : undefined;
const posts = (lrs: Lrs): LrsRequest[] => lrs.requests.filter(isPost);

/** As a session does: again and again, each time with another counter, until it is stored. */
async function insist(
  on: Device,
  writer: RecordWriter,
  make: () => Writing,
  seconds: number,
): Promise<Written> {
  for (let waited = 0; ; waited += 15) {
    const written = writer.write(make());
    await later(on, 15_000);
    if ((await written).stored || waited >= seconds) return written;
  }
}

describe.each(STANDARDS)('%s: a statement at which the LRS fails for ever', (_name, { make, open }) => {
  it.each<[string, LrsFault]>([
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['408', { status: 408 }],
    ['503 with a wish to be left alone', { status: 503, after: 5 }],
    ['no answer', 'offline'],
  ])('%s: the others are delivered within two minutes, and it follows when it can', async (_what, fault) => {
    const lrs = make();
    const { writer, driver } = await open(device, lrs);
    lrs.fault = failing(/items\/item-true"/, fault);
    writer.observe?.(ACTIVITY_EVENTS, answers());
    const passed = (): Writing => writing(PASSED, { interactions: answers() });
    const written = await insist(device, writer, passed, 120);
    expect(written).toMatchObject({ stored: true, problem: { code: 'lms-refused' } });
    // The check and six of the seven answers
    expect(lrs.verbs('answered')).toHaveLength(7);
    expect(lrs.verbs('passed')).toHaveLength(1);
    expect(lrs.story[0]).toContain('initialized');
    expect(driver.log.lines.join('\n')).toMatch(/outbox: kept for later, .*answered .*item-true/);
    lrs.fault = () => undefined;
    await later(device, 6 * 60_000);
    expect(lrs.verbs('answered')).toHaveLength(8);
    expect(await writer.write(passed())).toEqual({ stored: true });
  });

  it.each([403, 409])(
    '%i, and it fails at the look whether it has it: the others are delivered',
    async (status) => {
      const lrs = make();
      const { writer } = await open(device, lrs);
      const refused = failing(/verbs\/responded"/, { status });
      lrs.fault = (request) => (request.query.has('statementId') ? { status: 500 } : refused(request));
      writer.observe?.(ACTIVITY_EVENTS, answers());
      const passed = (): Writing => writing(PASSED, { interactions: answers() });
      const written = await insist(device, writer, passed, 120);
      expect(written).toMatchObject({ stored: true, problem: { code: 'lms-refused' } });
      expect(lrs.verbs('answered')).toHaveLength(8);
      expect(lrs.verbs('passed')).toHaveLength(1);
      lrs.fault = () => undefined;
      await later(device, 6 * 60_000);
      expect(lrs.verbs('responded')).toHaveLength(1);
    },
  );

  it('each of a kind: no number of them holds the others up', async () => {
    const lrs = make();
    const { writer } = await open(device, lrs);
    lrs.fault = failing(/verbs\/answered"/);
    const many = [0, 1, 2, 3].flatMap((n) => answers(n * 7, n + 1));
    writer.observe?.(ACTIVITY_EVENTS, many);
    expect((await insist(device, writer, () => writing(PASSED), 300)).stored).toBe(true);
    expect(lrs.verbs('passed')).toHaveLength(1);
    expect(lrs.verbs('responded')).toHaveLength(1);
    lrs.fault = () => undefined;
    await later(device, 6 * 60_000);
    expect(lrs.verbs('answered')).toHaveLength(29);
  });

  it('the only one that waits: others that were taken before tell that the LRS is there', async () => {
    const lrs = make();
    const { writer } = await open(device, lrs);
    await writer.write(writing());
    lrs.fault = failing(/verbs\/responded"/, { status: 503 });
    writer.observe?.([ACTIVITY_EVENTS[2]!], []);
    expect((await insist(device, writer, writing, 120)).stored).toBe(true);
    const end = writer.finish(writing(), 'exit');
    await later(device, 30_000);
    expect((await end).stored).toBe(true);
    expect(lrs.story.at(-1)).toContain('terminated');
    lrs.fault = () => undefined;
    await device.clock.advance(1000);
    await open(device, lrs);
    expect(lrs.verbs('responded')).toHaveLength(1);
  });

  it('success or completion: it is said that the result is not saved, and tried until it is', async () => {
    const lrs = make();
    const { writer } = await open(device, lrs);
    const result = /verbs\/passed"/;
    lrs.fault = failing(result);
    writer.observe?.(ACTIVITY_EVENTS, answers());
    const refused = await insist(device, writer, () => writing(PASSED), 90);
    expect(refused).toMatchObject({ stored: false, problem: { code: 'refused-result' } });
    expect(lrs.verbs('answered')).toHaveLength(8);
    expect(lrs.verbs('completed').length).toBeGreaterThan(1);
    const before = posts(lrs).filter(({ body }) => result.test(body)).length;
    await later(device, 10 * 60_000);
    const tries = posts(lrs).filter(({ body }) => result.test(body)).length - before;
    expect(tries).toBeGreaterThan(4);
    expect(tries).toBeLessThan(15);
    lrs.fault = () => undefined;
    await later(device, 70_000);
    expect(lrs.verbs('passed')).toHaveLength(1);
    expect(await writer.write(writing(PASSED))).toEqual({ stored: true });
  });

  it('success that waits is tried at the exit, and at the next launch', async () => {
    const lrs = make();
    const { writer } = await open(device, lrs);
    lrs.fault = failing(/verbs\/passed"/);
    writer.observe?.(ACTIVITY_EVENTS, answers());
    await insist(device, writer, () => writing(PASSED), 90);
    lrs.fault = () => undefined;
    const end = writer.finish(writing(PASSED), 'exit');
    await later(device, 1000);
    expect(await end).toEqual({ stored: true });
    expect(lrs.verbs('passed')).toHaveLength(1);
  });

  it('is never given up, in however many launches, and holds up none of them', async () => {
    const lrs = make();
    lrs.fault = failing(/items\/item-true"/);
    const first = await open(device, lrs);
    first.writer.observe?.([], answers());
    await insist(device, first.writer, writing, 120);
    for (let launch = 0; launch < 8; launch++) {
      await device.clock.advance(1000);
      const page = await open(device, lrs);
      page.writer.observe?.([{ ...ACTIVITY_EVENTS[0]!, at: launch }], []);
      expect((await page.writer.write(writing())).stored, String(launch)).toBe(true);
    }
    lrs.fault = () => undefined;
    await device.clock.advance(1000);
    await open(device, lrs);
    expect(lrs.verbs('answered')).toHaveLength(7);
  });
});

describe.each(STANDARDS)('%s: an LRS that is away', (_name, { make, open }) => {
  it('is asked no oftener for the sake of one statement, and gets everything, in order, when it is back', async () => {
    const lrs = make();
    const { writer } = await open(device, lrs);
    lrs.fault = () => ({ status: 500 });
    writer.observe?.(ACTIVITY_EVENTS, answers());
    const before = posts(lrs).length;
    await insist(device, writer, writing, 10 * 60);
    const asked = posts(lrs).slice(before);
    // But for some few questions whether it is there, each request has all that waits
    const small = asked.filter(({ body }) => (JSON.parse(body) as unknown[]).length < 5);
    expect(small.length).toBeLessThan(8);
    expect(asked.length).toBeLessThan(180);
    lrs.fault = () => undefined;
    await later(device, 15_000);
    expect(await writer.write(writing())).toEqual({ stored: true });
    expect(lrs.verbs('answered')).toHaveLength(8);
    expect(lrs.story[0]).toContain('initialized');
    const times = lrs.verbs('answered').map(({ timestamp }) => timestamp);
    expect(times).toEqual(times.toSorted());
  });

  it('with its statements alone: they are looked through rarely, and none is put behind', async () => {
    const lrs = make();
    const { writer } = await open(device, lrs);
    await writer.write(writing());
    lrs.fault = (request) => (isPost(request) ? { status: 500 } : undefined);
    writer.observe?.(
      ACTIVITY_EVENTS,
      [0, 1, 2].flatMap((n) => answers(n * 7, n + 1)),
    );
    const before = posts(lrs).length;
    expect((await insist(device, writer, writing, 10 * 60)).stored).toBe(false);
    expect(posts(lrs).length - before).toBeLessThan(180);
    lrs.fault = () => undefined;
    await later(device, 15_000);
    expect(await writer.write(writing())).toEqual({ stored: true });
    expect(lrs.verbs('answered')).toHaveLength(22);
  });
});

it('cmi5: what the LMS fails at is not tried again after `terminated`', async () => {
  const lms = newLms();
  const { writer } = await cmi5(device, lms);
  lms.fault = failing(/items\/item-true"/);
  writer.observe?.([], answers());
  await insist(device, writer, writing, 120);
  const end = writer.finish(writing(), 'exit');
  await later(device, 2000);
  expect((await end).stored).toBe(true);
  lms.fault = () => undefined;
  await later(device, 6 * 60_000);
  expect(lms.refusals).toEqual([]);
  expect(lms.story.at(-1)).toBe('terminated 42');
  await cmi5(device, lms);
  expect(lms.verbs('answered')).toHaveLength(7);
});

it('cmi5: leftovers are taken over once, though sending fails while they are looked up', async () => {
  const lms = newLms();
  const first = await cmi5(device, lms);
  lms.fault = (request) => (isPost(request) ? 'offline' : undefined);
  first.writer.observe?.([], answers());
  await first.writer.write(writing());
  lms.wait = (milliseconds) => new Promise((resolve) => void device.clock.after(milliseconds, resolve));
  lms.fault = ({ query, body }) => {
    if (query.has('statementId')) return { delay: 8000 };
    return /verbs\/resumed"/.test(body) ? { status: 500 } : undefined;
  };
  await device.clock.advance(1000);
  await cmi5(device, lms);
  await later(device, 20_000);
  lms.fault = () => undefined;
  await later(device, 60_000);
  expect(lms.verbs('answered')).toHaveLength(7);
});

it('cmi5: a leftover that the LRS cannot look up for ever holds up no other, and waits on the device', async () => {
  const lms = newLms();
  const first = await cmi5(device, lms);
  lms.fault = (request) => (isPost(request) ? 'offline' : undefined);
  first.writer.observe?.([], answers());
  await first.writer.write(writing());
  const [id = ''] = [...device.store.entries]
    .filter(([key, text]) => key.startsWith('cm-out|') && text.includes('items/item-true"'))
    .map(([, text]) => (JSON.parse(text) as { statement: { id: string } }).statement.id);
  lms.fault = ({ query }) => (query.get('statementId') === id ? { status: 500 } : undefined);
  await device.clock.advance(1000);
  const next = await cmi5(device, lms);
  expect((await insist(device, next.writer, writing, 60)).stored).toBe(true);
  expect(lms.verbs('answered')).toHaveLength(6);
  lms.fault = () => undefined;
  await device.clock.advance(1000);
  await cmi5(device, lms);
  expect(lms.verbs('answered')).toHaveLength(7);
});
