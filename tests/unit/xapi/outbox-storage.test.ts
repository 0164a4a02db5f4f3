/** What waits on a device for the LRS: in which order, how long, and what becomes of what was refused. */
import { describe, expect, it } from 'vitest';
import { deviceStorage } from '../../../src/tracking/device/storage.ts';
import type { Entry } from '../../../src/tracking/lrs/entry.ts';
import {
  OutboxStorage,
  type OutboxStorageOptions,
  type StoredEntry,
} from '../../../src/tracking/lrs/outbox-storage.ts';
import { FakeStore } from '../../fakes/store.ts';

const entry = (year: number): Entry => ({
  statement: {
    id: '11111111-1111-4111-8111-111111111111',
    verb: { id: 'http://adlnet.gov/expapi/verbs/passed', display: {} },
    object: { objectType: 'Activity', id: 'https://course.example/' },
    context: {},
    timestamp: new Date(Date.UTC(year, 5, 1)).toISOString(),
  },
});

const open = (store: FakeStore, owner: string, year: number): OutboxStorage =>
  new OutboxStorage({
    storage: deviceStorage(store),
    owner,
    page: 'p',
    clock: { now: () => Date.UTC(year, 5, 1) },
    damaged: () => {},
  });

const count = (store: FakeStore, launches: number): void =>
  store.setItem('cm1-launches', `${launches} ${launches}`);

describe('statements that wait while another learner, or another course, is launched', () => {
  it.each([
    [2026, 2038],
    [2015, 2026],
    [2038, 2015],
  ])('J6 are of %i, and stay in %i: no clock is asked', (made, opened) => {
    const store = new FakeStore();
    count(store, 5);
    open(store, 'a', made).add(entry(made));
    for (const year of [opened, made, opened]) open(store, 'b', year);
    expect(open(store, 'a', opened).everything()).toHaveLength(1);
  });

  it('J6 go after a thousand launches', () => {
    const store = new FakeStore();
    count(store, 5);
    open(store, 'a', 2026).add(entry(2026));
    count(store, 3_000);
    open(store, 'b', 2026);
    count(store, 4_000);
    open(store, 'b', 2026);
    expect(open(store, 'a', 2026).everything()).toHaveLength(1);
    count(store, 4_001);
    open(store, 'b', 2026);
    expect(open(store, 'a', 2026).everything()).toHaveLength(0);
  });

  it('J6 stay where launches have not been counted, or a count was lost', () => {
    const store = new FakeStore();
    open(store, 'a', 2026).add(entry(2026));
    count(store, 3_000);
    open(store, 'b', 2026);
    for (const damaged of ['1e9', '']) {
      store.setItem('cm1-launches', damaged);
      open(store, 'b', 2026);
    }
    count(store, 1);
    open(store, 'b', 2026);
    count(store, 1_001);
    open(store, 'b', 2026);
    expect(open(store, 'a', 2026).everything()).toHaveLength(1);
  });
});

const NOW = Date.UTC(2026, 5, 1);
const UUID = (n: number): string => `${String(n).padStart(8, '0')}-1111-4111-8111-111111111111`;

/** The statement with this number. */
const made = (n: number, more: Partial<Entry> = {}): Entry => {
  const one = entry(2026);
  return { ...one, statement: { ...one.statement, id: UUID(n) }, ...more };
};

interface Page {
  outbox: OutboxStorage;
  /** How often something on the device was no statement. */
  damaged(): number;
}

function pageOn(store: FakeStore | null, more: Partial<OutboxStorageOptions> = {}): Page {
  let damaged = 0;
  const outbox = new OutboxStorage({
    storage: deviceStorage(store),
    owner: 'anna',
    page: 'p',
    clock: { now: () => NOW },
    damaged: () => damaged++,
    ...more,
  });
  return { outbox, damaged: () => damaged };
}

const numbers = (outbox: OutboxStorage): number[] =>
  outbox.everything().map(({ entry: { statement } }) => Number(statement.id.slice(0, 8)));
const keys = (store: FakeStore, start: string): string[] =>
  [...store.entries.keys()].filter((key) => key.startsWith(start));

describe('the order in which statements wait', () => {
  it.each([
    ['of the time', 1_000, NOW],
    ['of the time, though it has more digits', 36 ** 8 - 1, 36 ** 8],
  ])('is that %s, whatever the page', (_name, early, late) => {
    const store = new FakeStore();
    const later = pageOn(store, { page: 'a', clock: { now: () => late } });
    const earlier = pageOn(store, { page: 'b', clock: { now: () => early } });
    later.outbox.add(made(2));
    earlier.outbox.add(made(1));
    expect(numbers(pageOn(store).outbox)).toEqual([1, 2]);
  });

  it('is that in which they came, though somebody puts the clock back', () => {
    const store = new FakeStore();
    let now = NOW;
    const { outbox } = pageOn(store, { clock: { now: () => now } });
    outbox.add(made(1));
    now -= 3_600_000;
    outbox.add(made(2));
    now += 1_800_000;
    outbox.add(made(3));
    expect(numbers(pageOn(store).outbox)).toEqual([1, 2, 3]);
  });

  it('is that in which they came, where some are on the device and some in memory', () => {
    const store = new FakeStore();
    const { outbox } = pageOn(store);
    expect(outbox.add(made(1))).toBe(true);
    store.refusal = 'writing-throws';
    expect(outbox.add(made(2))).toBe(false);
    store.refusal = undefined;
    expect(outbox.add(made(3))).toBe(true);
    expect(numbers(outbox)).toEqual([1, 2, 3]);
    expect(outbox.everything().map(({ durable }) => durable)).toEqual([true, false, true]);
  });

  it.each([
    ['throws', true],
    ['forgets', false],
  ] as const)('stays where the store, later, %s', (refusal, isThere) => {
    const store = new FakeStore();
    const { outbox } = pageOn(store);
    [1, 2].forEach((n) => outbox.add(made(n)));
    if (refusal === 'forgets') store.entries.clear();
    store.refusal = refusal;
    outbox.add(made(3));
    expect(numbers(outbox)).toEqual([1, 2, 3]);
    expect(outbox.everything().map(({ durable }) => durable)).toEqual([isThere, isThere, false]);
  });
});

describe('a statement that has another form by now', () => {
  it('takes the place of the earlier one', () => {
    const store = new FakeStore();
    const { outbox } = pageOn(store);
    [1, 2].forEach((n) => outbox.add(made(n)));
    const [{ key }] = outbox.everything() as [StoredEntry];
    outbox.hold(key, made(1, { refused: { status: 400, times: 1 } }));
    expect(numbers(outbox)).toEqual([1, 2]);
    expect(pageOn(store).outbox.everything()[0]?.entry.refused?.status).toBe(400);
  });

  it('is what memory has where the device keeps the earlier one, until the device takes it', () => {
    const store = new FakeStore();
    const { outbox } = pageOn(store);
    outbox.add(made(1));
    const [{ key }] = outbox.everything() as [StoredEntry];
    store.refusal = 'writing-throws';
    expect(outbox.hold(key, made(1, { session: 'new' })).durable).toBe(false);
    expect(outbox.everything()).toMatchObject([{ entry: { session: 'new' }, durable: false }]);
    store.refusal = undefined;
    expect(outbox.hold(key, made(1, { session: 'newer' })).durable).toBe(true);
    expect(outbox.everything()).toMatchObject([{ entry: { session: 'newer' }, durable: true }]);
  });
});

describe('a statement that the LRS has', () => {
  it.each([new FakeStore(), null])('waits no more, and is known: %#', (store) => {
    const { outbox } = pageOn(store);
    [1, 2].forEach((n) => outbox.add(made(n)));
    expect([outbox.knows(UUID(1)), outbox.isDelivered(UUID(1))]).toEqual([true, false]);
    outbox.delivered(outbox.everything().slice(0, 1));
    expect(numbers(outbox)).toEqual([2]);
    expect([outbox.knows(UUID(1)), outbox.isDelivered(UUID(1))]).toEqual([true, true]);
    expect([outbox.knows(UUID(3)), outbox.isDelivered(UUID(2))]).toEqual([false, false]);
  });

  it('is known by the ids that it had in sessions that are over, before and after', () => {
    const { outbox } = pageOn(new FakeStore());
    outbox.add(made(1, { before: { ids: [UUID(7), UUID(8)], timestamp: '2026-01-05T10:00:00Z' } }));
    expect(outbox.knows(UUID(8))).toBe(true);
    outbox.delivered(outbox.everything());
    expect([1, 7, 8, 9].map((n) => outbox.isDelivered(UUID(n)))).toEqual([true, true, true, false]);
  });

  it('is not for that known to the LRS of somebody else', () => {
    const store = new FakeStore();
    const { outbox } = pageOn(store);
    outbox.add(made(1));
    outbox.delivered(outbox.everything());
    expect(pageOn(store, { owner: 'ben' }).outbox.isDelivered(UUID(1))).toBe(false);
    expect(pageOn(store).outbox.isDelivered(UUID(1))).toBe(true);
  });

  it('does not come back in this page where another tab has sent it', () => {
    const store = new FakeStore();
    const [one, other] = [pageOn(store), pageOn(store, { page: 'q' })];
    one.outbox.add(made(1));
    other.outbox.delivered(other.outbox.everything());
    expect(numbers(one.outbox)).toEqual([]);
  });

  it('does not come back though the store does not let it go', () => {
    const store = new FakeStore();
    const { outbox } = pageOn(store);
    store.refusal = 'writing-throws';
    outbox.add(made(1));
    outbox.release(outbox.everything());
    expect(numbers(outbox)).toEqual([]);
  });
});

describe('a statement that the LRS does not take', () => {
  const refused = (times: number): Partial<Entry> => ({ refused: { status: 400, times } });
  const setAside = (store: FakeStore, ...entries: Entry[]): OutboxStorage => {
    const { outbox } = pageOn(store);
    entries.forEach((one) => outbox.add(one));
    outbox.everything().forEach((held) => outbox.setAside(held));
    return outbox;
  };

  it('is kept apart: it holds nothing up, and is counted', () => {
    const store = new FakeStore();
    const outbox = setAside(store, made(1, refused(1)), made(2, refused(1)));
    expect(numbers(outbox)).toEqual([]);
    expect(outbox.countSetAside).toBe(2);
    expect(keys(store, 'cm-out-aside|anna|')).toHaveLength(2);
    expect(keys(store, '').filter((key) => !key.includes('|anna'))).toEqual([]);
  });

  it('is tried again at the next launch, in its order, and not after five times', () => {
    const store = new FakeStore();
    setAside(store, made(1, refused(4)), made(2, refused(5)), made(3));
    expect(numbers(pageOn(store).outbox)).toEqual([1, 3]);
    expect(keys(store, 'cm-out-aside|')).toHaveLength(1);
  });

  it('is not tried again by somebody else', () => {
    const store = new FakeStore();
    setAside(store, made(1, refused(1)));
    expect(numbers(pageOn(store, { owner: 'ben' }).outbox)).toEqual([]);
    expect(numbers(pageOn(store).outbox)).toEqual([1]);
  });

  it('stays apart where the device takes nothing', () => {
    const store = new FakeStore();
    setAside(store, made(1, refused(1)));
    store.refusal = 'writing-throws';
    expect(numbers(pageOn(store).outbox)).toEqual([]);
    store.refusal = undefined;
    expect(numbers(pageOn(store).outbox)).toEqual([1]);
  });

  it('stays where it is on a full device: this page has done with it, and the next launch tries it', () => {
    const store = new FakeStore();
    const { outbox } = pageOn(store);
    [1, 2].forEach((n) => outbox.add(made(n)));
    store.quota = 0;
    const [first] = outbox.everything() as [StoredEntry];
    outbox.setAside({ ...first, entry: made(1, refused(1)) });
    expect(numbers(outbox)).toEqual([2]);
    expect(outbox.countSetAside).toBe(1);
    expect([outbox.knows(UUID(1)), outbox.isDelivered(UUID(1))]).toEqual([false, false]);
    expect(numbers(pageOn(store).outbox)).toEqual([1, 2]);
    expect(keys(store, 'cm-out-aside|')).toEqual([]);
  });

  it('goes first where the device is full, and only there', () => {
    const store = new FakeStore();
    const outbox = setAside(store, made(1, refused(1)), made(2, refused(1)));
    store.setItem('of another program', 'text');
    store.refusal = 'writing-throws';
    expect(outbox.add(made(3))).toBe(false);
    expect(keys(store, 'cm-out-aside|')).toHaveLength(2);
    store.refusal = undefined;
    const size = [...store.entries].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
    store.quota = size + 20;
    expect(outbox.add(made(4))).toBe(true);
    expect(keys(store, 'cm-out-aside|')).toHaveLength(0);
    expect(keys(store, 'of another program')).toHaveLength(1);
    expect(numbers(outbox)).toEqual([3, 4]);
  });
});

describe('what is no statement', () => {
  it.each(['', '{', 'null', '[]', '{"statement":{}}'])('%j is passed over, and said', (text) => {
    const store = new FakeStore();
    pageOn(store).outbox.add(made(1));
    store.setItem('cm-out|anna|0|0|p', text);
    store.setItem('cm-out-aside|anna|0|0|p', text);
    const { outbox, damaged } = pageOn(store);
    expect(numbers(outbox)).toEqual([1]);
    expect(damaged()).toBe(1);
    expect(keys(store, 'cm-out-aside|')).toEqual([]);
    expect([numbers(outbox), damaged()]).toEqual([[1], 1]);
  });
});

describe('what an earlier player kept under the name', () => {
  function kept(): FakeStore {
    const store = new FakeStore();
    const { outbox } = pageOn(store, { owner: 'anna by name' });
    [1, 2, 3].forEach((n) => outbox.add(made(n)));
    const [first, second] = outbox.everything() as [StoredEntry, StoredEntry];
    outbox.delivered([first]);
    outbox.setAside(second);
    return store;
  }

  it("is this learner's: what waits, what was refused, and what the LRS has", () => {
    const store = kept();
    const { outbox } = pageOn(store, { former: 'anna by name', clock: { now: () => NOW + 1 } });
    expect(numbers(outbox)).toEqual([2, 3]);
    expect(outbox.isDelivered(UUID(1))).toBe(true);
    outbox.add(made(4));
    expect(numbers(outbox)).toEqual([2, 3, 4]);
    expect(keys(store, 'cm-out|anna by name|')).toEqual([]);
    expect(keys(store, 'cm-out-aside|')).toEqual([]);
  });

  it('stays where it is until the device takes it', () => {
    const store = kept();
    store.refusal = 'writing-throws';
    pageOn(store, { former: 'anna by name' });
    store.refusal = undefined;
    expect(numbers(pageOn(store, { former: 'anna by name' }).outbox)).toEqual([2, 3]);
  });
});

describe('statements of others on the device', () => {
  it('J6 that were refused go after a thousand launches too, and the own ones never', () => {
    const store = new FakeStore();
    count(store, 5);
    for (const owner of ['anna', 'ben']) {
      const { outbox } = pageOn(store, { owner });
      outbox.add(made(1, { refused: { status: 400, times: 9 } }));
      outbox.everything().forEach((held) => outbox.setAside(held));
      outbox.add(made(2));
    }
    for (const launch of [6, 1_006, 1_007]) {
      count(store, launch);
      pageOn(store);
      expect(keys(store, 'cm-out-aside|ben|')).toHaveLength(launch > 1_006 ? 0 : 1);
      expect(keys(store, 'cm-out|ben|')).toHaveLength(launch > 1_006 ? 0 : 1);
    }
    expect(keys(store, 'cm-out-aside|anna|')).toHaveLength(1);
    expect(numbers(pageOn(store).outbox)).toEqual([2]);
  });
});
