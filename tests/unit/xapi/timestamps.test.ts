/** The order in which things happened can be told from the timestamps of one session, whatever clocks and pace were. */
import { describe, expect, it } from 'vitest';
import { createTimestamps } from '../../../src/tracking/lrs/timestamps.ts';
import { answers, PASSED, writing } from '../../contract/material.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { cmi5, Device, later, newLms, newLrs, xapi } from './harness.ts';

const SINCE = Date.UTC(2026, 0, 5, 10, 0, 0);
const NOW = SINCE + 3_600_000;

const inOrder = (times: readonly number[]): boolean =>
  times.every((time, place) => place === 0 || time > times[place - 1]!);

it.each([true, false])('answers of one second follow each other (in a closed session: %s)', (closed) => {
  const timestamps = createTimestamps(SINCE, closed);
  const at = SINCE + 60_000;
  expect(inOrder([at, at, at + 1, at].map((time) => timestamps.given(time, NOW)))).toBe(true);
});

it('two forms of earlier sittings follow each other, and what is said in between has a time of its own', () => {
  const timestamps = createTimestamps(SINCE, true);
  const [first, second] = [SINCE - 86_400_000, SINCE - 43_200_000];
  const all = [
    timestamps.next(SINCE),
    timestamps.next(SINCE),
    timestamps.next(SINCE),
    ...[0, 1, 2].map((n) => timestamps.given(first + n, NOW)),
    timestamps.next(SINCE + 4),
    ...[0, 1, 2].map((n) => timestamps.given(second + n, NOW)),
    timestamps.next(SINCE + 5),
  ];
  expect(new Set(all).size).toBe(all.length);
  expect(inOrder(all.slice(3, 6))).toBe(true);
  expect(inOrder([...all.slice(3, 6), ...all.slice(7, 10)])).toBe(true);
});

it.each([
  ['xAPI', (device: Device) => xapi(device, lrs)],
  ['cmi5', (device: Device) => cmi5(device, lms)],
] as const)(
  '%s: under a clock of 2015 forms are dated when they are told, one after the other',
  async (_name, open) => {
    const device = new Device();
    device.clock = new FakeClock(Date.UTC(2015, 5, 1));
    // The state has no time before 2020
    const at = Date.UTC(2020, 0, 1);
    for (const tryNumber of [1, 2]) {
      const form = answers((tryNumber - 1) * 7, tryNumber).map((answer) => ({ ...answer, at }));
      const { writer } = await open(device);
      await writer.write(writing({}, { interactions: form }));
      await device.clock.advance(60_000);
    }
    const all = (_name === 'xAPI' ? lrs : lms).verbs('answered');
    expect(all).toHaveLength(14);
    expect(inOrder(all.map(({ timestamp }) => Date.parse(timestamp)))).toBe(true);
    expect(all.every(({ timestamp }) => timestamp.startsWith('2015'))).toBe(true);
  },
);

const lrs = newLrs();
const lms = newLms();

describe('a cmi5 session that goes on after a reload', () => {
  it.each([0, -3_600_000, -31_536_000_000])(
    'under a clock that was set by %i ms says everything after what it had said',
    async (leap) => {
      const [device, own] = [new Device(), newLms()];
      const first = await cmi5(device, own);
      await first.writer.write(writing({ progress: 0.2 }));
      await later(device, 5_000);
      device.clock.leap(leap);
      const again = await cmi5(device, own, { again: first });
      const form = answers().map((answer) => ({ ...answer, at: device.clock.now() }));
      const written = again.writer.write(writing(PASSED, { interactions: form }));
      await later(device, 30_000);
      expect(await written).toEqual({ stored: true });
      const times = own.statements.map(({ timestamp }) => Date.parse(timestamp ?? ''));
      expect(times.length).toBeGreaterThan(10);
      expect(inOrder(times)).toBe(true);
    },
  );

  it('takes a time that can be none for none', async () => {
    const [device, own] = [new Device(), newLms()];
    const first = await cmi5(device, own);
    const [key, text] = [...first.tab.entries][0]!;
    for (const latest of [1e300, 'x', null, {}]) {
      first.tab.entries.set(key, JSON.stringify({ ...JSON.parse(text), latest }));
      const again = await cmi5(device, own, { again: first });
      expect(await again.writer.write(writing({ progress: 0.2 }))).toEqual({ stored: true });
    }
  });
});
