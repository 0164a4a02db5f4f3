/** One run of sending: all that waits, in order, until it is delivered, refused, or something makes waiting sensible. */
import { LrsError, statusOf, waits } from './client.ts';
import { frozen } from './entry.ts';
import { batchOf, isSame } from './outbox-batches.ts';
import type { OutboxStorage, StoredEntry } from './outbox-storage.ts';
import type { Delivery, OutboxOptions, Role } from './outbox.types.ts';
import type { BareStatement } from './types.ts';

/** At most so many statements, and so many characters, in one request. */
const BATCH = 25;
const BATCH_SIZE = 200_000;

export class OutboxRun {
  readonly #options: OutboxOptions;
  readonly #storage: OutboxStorage;
  /** Ids that were refused in this run: once in a run is enough. */
  readonly #refused = new Set<string>();
  /** A 403 was found to be about statements alone. */
  #goesOn = false;

  constructor(options: OutboxOptions, storage: OutboxStorage) {
    this.#options = options;
    this.#storage = storage;
  }

  /** Rejects where waiting is sensible, or where nothing can be sent any more. */
  async send(): Promise<Delivery> {
    await this.#sendOpening();
    const reissued = this.#options.reissue();
    reissued.catch(() => undefined);
    await this.#sendAll(false);
    await reissued;
    await this.#sendAll(true);
    const refused = this.#mine().find(({ entry }) => entry.refused)?.entry.refused;
    return refused
      ? { outcome: 'result-refused', status: refused.status }
      : { outcome: 'delivered', status: 200 };
  }

  async #sendOpening(): Promise<void> {
    const [first] = this.#nextBatch(false);
    if (first && this.#roleOf(first) === 'opens') await this.#deliver([await this.#described(first)]);
  }

  async #sendAll(toTheEnd: boolean): Promise<void> {
    for (let next = this.#nextBatch(toTheEnd); next.length > 0; next = this.#nextBatch(toTheEnd))
      await this.#deliver(await Promise.all(next.map((held) => this.#described(held))));
  }

  /** What can go in the next request. */
  #nextBatch(toTheEnd: boolean): StoredEntry[] {
    const waiting = this.#mine().filter(({ entry }) => !this.#refused.has(entry.statement.id));
    const opening = waiting.find((held) => this.#roleOf(held) === 'opens');
    if (opening) return [opening];
    const again = waiting.find(({ entry }) => entry.refused);
    if (again) return [again];
    const others = waiting.filter((held) => this.#roleOf(held) !== 'closes');
    return batchOf(others.length > 0 || !toTheEnd ? others : waiting, BATCH_SIZE, BATCH);
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
      await this.#options.send(
        batch.map(({ entry }) => entry.statement),
        false,
      );
      this.#storage.delivered(batch);
    } catch (error) {
      const status = statusOf(error);
      if (waits(status) || status === 401) throw error;
      if (status === 403) await this.#checkSession(error);
      if (batch.length > 1) {
        // A batch is all or nothing
        const half = Math.ceil(batch.length / 2);
        await this.#deliver(batch.slice(0, half));
        await this.#deliver(batch.slice(half));
      } else if (batch[0]) await this.#takeRefusal(batch[0], status);
    }
  }

  /** cmi5 LMSs answer 403 to a statement that breaks any rule, and to everything once the session is over. */
  async #checkSession(error: unknown): Promise<void> {
    if (!this.#goesOn && (await this.#options.isOver())) throw error;
    this.#goesOn = true;
  }

  /** One statement that was refused. What the LRS has already is delivered (xAPI 1.0.3, part 3, 2.1.1). */
  async #takeRefusal(held: StoredEntry, status: number): Promise<void> {
    const { statement, refused: before } = held.entry;
    if ((status === 409 || status === 403) && (await this.#isThere(statement, status)))
      return this.#storage.delivered([held]);
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
