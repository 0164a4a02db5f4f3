/**
 * The outbox's storage: what lies on the device, one key a statement, and what memory holds where the device keeps
 * nothing.
 */
import { launchesIn } from '../device/journal.ts';
import { discard, isFull } from '../device/journal-writing.ts';
import { parsed, type SafeStorage } from '../device/storage.ts';
import type { Clock } from '../device/surroundings.ts';
import { DeliveredIds } from './delivered-ids.ts';
import { isEntry, type Entry } from './entry.ts';

export interface StoredEntry {
  key: string;
  entry: Entry;
  durable: boolean;
}

export interface OutboxStorageOptions {
  storage: SafeStorage;
  /** Hash of endpoint, learner, activity and registration. */
  owner: string;
  /** What it was when it went by the learner's name too. */
  former?: string;
  /** Tells this page's statements from another tab's. */
  page: string;
  clock: Pick<Clock, 'now'>;
  /** Something on the device was no statement, and was passed over. */
  damaged(): void;
}

const PREFIX = 'cm-out';
/** Launches on this device after which other people's goes: clocks are wrong by years. */
const LASTS = 1_000;
/** In so many launches a statement that was refused is tried again. */
const TRIES = 5;

export class OutboxStorage {
  readonly #options: OutboxStorageOptions;
  readonly #storage: SafeStorage;
  /** Keys begin so: what waits, and what an LRS has refused. */
  readonly #under: string;
  readonly #aside: string;
  readonly #memory = new Map<string, StoredEntry>();
  /** What this page has put on the device: a store that can't be read any more must not change the order. */
  readonly #own = new Map<string, StoredEntry>();
  readonly #delivered: DeliveredIds;
  /** Refused, and there was no room to keep them apart: they stay where they are, and this page has done with them. */
  readonly #left = new Set<string>();
  #count = 0;
  /** By the clock, which may have been put back since. */
  #latest = 0;
  /** How many were set aside in this visit. */
  countSetAside = 0;

  constructor(options: OutboxStorageOptions) {
    const { storage, owner } = options;
    this.#options = options;
    this.#storage = storage;
    this.#under = `${PREFIX}|${owner}|`;
    this.#aside = `${PREFIX}-aside|${owner}|`;
    this.#delivered = new DeliveredIds(storage, `${PREFIX}-done|${owner}`);
    if (options.former !== undefined) this.#adopt(options.former);
    this.#tidy();
    this.#restore();
  }

  /** Oldest first: in the order of the keys, which begin with the time. */
  everything(): StoredEntry[] {
    const held = this.#onDevice();
    const done = this.#delivered.all();
    // What was on the device and is gone was delivered by another tab, unless the store has stopped to answer
    for (const [key, one] of this.#own)
      if (!held.has(key) && !done.has(one.entry.statement.id)) held.set(key, { ...one, durable: false });
    // What never got there is in memory, and a full device may have kept an earlier form of it
    for (const [key, one] of this.#memory) held.set(key, one);
    for (const key of this.#left) held.delete(key);
    return [...held.values()].sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  }

  /** False where only memory has it. */
  add(entry: Entry): boolean {
    this.#latest = Math.max(this.#latest, this.#options.clock.now());
    const time = this.#latest.toString(36).padStart(9, '0');
    const place = (this.#count++).toString(36).padStart(4, '0');
    return this.hold(`${this.#under}${time}|${place}|${this.#options.page}`, entry).durable;
  }

  /** Puts another form of a statement in its place. */
  hold(key: string, entry: Entry): StoredEntry {
    const text = JSON.stringify(entry);
    let durable = this.#storage.set(key, text);
    if (!durable) {
      this.#makeRoom();
      durable = this.#storage.set(key, text);
    }
    const held = { key, entry, durable };
    if (durable) this.#memory.delete(key);
    else this.#memory.set(key, held);
    this.#own.set(key, held);
    return held;
  }

  release(held: readonly StoredEntry[]): void {
    for (const { key } of held) {
      this.#memory.delete(key);
      this.#own.delete(key);
      this.#storage.remove(key);
    }
  }

  /** The LRS has them. */
  delivered(held: readonly StoredEntry[]): void {
    this.#delivered.add(held.flatMap(({ entry }) => [entry.statement.id, ...(entry.before?.ids ?? [])]));
    this.release(held);
  }

  isDelivered(id: string): boolean {
    return this.#delivered.all().has(id);
  }

  /** Whether it is here or was delivered. */
  knows(id: string): boolean {
    return (
      this.isDelivered(id) ||
      this.everything().some(({ entry }) => entry.statement.id === id || entry.before?.ids.includes(id))
    );
  }

  /** What an LRS does not take: kept apart, for the next launch and for somebody who looks into it. */
  setAside(held: StoredEntry): void {
    this.countSetAside++;
    const place = `${this.#aside}${held.key.slice(this.#under.length)}`;
    // The original goes only when there is a copy
    if (this.#storage.set(place, JSON.stringify(held.entry))) this.release([held]);
    else this.#left.add(held.key);
  }

  /** What an earlier player kept under the learner's name as it was spelled. Its list of what was delivered stays as the sign of it. */
  #adopt(former: string): void {
    const storage = this.#storage;
    for (const kind of [PREFIX, `${PREFIX}-aside`])
      for (const key of storage.keys(`${kind}|${former}|`)) {
        const text = storage.get(key) ?? '';
        const place = `${kind}|${this.#options.owner}|${key.slice(`${kind}|${former}|`.length)}`;
        if (storage.set(place, text)) storage.remove(key);
      }
    const delivered = new DeliveredIds(storage, `${PREFIX}-done|${former}`);
    delivered.add([]);
    this.#delivered.add([...delivered.all()]);
  }

  #read(key: string): Entry | undefined {
    const entry = parsed(this.#storage.get(key));
    return isEntry(entry) ? entry : undefined;
  }

  #onDevice(): Map<string, StoredEntry> {
    const held = new Map<string, StoredEntry>();
    for (const key of this.#storage.keys(this.#under)) {
      const entry = this.#read(key);
      if (entry) held.set(key, { key, entry, durable: true });
      else {
        this.#options.damaged();
        discard(this.#storage, key);
      }
    }
    return held;
  }

  /** What was refused goes first. */
  #makeRoom(): void {
    const refused = this.#storage.keys(`${PREFIX}-aside|`);
    if (refused[0] && isFull(this.#storage, refused[0])) refused.forEach((key) => this.#storage.remove(key));
    this.#tidy();
  }

  /** Other people's, and other courses', counted from the launch that found it here first. The own ones are sent now. */
  #tidy(): void {
    const launch = launchesIn(this.#storage);
    if (launch === undefined) return;
    for (const key of this.#storage.keys(PREFIX)) {
      const entry = this.#read(key);
      if (!entry || key.startsWith(this.#under) || key.startsWith(this.#aside)) continue;
      const since = entry.launch ?? Infinity;
      if (!(since <= launch)) this.#storage.set(key, JSON.stringify({ ...entry, launch }));
      else if (launch - since > LASTS) this.#storage.remove(key);
    }
  }

  /** What an earlier launch's LRS refused is tried again in this one: whoever runs it may have put it right. */
  #restore(): void {
    for (const key of this.#storage.keys(this.#aside)) {
      const entry = this.#read(key);
      if (!entry) discard(this.#storage, key);
      else if ((entry.refused?.times ?? 1) < TRIES) {
        const place = `${this.#under}${key.slice(this.#aside.length)}`;
        // The copy goes only when there is another
        if (this.#storage.set(place, JSON.stringify(entry))) this.#storage.remove(key);
      }
    }
  }
}
