/**
 * Registrations over several sittings, devices and tabs, against an LMS that judges as a real one does: in the end they are
 * satisfied, and nothing is told twice.
 */
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/learning/index.ts';
import { unseal } from '../../../src/tracking/envelope.ts';
import type { Lrs } from '../../fakes/lrs.ts';
import { answers, PASSED, writing } from '../../contract/material.ts';
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
  type Page,
} from './harness.ts';
import { course, ordered, satisfied } from './told.ts';

describe('cmi5', () => {
  it('three sittings, the second of them on another device, with leftovers: satisfied', async () => {
    const lms = newLms();
    const [home, work] = [new Device(), new Device()];
    const first = await cmi5(home, lms);
    first.writer.observe?.([ACTIVITY_EVENTS[0]!], []);
    await first.writer.write(writing({ progress: 0.3 }));
    // The network goes while a form is submitted, and the window is closed
    lms.fault = () => 'offline';
    first.writer.observe?.([ACTIVITY_EVENTS[1]!], answers());
    await first.writer.write(writing({ progress: 0.4 }, { interactions: answers() }));
    await first.writer.finish(writing({ progress: 0.4 }), 'page');
    await quiet();
    lms.fault = () => undefined;
    const second = await cmi5(work, lms);
    expect(await second.writer.write(writing({ progress: 0.6 }))).toEqual({ stored: true });
    expect(await second.writer.finish(writing({ progress: 0.6 }), 'exit')).toEqual({ stored: true });
    const third = await cmi5(home, lms);
    expect(await third.writer.write(writing(PASSED, { interactions: answers(7, 2) }))).toEqual({
      stored: true,
    });
    expect(await third.writer.finish(writing(PASSED), 'exit')).toEqual({ stored: true });
    expect(lms.refusals).toEqual([]);
    expect(satisfied(lms)).toBe(true);
    expect(lms.verbs('answered')).toHaveLength(15);
    expect(lms.verbs('initialized')).toHaveLength(3);
    for (const { id } of lms.sessions) expect(ordered(lms, id)).toBe(true);
  });

  it.each([5, [null], [{}]])(
    'a leftover whose context is damaged (%j) holds up no other',
    async (grouping) => {
      const lms = newLms();
      const device = new Device();
      const first = await cmi5(device, lms);
      lms.fault = () => 'offline';
      first.writer.observe?.([], answers());
      await first.writer.finish(undefined, 'page');
      const [key, text] = [...device.store.entries].find(([, one]) => one.includes('/answered"'))!;
      const entry = JSON.parse(text) as { statement: { context: object } };
      Object.assign(entry.statement.context, { contextActivities: { grouping } });
      device.store.entries.set(key, JSON.stringify(entry));
      lms.fault = () => undefined;
      const second = await cmi5(device, lms);
      expect(await second.writer.write(writing({ progress: 0.5 }))).toEqual({ stored: true });
      await later(device, 30_000);
      expect(lms.verbs('answered')).toHaveLength(6);
    },
  );

  it.each([false, true])(
    'what a killed browser has put back beside what had taken its place is told once (delivered: %s)',
    async (isDelivered) => {
      const lms = newLms();
      const device = new Device();
      const first = await cmi5(device, lms);
      await first.writer.write(writing({ progress: 0.3 }));
      lms.fault = () => 'offline';
      first.writer.observe?.([], answers());
      await first.writer.write(writing({ progress: 0.4 }, { interactions: answers() }));
      await first.writer.finish(undefined, 'page');
      await quiet();
      const old = [...device.store.entries].filter(([key]) => key.startsWith('cm-out|'));
      // What lay on the device is looked up, and taken over by the next session
      lms.fault = ({ body }) => (!isDelivered && body.includes('/answered"') ? 'offline' : undefined);
      const second = await cmi5(device, lms);
      await later(device, 3_000);
      await second.writer.finish(undefined, 'page');
      lms.fault = () => undefined;
      for (const [key, text] of old) device.store.entries.set(key, text);
      const third = await cmi5(device, lms);
      await later(device, 30_000);
      expect(await third.writer.write(writing({ progress: 0.5 }))).toEqual({ stored: true });
      expect(lms.verbs('answered')).toHaveLength(7);
    },
  );

  it('what a killed browser has forgotten to have taken over, and sent, is found in the LRS', async () => {
    const lms = newLms();
    const device = new Device();
    const first = await cmi5(device, lms);
    lms.fault = () => 'offline';
    first.writer.observe?.([], answers());
    await first.writer.finish(undefined, 'page');
    await quiet();
    const old = [...device.store.entries];
    lms.fault = () => undefined;
    // Killed each time before the device has written down what became of them
    for (let killed = 0; killed < 2; killed++) {
      await cmi5(device, lms);
      await later(device, 3_000);
      expect(lms.verbs('answered')).toHaveLength(7);
      device.store.entries.clear();
      for (const [key, text] of old) device.store.entries.set(key, text);
    }
    const last = await cmi5(device, lms);
    expect(await last.writer.write(writing({ progress: 0.5 }))).toEqual({ stored: true });
    expect(lms.verbs('answered')).toHaveLength(7);
  });

  it('what a session sends late, when the next one has taken it over, is told once', async () => {
    const lms = newLms();
    const device = new Device();
    const isAnswer = /verbs\/answered"/;
    const first = await cmi5(device, lms);
    lms.fault = () => 'offline';
    first.writer.observe?.([], answers());
    await first.writer.finish(undefined, 'page');
    const late: string[] = [];
    lms.fault = ({ method, body }) => {
      if (method !== 'POST' || !isAnswer.test(body)) return undefined;
      late.push(body);
      return 'offline';
    };
    const second = await cmi5(device, lms);
    await later(device, 3_000);
    await second.writer.finish(undefined, 'page');
    await quiet();
    lms.fault = () => undefined;
    const ids = late.flatMap((body) => (JSON.parse(body) as { id: string }[]).map(({ id }) => id));
    await cmi5(device, lms);
    await later(device, 30_000);
    const told = lms.verbs('answered').map(({ id }) => id ?? '');
    expect(told).toHaveLength(7);
    // Under one id, by which an LRS tells the second from the first
    for (const id of told) expect(ids).toContain(id);
  });

  it.each(['what was saved last', 'something new'])(
    'a window that is closed while Save and exit waits, with %s, takes its last word along',
    async (what) => {
      const lms = newLms();
      const { fetch: answered } = lms;
      let closing = false;
      // A browser drops what is under way when a page goes, unless it is to outlive it
      const fetch: typeof answered = (url, init) =>
        closing && !init.keepalive ? new Promise(() => undefined) : answered(url, init);
      Object.assign(lms, { fetch });
      const { writer } = await cmi5(new Device(), lms);
      const last = writing({ progress: 0.3 });
      await writer.write(last);
      closing = true;
      const next = savedState('abcdefghij', 9, 'compass-start');
      void writer.finish(what === 'something new' ? { ...last, saved: next } : last, 'exit');
      await quiet();
      writer.left?.();
      await quiet();
      expect(lms.verbs('terminated')).toHaveLength(1);
      if (what === 'something new') expect(JSON.stringify([...lms.documents.values()])).toContain(next);
      expect(lms.refusals).toEqual([]);
    },
  );

  it.each(['cmi5', 'xAPI'])(
    '%s: a page that lives on after it was closed while Save and exit waits says `terminated` once',
    async (standard) => {
      const lrs = standard === 'cmi5' ? newLms() : newLrs();
      const { fetch: answered } = lrs;
      let goOn = (): void => undefined;
      let waits: Promise<void> | undefined;
      const fetch: typeof answered = async (url, init) => {
        if (!init.keepalive) await waits;
        return answered(url, init);
      };
      Object.assign(lrs, { fetch });
      const device = new Device();
      const { writer } = await ('sessions' in lrs ? cmi5(device, lrs) : xapi(device, lrs));
      waits = new Promise((resolve) => (goOn = resolve));
      const last = writing({ progress: 0.3 });
      const finished = writer.finish(last, 'exit');
      await quiet();
      writer.left?.();
      await quiet();
      goOn();
      await later(device, 60_000);
      await finished;
      expect(lrs.verbs('terminated')).toHaveLength(1);
    },
  );

  it('a window that is closed after Save and exit was heard sends nothing more', async () => {
    const lms = newLms();
    const { writer } = await cmi5(new Device(), lms);
    await writer.finish(writing({ progress: 0.3 }), 'exit');
    const { length } = lms.requests;
    writer.left?.();
    await quiet();
    expect(lms.requests).toHaveLength(length);
  });

  it('an answer to `initialized` that gets lost, or a server that trips over it, is no dead session', async () => {
    for (const fault of ['lost', { status: 500 }, { status: 500, stored: true }, { delay: 1 }] as const) {
      const lms = newLms();
      const device = new Device();
      let first = true;
      lms.fault = ({ resource, method }) => {
        if (resource !== 'statements' || method !== 'POST' || !first) return undefined;
        first = false;
        return fault;
      };
      const { writer } = await cmi5(device, lms);
      writer.observe?.(ACTIVITY_EVENTS, answers());
      await later(device, 20_000);
      expect(await writer.write(writing(PASSED))).toEqual({ stored: true });
      expect(satisfied(lms), JSON.stringify(fault)).toBe(true);
    }
  });
});

describe('xAPI, on two devices or in two tabs that were opened before anything was saved', () => {
  const A = (more: object, counter: number, ...seen: string[]) =>
    writing(more, { saved: savedState('aaaaaaaaaa', counter, ...seen) });
  const B = (more: object, counter: number, ...seen: string[]) =>
    writing(more, { saved: savedState('bbbbbbbbbb', counter, ...seen) });

  const pairs: [string, (lrs: Lrs) => Promise<[Page, Page]>][] = [
    ['two devices', async (lrs) => [await xapi(new Device(), lrs), await xapi(new Device(), lrs)]],
    [
      'two tabs',
      async (lrs) => {
        const device = new Device();
        return [await xapi(device, lrs), await xapi(device, lrs)];
      },
    ],
  ];
  it.each(pairs)('%s: one passed, one completed, each step of progress once', async (_name, open) => {
    const lrs = newLrs();
    const [one, two] = await open(lrs);
    for (const percent of [6, 9, 11]) {
      await one.writer.write(A({ progress: percent / 100 }, percent, 'compass-start'));
      await two.writer.write(B({ progress: percent / 100 }, percent, 'compass-end'));
    }
    await Promise.all([one.writer.write(A(PASSED, 50)), two.writer.write(B(PASSED, 50))]);
    expect(lrs.verbs('passed')).toHaveLength(1);
    expect(course(lrs, 'completed')).toHaveLength(1);
    const percents = lrs.verbs('progressed').map(({ result }) => Object.values(result?.extensions ?? {})[0]);
    expect(percents).toEqual([6, 9, 11, 99]);
    expect(await one.writer.write(A(PASSED, 51))).toEqual({ stored: true });
    expect(await two.writer.write(B(PASSED, 51))).toEqual({ stored: true });
  });

  it.each([true, false])(
    'what the other has stored is handed up, so that tries are numbered once (ETags: %s)',
    async (etags) => {
      const lrs = newLrs();
      if (!etags) lrs.habits.add('no-etags');
      const device = new Device();
      const one = await xapi(device, lrs);
      const two = await xapi(new Device(), lrs);
      const heard: string[] = [];
      one.writer.onElsewhere?.((saved) => heard.push(saved));
      await one.writer.write(A({}, 1, 'compass-start'));
      const theirs = B({}, 9, 'compass-end');
      await two.writer.write(theirs);
      await later(device, 2_000);
      await one.writer.write(A({}, 2, 'compass-start'));
      expect(heard).toHaveLength(1);
      // Under the token that the LRS had first, by which the journals of all devices go
      expect(heard[0]).toContain('aaaaaaaaaa');
      expect(decode(unseal(heard[0]!)!.body).state.done.size).toBe(2);
    },
  );

  it.each([true, false])(
    'a page that was left open says no progress below what the other has told (ETags: %s)',
    async (etags) => {
      const lrs = newLrs();
      if (!etags) lrs.habits.add('no-etags');
      const device = new Device();
      const old = await xapi(device, lrs);
      const other = await xapi(new Device(), lrs);
      await old.writer.write(A({ progress: 0.05 }, 1, 'compass-start'));
      await other.writer.write(B({ progress: 0.98 }, 9, 'compass-start', 'compass-end'));
      await later(device, 10_000);
      expect(await old.writer.write(A({ progress: 0.06 }, 2, 'compass-start'))).toEqual({ stored: true });
      await old.writer.write(A({ progress: 0.99 }, 3, 'compass-start', 'compass-end'));
      const percents = lrs
        .verbs('progressed')
        .map(({ result }) => Object.values(result?.extensions ?? {})[0]);
      expect(percents).toEqual([5, 98, 99]);
    },
  );
});
