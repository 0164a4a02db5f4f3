/** A shuffled copy (Fisher and Yates). */
export function shuffled<T>(values: readonly T[], next: () => number): T[] {
  const copy = [...values];
  for (let last = copy.length - 1; last > 0; last--) {
    const chosen = Math.floor(next() * (last + 1));
    [copy[last], copy[chosen]] = [copy[chosen]!, copy[last]!];
  }
  return copy;
}
