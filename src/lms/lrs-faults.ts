/** What can go wrong between a course and its LRS, at any request. */

/**
 * - `offline`: the request does not arrive.
 * - `lost`: it arrives and is done, and the answer is lost.
 * - `hangs`: it arrives and is done, and nothing is ever answered.
 * - `unstored`: the LRS says that all is well, and keeps nothing.
 * - `half`: it says that all is well, and keeps the first half of the statements or of the document.
 * - a status, perhaps with Retry-After in seconds; `stored`: it says no, and has stored all; `verb`: only to requests that
 *   bring a statement with this verb of ADL's.
 * - `answers`: it is done, and something that no LRS says is answered with 200: a login page, nothing, another's JSON.
 * - `instead`: nothing is done, and this is answered with 200: the page of something between the course and the LRS.
 * - `delay`: it is done, and the answer takes its time, in milliseconds.
 * - `cuts`: a document is kept cut off at this length, and the answer is yes, as by a database whose column is too short.
 */
export type LrsFault =
  | 'offline'
  | 'lost'
  | 'hangs'
  | 'unstored'
  | 'half'
  | { status: number; after?: number; stored?: boolean; verb?: string }
  | { answers: string }
  | { instead: string }
  | { delay: number }
  | { cuts: number };

export interface LrsAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
  /** Milliseconds that it takes. */
  delay?: number;
}

/** Undefined: no answer arrives, and the browser knows. `hangs`: it waits. */
export type Answered = LrsAnswer | 'hangs' | undefined;

/** Whether it befalls a request with this body. */
export const concerns = (fault: LrsFault | undefined, body: string): boolean =>
  typeof fault !== 'object' ||
  !('status' in fault) ||
  fault.verb === undefined ||
  body.includes(`"http://adlnet.gov/expapi/verbs/${fault.verb}"`);

/** What a fault needs of the LRS that it befalls. */
export interface FaultTarget {
  handle(): LrsAnswer;
  error(status: number, after?: number): LrsAnswer;
  /** Gives the way back to what is stored now; `half` of what came since may stay. */
  remember(): (keep: 'none' | 'half') => void;
}

export function applyFault(fault: LrsFault | undefined, lrs: FaultTarget): Answered {
  if (fault === undefined || (typeof fault === 'object' && 'cuts' in fault)) return lrs.handle();
  if (fault === 'offline') return undefined;
  if (typeof fault === 'object' && 'status' in fault) {
    if (fault.stored) lrs.handle();
    return lrs.error(fault.status, fault.after);
  }
  if (typeof fault === 'object' && 'instead' in fault) return { status: 200, body: fault.instead };
  const back = lrs.remember();
  const answer = lrs.handle();
  if (typeof fault === 'object') {
    return 'delay' in fault ? { ...answer, delay: fault.delay } : { status: 200, body: fault.answers };
  }
  if (fault === 'unstored' || fault === 'half') back(fault === 'half' ? 'half' : 'none');
  if (fault === 'hangs') return 'hangs';
  return fault === 'lost' ? undefined : answer;
}
