/** Milliseconds. A learner who looks at "not saved" is told within seconds that the LRS is back. */
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 10_000;

/** Doubles from two seconds to ten; half of it is chance, so that a class does not come back all at once. */
export function backOff(failures: number, asked: number, random: number): number {
  const longest = Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT);
  return Math.max(asked, longest / 2) + (random * longest) / 2;
}
