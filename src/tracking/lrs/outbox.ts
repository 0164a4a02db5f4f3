/**
 * Statements are written on the device before they are sent, and stay there until the LRS has them. In localStorage,
 * because it can be written in the same turn as the event that makes a statement, also while the page is closing;
 * IndexedDB answers too late for that. One key a statement, so that two tabs never overwrite each other's; keys begin
 * with a hash of endpoint, learner, activity and registration, so that one learner's statements are never found, let
 * alone sent, in a launch of another's. Names and credentials are not kept. Without a store, memory has to do.
 */
import type { Clock } from '../device/surroundings.ts';
import type { Log } from '../log.ts';
import { LrsError, statusOf, waits } from './client.ts';
import type { Entry } from './entry.ts';
import { createOutboxStorage, type StoredEntry, type OutboxStorageOptions } from './outbox-storage.ts';
import { batchOf, bytes, isSame } from './outbox-batches.ts';
import type { BareStatement } from './types.ts';

/**
 * `opens`: the session begins with it, so it goes alone, and its answer is awaited: ADL's own cmi5 player judges each
 * statement by what was stored before its request. `closes`: nothing may follow it. `decides`: success or completion, which
 * is never given up.
 */
export type Role = 'opens' | 'closes' | 'decides';

export interface OutboxOptions extends Omit<OutboxStorageOptions, 'damaged'> {
  clock: Clock;
  log: Log;
  send(statements: readonly BareStatement[], leaving: boolean): Promise<void>;
  /** What the LRS has under this id. */
  find(id: string): Promise<BareStatement | undefined>;
  /** For how many milliseconds the LRS has asked to be left alone. */
  pause(): number;
  /** Whether the credentials are good for nothing any more. Rejects where that can't be known now. */
  isOver(): Promise<boolean>;
  /** False for statements of a session that is over: they stay where they are, and `others` gives them. */
  mine(entry: Entry): boolean;
  role(entry: Entry): Role | undefined;
  /** Takes over what sessions that are over have left; sending of the own ones goes on meanwhile. */
  reissue(): Promise<void>;
  /** Puts in the words that are missing, before the first sending; what it gives is kept. */
  describe(entry: Entry): Promise<Entry>;
  /** 0 to 1. */
  random?: () => number;
  /** Lets one tab at a time send. */
  lock?: <Value>(name: string, run: () => Promise<Value>) => Promise<Value>;
}

/**
 * `waiting`: something is still on the device. `over`: the credentials are not (any more) good. `result-refused`: all is
 * delivered but a success or completion, which the LRS does not take.
 */
export interface Delivery {
  outcome: 'delivered' | 'waiting' | 'over' | 'result-refused';
  status: number;
}

export interface Outbox {
  /** On the device when this returns. One that is there or was delivered is not taken again. */
  put(entry: Entry): void;
  /** What waits, oldest first. */
  waiting(): readonly Entry[];
  /** What waits and is not this session's. */
  others(): readonly Entry[];
  /** The LRS has said that it has it. */
  isDelivered(id: string): boolean;
  /** Takes one off: for another in its place, because the LRS has it, or because it need not be sent. */
  replace(old: Entry, instead?: Entry | 'delivered'): void;
  /** Sends all that waits, in order. Rejects never. Goes on trying by itself while something waits. */
  flush(): Promise<Delivery>;
  /** The page is closing: one request that outlives it, with as much as such a request may carry. Nothing is awaited. */
  leave(): void;
  /** How many statements the LRS has refused, in this visit. */
  readonly setAside: number;
}

/** At most so many statements, and so many characters, in one request. */
const BATCH = 25;
const BATCH_SIZE = 200_000;
/** What browsers let a request carry that outlives its page is 64 KiB; the saved state is sent beside it. */
const LEAVING_SIZE = 45_000;
/** Milliseconds. A learner who looks at "not saved" is told within seconds that the LRS is back. */
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 10_000;

export function createOutbox(options: OutboxOptions): Outbox {
  const { owner, clock, log } = options;
  const random = options.random ?? Math.random;
  let saidDamaged = false;
  const damaged = (): void => {
    if (!saidDamaged) log.add('outbox: something on the device was no statement, and was passed over');
    saidDamaged = true;
  };
  const storage = createOutboxStorage({ ...options, damaged });
  let setAside = 0;
  let failures = 0;
  let over = 0;
  let running: Promise<Delivery> | undefined;
  let cancelTimer: (() => void) | undefined;
  let stopped = false;
  /** In this run: ids that were refused, and whether a 403 was found to be about statements alone. */
  let triedNow = new Set<string>();
  let goesOn = false;

  const mine = (): StoredEntry[] => storage.everything().filter(({ entry }) => options.mine(entry));
  const roleOf = ({ entry }: StoredEntry): Role | undefined => options.role(entry);

  // ---- sending -----------------------------------------------------------------------------------------------------

  async function described(held: StoredEntry): Promise<StoredEntry> {
    if (!held.entry.about) return held;
    // Frozen from here on: an LRS takes the same id again only with the same content
    return storage.hold(held.key, frozen(await options.describe(held.entry)));
  }

  /** Delivers a batch; where the whole was refused, finds the one that is not taken. Throws what makes waiting sensible. */
  async function deliver(batch: readonly StoredEntry[]): Promise<void> {
    try {
      await options.send(
        batch.map(({ entry }) => entry.statement),
        false,
      );
      delivered(batch);
    } catch (error) {
      const status = statusOf(error);
      if (waits(status) || status === 401) throw error;
      if (status === 403) await checkSession(error);
      if (batch.length > 1) {
        // A batch is all or nothing
        const half = Math.ceil(batch.length / 2);
        await deliver(batch.slice(0, half));
        await deliver(batch.slice(half));
      } else if (batch[0]) await takeRefusal(batch[0], status);
    }
  }

  /** cmi5 LMSs answer 403 to a statement that breaks any rule, and to everything once the session is over. */
  async function checkSession(error: unknown): Promise<void> {
    if (!goesOn && (await options.isOver())) throw error;
    goesOn = true;
  }

  /** One statement that was refused. What the LRS has already is delivered (xAPI 1.0.3, part 3, 2.1.1). */
  async function takeRefusal(held: StoredEntry, status: number): Promise<void> {
    const { entry } = held;
    const { statement } = entry;
    if ((status === 409 || status === 403) && (await isThere(statement, status))) return delivered([held]);
    const kept = roleOf(held) === undefined ? 'set aside' : 'refused';
    log.add(`outbox: ${kept}, ${status}: ${statement.verb.id} ${statement.object.id}`);
    // Without it the LMS takes none of the others: they stay for another session
    if (roleOf(held) === 'opens') throw new LrsError('POST statements', 401);
    triedNow.add(statement.id);
    const refused = { status, times: (entry.refused?.times ?? 0) + 1 };
    if (roleOf(held) === 'decides') return void storage.hold(held.key, { ...entry, refused });
    setAside++;
    storage.setAside({ ...held, entry: { ...entry, refused } });
  }

  async function isThere(statement: BareStatement, status: number): Promise<boolean> {
    try {
      const known = await options.find(statement.id);
      return known !== undefined && isSame(known, statement);
    } catch (error) {
      if (waits(statusOf(error)) || statusOf(error) === 401) throw error;
      // Nobody may look; that the id is taken says enough, for nobody else makes the same
      return status === 409;
    }
  }

  function delivered(held: readonly StoredEntry[]): void {
    storage.remember(held.flatMap(({ entry }) => [entry.statement.id, ...(entry.before?.ids ?? [])]));
    storage.release(held);
  }

  /** What can go in the next request. */
  function nextBatch(toTheEnd: boolean): StoredEntry[] {
    const waiting = mine().filter(({ entry }) => !triedNow.has(entry.statement.id));
    const opening = waiting.find((held) => roleOf(held) === 'opens');
    if (opening) return [opening];
    const again = waiting.find(({ entry }) => entry.refused);
    if (again) return [again];
    const others = waiting.filter((held) => roleOf(held) !== 'closes');
    return batchOf(others.length > 0 || !toTheEnd ? others : waiting, BATCH_SIZE, BATCH);
  }

  async function sendAll(toTheEnd: boolean): Promise<void> {
    for (let next = nextBatch(toTheEnd); next.length > 0; next = nextBatch(toTheEnd))
      await deliver(await Promise.all(next.map(described)));
  }

  async function sendOpening(): Promise<void> {
    const [first] = nextBatch(false);
    if (first && roleOf(first) === 'opens') await deliver([await described(first)]);
  }

  async function run(): Promise<Delivery> {
    triedNow = new Set();
    goesOn = false;
    try {
      await sendOpening();
      const reissued = options.reissue();
      reissued.catch(() => undefined);
      await sendAll(false);
      await reissued;
      await sendAll(true);
      failures = 0;
      const refused = mine().find(({ entry }) => entry.refused)?.entry.refused;
      return refused
        ? { outcome: 'result-refused', status: refused.status }
        : { outcome: 'delivered', status: 200 };
    } catch (error) {
      return failed(error);
    }
  }

  function failed(error: unknown): Delivery {
    const status = statusOf(error);
    if (status === 401 || status === 403) {
      over = status;
      log.add(`outbox: stopped, ${status}`);
      return { outcome: 'over', status };
    }
    retryAfter(backOff(failures++, options.pause(), random()));
    log.add(`outbox: waits, ${status === 0 ? 'no answer' : status}`);
    return { outcome: 'waiting', status };
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
    isDelivered: (id) => storage.isDelivered(id),
    replace(old, instead) {
      const held = storage.everything().filter(({ entry }) => entry.statement.id === old.statement.id);
      if (instead === 'delivered') return delivered(held);
      // In this order: a crash between the two leaves both, and the earlier id is looked up before the later is sent
      if (instead) storage.add(instead);
      storage.release(held);
    },
    async flush() {
      if (over) return { outcome: 'over', status: over };
      // What was put in meanwhile must be in what this call answers for
      for (let now = running; now; now = running) await now;
      if (over) return { outcome: 'over', status: over };
      if (storage.everything().length === 0) return { outcome: 'delivered', status: 200 };
      if (options.pause() > 0) {
        if (!cancelTimer) retryAfter(options.pause());
        return { outcome: 'waiting', status: 429 };
      }
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
      // One request: it may hold nothing that is refused again, nor anything beside what opens the session
      const waiting = over ? [] : mine().filter(({ entry }) => !entry.refused);
      const opening = waiting.filter((held) => roleOf(held) === 'opens');
      const batch = opening.length > 0 ? opening : batchOf(waiting, LEAVING_SIZE, 1000);
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

function frozen({ about: _words, ...entry }: Entry): Entry {
  return entry;
}

/** Doubles from two seconds to ten; half of it is chance, so that a class does not come back all at once. */
export function backOff(failures: number, asked: number, random: number): number {
  const longest = Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT);
  return Math.max(asked, longest / 2) + (random * longest) / 2;
}
