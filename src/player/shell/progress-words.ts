import { timeLeft } from '../duration.ts';
import { t } from '../locale.ts';
import type { PlayerStore } from '../store.ts';

/** "32% done · about 40 minutes left". What the record calls complete has no share, whatever this page knows of the sections. */
export function progressWords({
  complete,
  progress,
  minutesLeft,
}: Pick<PlayerStore, 'complete' | 'progress' | 'minutesLeft'>): string {
  if (complete) return t('left.complete');
  const share = t('outline.percent', { percent: Math.floor(progress * 100) });
  return minutesLeft > 0 ? `${share} · ${timeLeft(minutesLeft)}` : share;
}
