import { stampOf } from './stamp.ts';

/** `2026-11-25 13:00:00` as the clock on the wall shows it here: the day by which people should have finished ends here and not in Greenwich. */
export function wallClock(time: Date): string {
  return stampOf(new Date(time.getTime() - time.getTimezoneOffset() * 60_000));
}
