/** Why a call went as it did, where that is not the course's doing: in the switchboard's own words. */
import { SLOW as SLOW_REQUEST, TOO_LATE as LATE_REQUEST } from './lrs-faults.ts';
import { SLOW as SLOW_CALL, TOO_LATE as LATE_CALL } from './scorm-faults.ts';

/** @param fault as a call keeps it: the name of a fault, or a fault as JSON */
export const causeOf = (fault: string): string =>
  OURS[fault] ?? `a fault of the switchboard: ${SWITCHED[fault] ?? fault}`;

/** What is neither the course's doing nor the switchboard's. */
const OURS: Readonly<Record<string, string>> = {
  unreachable: "the workbench doesn't answer: nothing is kept",
  reset: 'this attempt was reset: launch the course anew',
};

const late = (delay: number): string => JSON.stringify({ delay });
const refuses = (code: number): string => JSON.stringify({ refuses: code });
const status = (code: number): string => JSON.stringify({ status: code });

/** Of calls first, of requests second. */
const SWITCHED: Readonly<Record<string, string>> = {
  offline: 'nothing reaches the LMS',
  'session-lost': 'logged out',
  [status(401)]: 'logged out',
  refusing: 'server error',
  [status(503)]: 'server error',
  [refuses(101)]: 'refused once',
  [status(400)]: 'refused once',
  [refuses(351)]: 'refused alone',
  [status(403)]: 'refused alone',
  [late(LATE_CALL)]: 'the answer comes too late',
  [late(LATE_REQUEST)]: 'the answer comes too late',
  [late(SLOW_CALL)]: 'slow',
  [late(SLOW_REQUEST)]: 'slow',
  throws: "the LMS's window is closed",
};
