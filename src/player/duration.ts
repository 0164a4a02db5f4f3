/** Minutes as people say them. */
import { t } from './locale.ts';

const HOUR = 60;

/** "about 40 minutes", "about 1 h 15 min": from an hour on to a quarter, from 20 minutes on to five. */
export function duration(minutes: number): string {
  const step = minutes > HOUR ? 15 : minutes > 20 ? 5 : 1;
  const count = Math.round(minutes / step) * step;
  const rest = count % HOUR;
  return count < HOUR
    ? t('lesson.minutes', { count })
    : t(rest ? 'time.hours' : 'time.whole-hours', { hours: (count - rest) / HOUR, minutes: rest });
}

/** "about 40 minutes left". */
export function timeLeft(minutes: number): string {
  return t('time.left', { count: minutes, time: duration(minutes) });
}
