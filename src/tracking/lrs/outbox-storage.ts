/**
 * The outbox's storage: what lies on the device, one key a statement, and what memory holds where the device keeps
 * nothing.
 */
import { discard, isFull } from '../device/journal-writing.ts';
import { parsed, type SafeStorage } from '../device/storage.ts';
import type { Clock } from '../device/surroundings.ts';
import { isEntry, type Entry } from './entry.ts';

export interface StoredEntry {
  key: string;
  entry: Entry;
  durable: boolean;
}

export interface OutboxStorage {
  /** Oldest first: in the order of the keys, which begin with the time. */
  everything(): StoredEntry[];
  /** False where only memory has it. */
  add(entry: Entry): boolean;
  /** Puts another form of a statement in its place. */
  hold(key: string, entry: Entry): StoredEntry;
  release(held: readonly StoredEntry[]): void;
  /** Ids of what was delivered. */
  remember(ids: readonly string[]): void;
  isDelivered(id: string): boolean;
  /** Whether it is here or was delivered. */
  knows(id: string): boolean;
  /** What an LRS does not take: kept apart, for the next launch and for somebody who looks into it. */
  setAside(held: StoredEntry): void;
}

export interface OutboxStorageOptions {
  storage: SafeStorage;
  /** Hash of endpoint, learner, activity and registration. */
  owner: string;
  /** Tells this page's statements from another tab's. */
  page: string;
  clock: Pick<Clock, 'now'>;
  /** Something on the device was no statement, and was passed over. */
  damaged(): void;
}

const PREFIX = 'cm-out';
/** Milliseconds. */
const OLDEST = 400 * 86_400_000;
/** Ids of delivered statements that are remembered. */
const REMEMBERED = 400;
/** In so many launches a statement that was refused is tried again. */
const TRIES = 5;

export function createOutboxStorage(options: OutboxStorageOptions): OutboxStorage {
  const { storage, owner, page, clock } = options;
  const under = `${PREFIX}|${owner}|`;
  const doneKey = `${PREFIX}-done|${owner}`;
  const aside = `${PREFIX}-aside|${owner}|`;
  const memory = new Map<string, StoredEntry>();
  /** What this page has put on the device: a store that can't be read any more must not change the order. */
  const own = new Map<string, StoredEntry>();
  const delivered = new Set<string>();
  let count = 0;

  function read(key: string): Entry | undefined {
    const entry = parsed(storage.get(key));
    return isEntry(entry) ? entry : undefined;
  }

  function doneIds(): string[] {
    const ids = parsed(storage.get(doneKey));
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  }

  /** Other people's that have become too old. The own ones are sent now, whatever a wrong clock says of their age. */
  function tidy(): void {
    for (const key of [...storage.keys(`${PREFIX}|`), ...storage.keys(`${PREFIX}-aside|`)]) {
      if (key.startsWith(under) || key.startsWith(aside)) continue;
      const time = Date.parse(read(key)?.statement.timestamp ?? '');
      if (!(clock.now() - time < OLDEST)) storage.remove(key);
    }
  }

  function everything(): StoredEntry[] {
    const held = new Map<string, StoredEntry>();
    for (const key of storage.keys(under)) {
      const entry = read(key);
      if (entry) held.set(key, { key, entry, durable: true });
      else {
        options.damaged();
        discard(storage, key);
      }
    }
    const done = new Set([...delivered, ...doneIds()]);
    // What was on the device and is gone was delivered by another tab, unless the store has stopped to answer
    for (const [key, one] of own)
      if (!held.has(key) && !done.has(one.entry.statement.id)) held.set(key, { ...one, durable: false });
    // What never got there is in memory, and a full device may have kept an earlier form of it
    for (const [key, one] of memory) held.set(key, one);
    return [...held.values()].sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  }

  function hold(key: string, entry: Entry): StoredEntry {
    const text = JSON.stringify(entry);
    let durable = storage.set(key, text);
    if (!durable) {
      // What was refused goes first
      const refused = storage.keys(`${PREFIX}-aside|`);
      if (refused[0] && isFull(storage, refused[0])) refused.forEach((one) => storage.remove(one));
      tidy();
      durable = storage.set(key, text);
    }
    const held = { key, entry, durable };
    if (durable) memory.delete(key);
    else memory.set(key, held);
    own.set(key, held);
    return held;
  }

  function release(held: readonly StoredEntry[]): void {
    for (const { key } of held) {
      memory.delete(key);
      own.delete(key);
      storage.remove(key);
    }
  }

  /** What an earlier launch's LRS refused is tried again in this one: whoever runs it may have put it right. */
  function restore(): void {
    for (const key of storage.keys(aside)) {
      const entry = read(key);
      if (!entry) discard(storage, key);
      else if ((entry.refused?.times ?? 1) < TRIES) {
        // The copy goes only when there is another
        if (storage.set(`${under}${key.slice(aside.length)}`, JSON.stringify(entry))) storage.remove(key);
      }
    }
  }

  tidy();
  restore();
  return {
    everything,
    hold,
    release,
    add(entry) {
      const time = clock.now().toString(36).padStart(9, '0');
      return hold(`${under}${time}|${(count++).toString(36).padStart(4, '0')}|${page}`, entry).durable;
    },
    remember(ids) {
      for (const id of ids) delivered.add(id);
      storage.set(doneKey, JSON.stringify([...new Set([...doneIds(), ...ids])].slice(-REMEMBERED)));
    },
    isDelivered: (id) => delivered.has(id) || doneIds().includes(id),
    knows: (id) =>
      delivered.has(id) ||
      doneIds().includes(id) ||
      everything().some(({ entry }) => entry.statement.id === id || entry.before?.ids.includes(id)),
    setAside(held) {
      storage.set(`${aside}${held.key.slice(under.length)}`, JSON.stringify(held.entry));
      release([held]);
    },
  };
}
