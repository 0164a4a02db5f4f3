/** Where the code of each kind of block comes from: a launch may ask for it before anything else of a block is there. */
import type { LazyKind } from '../../course/compiled.ts';

/** Exported for tests, which make one fail. */
export const sources: Record<LazyKind, () => Promise<unknown>> = {
  expand: () => import('./expand.ts'),
  tabs: () => import('./tabs.ts'),
  steps: () => import('./steps.ts'),
  cards: () => import('./cards.ts'),
  sort: () => import('./sort.ts'),
  check: () => import('./check.ts'),
  scenario: () => import('./scenario.ts'),
  reflection: () => import('./reflection.ts'),
  compare: () => import('./compare.ts'),
  commitments: () => import('./commitments.ts'),
  confidence: () => import('./confidence.ts'),
  takeaway: () => import('./takeaway.ts'),
  practice: () => import('./practice.ts'),
};
