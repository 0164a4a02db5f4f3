/** Minutes as people say them. */
import { t } from './locale.ts';

const HOUR = 60;

/** "about 40 minutes", "about 1 h 20 min". */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / HOUR);
  const rest = minutes % HOUR;
  if (hours === 0) return t('lesson.minutes', { count: minutes });
  return rest === 0 ? t('time.whole-hours', { hours }) : t('time.hours', { hours, minutes: rest });
}

/** "about 40 minutes left". */
export function timeLeft(minutes: number): string {
  return t('time.left', { count: minutes, time: duration(minutes) });
}
