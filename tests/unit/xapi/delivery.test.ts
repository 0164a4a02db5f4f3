/** The outbox of the xAPI package under every fault: what waits, what is sent again, and what stays on the device. */
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answers, PASSED, writing } from '../../contract/material.ts';
import { BEN } from '../../fakes/ben.ts';
import type { LrsFault } from '../../../src/lms/lrs-faults.ts';
import type { Lrs } from '../../../src/lms/lrs.ts';
import { Device, ACTIVITY_EVENTS, later, newLrs, quiet, xapi } from './harness.ts';
import { runs } from '../../runs.ts';

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

const waiting = (): string[] => [...device.store.entries.keys()].filter((key) => key.startsWith('cm-out|'));

const statementsFault = (fault: LrsFault | undefined): void => {
  lrs.fault = ({ resource, method }) => (resource === 'statements' && method === 'POST' ? fault : undefined);
};

describe('delivery', () => {
  it.each([
    ['no network', 'offline'],
    ['a lost answer', 'lost'],
    ['429', { status: 429, after: 30 }],
    ['500', { status: 500 }],
    ['503', { status: 503, after: 90 }],
    ['408', { status: 408 }],
  ] as const)('survives %s, and tells every event once and in order', async (_name, fault) => {
    const { writer } = await xapi(device, lrs);
    statementsFault(fault);
    writer.observe?.(ACTIVITY_EVENTS, answers());
    const failed = await writer.write(writing(PASSED, { interactions: answers() }));
    expect(failed.stored).toBe(false);
    expect(waiting().length).toBeGreaterThan(10);
    await later(device, 30_000);
    statementsFault(undefined);
    await later(device, 300_000);
    expect(waiting()).toEqual([]);
    expect(lrs.story.slice(0, 4)).toEqual([
      'initialized test',
      'answered item-secret',
      'answered item-several',
      'answered item-true',
    ]);
    expect(lrs.statements).toHaveLength(1 + 7 + 3 + 3 + 3);
    expect(new Set(lrs.statements.map(({ id }) => id)).size).toBe(lrs.statements.length);
    expect(await writer.write(writing(PASSED))).toEqual({ stored: true });
  });

  it('waits as long as the LRS asks, and not longer for a network that is back', async () => {
    const { writer } = await xapi(device, lrs);
    statementsFault({ status: 429, after: 60 });
    writer.observe?.([ACTIVITY_EVENTS[0]!], []);
    expect((await writer.write(writing())).problem?.code).toBe('not-stored');
    const asked = lrs.requests.length;
    statementsFault(undefined);
    expect((await writer.write(writing())).stored).toBe(false);
    expect(lrs.requests.slice(asked).filter(({ resource }) => resource === 'statements')).toEqual([]);
    await later(device, 130_000);
    statementsFault('offline');
    writer.observe?.([ACTIVITY_EVENTS[1]!], []);
    expect((await writer.write(writing())).problem?.code).toBe('offline');
    statementsFault(undefined);
    expect((await writer.write(writing())).stored).toBe(true);
  });

  it('409 for what the LRS has already counts as delivered, and the others go on', async () => {
    mayRefuse = true;
    lrs.habits.add('always-conflict');
    const { writer } = await xapi(device, lrs);
    statementsFault('lost');
    writer.observe?.([ACTIVITY_EVENTS[0]!, ACTIVITY_EVENTS[1]!], []);
    await writer.write(writing());
    statementsFault(undefined);
    writer.observe?.([ACTIVITY_EVENTS[2]!], []);
    await later(device, 60_000);
    expect(await writer.write(writing())).toEqual({ stored: true });
    expect(lrs.story.slice(1)).toEqual(['completed compass', 'answered check-one', 'responded crossroads']);
    expect(waiting()).toEqual([]);
  });

  it.each([400, 413, 409])(
    'a statement that is refused with %s is set aside and reported, and the others go on',
    async (status) => {
      const { driver, writer } = await xapi(device, lrs);
      lrs.fault = ({ resource, method, body }) =>
        resource === 'statements' && method === 'POST' && body.includes('item-true') ? { status } : undefined;
      writer.observe?.([], answers());
      const written = await writer.write(writing());
      expect(written).toMatchObject({
        stored: true,
        problem: { code: 'lms-refused', detail: '1 statements refused' },
      });
      expect(lrs.verbs('answered')).toHaveLength(6);
      expect(driver.log.lines.join()).toContain(`set aside, ${status}`);
      expect([...device.store.entries.keys()].filter((key) => key.startsWith('cm-out-aside|'))).toHaveLength(
        1,
      );
    },
  );

  it.each([401, 403])(
    '%s stops, says so, and keeps everything on the device for the next launch',
    async (status) => {
      const { writer } = await xapi(device, lrs);
      lrs.fault = () => ({ status });
      writer.observe?.([], answers());
      expect((await writer.write(writing())).problem?.code).toBe('session-over');
      const asked = lrs.requests.length;
      await later(device, 600_000);
      expect(lrs.requests.length).toBe(asked);
      expect((await writer.write(writing())).problem?.code).toBe('session-over');
      expect(lrs.requests.slice(asked).filter(({ resource }) => resource === 'statements')).toEqual([]);
      expect(waiting()).toHaveLength(7);
      lrs.fault = () => undefined;
      await xapi(device, lrs);
      expect(lrs.verbs('answered')).toHaveLength(7);
    },
  );

  it('survives a crash: nothing was finished, and another page sends it as it was', async () => {
    const first = await xapi(device, lrs);
    lrs.fault = () => 'offline';
    first.writer.observe?.([ACTIVITY_EVENTS[0]!], answers());
    const ids = waiting().map(
      (key) => (JSON.parse(device.store.entries.get(key)!) as { statement: { id: string } }).statement.id,
    );
    lrs.fault = () => undefined;
    await device.clock.advance(10);
    const second = await xapi(device, lrs);
    expect(lrs.statements.slice(1, 9).map(({ id }) => id)).toEqual(ids);
    // The player was told that the answers are owed
    expect(await second.writer.write(writing({}, { interactions: answers() }))).toEqual({ stored: true });
    expect(lrs.verbs('answered')).toHaveLength(7);
  });

  it('survives a crash with a pass on the device: it is not said again', async () => {
    const first = await xapi(device, lrs);
    await first.writer.write(writing({ progress: 0.5 }));
    statementsFault('offline');
    await first.writer.write(writing(PASSED));
    await later(device, 10);
    const second = await xapi(device, lrs);
    expect((await second.writer.write(writing(PASSED))).stored).toBe(false);
    statementsFault(undefined);
    expect((await second.writer.write(writing(PASSED))).stored).toBe(true);
    await later(device, 300_000);
    expect(lrs.verbs('passed')).toHaveLength(1);
    expect(lrs.verbs('completed')).toHaveLength(1);
  });

  it.each(['throws', 'writing-throws', 'forgets'] as const)(
    'works from memory where the store %s',
    async (refusal) => {
      device.store.refusal = refusal;
      const { writer } = await xapi(device, lrs);
      statementsFault('offline');
      writer.observe?.(ACTIVITY_EVENTS, answers());
      expect((await writer.write(writing())).stored).toBe(false);
      statementsFault(undefined);
      expect(await writer.write(writing())).toEqual({ stored: true });
      expect(lrs.verbs('answered')).toHaveLength(8);
    },
  );

  it('goes on when the quota is full', async () => {
    const { writer } = await xapi(device, lrs);
    device.store.quota = 6_000;
    statementsFault('offline');
    writer.observe?.(ACTIVITY_EVENTS, answers());
    await writer.write(writing(PASSED));
    expect(waiting().length).toBeLessThan(10);
    statementsFault(undefined);
    expect((await writer.write(writing(PASSED))).stored).toBe(true);
    expect(lrs.statements).toHaveLength(17);
    expect(lrs.story[1]).toBe('answered item-secret');
  });

  it('two tabs send everything once', async () => {
    const [one, two] = [await xapi(device, lrs), await xapi(device, lrs)];
    statementsFault('offline');
    one.writer.observe?.([ACTIVITY_EVENTS[0]!], answers().slice(0, 3));
    two.writer.observe?.([ACTIVITY_EVENTS[1]!], answers(10).slice(0, 3));
    await Promise.all([one.writer.write(writing()), two.writer.write(writing())]);
    const posts = (): number =>
      lrs.requests.filter(({ method, resource }) => method === 'POST' && resource === 'statements').length;
    const before = posts();
    statementsFault(undefined);
    await Promise.all([one.writer.write(writing()), two.writer.write(writing())]);
    expect(lrs.verbs('answered')).toHaveLength(7);
    expect(posts() - before).toBe(1);
  });

  it("Ben never sends what is Anna's, and her name is not kept", async () => {
    const anna = await xapi(device, lrs);
    statementsFault('offline');
    anna.writer.observe?.([], answers());
    await anna.writer.write(writing());
    expect(JSON.stringify([...device.store.entries])).not.toMatch(/Anna|anna-1|lrs\.example/);
    statementsFault(undefined);
    await xapi(device, lrs, { actor: JSON.stringify(BEN) });
    await later(device, 1000);
    expect(
      lrs.statements
        .filter(({ actor }) => actor.name === BEN.name)
        .map(({ verb }) => verb.id.split('/').at(-1)),
    ).toEqual(['initialized']);
  });

  it('sends with one keepalive request what fits when the page closes; the rest waits on the device', async () => {
    const { writer } = await xapi(device, lrs);
    statementsFault('offline');
    const many = Array.from({ length: 10 }, (_, n) => answers(n * 7, n + 1)).flat();
    writer.observe?.([], many);
    await writer.write(writing());
    statementsFault(undefined);
    const before = lrs.requests.length;
    await writer.finish(writing(), 'page');
    await quiet();
    const sent = lrs.requests.slice(before).filter(({ resource }) => resource === 'statements');
    expect(sent).toHaveLength(1);
    expect(Buffer.byteLength(sent[0]!.body)).toBeLessThan(64 * 1024);
    expect(waiting().length).toBeGreaterThan(0);
    expect(lrs.verbs('terminated')).toHaveLength(0);
    await xapi(device, lrs);
    expect(lrs.verbs('answered')).toHaveLength(70);
  });

  it('completes the words of other languages before it sends for the first time, never after', async () => {
    const { writer } = await xapi(device, lrs);
    writer.observe?.([ACTIVITY_EVENTS[2]!], []);
    await later(device, 2000);
    const { definition } = lrs.verbs('responded')[0]!.object;
    expect(definition?.name).toEqual({ en: 'Crossroads (en)', es: 'Crossroads (es)' });
  });

  it("sends without the names where the words can't be fetched", async () => {
    lrs.files = {};
    const { writer } = await xapi(device, lrs);
    writer.observe?.(ACTIVITY_EVENTS, answers());
    expect(await writer.write(writing())).toEqual({ stored: true });
    expect(lrs.verbs('answered')).toHaveLength(8);
  });

  it('whatever goes wrong, in whatever order: each event once, in order, complete', async () => {
    const faults = fc.array(
      fc.constantFrom<LrsFault | undefined>(
        undefined,
        'offline',
        'lost',
        { status: 500 },
        { status: 429, after: 5 },
      ),
      { minLength: 5, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(
        faults,
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        async (story, crashes) => {
          lrs = newLrs();
          device = new Device();
          let at = 0;
          lrs.fault = ({ resource }) => (resource === 'statements' ? story[at++] : undefined);
          let page = await xapi(device, lrs);
          const expected: string[] = [];
          for (const [index, crash] of crashes.entries()) {
            const tried = answers(index * 7, index + 1);
            expected.push(...tried.map(({ index: place }) => String(place)));
            page.writer.observe?.([], tried);
            await page.writer.write(writing({}, { interactions: tried }));
            if (crash) page = await xapi(device, lrs);
          }
          lrs.fault = () => undefined;
          await later(device, 600_000);
          expect((await page.writer.write(writing())).stored).toBe(true);
          expect(lrs.refusals).toEqual([]);
          expect(lrs.verbs('answered')).toHaveLength(expected.length);
          expect(
            lrs
              .verbs('answered')
              .map(({ context }) => context.contextActivities!.parent![0]!.id.split('/').at(-1)),
          ).toEqual(expected.map((place) => String(Math.floor(Number(place) / 7) + 1)));
        },
      ),
      { numRuns: runs(4) },
    );
  }, 60_000);
});
