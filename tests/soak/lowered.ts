/** What a record has lost against another: an earned result never goes down. */
import type { Held } from './counterpart.types.ts';
import type { Facts } from './facts.ts';
import type { OpenPage } from './open-page.ts';

/** A score that is sent again differs by a thousandth for a moment. */
const HAIR = 0.011;

/** Words for each thing that is lower. */
export function lowered(
  high: Held,
  held: Held,
  { pass, completion, objectives }: Readonly<Record<'pass' | 'completion' | 'objectives', boolean>>,
): string[] {
  const isBelow = (score: number | undefined, one: number): boolean => !((score ?? -1) >= one - HAIR);
  const fallen = [...high.objectives].filter(([id, score]) => isBelow(held.objectives.get(id), score));
  return [
    ...(pass && high.passed && !held.passed ? ['the pass was taken back'] : []),
    ...(completion && high.completed && !held.completed && !held.passed ? ['completion was taken back'] : []),
    ...(high.score !== undefined && isBelow(held.score, high.score)
      ? [`the score fell from ${high.score} to ${held.score}`]
      : []),
    ...(objectives ? fallen : []).map(
      ([id, score]) => `objective ${id} fell from ${score} to ${held.objectives.get(id)}`,
    ),
  ];
}

/** What the LMS had when the page was opened, at most; what Back brought is of an earlier launch, of whatever record. */
export function leastOf(high: Held, { found, isBack }: OpenPage): Held {
  if (!found || isBack)
    return { ...high, passed: false, completed: false, score: undefined, objectives: new Map() };
  const { passed, completed, score, objectives } = found;
  return {
    ...high,
    passed: high.passed && passed,
    completed: high.completed && completed,
    score: high.score !== undefined && score !== undefined ? Math.min(high.score, score) : undefined,
    objectives: new Map(
      [...high.objectives].flatMap(([id, one]) => {
        const other = objectives.get(id);
        return other === undefined ? [] : [[id, Math.min(one, other)] as const];
      }),
    ),
  };
}

/**
 * What of a result the record lacks, in words.
 * `passIsAll`: one status stands for both, and comes when all is done.
 */
export function lackingResult(
  { best, passed, completed }: Facts,
  held: Held,
  { scores, decides, passIsAll }: Readonly<Record<'scores' | 'decides' | 'passIsAll', boolean>>,
): string {
  const needsPass = passed && (completed || !passIsAll);
  return [
    ...(scores && best !== undefined && !((held.score ?? -1) >= best - HAIR) ? [`the score ${best}`] : []),
    ...(decides && needsPass && !held.passed ? ['the pass'] : []),
    ...(decides && completed && !held.completed && !held.passed ? ['completion'] : []),
  ].join(', ');
}
