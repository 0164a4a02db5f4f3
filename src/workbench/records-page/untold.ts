/** Whether a source tells who completed a course, or only who passed it. */
import type { RecordsRow } from '../shapes.ts';

/** @param counts rows of `standing`: nobody has completed as far as they say, and of some they can't say it */
export const isUntold = (counts: readonly RecordsRow[]): boolean =>
  counts.every(({ status }) => status !== 'completed') && counts.some((row) => row['untold'] === 1);
