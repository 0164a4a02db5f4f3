/** Private notes in several tabs, on a full device, and after they were erased. */
import { describe, expect, it, vi } from 'vitest';
import { PrivateNotes } from '../../../src/player/private-notes.ts';
import { deviceStorage } from '../../../src/tracking/device/storage.ts';
import { FakeStore } from '../../fakes/store.ts';

const KEY = 'private-notes:me';

/** Tabs of one browser: each hears what another one changed, as browsers tell it. */
class Tabs {
  readonly device = new FakeStore();
  private readonly tabs: PrivateNotes[] = [];

  open(): PrivateNotes {
    const { device, tabs } = this;
    const others = (): PrivateNotes[] => tabs.filter((tab) => tab !== mine);
    const mine: PrivateNotes = new PrivateNotes(
      'me',
      deviceStorage({
        get length() {
          return device.length;
        },
        key: (at) => device.key(at),
        getItem: (key) => device.getItem(key),
        setItem(key, value) {
          device.setItem(key, value);
          later(() => others().forEach((tab) => tab.heard(key, value)));
        },
        removeItem(key) {
          device.removeItem(key);
          later(() => others().forEach((tab) => tab.heard(key, null)));
        },
      }),
    );
    tabs.push(mine);
    return mine;
  }

  /** Lets the others hear. */
  hear(): void {
    for (const tell of waiting.splice(0)) tell();
  }
}
const waiting: (() => void)[] = [];
const later = (tell: () => void): number => waiting.push(tell);

const keptOn = (device: FakeStore): unknown => JSON.parse(device.entries.get(KEY) ?? 'null') as unknown;

describe('two tabs', () => {
  it('have what the other one wrote, changed and took away', () => {
    const tabs = new Tabs();
    const first = tabs.open();
    first.keep(true);
    first.write('a', 'old');
    first.write('b', 'to go');
    const second = tabs.open();
    first.write('a', 'new');
    first.write('b', '');
    second.write('c', 'more');
    const all = { a: 'new', c: 'more' };
    expect(keptOn(tabs.device)).toEqual({ notes: all });
    tabs.hear();
    expect([first, second].map((tab) => Object.fromEntries(tab.entries))).toEqual([all, all]);
  });

  it('keep as soon as the learner chose it in one of them, with what both had', () => {
    const tabs = new Tabs();
    const [first, second] = [tabs.open(), tabs.open()];
    first.write('a', 'one');
    second.write('b', 'two');
    first.keep(true);
    tabs.hear();
    expect(second.keeping).toBe(true);
    tabs.hear();
    expect(keptOn(tabs.device)).toEqual({ notes: { a: 'one', b: 'two' } });
    expect(first.read('b')).toBe('two');
  });

  it('are both empty after one has erased, and nothing comes back', () => {
    const tabs = new Tabs();
    const first = tabs.open();
    first.keep(true);
    first.write('a', 'one');
    const second = tabs.open();
    first.erase();
    expect([...tabs.device.entries]).toEqual([]);
    tabs.hear();
    expect([second.isEmpty, second.keeping]).toEqual([true, false]);
    second.write('b', 'after');
    expect([...tabs.device.entries]).toEqual([]);
  });

  it('keep nothing more once one has stopped to, though the other did not hear of it', () => {
    const tabs = new Tabs();
    const first = tabs.open();
    first.keep(true);
    first.write('a', 'one');
    const second = tabs.open();
    first.keep(false);
    second.write('b', 'two');
    expect([...tabs.device.entries]).toEqual([]);
    expect([second.keeping, second.read('a'), second.read('b')]).toEqual([false, 'one', 'two']);
  });

  it('leave each other alone where the keys are not theirs', () => {
    const notes = new PrivateNotes('me', deviceStorage(new FakeStore()));
    const listener = vi.fn<() => void>();
    notes.onChange(listener);
    notes.heard('private-notes:somebody', null);
    expect(listener).not.toHaveBeenCalled();
    notes.heard(null, null);
    expect(listener).toHaveBeenCalledOnce();
  });
});

describe('a full device', () => {
  it('still has what was kept before, says that the latest is not kept, and keeps it once there is room', () => {
    const device = new FakeStore();
    const notes = new PrivateNotes('me', deviceStorage(device));
    notes.keep(true);
    notes.write('a', 'kept');
    expect(notes.full).toBe(false);
    device.quota = 40;
    notes.write('b', 'not any more');
    expect([notes.keeping, notes.full, notes.read('b')]).toEqual([true, true, 'not any more']);
    expect(keptOn(device)).toEqual({ notes: { a: 'kept' } });
    device.quota = Infinity;
    notes.write('c', 'again');
    expect(notes.full).toBe(false);
    expect(keptOn(device)).toEqual({ notes: { a: 'kept', b: 'not any more', c: 'again' } });
  });

  it('is what a course leaves to the others: half a million characters are the most', () => {
    const device = new FakeStore();
    const notes = new PrivateNotes('me', deviceStorage(device));
    notes.keep(true);
    notes.write('a', 'x'.repeat(499_000));
    expect(notes.full).toBe(false);
    notes.write('b', 'x'.repeat(1_000));
    expect(notes.full).toBe(true);
    expect(device.entries.get(KEY)!.length).toBeLessThan(500_000);
    notes.write('a', '');
    expect(notes.full).toBe(false);
  });
});
