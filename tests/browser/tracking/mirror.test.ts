/** J10: the device's storage in IndexedDB, where a killed browser loses nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeviceMirror, follow, openMirror } from '../../../src/tracking/device/mirror.ts';
import { deviceStorage, type SafeStorage } from '../../../src/tracking/device/storage.ts';
import { FakeStore } from '../../fakes/store.ts';

const longer = (_key: string, one: string, other: string): string =>
  one.length > other.length ? one : other;

async function open(): Promise<DeviceMirror> {
  const mirror = await openMirror();
  if (!mirror) throw new Error('This browser has no IndexedDB.');
  return mirror;
}

const kept = async (): Promise<Record<string, string>> => Object.fromEntries(await (await open()).entries());

function answered(mirror: DeviceMirror): Promise<void> {
  return new Promise((resolve) => {
    mirror.onAnswer(resolve);
    if (mirror.state !== 'writing') resolve();
  });
}

describe('the mirror of the storage', () => {
  let store: FakeStore;
  let storage: SafeStorage;
  let mirror: DeviceMirror;

  beforeEach(async () => {
    store = new FakeStore();
    storage = deviceStorage(store);
    mirror = await open();
    for (const key of Object.keys(await kept())) mirror.remove(key);
    await answered(mirror);
  });
  afterEach(() => (storage.mirror = undefined));

  it('J10 has on its disk what was set, in the order in which that was done', async () => {
    await follow(storage, mirror, longer);
    storage.set('cm1|a', 'one');
    expect(mirror.state).toBe('writing');
    storage.set('cm1|a', 'two');
    storage.set('cm-out|b', 'statement');
    storage.set('cm1|c', 'gone');
    storage.remove('cm1|c');
    await answered(mirror);
    expect(mirror.state).toBe('safe');
    expect(await kept()).toEqual({ 'cm1|a': 'two', 'cm-out|b': 'statement' });
  });

  it('J10 brings back what the storage lost, and the later of two', async () => {
    for (const [key, text] of Object.entries({ 'cm1|lost': 'x', 'cm1|old': 'later', 'cm1|new': 'a' }))
      mirror.set(key, text);
    await answered(mirror);
    store.entries.set('cm1|old', 'old');
    store.entries.set('cm1|new', 'later');
    store.entries.set('cm1|before', 'kept without a mirror');
    await follow(storage, mirror, longer);
    const all = {
      'cm1|lost': 'x',
      'cm1|old': 'later',
      'cm1|new': 'later',
      'cm1|before': 'kept without a mirror',
    };
    expect(Object.fromEntries(store.entries)).toEqual(all);
    await answered(mirror);
    expect(await kept()).toEqual(all);
  });

  it('J10 brings back nothing that this page had removed already', async () => {
    mirror.set('cm1|declined', 'x');
    await answered(mirror);
    storage.remove('cm1|declined');
    await follow(storage, mirror, longer);
    await answered(mirror);
    expect([store.entries.size, await kept()]).toEqual([0, {}]);
  });

  it('J10 takes no private notes', async () => {
    await follow(storage, mirror, longer);
    storage.set('cm-notes|a', 'private');
    storage.set('cm1|a', 'state');
    await answered(mirror);
    expect(await kept()).toEqual({ 'cm1|a': 'state' });
  });

  it('J10 says when it failed, and when it has it all again', async () => {
    await follow(storage, mirror, longer);
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      storage.set('cm1|a', 'one');
      await answered(mirror);
      expect(mirror.state).toBe('failed');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    storage.set('cm1|b', 'two');
    await answered(mirror);
    expect(mirror.state).toBe('safe');
    expect(await kept()).toEqual({ 'cm1|a': 'one', 'cm1|b': 'two' });
  });
});
