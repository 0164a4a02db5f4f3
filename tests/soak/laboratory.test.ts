/**
 * Some hundreds of launches of random learners with random faults, over every driver and every LMS that is known by its
 * habits, with fixed seeds. `npm run soak` tries many more.
 */
import { describe, expect, it } from 'vitest';
import { COUNTERPARTS } from './counterparts.ts';
import { tryOut } from './laboratory.ts';
import { shrink } from './shrink.ts';

/** Two launches or three of each seed. */
const SEEDS = [1, 2, 3, 4, 5, 6];

describe('at most the answer being typed is lost, "saved" is true, and what was earned stays', () => {
  it.each(COUNTERPARTS)('%s', async (of) => {
    for (const seed of SEEDS) expect((await tryOut(seed, of)).failure).toBeUndefined();
  });
});

describe('a story that breaks the promise', () => {
  it('is made as short as it can be', async () => {
    const breaks = async (steps: readonly string[]): Promise<boolean> =>
      steps.includes('reads') && steps.includes('crash');
    const long = ['opens', 'reads', 'waits', 'waits', 'answers', 'crash', 'opens', 'exit'];
    expect(await shrink(long, breaks)).toEqual(['reads', 'crash']);
  });
});
