/** What waits on a device for the learner whose it is, while others use the device. */
import { describe, expect, it } from 'vitest';
import { deviceStorage } from '../../../src/tracking/device/storage.ts';
import type { Entry } from '../../../src/tracking/lrs/entry.ts';
import { OutboxStorage } from '../../../src/tracking/lrs/outbox-storage.ts';
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
