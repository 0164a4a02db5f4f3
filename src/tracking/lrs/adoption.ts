/**
 * When what ended sessions have left is taken over: beside all sending, so that what this session has to say does not wait
 * for it. Its own end does, for nothing may follow that; but not without end.
 */
import type { Clock } from '../device/surroundings.ts';
import { statusOf } from './client.ts';
import type { Delivery } from './outbox.types.ts';

/** Milliseconds from its beginning in which anybody waits for it, a save or the session's end. */
const PATIENCE = 15_000;
/** Until those that could not be looked up, where others could, are tried again. */
const REST = 60_000;

export interface AdoptionOptions {
  clock: Clock;
  /** True where all was taken over. Rejects where it is sensible to wait. */
  reissue(isStopped: () => boolean): Promise<boolean>;
  failed(status: number): Delivery;
  /** What was taken over can be sent. */
  done(): void;
  /** It has rested. */
  again(): void;
}

export class Adoption {
  readonly #options: AdoptionOptions;
  #state: 'due' | 'resting' | 'over' = 'due';
  #wasTried = false;
  #isStopped = false;
  /** Nobody waits for what is stopped. */
  #release = (): void => {};
  readonly #released = new Promise<undefined>((resolve) => (this.#release = () => resolve(undefined)));
  /** Gives why it failed. */
  #going: Promise<Delivery | undefined> | undefined;
  #began = 0;

  constructor(options: AdoptionOptions) {
    this.#options = options;
  }

  /** It goes on, or is to come. A session that ends tries it no second time. */
  isPending(isEnding: boolean): boolean {
    if (this.#isStopped) return false;
    return this.#going !== undefined || (this.#state === 'due' && !(isEnding && this.#wasTried));
  }

  /** Nothing is taken over any more: it stays for the next session. */
  stop(): void {
    this.#isStopped = true;
    this.#release();
  }

  /** Begins it, unless it goes on, and waits for it as long as is sensible. */
  async wait(isEnding: boolean): Promise<Delivery | undefined> {
    if (!this.#going) this.#began = this.#options.clock.now();
    this.#going ??= this.#adopt().finally(() => (this.#going = undefined));
    const answer = await Promise.race([this.#going, this.#timeout(), this.#released]);
    if (isEnding) this.stop();
    return answer;
  }

  #timeout(): Promise<Delivery> {
    const { clock } = this.#options;
    const left = PATIENCE - Math.abs(clock.now() - this.#began);
    return new Promise((resolve) => {
      clock.after(Math.max(0, left), () => resolve({ outcome: 'adopting', status: 0 }));
    });
  }

  async #adopt(): Promise<Delivery | undefined> {
    const { clock, reissue, failed, done, again } = this.#options;
    this.#wasTried = true;
    try {
      const isAll = await reissue(() => this.#isStopped);
      this.#state = isAll ? 'over' : 'resting';
      if (!isAll)
        clock.after(REST, () => {
          this.#state = 'due';
          if (!this.#isStopped) again();
        });
      if (!this.#isStopped) done();
      return undefined;
    } catch (error) {
      return this.#isStopped ? undefined : failed(statusOf(error));
    }
  }
}
