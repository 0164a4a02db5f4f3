/**
 * The device's half of the outbox: what lies on localStorage, one key a statement, and what memory holds where the
 * device keeps nothing.
 */
import type { Clock, Store } from '../device/surroundings.ts';
import type { Entry } from './outbox.ts';

export interface Held {
  key: string;
  entry: Entry;
  durable: boolean;
}

export interface Shelf {
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

export interface ShelfOptions {
  store: Store | undefined;
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

export function createShelf({ store, owner, page, clock }: ShelfOptions): Shelf {
  const under = `${PREFIX}|${owner}|`;
  const doneKey = `${PREFIX}-done|${owner}`;
  const aside = `${PREFIX}-aside|${owner}|`;
  const memory = new Map<string, Held>();
  const delivered = new Set<string>();
  let count = 0;

  const keys = (start: string): string[] =>
    (attempt(() => Array.from({ length: store?.length ?? 0 }, (_, index) => store?.key(index) ?? '')) ?? [])
      .filter((key) => key.startsWith(start))
      .sort();
  const readText = (key: string): string | undefined => attempt(() => store?.getItem(key)) ?? undefined;
  /** Reads back what it wrote: some stores take a value and drop it. */
  const keep = (key: string, text: string): boolean =>
    attempt(() => {
      store?.setItem(key, text);
      return store?.getItem(key) === text;
    }) ?? false;
  const drop = (key: string): void => {
    attempt(() => store?.removeItem(key));
  };

  function read(key: string): Entry | undefined {
    const entry = attempt(() => JSON.parse(readText(key) ?? 'null') as Entry | null);
    return typeof entry?.statement?.id === 'string' && entry.statement.verb && entry.statement.object
      ? entry
      : undefined;
  }

  function doneIds(): string[] {
    const ids: unknown = attempt(() => JSON.parse(readText(doneKey) ?? '[]'));
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  }

  /** What has become too old goes, whose ever it is. */
  function tidy(): void {
    for (const key of [...keys(`${PREFIX}|`), ...keys(`${PREFIX}-aside|`)]) {
      const time = Date.parse(read(key)?.statement.timestamp ?? '');
      if (!(clock.now() - time < OLDEST)) drop(key);
    }
  }

  function everything(): Held[] {
    const held = new Map<string, Held>();
    for (const key of keys(under)) {
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
    let durable = keep(key, text);
    if (!durable && store) {
      // The quota is full: what can never be sent goes first
      for (const one of keys(`${PREFIX}-aside|`)) drop(one);
      tidy();
      durable = keep(key, text);
    }
    const held = { key, entry, durable };
    if (durable) memory.delete(key);
    else memory.set(key, held);
    return held;
  }

  function release(held: readonly Held[]): void {
    for (const { key } of held) {
      memory.delete(key);
      drop(key);
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
      keep(doneKey, JSON.stringify([...new Set([...doneIds(), ...ids])].slice(-REMEMBERED)));
    },
    knows: (id) =>
      delivered.has(id) ||
      doneIds().includes(id) ||
      everything().some(({ entry }) => entry.statement.id === id || entry.before?.ids.includes(id)),
    setAside(held) {
      keep(`${aside}${held.key.slice(under.length)}`, JSON.stringify(held.entry));
      release([held]);
    },
  };
}

function attempt<Value>(action: () => Value): Value | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
