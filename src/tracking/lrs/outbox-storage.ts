/**
 * The outbox's storage: what lies on the device, one key a statement, and what memory holds where the device keeps
 * nothing.
 */
import { parsed, type SafeStorage } from '../device/storage.ts';
import type { Clock } from '../device/surroundings.ts';
import type { About, BareStatement } from './types.ts';

export interface Entry {
  statement: BareStatement;
  /** cmi5: the session that it belongs to. */
  session?: string;
  /** Its words in some language are missing: to be put in before it is sent for the first time. */
  about?: About;
  /** Ids under which it may have been sent in sessions that are over, and when it first happened. */
  before?: { ids: readonly string[]; timestamp: string };
}

export interface Held {
  key: string;
  entry: Entry;
  durable: boolean;
}

export interface OutboxStorage {
  /** Oldest first: in the order of the keys, which begin with the time. */
  everything(): Held[];
  /** False where only memory has it. */
  add(entry: Entry): boolean;
  /** Puts another form of a statement in its place. */
  hold(key: string, entry: Entry): Held;
  release(held: readonly Held[]): void;
  /** Ids of what was delivered. */
  remember(ids: readonly string[]): void;
  /** Whether it is here or was delivered. */
  knows(id: string): boolean;
  /** What an LRS will never take: kept apart, for somebody who looks into it. */
  setAside(held: Held): void;
}

export interface OutboxStorageOptions {
  storage: SafeStorage;
  /** Hash of endpoint, learner, activity and registration. */
  owner: string;
  /** Tells this page's statements from another tab's. */
  page: string;
  clock: Pick<Clock, 'now'>;
}

const PREFIX = 'cm-out';
/** Milliseconds. */
const OLDEST = 400 * 86_400_000;
/** Ids of delivered statements that are remembered. */
const REMEMBERED = 400;

export function createOutboxStorage({ storage, owner, page, clock }: OutboxStorageOptions): OutboxStorage {
  const under = `${PREFIX}|${owner}|`;
  const doneKey = `${PREFIX}-done|${owner}`;
  const aside = `${PREFIX}-aside|${owner}|`;
  const memory = new Map<string, Held>();
  const delivered = new Set<string>();
  let count = 0;

  function read(key: string): Entry | undefined {
    const entry = parsed(storage.get(key)) as Entry | null | undefined;
    return typeof entry?.statement?.id === 'string' && entry.statement.verb && entry.statement.object
      ? entry
      : undefined;
  }

  function doneIds(): string[] {
    const ids = parsed(storage.get(doneKey));
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  }

  /** What has become too old goes, whose ever it is. */
  function tidy(): void {
    for (const key of [...storage.keys(`${PREFIX}|`), ...storage.keys(`${PREFIX}-aside|`)]) {
      const time = Date.parse(read(key)?.statement.timestamp ?? '');
      if (!(clock.now() - time < OLDEST)) storage.remove(key);
    }
  }

  function everything(): Held[] {
    const held = new Map<string, Held>();
    for (const key of storage.keys(under)) {
      const entry = read(key);
      if (entry) held.set(key, { key, entry, durable: true });
    }
    // What was on the device and is gone was delivered or taken over by another tab; what never got there is in memory,
    // and a full device may have kept an earlier form of it
    for (const [key, one] of memory) held.set(key, one);
    return [...held.values()].sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  }

  function hold(key: string, entry: Entry): Held {
    const text = JSON.stringify(entry);
    let durable = storage.set(key, text);
    if (!durable) {
      // The quota is full: what can never be sent goes first
      for (const one of storage.keys(`${PREFIX}-aside|`)) storage.remove(one);
      tidy();
      durable = storage.set(key, text);
    }
    const held = { key, entry, durable };
    if (durable) memory.delete(key);
    else memory.set(key, held);
    return held;
  }

  function release(held: readonly Held[]): void {
    for (const { key } of held) {
      memory.delete(key);
      storage.remove(key);
    }
  }

  tidy();
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
