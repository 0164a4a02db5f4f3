/** J10: a database that stops to answer, as some browsers' do. What it does on a disk is tried in a browser. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DeviceMirror } from '../../../src/tracking/device/mirror.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** It takes everything, and answers never. */
const silent = (): IDBDatabase => {
  const store = { put: () => {}, delete: () => {} };
  const transaction = { objectStore: () => store, addEventListener: () => {} };
  return { transaction: () => transaction } as unknown as IDBDatabase;
};

it('J10 is not waited for without end: after ten seconds the mirror says that it has failed, and begins anew', async () => {
  const open = vi.fn<() => object>(() => ({ addEventListener: () => {} }));
  vi.stubGlobal('indexedDB', { open });
  const mirror = new DeviceMirror(silent());
  const states: string[] = [];
  mirror.onAnswer(() => states.push(mirror.state));
  mirror.set('cm1|a', 'one');
  await vi.advanceTimersByTimeAsync(9_000);
  expect([mirror.state, states]).toEqual(['writing', []]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect([mirror.state, states]).toEqual(['failed', ['failed']]);
  // The next change opens it again, and that may hang too
  mirror.set('cm1|a', 'two');
  expect(open).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(states).toEqual(['failed', 'failed']);
});
