/** What becomes of a statement on the device that the LRS has, or does not take. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/tracking/lrs/entry.ts';
import type { OutboxStorage, StoredEntry } from '../../../src/tracking/lrs/outbox-storage.ts';
import { FakeStore } from '../../fakes/store.ts';
import { UUID, made, pageOn, numbers, keys } from './outboxes.ts';

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
