/** Minutes as people say them. */
import { t } from './locale.ts';

const HOUR = 60;

/** "about 40 minutes", "about 1 h 15 min": from an hour on to a quarter, from 20 minutes on to five. */
export function duration(minutes: number): string {
  const step = minutes > HOUR ? 15 : minutes > 20 ? 5 : 1;
  const count = Math.round(minutes / step) * step;
  const hours = Math.floor(count / HOUR);
  const rest = count % HOUR;
  if (hours === 0) return t('lesson.minutes', { count });
  return rest === 0 ? t('time.whole-hours', { hours }) : t('time.hours', { hours, minutes: rest });
}

/** "about 40 minutes left". */
export function timeLeft(minutes: number): string {
  return t('time.left', { count: minutes, time: duration(minutes) });
}
