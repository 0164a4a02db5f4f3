/**
 * A learner's device: its own clock, right or wrong, its own storage, whole or not, and the database beside it. Pages on it
 * share them.
 */
import type { Clock } from '../../src/tracking/device/surroundings.ts';
import type { WebStorage } from '../../src/tracking/device/storage.ts';
import { FakeDatabase } from '../fakes/database.ts';
import type { Refusal } from '../fakes/store.ts';
import type { DatabaseTrouble } from './device-steps.ts';
import { LateStore } from './late-store.ts';
import type { World } from './world.ts';

/** Milliseconds that a slow database takes for each answer. */
const SLOW = 1_500;

export interface Resident {
  readonly dead: boolean;
  /** Frozen by the browser: no timer runs. */
  readonly asleep: boolean;
}

export class Device {
  readonly number: number;
  readonly world: World;
  readonly store: LateStore;
  readonly database = new FakeDatabase();
  #trouble: DatabaseTrouble | undefined;
  /** What others keep here, by its key. */
  readonly strangers = new Map<string, string>();
  /** Milliseconds by which its clock is wrong. */
  offset = 0;
  /** Told of each change, with the page that made it. */
  readonly listeners = new Set<(by: Resident) => void>();
  /** As navigator.locks: what a page holds that is torn away becomes free. */
  readonly #queue: { page: Resident; run: () => Promise<void> }[] = [];
  #holder: Resident | undefined;

  constructor(number: number, world: World) {
    this.number = number;
    this.world = world;
    this.store = new LateStore(() => world.now);
  }

  fail(refusal: Refusal | 'full' | undefined): void {
    const size = [...this.store.entries].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
    this.store.quota = refusal === 'full' ? size : Infinity;
    this.store.refusal = refusal === 'full' ? undefined : refusal;
  }

  get isTroubled(): boolean {
    return this.#trouble !== undefined;
  }

  troubleDatabase(trouble: DatabaseTrouble | undefined): void {
    this.#trouble = trouble;
    this.database.fails = trouble === 'refuses' || trouble === 'silent' ? trouble : undefined;
  }

  /** A page opens it; what it asks is answered as long as the page lives. */
  async databaseOf(page: Resident): Promise<IDBDatabase> {
    if (this.#trouble === 'absent') throw new DOMException('Denied', 'SecurityError');
    if (this.#trouble === 'silent') return new Promise(() => {});
    const { after } = this.clockOf(page);
    return this.database.open((run) => {
      if (this.#trouble === 'slow') after(SLOW, run);
      else queueMicrotask(() => page.dead || run());
    });
  }

  /** All of the course's learner that lies here, in whichever place, under its key. */
  get texts(): (readonly [key: string, text: string])[] {
    const all = [...this.database.entries, ...this.store.entries];
    return all.filter(([key]) => !this.strangers.has(key));
  }

  /** All that lies here in neither place is gone. */
  kill(): void {
    this.store.kill();
    this.database.kill();
  }

  /** Timers of a page that is gone or frozen don't run. */
  clockOf(page: Resident): Clock {
    const { world } = this;
    const run = (action: () => void): void => {
      if (page.dead) return;
      if (page.asleep) return void world.after(1_000, () => run(action));
      world.offset = this.offset;
      action();
    };
    return {
      now: () => world.now + this.offset,
      after: (milliseconds, action) => world.after(milliseconds, () => run(action)),
    };
  }

  /** What a page sees of the storage; one that is gone sees and changes nothing. */
  storageOf(page: Resident): WebStorage {
    const { store } = this;
    const tell = (): void => {
      for (const listener of this.listeners) listener(page);
    };
    return {
      get length() {
        return page.dead ? 0 : store.length;
      },
      key: (index) => (page.dead ? null : store.key(index)),
      getItem: (key) => (page.dead ? null : store.getItem(key)),
      setItem(key, value) {
        if (page.dead) return;
        store.setItem(key, value);
        tell();
      },
      removeItem(key) {
        if (page.dead) return;
        store.removeItem(key);
        tell();
      },
    };
  }

  lockOf(page: Resident): <Value>(name: string, run: () => Promise<Value>) => Promise<Value> {
    return (_name, run) =>
      new Promise((resolve, reject) => {
        this.#queue.push({ page, run: () => run().then(resolve, reject) });
        this.#next();
      });
  }

  /** Another page holds what this one waits for. */
  isTakenFrom(page: Resident): boolean {
    return this.#holder !== undefined && this.#holder !== page;
  }

  /** A page has gone: who waited behind it goes on. */
  gone(): void {
    if (this.#holder?.dead) this.#holder = undefined;
    this.#next();
  }

  #next(): void {
    if (this.#holder) return;
    const next = this.#queue.shift();
    if (!next) return;
    if (next.page.dead) return this.#next();
    this.#holder = next.page;
    const free = (): void => {
      if (this.#holder === next.page) this.#holder = undefined;
      this.#next();
    };
    void next.run().then(free, free);
  }
}
