/** Which questions a timed run of practice asks. Pure. */
import type { Item } from '../course/compiled.ts';
import { random } from './draw.ts';
import { shuffled } from './items/shuffle.ts';

/**
 * So many of these, in any order: each objective in turn gives one, so that none has two more than another that still has some left.
 */
export function drawRun(items: readonly Item[], count: number, seed: number): Item[] {
  const next = random(seed);
  const objectives = shuffled([...new Set(items.map(({ objective }) => objective))], next);
  const piles = objectives.map((objective) =>
    shuffled(
      items.filter((item) => item.objective === objective),
      next,
    ),
  );
  const highest = Math.max(0, ...piles.map((pile) => pile.length));
  const inTurn = Array.from({ length: highest }, (_, at) => piles.flatMap((pile) => pile[at] ?? []));
  return shuffled(inTurn.flat().slice(0, count), next);
}
