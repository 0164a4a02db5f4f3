/** Time that a test moves by hand. */
import type { Clock } from '../../src/tracking/device/surroundings.ts';

export class FakeClock implements Clock {
  #now: number;
  #timers: { at: number; run: () => void }[] = [];

  constructor(now = Date.UTC(2026, 0, 5, 9, 0, 0)) {
    this.#now = now;
  }

  now = (): number => this.#now;

  after = (milliseconds: number, run: () => void): (() => void) => {
    const timer = { at: this.#now + milliseconds, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  /** Runs what falls due, in order, and lets promises settle after each. */
  async advance(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    await settled();
    for (;;) {
      const next = this.#timers
        .filter(({ at }) => at <= until)
        .toSorted((one, other) => one.at - other.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
      await settled();
    }
    this.#now = until;
  }

  /** Somebody sets the clock, and timers take no notice. */
  leap(milliseconds: number): void {
    this.#now += milliseconds;
    for (const timer of this.#timers) timer.at += milliseconds;
  }

  get waiting(): number {
    return this.#timers.length;
  }
}

/** A clock whose time runs as soon as somebody waits. */
export function hurried(): FakeClock {
  const clock = new FakeClock();
  const { after } = clock;
  clock.after = (milliseconds, run) => {
    const cancel = after(milliseconds, run);
    void clock.advance(milliseconds);
    return cancel;
  };
  return clock;
}

/** Lets everything that waits for promises alone go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
