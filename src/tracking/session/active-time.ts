/** Counts the time in which the learner was active: idle time beyond the cut-off is not session time. */
import type { Clock } from '../device/surroundings.ts';

export interface ActiveTime {
  /** The learner did something. */
  active(): void;
  /** The page can't be seen: nothing counts until the next `active`. */
  pause(): void;
  /** Milliseconds so far. */
  total(): number;
}

/** @param cutOff Milliseconds after the last sign of life that still count: reading needs no clicking. */
export function createActiveTime(clock: Pick<Clock, 'now'>, cutOff = 180_000): ActiveTime {
  let counted = 0;
  let since: number | undefined;
  // A clock that was put back must not subtract
  const running = (): number =>
    since === undefined ? 0 : Math.min(Math.max(clock.now() - since, 0), cutOff);
  return {
    active() {
      counted += running();
      since = clock.now();
    },
    pause() {
      counted += running();
      since = undefined;
    },
    total: () => counted + running(),
  };
}
