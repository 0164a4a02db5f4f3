/** Makes a story shorter as long as it still breaks the promise: first in halves, then step by step. */
export async function shrink<Step>(
  steps: readonly Step[],
  breaks: (steps: readonly Step[]) => Promise<boolean>,
): Promise<readonly Step[]> {
  let best = steps;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < best.length;) {
      const shorter = [...best.slice(0, from), ...best.slice(from + size)];
      if (await breaks(shorter)) best = shorter;
      else from += size;
    }
  }
  return best;
}
