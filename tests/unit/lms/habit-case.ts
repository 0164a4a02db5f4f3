/** How a habit is seen. */
import type { Habit } from '../../../src/lms/habits.ts';

/** What is seen with the habit, and without it. */
type Looks = (habits: readonly Habit[]) => unknown;
export interface Case {
  look: Looks;
  /** With the habit; without. */
  seen: readonly [unknown, unknown];
}
