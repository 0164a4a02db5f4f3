import type { TryResult } from '../learning/types.ts';

/**
 * Whether it can be said with which score it was: an older page may have put its own lower one beside a pass in the LMS, and a
 * pass of long ago may have had a lower mark. A score is rounded down to hundredths.
 */
export const isScoreKnown = ({ passed, score }: TryResult, passMark: number): boolean =>
  !passed || score + 0.01 > passMark;
