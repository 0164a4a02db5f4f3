/** How a story may end: what takes many steps, or comes together in LMSs alone. It follows whatever a story has been before. */
import type { Chance } from './chance.ts';
import type { Step } from './steps.ts';

/** The line is there again at the moment at which a commit has failed without it. */
const backTooLate: readonly Step[] = [
  { do: 'wait', seconds: 10 },
  { do: 'network', online: false },
  { do: 'read', pick: 1 },
  { do: 'fault', after: 0, fault: { api: 'back-late', lrs: { delay: 1 }, dies: undefined } },
  { do: 'submit', right: 6 },
  { do: 'crash' },
];

const ENDS: readonly (readonly Step[])[] = [
  // More tries than any record can tell of
  Array.from({ length: 22 }, (_, n): Step => ({ do: 'submit', right: n % 5 })),
  backTooLate,
];

export const anyEnd = (chance: Chance): readonly Step[] => {
  const end = ENDS[Math.floor(chance() * ENDS.length * 12)];
  return end ?? [];
};
