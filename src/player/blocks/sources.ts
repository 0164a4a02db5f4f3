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

const shared = {
  check: () => import('./check.ts'),
  'private-bar': () => import('./private-bar.ts'),
};

/** What the script of a kind imports beyond what every section has: a test holds it against the build. */
export const BESIDE: Partial<Record<LazyKind, readonly (keyof typeof shared)[]>> = {
  scenario: ['check'],
  reflection: ['check', 'private-bar'],
  compare: ['check', 'private-bar'],
  commitments: ['check', 'private-bar'],
  confidence: ['check', 'private-bar'],
  practice: ['check', 'private-bar'],
};

/** The code of a kind, with what that imports: the browser would find it a round trip later. */
export function fetchKind(kind: LazyKind): Promise<unknown> {
  // whoever needs it tells
  for (const name of BESIDE[kind] ?? []) shared[name]().catch(() => undefined);
  return sources[kind]();
}
