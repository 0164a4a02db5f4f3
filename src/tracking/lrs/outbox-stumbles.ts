/**
 * Statements at which an LRS fails for ever (5xx, 408, no answer), told from an LRS that is away. After some failures at
 * one batch it is asked to take once more what it has; where it has nothing yet, it must have taken the state meanwhile.
 * Only then it is looked for them, and so an LRS that is down is asked hardly oftener than before.
 */
import type { OutboxOptions } from './outbox.types.ts';
import type { StoredEntry } from './outbox-storage.ts';
import type { BareStatement } from './types.ts';

/** Failures in a row before it is looked for anything; twice as many after each time that nothing was found. */
const PATIENCE = 3;
const MOST_PATIENCE = 48;
/** Milliseconds until one is tried again while the page stays: where it decides, and where it does not. */
const REST = { decides: 60_000, others: 300_000 };

export class Stumbles {
  readonly #options: OutboxOptions;
  #patience = PATIENCE;
  /** The batch at which it fails, by its first statement; and what the LRS had taken when it began. */
  #streak = { id: '', times: 0, taken: 0 };
  /** It failed at each of them alone, and is not known to have been there. */
  readonly #suspects = new Set<string>();
  /** Those that it fails at, while they are not tried again, with the status that said so. */
  readonly #resting = new Map<string, number>();
  #lastTaken: BareStatement | undefined;
  /** Nothing may follow. */
  #isClosed = false;
  /** Most statements of the next request. */
  limit = Infinity;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  took(batch: readonly StoredEntry[]): void {
    this.#lastTaken = batch.at(-1)?.entry.statement;
    this.#isClosed ||= batch.some(({ entry }) => this.#options.role(entry) === 'closes');
    this.#patience = PATIENCE;
  }

  /** A run's first failure: whether it is time to look at which statement it was. */
  mayLook(batch: readonly StoredEntry[]): boolean {
    if (this.#isLooking) return true;
    const id = batch[0]?.entry.statement.id ?? '';
    const taken = this.#options.taken();
    if (id !== this.#streak.id) this.#streak = { id, times: 0, taken };
    const isTime =
      ++this.#streak.times > this.#patience && (this.known !== undefined || taken > this.#streak.taken);
    if (isTime) this.#streak.taken = taken;
    return isTime;
  }

  get #isLooking(): boolean {
    return this.#suspects.size > 0 || this.limit < Infinity;
  }

  suspect({ entry }: StoredEntry): void {
    this.#suspects.add(entry.statement.id);
  }

  get areThere(): boolean {
    return this.#suspects.size > 0;
  }

  isSuspect({ entry }: StoredEntry): boolean {
    return this.#suspects.has(entry.statement.id);
  }

  release(): void {
    this.#suspects.clear();
  }

  /** Nothing is looked at any more. */
  forget(): void {
    this.#suspects.clear();
    this.limit = Infinity;
  }

  /** The LRS takes nothing: it was not they. */
  acquit(): void {
    this.forget();
    this.#streak.times = 0;
    this.#patience = Math.min(this.#patience * 2, MOST_PATIENCE);
  }

  /** Something that the LRS has. */
  get known(): BareStatement | undefined {
    return this.#lastTaken;
  }

  rest({ entry }: StoredEntry, status: number, again: () => void): void {
    const { clock, role } = this.#options;
    const { id } = entry.statement;
    if (!this.#resting.has(id))
      clock.after(role(entry) === 'decides' ? REST.decides : REST.others, () => {
        this.#resting.delete(id);
        if (!this.#isClosed) again();
      });
    this.#resting.set(id, status);
  }

  /** @param leaving The end of a visit is worth a try; but no long wait for an answer that never came. */
  rests({ entry }: StoredEntry, leaving: boolean): boolean {
    const status = this.#resting.get(entry.statement.id);
    return status !== undefined && !(leaving && status > 0);
  }
}
