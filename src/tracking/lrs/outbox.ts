/**
 * Statements are written on the device before they are sent, and stay there until the LRS has them. In localStorage,
 * because it can be written in the same turn as the event that makes a statement, also while the page is closing;
 * IndexedDB answers too late for that. One key a statement, so that two tabs never overwrite each other's; keys begin
 * with a hash of endpoint, learner, activity and registration, so that one learner's statements are never found, let
 * alone sent, in a launch of another's. Names and credentials are not kept. Without a store, memory has to do.
 */
import type { Clock } from '../device/surroundings.ts';
import type { Log } from '../log.ts';
import { LrsError, statusOf } from './client.ts';
import { createOutboxStorage, type Entry, type Held, type OutboxStorageOptions } from './outbox-storage.ts';
import type { BareStatement } from './types.ts';

export interface OutboxOptions extends OutboxStorageOptions {
  clock: Clock;
  log: Log;
  send(statements: readonly BareStatement[], leaving: boolean): Promise<void>;
  /** What the LRS has under this id. */
  find(id: string): Promise<BareStatement | undefined>;
  /** False for statements of a session that is over: they stay where they are, and `others` gives them. */
  mine(entry: Entry): boolean;
  /** Before every sending; where it rejects, sending waits. */
  prepare(): Promise<void>;
  /** Puts in the words that are missing, before the first sending; what it gives is kept. */
  describe(entry: Entry): Promise<Entry>;
  /** 0 to 1. */
  random?: () => number;
  /** Lets one tab at a time send. */
  lock?: <Value>(name: string, run: () => Promise<Value>) => Promise<Value>;
}

/** `waiting`: something is still on the device. `refused`: the credentials are not (any more) good. */
export type Delivery = { outcome: 'delivered' | 'waiting' | 'refused'; status: number };

export interface Outbox {
  /** On the device when this returns. One that is there or was delivered is not taken again. */
  put(entry: Entry): void;
  /** What waits, oldest first. */
  waiting(): readonly Entry[];
  /** What waits and is not this session's. */
  others(): readonly Entry[];
  /** Takes one off: for another in its place, because the LRS has it, or because it need not be sent. */
  replace(old: Entry, instead?: Entry | 'delivered'): void;
  /** Sends all that waits, in order. Rejects never. Goes on trying by itself while something waits. */
  flush(): Promise<Delivery>;
  /** The page is closing: one request that outlives it, with as much as such a request may carry. Nothing is awaited. */
  leave(): void;
  /** How many statements the LRS will never take, in this visit. */
  readonly setAside: number;
}

/** At most so many statements, and so many characters, in one request. */
const BATCH = 25;
const BATCH_SIZE = 200_000;
/** What browsers let a request carry that outlives its page is 64 KiB; the saved state is sent beside it. */
const LEAVING_SIZE = 45_000;
/** Milliseconds. */
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 120_000;
export function createOutbox(options: OutboxOptions): Outbox {
  const { owner, clock, log } = options;
  const random = options.random ?? Math.random;
  const storage = createOutboxStorage(options);
  let setAside = 0;
  let failures = 0;
  let notBefore = 0;
  let refused = 0;
  let running: Promise<Delivery> | undefined;
  let cancelTimer: (() => void) | undefined;
  let stopped = false;

  const mine = (): Held[] => storage.everything().filter(({ entry }) => options.mine(entry));

  // ---- sending -----------------------------------------------------------------------------------------------------

  async function described(held: Held): Promise<Held> {
    if (!held.entry.about) return held;
    // Frozen from here on: an LRS takes the same id again only with the same content
    return storage.hold(held.key, frozen(await options.describe(held.entry)));
  }

  /** Delivers a batch, one by one where the whole was refused. Throws what makes waiting sensible. */
  async function deliver(batch: readonly Held[]): Promise<void> {
    try {
      await options.send(
        batch.map(({ entry }) => entry.statement),
        false,
      );
      delivered(batch);
    } catch (error) {
      const status = statusOf(error);
      if (waits(status) || isRefusal(status)) throw error;
      if (batch.length > 1) {
        // A batch is all or nothing: find the one that is not taken
        const half = Math.ceil(batch.length / 2);
        await deliver(batch.slice(0, half));
        await deliver(batch.slice(half));
      } else if (batch[0]) await takeRefusal(batch[0], status);
    }
  }

  /** One statement that was refused: 409 for what the LRS has already is delivery (xAPI 1.0.3, part 3, 2.1.1). */
  async function takeRefusal(held: Held, status: number): Promise<void> {
    const { statement } = held.entry;
    const known = status === 409 ? await options.find(statement.id) : undefined;
    if (known && isSame(known, statement)) return delivered([held]);
    setAside++;
    log.add(`outbox: set aside, ${status}: ${statement.verb.id} ${statement.object.id}`);
    storage.setAside(held);
  }

  function delivered(held: readonly Held[]): void {
    storage.remember(held.flatMap(({ entry }) => [entry.statement.id, ...(entry.before?.ids ?? [])]));
    storage.release(held);
  }

  async function run(): Promise<Delivery> {
    try {
      await options.prepare();
      for (let held = mine(); held.length > 0; held = mine()) {
        const batch: Held[] = [];
        for (const one of batchOf(held, BATCH_SIZE, BATCH)) batch.push(await described(one));
        await deliver(batch);
      }
      failures = 0;
      return { outcome: 'delivered', status: 200 };
    } catch (error) {
      const status = statusOf(error);
      if (isRefusal(status)) {
        refused = status;
        log.add(`outbox: stopped, ${status}`);
        return { outcome: 'refused', status };
      }
      const asked = error instanceof LrsError ? error.wait : undefined;
      const wait = backOff(failures++, asked, random());
      // Only the LRS's own word keeps the next write from trying at once: trouble may be over any moment
      if (asked !== undefined) notBefore = clock.now() + asked;
      retryAfter(wait);
      log.add(`outbox: waits, ${status === 0 ? 'no answer' : status}`);
      return { outcome: 'waiting', status };
    }
  }

  function retryAfter(wait: number): void {
    cancelTimer?.();
    if (stopped) return;
    cancelTimer = clock.after(wait, () => {
      cancelTimer = undefined;
      void outbox.flush();
    });
  }

  const outbox: Outbox = {
    put(entry) {
      if (storage.knows(entry.statement.id)) return;
      if (!storage.add(entry)) log.add('outbox: the device keeps nothing; a statement waits in memory');
    },
    waiting: () => mine().map(({ entry }) => entry),
    others: () => storage.everything().flatMap(({ entry }) => (options.mine(entry) ? [] : [entry])),
    replace(old, instead) {
      const held = storage.everything().filter(({ entry }) => entry.statement.id === old.statement.id);
      if (instead === 'delivered') return delivered(held);
      // In this order: a crash between the two leaves both, and the earlier id is looked up before the later is sent
      if (instead) storage.add(instead);
      storage.release(held);
    },
    async flush() {
      if (refused) return { outcome: 'refused', status: refused };
      // What was put in meanwhile must be in what this call answers for
      for (let now = running; now; now = running) await now;
      if (storage.everything().length === 0) return { outcome: 'delivered', status: 200 };
      if (clock.now() < notBefore) return { outcome: 'waiting', status: 429 };
      cancelTimer?.();
      cancelTimer = undefined;
      running = (options.lock ? options.lock(`cm-out|${owner}`, run) : run()).finally(
        () => (running = undefined),
      );
      return running;
    },
    leave() {
      stopped = true;
      cancelTimer?.();
      const batch = refused ? [] : batchOf(mine(), LEAVING_SIZE, 1000);
      const statements = batch.map(({ entry }) => entry.statement);
      if (batch.length === 0 || bytes(JSON.stringify(statements)) > LEAVING_SIZE + 10_000) return;
      // Sent as they are: from here on they must not change
      for (const { key, entry } of batch) if (entry.about) storage.hold(key, frozen(entry));
      options.send(statements, true).then(
        () => delivered(batch),
        () => undefined,
      );
    },
    get setAside() {
      return setAside;
    },
  };
  return outbox;
}

function frozen({ statement, session, before }: Entry): Entry {
  return { statement, ...(session !== undefined && { session }), ...(before && { before }) };
}

const isRefusal = (status: number): boolean => status === 401 || status === 403;

/** No answer, time-out, too many requests, or a fault of the server. */
const waits = (status: number): boolean =>
  status === 0 || status === 408 || status === 425 || status === 429 || status >= 500;

/** Doubles from two seconds to two minutes; half of it is chance, so that a class does not come back all at once. */
export function backOff(failures: number, asked: number | undefined, random: number): number {
  const longest = Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT);
  return Math.max(asked ?? 0, longest / 2) + (random * longest) / 2;
}

function batchOf(held: readonly Held[], longest: number, most: number): Held[] {
  const batch: Held[] = [];
  let size = 0;
  for (const one of held) {
    size += bytes(JSON.stringify(one.entry.statement)) + 300;
    if (batch.length > 0 && (size > longest || batch.length === most)) break;
    batch.push(one);
  }
  return batch;
}

const bytes = (text: string): number => new TextEncoder().encode(text).byteLength;

/** Immutable parts only: an LRS may return other words, and more (xAPI 1.0.3, part 2, 2.3.1). */
const isSame = (one: BareStatement, other: BareStatement): boolean => essence(one) === essence(other);

const essence = ({ id, verb, object, result, context, timestamp }: BareStatement): string =>
  JSON.stringify([
    id,
    verb.id,
    object.id,
    result?.response,
    result?.success,
    result?.completion,
    result?.score?.raw,
    context.registration,
    Date.parse(timestamp),
  ]);
