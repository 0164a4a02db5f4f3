/** The envelope, active time, the log and the web's record. */
import { describe, expect, it } from 'vitest';
import { createActiveTime } from '../../../src/tracking/session/active-time.ts';
import { ENVELOPE_LIMIT, newToken, seal, unseal } from '../../../src/tracking/envelope.ts';
import { createLog } from '../../../src/tracking/log.ts';
import { bestOf } from '../../../src/tracking/session/recover.ts';
import { createDriver } from '../../../src/tracking/web.ts';
import { COURSE, report, writing } from '../../contract/material.ts';
import { begin } from '../../fakes/begin.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakeStore } from '../../fakes/store.ts';
import { Harness } from './harness.ts';

describe('envelope', () => {
  it('comes back as it was', () => {
    const envelope = { token: newToken(), counter: 1295, body: 'a.b.c' };
    expect(unseal(seal(envelope))).toEqual(envelope);
  });

  it('is never longer than its limit says', () => {
    const longest = seal({ token: newToken(), counter: 36 ** 6 - 1, body: '' });
    expect(longest).toHaveLength(ENVELOPE_LIMIT);
    expect(unseal(longest)).toBeDefined();
  });

  it.each(['', '1', '1.short.1.x', '2.abcdefghij.1.x', '1.abcdefghij.!.x', 'abcdefghij', '1.abcdefghij.1'])(
    '%j is none',
    (text) => {
      expect(unseal(text)).toBeUndefined();
    },
  );

  it('has another token each time', () => {
    expect(new Set(Array.from({ length: 100 }, newToken)).size).toBe(100);
  });
});

describe('of two texts that the device keeps', () => {
  const first = seal({ token: 'abcdefghij', counter: 3, body: 'a' });
  const second = seal({ token: 'abcdefghij', counter: 4, body: 'b' });
  const later = '2.abcdefghij.1.c';

  it.each([
    [second, first, true],
    [first, second, false],
    [first, first, false],
    [JSON.stringify({ counter: 4 }), JSON.stringify({ counter: 3 }), true],
    ['one statement', 'another', false],
    // What an LRS has taken
    ['["a","b","c"]', '["a"]', true],
    ['["a"]', '["a","b","c"]', false],
    ['["a","b","c"]', '["a","d"]', true],
    ['["b","c"]', '["c","b"]', false],
  ])('%s is newer than %s: %s', (one, other, newer) => {
    expect(bestOf('cm-web|course', one, other)).toBe(newer ? one : other);
  });

  it('what a later version of the course has kept stays, wherever it is', () => {
    const other = '2.abcdefghij.2.d';
    expect(bestOf('cm-web|course', second, later)).toBe(later);
    expect(bestOf('cm-web|course', later, second)).toBe(later);
    expect(bestOf('cm-web|course', later, other)).toBe(other);
  });
});

describe('active time (S7)', () => {
  it('counts up to the cut-off after the last sign of life', () => {
    const clock = { time: 0, now: () => clock.time };
    const time = createActiveTime(clock, 1_000);
    clock.time = 500;
    expect(time.total()).toBe(0);
    time.active();
    clock.time = 900;
    expect(time.total()).toBe(400);
    time.active();
    clock.time = 10_000;
    expect(time.total()).toBe(1_400);
    time.active();
    time.hide();
    clock.time = 20_000;
    expect(time.total()).toBe(1_400);
    time.active();
    clock.time = 30_000;
    expect(time.total(), 'nothing counts on a hidden page').toBe(1_400);
    time.show();
    // The clock was put back
    clock.time = 0;
    expect(time.total()).toBe(1_400);
  });
});

describe('log', () => {
  it('keeps the last fifty lines', () => {
    const log = createLog();
    for (let n = 0; n < 60; n++) log.add(`line ${n}`);
    expect(log.lines).toHaveLength(50);
    expect(log.lines[0]).toBe('line 10');
  });
});

describe('web', () => {
  it.each(['throws', 'writing-throws', 'forgets'] as const)(
    'T16 stays calm when the store %s',
    async (refusal) => {
      const store = new FakeStore();
      store.refusal = refusal;
      const { launch, writer } = await begin(createDriver(COURSE, { storage: store }));
      expect(launch).toEqual({ connected: true, mode: 'normal', saved: '', begun: true });
      expect(await writer.write(writing())).toMatchObject({ stored: false, problem: { code: 'not-stored' } });
      expect((await writer.finish(writing(), 'page')).stored).toBe(false);
    },
  );

  it('T10 keeps nothing where nothing counts', async () => {
    const store = new FakeStore();
    const { writer } = await begin(createDriver(COURSE, { storage: store }));
    await writer.write(writing({ counts: false }));
    expect(store.entries.size).toBe(0);
  });

  it('resumes what was done, that of two tabs together', async () => {
    const [store, clock] = [new FakeStore(), new FakeClock()];
    const tab = (): Promise<Harness<ReturnType<typeof createDriver>>> =>
      Harness.open(createDriver(COURSE, { storage: store }), store, clock);
    const first = await tab();
    first.session.update(report({ saved: 'A' }), 'now');
    await first.settled();
    expect(first.status).toEqual({ kind: 'saved', held: 'device' });
    const [one, other] = [await tab(), await tab()];
    one.session.update(report({ saved: 'A1' }), 'now');
    other.session.update(report({ saved: 'A2' }), 'now');
    await other.settled();
    const { opening } = await tab();
    expect(new Set(opening.saved)).toEqual(new Set(['A1', 'A2']));
  });
});
