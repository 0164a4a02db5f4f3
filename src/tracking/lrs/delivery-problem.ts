/** What became of a delivery, in the words of `record.ts`. */
import type { Problem } from '../record.ts';
import { LrsError } from './client.ts';
import type { Delivery } from './outbox.types.ts';
import { problemOf } from './problems.ts';

const ADOPTING = 'What an earlier session has left is still being looked up.';

export const isOver = (problem: Problem | undefined): boolean => problem?.code === 'session-over';

/** All else is stored. */
export const isApart = (problem: Problem | undefined): boolean => problem?.code === 'state-refused';

/** What a delivery leaves to be said, where nothing else went wrong. */
export function problemWith({ outcome, status }: Delivery, other: Problem | undefined): Problem | undefined {
  if (outcome === 'over' && !isOver(other)) return problemOf(new LrsError('POST statements', status));
  if (other) return other;
  if (outcome === 'waiting') return problemOf(new LrsError('POST statements', status));
  if (outcome === 'delivered') return undefined;
  if (outcome === 'adopting') return { code: 'not-stored', detail: ADOPTING };
  const said = status === 0 ? 'no answer' : status;
  return { code: 'refused-result', detail: `The LRS does not take success or completion: ${said}` };
}

/** Undefined where it went well. */
export const problemIn = (work: Promise<unknown>): Promise<Problem | undefined> =>
  work.then(
    () => undefined,
    (error: unknown) => problemOf(error),
  );
