/** What is earned over several tries: only ever more. All of these give the same whichever result comes first. */
import { toUnits } from './scoring.ts';
import type { ObjectiveResult, TryResult } from './types.ts';

/**
 * The better of two results: the one with the higher score, or the earlier of equals; passed when either was (pass
 * marks may differ between launches); for each objective the better of the two.
 */
export function bestOf(a: TryResult | undefined, b: TryResult | undefined): TryResult | undefined {
  if (!a || !b) return a ?? b;
  const better = compareResults(a, b) >= 0 ? a : b;
  return {
    ...better,
    passed: a.passed || b.passed,
    objectives: bestObjectives(a.objectives, b.objectives),
  };
}

/** The later try; of two devices' tries of one number, the one submitted later. A clock that was put back decides nothing. */
export function laterOf(a: TryResult | undefined, b: TryResult | undefined): TryResult | undefined {
  if (!a || !b) return a ?? b;
  const later =
    a.number - b.number || a.submittedAt - b.submittedAt || compareResults(a, b) || compareDetails(a, b);
  return later >= 0 ? a : b;
}

/** Above 0 where `a` is better. */
const compareResults = (a: TryResult, b: TryResult): number =>
  a.score - b.score || b.submittedAt - a.submittedAt || b.number - a.number;

/** A last resort, so that the choice between two results never depends on which is named first. */
const compareDetails = (a: TryResult, b: TryResult): number =>
  JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;

function bestObjectives(a: readonly ObjectiveResult[], b: readonly ObjectiveResult[]): ObjectiveResult[] {
  const best = new Map<number, ObjectiveResult>();
  for (const result of [...a, ...b]) {
    const known = best.get(result.objective);
    if (!known || compareObjectives(result, known) > 0) best.set(result.objective, result);
  }
  return [...best.values()].sort((x, y) => x.objective - y.objective);
}

/** By share of the points; of equals, the one shown on more items. */
const compareObjectives = (a: ObjectiveResult, b: ObjectiveResult): number =>
  toUnits(a.points) * b.items - toUnits(b.points) * a.items || a.items - b.items;
