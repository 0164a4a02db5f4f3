/** Days and answers of one's progress, as people say them. */
import type { Standing } from '../history.ts';
import { formats, t } from '../locale.ts';

/** "Nov 26, 2026". A day is one of the learner's own calendar, whatever the zone (`learning/spacing.ts`). */
export function dayWords(day: number): string {
  const format = new Intl.DateTimeFormat(formats(), { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(day * 86_400_000);
}

/** Practice, or which try of the test. */
export function whereWords({ past }: Standing): string {
  return past.tryNumber === 0 ? t('mastery.practice') : t('mastery.try', { number: past.tryNumber });
}

/** "2 of 3"; a test may give parts of a point. */
export function rightWords({ points, items }: { points: number; items: number }): string {
  return t('block.practice.tally', { right: pointsWords(points), all: items });
}

/** To tenths, rounded down. */
export function pointsWords(points: number): string {
  const tenths = Math.floor(points * 10 + 1e-6) / 10;
  return new Intl.NumberFormat(formats(), { maximumFractionDigits: 1 }).format(tenths);
}
