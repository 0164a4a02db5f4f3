/** J7 and J10: what is damaged in one of the device's two stores, and whole in the other. */
import { describe, expect, it, vi } from 'vitest';
import { DeviceMirror, follow } from '../../../src/tracking/device/mirror.ts';
import { OutboxStorage } from '../../../src/tracking/lrs/outbox-storage.ts';
import { deviceStorage } from '../../../src/tracking/device/storage.ts';
import { bestOf } from '../../../src/tracking/session/recover.ts';
import { seal } from '../../../src/tracking/envelope.ts';
import { answers, report } from '../../contract/material.ts';
import { FakeDatabase } from '../../fakes/database.ts';
import { FakeRecord } from '../../fakes/record.ts';
import { FakeStore } from '../../fakes/store.ts';
import { Harness } from './harness.ts';

const SAVED = seal({ token: 'tokentoken', counter: 4, body: 'A' });

class Device {
  readonly store = new FakeStore();
  readonly database = new FakeDatabase();

  /** A launch in which the LMS takes nothing: only the device has what is done. */
  async open(): Promise<Harness> {
    const harness = new Harness(new FakeRecord({ saved: SAVED }), this.store);
    harness.record.answer = { stored: false, problem: { code: 'not-stored', detail: '' } };
    harness.disk = async () => new DeviceMirror(this.database.open());
    await harness.launch();
    await harness.goOn();
    return harness;
  }

  /** The learner goes on before the database has answered, which it does when `answer` is called. */
  async openedBeforeItsDatabase(): Promise<{ harness: Harness; answer: () => void }> {
    let answer = (): void => {};
    const late = new Promise<void>((resolve) => (answer = resolve));
    const harness = new Harness(new FakeRecord({ saved: SAVED }), this.store);
    harness.disk = async () => {
      await late;
      return new DeviceMirror(this.database.open());
    };
    await harness.launch();
    const going = harness.goOn();
    await harness.clock.advance(2_000);
    await going;
    return { harness, answer };
  }

  /** Work that lies in both stores. */
  async worked(): Promise<string> {
    const { session, settled } = await this.open();
    session.update(report({ saved: 'AB' }), 'now', answers());
    await settled();
    const [key = ''] = this.store.work.keys();
    expect(this.database.entries.get(key)).toBe(this.store.entries.get(key));
    return key;
  }
}

const damage: Record<string, (text: string) => string> = {
  'is cut off': (text) => text.slice(0, 40),
  'is empty': () => '',
  'has a counter out of range': (text) => text.replace(/"counter":\d+/, '"counter":1e300'),
  'has an answer that is none': (text) => text.replace(/"at":\d+/, '"at":null'),
};

describe('an entry of the storage', () => {
  it.each(Object.keys(damage))(
    'J10 that %s comes back whole from the database, and nothing is said',
    async (how) => {
      const device = new Device();
      const key = await device.worked();
      const whole = device.store.entries.get(key)!;
      device.store.entries.set(key, damage[how]!(whole));
      const { opening } = await device.open();
      expect(opening.saved).toEqual(['AB', 'A']);
      expect(opening.answersOwed).toHaveLength(7);
      expect(opening.damaged).toBeUndefined();
    },
  );

  it('J10 that is cut off is not put over the whole one where the storage takes nothing', async () => {
    const device = new Device();
    const key = await device.worked();
    const whole = device.store.entries.get(key)!;
    device.store.entries.set(key, whole.slice(0, 40));
    device.store.refusal = 'writing-throws';
    const storage = deviceStorage(device.store);
    const mirror = new DeviceMirror(device.database.open());
    await follow(storage, mirror, bestOf);
    await vi.waitFor(() => expect(mirror.state).toBe('safe'));
    expect(device.database.entries.get(key)).toBe(whole);
  });

  it.each(['forgets', 'writing-throws'] as const)(
    'J10 that is cut off leaves the whole one in the database, for a later launch, where the storage %s',
    async (refusal) => {
      const device = new Device();
      const key = await device.worked();
      device.store.entries.set(key, device.store.entries.get(key)!.slice(0, 40));
      device.store.refusal = refusal;
      const { settled } = await device.open();
      await settled();
      device.store.refusal = undefined;
      const { opening } = await device.open();
      expect(opening.saved).toEqual(['AB', 'A']);
      expect(opening.damaged).toBeUndefined();
    },
  );

  it('J10 that is cut off comes back though the database answers late, and is said to be damaged until then', async () => {
    const device = new Device();
    const key = await device.worked();
    device.store.entries.set(key, device.store.entries.get(key)!.slice(0, 40));
    const { harness, answer } = await device.openedBeforeItsDatabase();
    expect(harness.opening).toMatchObject({ saved: ['A'], damaged: true });
    answer();
    await harness.settled();
    expect((await device.open()).opening.saved).toEqual(['AB', 'A']);
  });

  it('J7 that is damaged in both is put aside in both, and said at that one launch', async () => {
    const device = new Device();
    const key = await device.worked();
    for (const entries of [device.store.entries, device.database.entries])
      entries.set(key, entries.get(key)!.slice(0, 40));
    const { opening, settled } = await device.open();
    expect(opening).toMatchObject({ saved: ['A'], damaged: true });
    await settled();
    expect([device.store.entries.has(key), device.database.entries.has(key)]).toEqual([false, false]);
    expect((await device.open()).opening.damaged).toBeUndefined();
  });

  it('J7 that has an answer that is none in both is put right and said once, though the storage is full', async () => {
    const device = new Device();
    const key = await device.worked();
    const all = [...device.store.entries].map(([name, text]) => name + text).join('');
    device.store.quota = all.length;
    for (const { entries } of [device.store, device.database])
      entries.set(key, entries.get(key)!.replace('"answersOwed":[', '"answersOwed":[null,'));
    const { opening } = await device.open();
    expect(opening).toMatchObject({ saved: ['AB', 'A'], damaged: true });
    expect(opening.answersOwed).toHaveLength(7);
    expect((await device.open()).opening.damaged).toBeUndefined();
  });
});

it('J7 damage is said once, though the database never answers and it has to stay where it is', async () => {
  const device = new Device();
  const key = await device.worked();
  device.store.entries.set(key, 'cut off');
  const open = async (): Promise<Harness> => {
    const harness = new Harness(new FakeRecord({ saved: SAVED }), device.store);
    harness.disk = () => new Promise(() => {});
    await harness.launch();
    const going = harness.goOn();
    await harness.clock.advance(2_000);
    return going;
  };
  expect((await open()).opening.damaged).toBe(true);
  expect((await open()).opening.damaged).toBeUndefined();
  device.store.entries.set(key, 'cut off otherwise');
  expect((await open()).opening.damaged).toBe(true);
});

describe('J7 what is damaged after the launch has looked', () => {
  const damageBoth = ({ store, database }: Device, key: string): void => {
    for (const { entries } of [store, database]) entries.set(key, 'cut off');
  };

  it('is left to the next launch, which says it', async () => {
    const device = new Device();
    const key = await device.worked();
    const { clock } = await device.open();
    damageBoth(device, key);
    await clock.advance(2_000);
    expect((await device.open()).opening.damaged).toBe(true);
    expect((await device.open()).opening.damaged).toBeUndefined();
  });

  it('and before a database has answered that is late, is left to the next launch too', async () => {
    const device = new Device();
    const key = await device.worked();
    const other = `${key}other`;
    for (const { entries } of [device.store, device.database]) entries.set(other, entries.get(key)!);
    device.store.entries.set(key, 'cut off');
    const { harness, answer } = await device.openedBeforeItsDatabase();
    expect(harness.opening.damaged).toBe(true);
    damageBoth(device, other);
    answer();
    await harness.settled();
    expect((await device.open()).opening.damaged).toBe(true);
    expect(device.store.entries.has(other)).toBe(false);
  });
});

it("J10 another learner's statement that is damaged here takes nothing from the whole one in the database", async () => {
  const device = new Device();
  const key = 'cm-out|another|000000000|0000|page';
  const whole = { statement: { id: 'x', timestamp: '2026-01-05T09:00:00Z' } };
  device.database.put(key, JSON.stringify(whole));
  device.store.entries.set(key, JSON.stringify({ statement: { id: 'x', timestamp: 'x' } }));
  const { settled } = await device.open();
  await settled();
  for (const { entries } of [device.store, device.database])
    expect(entries.get(key)).toBe(JSON.stringify(whole));
});

describe('an entry of the database', () => {
  it('J10 that is damaged takes nothing from the whole one in the storage, whatever it counts', async () => {
    const device = new Device();
    const key = await device.worked();
    device.database.entries.set(key, damage['has a counter out of range']!(device.store.entries.get(key)!));
    expect((await device.open()).opening.saved).toEqual(['AB', 'A']);
  });

  it('J10 whose answers are not all whole, and whose state is newer than what a killed browser left, comes back with the answers of both', async () => {
    const device = new Device();
    const key = await device.worked();
    const { session, settled } = await device.open();
    const before = new Map(device.store.entries);
    session.update(report({ saved: 'ABC' }), 'now', answers(7, 2).slice(0, 2));
    await settled();
    // The disk has the storage of a moment before
    device.store.entries.clear();
    for (const [name, text] of before) device.store.entries.set(name, text);
    const newer = [...device.database.entries.keys()].find(
      (name) => name.startsWith('cm1|') && name !== key,
    )!;
    const text = device.database.entries.get(newer)!;
    device.store.entries.set(newer, before.get(key)!.replace('"counter":5', '"counter":4'));
    device.database.entries.set(newer, damage['has an answer that is none']!(text));
    const { opening } = await device.open();
    expect(opening.saved[0]).toBe('ABC');
    expect(opening.answersOwed.map(({ index }) => index).toSorted((one, two) => one - two)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    expect(opening.damaged).toBe(true);
    expect((await device.open()).opening.damaged).toBeUndefined();
  });
});

it('J10 a statement that is damaged here and whole in the database waits on, though the outbox came first', async () => {
  const device = new Device();
  const statement = {
    id: 'x',
    verb: { id: 'v' },
    object: { id: 'o' },
    context: {},
    timestamp: '2026-01-05T09:00:00Z',
  };
  const key = 'cm-out|owner|000000000|0000|page';
  device.database.entries.set(key, JSON.stringify({ statement }));
  device.store.entries.set(key, '{"statement":{"id":"x"');
  const storage = deviceStorage(device.store);
  const outbox = (): OutboxStorage =>
    new OutboxStorage({ storage, owner: 'owner', page: 'new', clock: { now: () => 0 }, damaged: () => {} });
  expect(outbox().everything()).toEqual([]);
  await follow(storage, new DeviceMirror(device.database.open()), bestOf);
  expect(
    outbox()
      .everything()
      .map(({ entry }) => entry.statement.id),
  ).toEqual(['x']);
});
