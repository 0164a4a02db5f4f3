/** What waits on a device for the LRS: in which order, how long, and for whom. */
import { describe, expect, it } from 'vitest';
import { deviceStorage } from '../../../src/tracking/device/storage.ts';
import { OutboxStorage, type StoredEntry } from '../../../src/tracking/lrs/outbox-storage.ts';
import { FakeStore } from '../../fakes/store.ts';
import { entry, keys, made, NOW, numbers, pageOn, UUID } from './outboxes.ts';

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
  ])('J6 are of %i, and stay in %i: no clock is asked', (was, opened) => {
    const store = new FakeStore();
    count(store, 5);
    open(store, 'a', was).add(entry(was));
    for (const year of [opened, was, opened]) open(store, 'b', year);
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
