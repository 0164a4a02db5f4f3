/** What went wrong, in the words of `record.ts`. */
import type { Problem } from '../record.ts';
import { LrsError } from './client.ts';
import { LaunchRefused } from './connection.ts';

/** Success or completion that can't be said now, and stays to be said. */
export class ResultRefused extends Error {}

/** The credentials are good for statements, and not for the saved state: that is the device's alone. */
export class StateRefused extends Error {}

/** 401 and 403: the credentials are not good any more, because the session is over or another has begun. */
export function problemOf(error: unknown): Problem {
  if (error instanceof LaunchRefused) return error.problem;
  if (error instanceof ResultRefused) return { code: 'refused-result', detail: error.message };
  if (error instanceof StateRefused) return { code: 'state-refused', detail: error.message };
  if (!(error instanceof LrsError))
    return { code: 'lms-threw', detail: error instanceof Error ? error.name : 'unknown' };
  const detail = error.message;
  if (error.alone) return { code: 'lms-refused', detail };
  if (error.status === 401 || error.status === 403) return { code: 'session-over', detail };
  return { code: error.status === 0 ? 'offline' : 'not-stored', detail };
}
