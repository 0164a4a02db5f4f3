/**
 * Statements are written on the device before they are sent, and stay there until the LRS has them. In localStorage,
 * because it can be written in the same turn as the event that makes a statement, also while the page is closing;
 * IndexedDB answers too late for that. One key a statement, so that two tabs never overwrite each other's; keys begin
 * with a hash of endpoint, learner, activity and registration, so that one learner's statements are never found, let
 * alone sent, in a launch of another's. Names and credentials are not kept. Without a store, memory has to do.
 */
import { Adoption } from './adoption.ts';
import { backOff } from './back-off.ts';
import { statusOf } from './client.ts';
import { frozen, type Entry } from './entry.ts';
import { batchOf, bytes } from './outbox-batches.ts';
import { OutboxRun } from './outbox-run.ts';
import { OutboxStorage, type StoredEntry } from './outbox-storage.ts';
import { Stumbles } from './outbox-stumbles.ts';
import type { Delivery, OutboxOptions } from './outbox.types.ts';

/** What browsers let a request carry that outlives its page is 64 KiB; the saved state is sent beside it. */
const LEAVING_SIZE = 45_000;

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #storage: OutboxStorage;
  readonly #random: () => number;
  readonly #stumbles: Stumbles;
  readonly #adoption: Adoption;
  /** The session's last word was put in. */
  #isEnding = false;
  #saidDamaged = false;
  #failures = 0;
  /** The status that said that the credentials are not good any more. */
  #over = 0;
  #running: Promise<Delivery> | undefined;
  #cancelTimer: (() => void) | undefined;
  /** The page has gone. */
  #stopped = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#random = options.random ?? Math.random;
    this.#stumbles = new Stumbles(options);
    this.#adoption = new Adoption({
      clock: options.clock,
      reissue: options.reissue,
      failed: (status) => this.#failed(status),
      done: () => void this.#send(false),
      again: () => void this.flush(),
    });
    this.#storage = new OutboxStorage({ ...options, damaged: () => this.#sayDamaged() });
  }

  /** On the device when this returns. One that is there or was delivered is not taken again. */
  put(entry: Entry): void {
    if (this.#storage.knows(entry.statement.id)) return;
    if (!this.#storage.add(entry))
      this.#options.log.add('outbox: the device keeps nothing; a statement waits in memory');
  }

  /** What waits, oldest first. */
  waiting(): readonly Entry[] {
    return this.#mine().map(({ entry }) => entry);
  }

  /** What waits and is not this session's. */
  others(): readonly Entry[] {
    return this.#storage.everything().flatMap(({ entry }) => (this.#options.mine(entry) ? [] : [entry]));
  }

  /** The LRS has said that it has it. */
  isDelivered(id: string): boolean {
    return this.#storage.isDelivered(id);
  }

  /** Takes one off: for another in its place, because the LRS has it, or because it need not be sent. */
  replace(old: Entry, instead?: Entry | 'delivered'): void {
    const all = this.#storage.everything();
    const held = all.filter(({ entry }) => entry.statement.id === old.statement.id);
    if (instead === 'delivered') return this.#storage.delivered(held);
    // Another tab may have been faster
    const isMissing = held.length > 0 && instead && !this.#isElsewhere(instead, all, held);
    // In this order: a crash between the two leaves both, and the earlier id is looked up before the later is sent
    if (isMissing) this.#storage.add(instead);
    // On a full device the later may be in this page alone: the earlier stays there for another page
    const isInPage = this.#inPage().some(({ entry }) => entry.before?.ids.includes(old.statement.id));
    if (!isInPage) this.#storage.release(held);
  }

  /** Something that it was told is in this page alone, which takes it along when it goes. */
  get hasInPage(): boolean {
    return this.#inPage().length > 0;
  }

  #inPage(): StoredEntry[] {
    return this.#storage.everything().filter(({ durable }) => !durable);
  }

  #isElsewhere({ statement }: Entry, all: readonly StoredEntry[], but: readonly StoredEntry[]): boolean {
    return (
      this.isDelivered(statement.id) ||
      all.some((held) => held.entry.statement.id === statement.id && !but.includes(held))
    );
  }

  /** How many statements the LRS has refused, in this visit, or fails at; without those that decide. */
  get setAside(): number {
    const failed = this.#mine().filter(
      ({ entry }) => entry.refused && this.#options.role(entry) !== 'decides',
    );
    return this.#storage.countSetAside + failed.length;
  }

  /**
   * Sends all that waits, in order, and takes over what ended sessions have left. Rejects never. Goes on trying by itself
   * while something waits.
   * @param leaving The learner leaves, and waits for it.
   */
  async flush(leaving = false): Promise<Delivery> {
    const sent = await this.#send(leaving);
    const isGood = sent.outcome === 'delivered' || sent.outcome === 'result-refused';
    if (!isGood || !this.#adoption.isPending(this.#ends())) return sent;
    const failed = await this.#adoption.wait(this.#ends());
    const all = await this.#send(leaving);
    return (all.outcome === 'delivered' && failed) || all;
  }

  async #send(leaving: boolean): Promise<Delivery> {
    const { lock, owner, pause } = this.#options;
    if (this.#over) return { outcome: 'over', status: this.#over };
    // What was put in meanwhile must be in what this call answers for
    for (let now = this.#running; now; now = this.#running) await now;
    if (this.#over) return { outcome: 'over', status: this.#over };
    if (this.#storage.everything().length === 0) return { outcome: 'delivered', status: 200 };
    if (pause() > 0) {
      if (!this.#cancelTimer) this.#retryAfter(pause());
      return { outcome: 'waiting', status: 429 };
    }
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    const run = (): Promise<Delivery> => this.#run(leaving);
    this.#running = (lock ? lock(`cm-out|${owner}`, run) : run()).finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** Something else than a statement was told that the session is over: what waits is another one's to send. */
  end(): void {
    this.#over ||= 401;
    this.#adoption.stop();
    this.#cancelTimer?.();
  }

  /** The page is closing: one request that outlives it, with as much as such a request may carry. Nothing is awaited. */
  leave(): void {
    this.#stopped = true;
    this.#adoption.stop();
    this.#cancelTimer?.();
    const batch = this.#lastBatch();
    const statements = batch.map(({ entry }) => entry.statement);
    if (batch.length === 0 || bytes(JSON.stringify(statements)) > LEAVING_SIZE + 10_000) return;
    // Sent as they are: from here on they must not change
    for (const { key, entry } of batch) if (entry.about) this.#storage.hold(key, frozen(entry));
    this.#options.send(statements, true).then(
      () => this.#storage.delivered(batch),
      () => undefined,
    );
  }

  /** One request: it may hold nothing that is refused again, nor anything beside what opens the session. */
  #lastBatch(): StoredEntry[] {
    const waiting = this.#over
      ? []
      : this.#mine().filter((held) => !held.entry.refused && !this.#stumbles.isSuspect(held));
    const opening = waiting.filter(({ entry }) => this.#options.role(entry) === 'opens');
    return opening.length > 0 ? opening : batchOf(waiting, LEAVING_SIZE, 1000);
  }

  #mine(): StoredEntry[] {
    return this.#storage.everything().filter(({ entry }) => this.#options.mine(entry));
  }

  /** An earlier page may have said it, and an LRS that has it takes nothing more. */
  #ends(): boolean {
    this.#isEnding ||= this.#mine().some(({ entry }) => this.#options.role(entry) === 'closes');
    return this.#isEnding;
  }

  async #run(leaving: boolean): Promise<Delivery> {
    const mayClose = !this.#adoption.isPending(this.#ends());
    const again = (): void => void (this.#stopped || this.flush());
    const [options, storage, stumbles] = [this.#options, this.#storage, this.#stumbles];
    try {
      const delivery = await new OutboxRun({ options, storage, stumbles, leaving, mayClose, again }).send();
      this.#failures = 0;
      return delivery;
    } catch (error) {
      return this.#failed(statusOf(error));
    }
  }

  #failed(status: number): Delivery {
    const { log, pause } = this.#options;
    if (status === 401 || status === 403) {
      this.#over = status;
      this.#adoption.stop();
      log.add(`outbox: stopped, ${status}`);
      return { outcome: 'over', status };
    }
    this.#retryAfter(backOff(this.#failures++, pause(), this.#random()));
    log.add(`outbox: waits, ${status === 0 ? 'no answer' : status}`);
    return { outcome: 'waiting', status };
  }

  #retryAfter(wait: number): void {
    this.#cancelTimer?.();
    if (this.#stopped) return;
    this.#cancelTimer = this.#options.clock.after(wait, () => {
      this.#cancelTimer = undefined;
      void this.flush();
    });
  }

  #sayDamaged(): void {
    if (!this.#saidDamaged)
      this.#options.log.add('outbox: something on the device was no statement, and was passed over');
    this.#saidDamaged = true;
  }
}
