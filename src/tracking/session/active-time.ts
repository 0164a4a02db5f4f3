/** Counts the time in which the learner was active: idle time beyond the cut-off is not session time, nor is a hidden page. */
import type { Clock } from '../device/surroundings.ts';

export interface ActiveTime {
  /** The learner did something. On a hidden page that is none of theirs: a scroll that trails behind, or a script's. */
  active(): void;
  /** The page can't be seen: nothing counts until it is shown again. */
  hide(): void;
  show(): void;
  /** Milliseconds so far. */
  total(): number;
}

/** @param cutOff Milliseconds after the last sign of life that still count: reading needs no clicking. */
export function createActiveTime(clock: Pick<Clock, 'now'>, cutOff = 180_000): ActiveTime {
  let counted = 0;
  let since: number | undefined;
  let hidden = false;
  // A clock that was put back must not subtract
  const running = (): number =>
    since === undefined ? 0 : Math.min(Math.max(clock.now() - since, 0), cutOff);
  const active = (): void => {
    if (hidden) return;
    counted += running();
    since = clock.now();
  };
  return {
    active,
    hide() {
      counted += running();
      since = undefined;
      hidden = true;
    },
    show() {
      hidden = false;
      active();
    },
    total: () => counted + running(),
  };
}
