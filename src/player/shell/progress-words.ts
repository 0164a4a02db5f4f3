import { timeLeft } from '../duration.ts';
import { t } from '../locale.ts';
import type { PlayerStore } from '../store.ts';

/** "32% done · about 40 minutes left". */
export function progressWords({
  progress,
  minutesLeft,
}: Pick<PlayerStore, 'progress' | 'minutesLeft'>): string {
  const share = t('outline.percent', { percent: Math.floor(progress * 100) });
  return minutesLeft > 0 ? `${share} · ${timeLeft(minutesLeft)}` : share;
}
