/** One run of sending: all that waits, in order, until it is delivered, refused, or something makes waiting sensible. */
import { LrsError, statusOf, waits } from './client.ts';
import { frozen } from './entry.ts';
import { batchOf, isSame } from './outbox-batches.ts';
import type { OutboxStorage, StoredEntry } from './outbox-storage.ts';
import type { Stumbles } from './outbox-stumbles.ts';
import { Unsure } from './statement-client.ts';
import type { Delivery, OutboxOptions, Role } from './outbox.types.ts';
import type { BareStatement } from './types.ts';

/** At most so many statements, and so many characters, in one request. */
const BATCH = 25;
const BATCH_SIZE = 200_000;
/** Failures in one run that looks at which statement they are. */
const MOST_FAILURES = 12;

export interface RunOptions {
  options: OutboxOptions;
  storage: OutboxStorage;
  stumbles: Stumbles;
  /** The learner leaves. */
  leaving: boolean;
  /** Nothing is to come that would have to go before the session's end. */
  mayClose: boolean;
  /** Something that failed may be tried again. */
  again(): void;
}

export class OutboxRun {
  readonly #options: OutboxOptions;
  readonly #storage: OutboxStorage;
  readonly #stumbles: Stumbles;
  readonly #run: RunOptions;
  /** Ids that were refused in this run: once in a run is enough. */
  readonly #refused = new Set<string>();
  /** A 403 was found to be about statements alone. */
  #goesOn = false;
  /** The LRS has taken something. */
  #took = false;
  /** While this run looks at which statement it is. */
  #failures: number | undefined;
  /** The LRS failed at each of them alone, in this run. */
  readonly #suspects: { held: StoredEntry; status: number }[] = [];

  constructor(run: RunOptions) {
    this.#run = run;
    this.#options = run.options;
    this.#storage = run.storage;
    this.#stumbles = run.stumbles;
  }

  /** Rejects where waiting is sensible, or where nothing can be sent any more. */
  async send(): Promise<Delivery> {
    await this.#sendOpening();
    await this.#sendAll();
    this.#stumbles.forget();
    const undecided = this.#mine().find((held) => held.entry.refused && this.#roleOf(held) === 'decides');
    const refused = undecided?.entry.refused;
    return refused
      ? { outcome: 'result-refused', status: refused.status }
      : { outcome: 'delivered', status: 200 };
  }

  async #sendOpening(): Promise<void> {
    const [first] = this.#nextBatch(false);
    if (first && this.#roleOf(first) === 'opens') await this.#deliver([await this.#described(first)]);
  }

  async #sendAll(): Promise<void> {
    do await this.#sendEach(false);
    while (await this.#judge());
    if (this.#run.mayClose) await this.#sendEach(true);
  }

  async #sendEach(toTheEnd: boolean): Promise<void> {
    for (let next = this.#nextBatch(toTheEnd); next.length > 0; next = this.#nextBatch(toTheEnd))
      await this.#deliver(await Promise.all(next.map((held) => this.#described(held))));
  }

  /** What can go in the next request. */
  #nextBatch(toTheEnd: boolean): StoredEntry[] {
    const waiting = this.#mine().filter((held) => this.#isTurnOf(held));
    const opening = waiting.find((held) => this.#roleOf(held) === 'opens');
    if (opening) return [opening];
    const again = waiting.find(({ entry }) => entry.refused && !waits(entry.refused.status));
    if (again) return [again];
    const others = waiting.filter((held) => this.#roleOf(held) !== 'closes');
    const fresh = others.filter(({ entry }) => !entry.refused);
    const most = Math.min(BATCH, this.#stumbles.limit);
    if (fresh.length > 0) return batchOf(fresh, BATCH_SIZE, most);
    // What the LRS fails at goes behind the others: it may take its time over it
    if (others.length > 0) return others.slice(0, 1);
    return toTheEnd ? batchOf(waiting, BATCH_SIZE, BATCH) : [];
  }

  #isTurnOf(held: StoredEntry): boolean {
    const stumbles = this.#stumbles;
    return (
      !this.#refused.has(held.entry.statement.id) &&
      !stumbles.isSuspect(held) &&
      !stumbles.rests(held, this.#run.leaving)
    );
  }

  #mine(): StoredEntry[] {
    return this.#storage.everything().filter(({ entry }) => this.#options.mine(entry));
  }

  #roleOf({ entry }: StoredEntry): Role | undefined {
    return this.#options.role(entry);
  }

  async #described(held: StoredEntry): Promise<StoredEntry> {
    if (!held.entry.about) return held;
    // Frozen from here on: an LRS takes the same id again only with the same content
    return this.#storage.hold(held.key, frozen(await this.#options.describe(held.entry)));
  }

  /** Delivers a batch; where the whole was refused, finds the one that is not taken. Throws what makes waiting sensible. */
  async #deliver(batch: readonly StoredEntry[]): Promise<void> {
    try {
      await this.#send(batch);
      this.#storage.delivered(batch);
      this.#stumbles.took(batch);
      this.#takes();
    } catch (error) {
      const status = statusOf(error);
      if (status === 401) throw error;
      if (waits(status)) return this.#stumble(batch, error);
      if (status === 403) await this.#checkSession(error);
      this.#takes();
      if (batch.length > 1) await this.#halve(batch);
      else if (batch[0]) await this.#takeRefusal(batch[0], status);
    }
  }

  async #send(batch: readonly StoredEntry[]): Promise<void> {
    const statements = batch.map(({ entry }) => entry.statement);
    try {
      await this.#options.send(statements, false);
    } catch (error) {
      if (!(error instanceof Unsure)) throw error;
      await this.#checkSession(error);
    }
  }

  /** A batch is all or nothing. */
  async #halve(batch: readonly StoredEntry[]): Promise<void> {
    const half = Math.ceil(batch.length / 2);
    await this.#deliver(batch.slice(0, half));
    await this.#deliver(batch.slice(half));
  }

  /** The LRS is there, and what it fails at, it fails at for ever. */
  #takes(): void {
    this.#took = true;
    for (const { held, status } of this.#suspects.splice(0)) this.#keep(held, status);
    // Those of an earlier run were perhaps tried while it was away
    this.#stumbles.release();
  }

  /** Throws unless it is time to look at which statement of the batch the LRS fails at. */
  async #stumble(batch: readonly StoredEntry[], error: unknown): Promise<void> {
    const [first] = batch;
    const status = statusOf(error);
    const isAsked = status === 425 || status === 429;
    if (!first || isAsked || batch.some((held) => this.#isBound(held))) throw error;
    // Known for it, and alone: nothing else waits for it
    if (first.entry.refused && batch.length === 1) return this.#keepAgain(first, status);
    if (this.#failures === undefined && !(await this.#mayLook(batch))) throw error;
    this.#failures = (this.#failures ?? 0) + 1;
    if (batch.length === 1) {
      this.#stumbles.suspect(first);
      this.#suspects.push({ held: first, status });
      if (this.#took) this.#takes();
    }
    if (this.#options.pause() > 0 || this.#failures >= MOST_FAILURES) {
      this.#stumbles.limit = Math.ceil(batch.length / 2);
      throw error;
    }
    if (batch.length > 1) await this.#halve(batch);
  }

  /** The session begins and ends with it: nothing can go before the one, or after the other. */
  #isBound(held: StoredEntry): boolean {
    return ['opens', 'closes'].includes(this.#roleOf(held) ?? '');
  }

  async #mayLook(batch: readonly StoredEntry[]): Promise<boolean> {
    if (!this.#stumbles.mayLook(batch)) return false;
    // It wants to be left alone: what was looked at goes on in the next run
    if (this.#took || this.#options.pause() > 0 || !this.#stumbles.known) return true;
    if (await this.#isAnswered()) return true;
    this.#stumbles.acquit();
    return false;
  }

  /** Where it takes once more what it has (xAPI 1.0.3, part 3, 2.1.1), the LRS is there. */
  async #isAnswered(): Promise<boolean> {
    try {
      await this.#options.send([this.#stumbles.known!], false);
    } catch (error) {
      const status = statusOf(error);
      if (status === 401) throw error;
      if (waits(status)) return false;
    }
    this.#takes();
    return true;
  }

  /** The LRS failed at each alone, and nothing else waits: it is they, or the LRS. Whether they are to be tried once more. */
  async #judge(): Promise<boolean> {
    if (!this.#stumbles.areThere) return false;
    if (this.#stumbles.known && (await this.#isAnswered())) return true;
    this.#stumbles.acquit();
    throw new LrsError('POST statements', this.#suspects[0]?.status ?? 0);
  }

  #keepAgain(held: StoredEntry, status: number): void {
    this.#refused.add(held.entry.statement.id);
    if (waits(held.entry.refused?.status ?? 0)) this.#keep(held, status);
  }

  /** On the device, and tried again when it has rested, at the end of the visit and at the next launch: it was not refused. */
  #keep(held: StoredEntry, status: number): void {
    const { statement, refused } = held.entry;
    const what = status === 0 ? 'no answer' : status;
    this.#options.log.add(`outbox: kept for later, ${what}: ${statement.verb.id} ${statement.object.id}`);
    this.#refused.add(statement.id);
    this.#storage.hold(held.key, { ...held.entry, refused: { status, times: refused?.times ?? 0 } });
    this.#stumbles.rest(held, status, this.#run.again);
  }

  /** cmi5 LMSs answer 403 to a statement that breaks any rule, and to everything once the session is over. */
  async #checkSession(error: unknown): Promise<void> {
    if (!this.#goesOn && (await this.#options.isOver())) throw error;
    this.#goesOn = true;
  }

  /** One statement that was refused. What the LRS has already is delivered (xAPI 1.0.3, part 3, 2.1.1). */
  async #takeRefusal(held: StoredEntry, status: number): Promise<void> {
    const { statement, refused: before } = held.entry;
    if (status === 409 || status === 403) {
      const there = await this.#isThere(statement, status).catch((error: unknown) => error);
      if (there === true) return this.#storage.delivered([held]);
      if (statusOf(there) === 401) throw there;
      // Refused or not, nobody knows: the others need not wait for that
      if (there !== false) return this.#stumble([held], there);
    }
    const role = this.#roleOf(held);
    const fate = role === undefined ? 'set aside' : 'refused';
    this.#options.log.add(`outbox: ${fate}, ${status}: ${statement.verb.id} ${statement.object.id}`);
    // Without it the LMS takes none of the others: they stay for another session
    if (role === 'opens') throw new LrsError('POST statements', 401);
    this.#refused.add(statement.id);
    const entry = { ...held.entry, refused: { status, times: (before?.times ?? 0) + 1 } };
    if (role === 'decides') this.#storage.hold(held.key, entry);
    else this.#storage.setAside({ ...held, entry });
  }

  async #isThere(statement: BareStatement, status: number): Promise<boolean> {
    try {
      const known = await this.#options.find(statement.id);
      return known !== undefined && isSame(known, statement);
    } catch (error) {
      if (waits(statusOf(error)) || statusOf(error) === 401) throw error;
      // Nobody may look; that the id is taken says enough, for nobody else makes the same
      return status === 409;
    }
  }
}
