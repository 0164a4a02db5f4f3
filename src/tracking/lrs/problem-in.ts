import type { Problem } from '../record.ts';
import { problemOf } from './problems.ts';

/** Undefined where it went well. */
export const problemIn = (work: Promise<unknown>): Promise<Problem | undefined> =>
  work.then(
    () => undefined,
    (error: unknown) => problemOf(error),
  );
