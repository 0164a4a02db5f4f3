/** What of an LRS's package lies on the device: damaged, of another shape, of another time, or in a store that stops to answer. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LrsRequest } from '../../../src/lms/lrs-request.ts';
import { answers, PASSED, writing } from '../../contract/material.ts';
import { cmi5, Device, ACTIVITY_EVENTS, newLms, newLrs, quiet, xapi } from './harness.ts';

let device: Device;

beforeEach(() => {
  device = new Device();
});

const isPost = ({ resource, method }: LrsRequest): boolean => resource === 'statements' && method === 'POST';

describe('what lies on the device', () => {
  const entries = () => [...device.store.entries.keys()].filter((key) => key.startsWith('cm-out|'));

  it('damaged entries are passed over, said once, and hold up nothing', async () => {
    const lrs = newLrs();
    const first = await xapi(device, lrs);
    lrs.fault = (request) => (isPost(request) ? 'offline' : undefined);
    first.writer.observe?.([], answers());
    await first.writer.write(writing());
    const good = JSON.parse(device.store.entries.get(entries()[0]!)!) as { statement: object };
    const bad: unknown[] = [
      'x',
      7,
      null,
      {},
      { statement: {} },
      { statement: { ...good.statement, timestamp: 'never' } },
      { statement: { ...good.statement, object: 'x' } },
      { statement: { ...good.statement, verb: null } },
      { statement: { ...good.statement, context: 5 } },
      { ...good, before: {} },
      { ...good, before: { ids: 5, timestamp: '2026-01-05T10:00:00Z' } },
      { ...good, before: { ids: [1], timestamp: '2026-01-05T10:00:00Z' } },
      { ...good, session: 4 },
      { ...good, about: 4 },
      { ...good, refused: true },
    ];
    const [some] = entries();
    bad.forEach((value, n) =>
      device.store.entries.set(`${some}${n}`, typeof value === 'string' ? value : JSON.stringify(value)),
    );
    lrs.fault = () => undefined;
    await device.clock.advance(1000);
    const next = await xapi(device, lrs);
    expect(await next.writer.write(writing({}, { interactions: answers() }))).toEqual({ stored: true });
    expect(lrs.verbs('answered')).toHaveLength(7);
    const lines = [first, next].flatMap(({ driver }) => driver.log.lines);
    expect(lines.filter((line) => line.includes('passed over'))).toHaveLength(1);
    const after = await xapi(device, lrs);
    expect(after.driver.log.lines.filter((line) => line.includes('passed over'))).toEqual([]);
  });

  it('documents of another shape are passed over, and said once', async () => {
    for (const text of [
      '7',
      '[]',
      '"x"',
      '{"saved":7}',
      '{"saved":"","told":5}',
      '{"saved":"","told":{"passed":{},"progress":"x"}}',
      'x',
    ]) {
      const lrs = newLrs();
      const first = await xapi(new Device(), lrs);
      await first.writer.write(writing());
      const [key] = [...lrs.documents.keys()].filter((one) => one.includes('|resume|'));
      lrs.documents.set(key!, text);
      const { launch, writer, driver } = await xapi(new Device(), lrs);
      expect(launch, text).toMatchObject({ connected: true, saved: '?' });
      expect(await writer.write(writing(PASSED)), text).toEqual({ stored: true });
      expect(lrs.verbs('passed'), text).toHaveLength(1);
      expect(driver.log.lines.filter((line) => line.includes('passed over')).length).toBeLessThan(2);
    }
  });

  it('a clock that is wrong by years throws nothing of the learner away', async () => {
    const lrs = newLrs();
    const first = await xapi(device, lrs);
    lrs.fault = (request) => (isPost(request) ? 'offline' : undefined);
    first.writer.observe?.([], answers());
    await first.writer.write(writing());
    lrs.fault = () => undefined;
    const wrong = new Device();
    wrong.store = device.store;
    await wrong.clock.advance(12 * 365 * 86_400_000);
    await xapi(wrong, lrs);
    expect(lrs.verbs('answered')).toHaveLength(7);
  });

  it('a store that stops to answer before `initialized` was sent changes no order', async () => {
    const lms = newLms();
    lms.fault = (request) => (isPost(request) ? 'offline' : undefined);
    const { writer } = await cmi5(device, lms);
    writer.observe?.([ACTIVITY_EVENTS[0]!], []);
    await quiet();
    device.store.refusal = 'throws';
    writer.observe?.([ACTIVITY_EVENTS[1]!], []);
    lms.fault = () => undefined;
    expect((await writer.write(writing())).stored).toBe(true);
    expect(lms.story).toEqual(['initialized 42', 'completed compass', 'answered check-one']);
    expect(lms.refusals).toEqual([]);
  });
});
