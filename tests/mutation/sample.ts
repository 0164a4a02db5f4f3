/** What of a large folder is tried, and how the outcome is counted. */
import { random } from '../../src/learning/draw.ts';
import { shuffled } from '../../src/learning/items/shuffle.ts';

/** Files by chance, until they make up at least this share of the lines of all. The same seed draws the same. */
export function drawn(
  files: readonly string[],
  lines: (file: string) => number,
  share: number,
  seed: number,
): string[] {
  const all = files.reduce((sum, file) => sum + lines(file), 0);
  let taken = 0;
  return shuffled(files.toSorted(), random(seed))
    .filter((file) => {
      if (taken >= share * all) return false;
      taken += lines(file);
      return true;
    })
    .toSorted();
}

/** Of the changes that can be noticed: a test failed, or never ended. */
export function scoreOf(statuses: readonly string[]): string {
  const noticed = statuses.filter((status) => status === 'Killed' || status === 'Timeout').length;
  const missed = statuses.filter((status) => status === 'Survived' || status === 'NoCoverage').length;
  const percent = ((100 * noticed) / Math.max(1, noticed + missed)).toFixed(1);
  return `${percent} % of ${noticed + missed} changes are noticed`;
}
