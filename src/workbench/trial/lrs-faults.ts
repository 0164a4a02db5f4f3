/** The switchboard, for requests to the LRS. */
import type { LrsFault } from '../../lms/lrs-faults.ts';
import type { Faults } from '../shapes.ts';

/** Milliseconds. The second is longer than pages wait, ours 20 s. */
export const SLOW = 2000;
export const TOO_LATE = 30_000;

/** What befalls a request, and whether the one-off fault is used up by it. */
export function lrsFault(faults: Faults, resource: string): { fault: LrsFault; once: boolean } | undefined {
  if (faults.closed || faults.line === 'offline') return { fault: 'offline', once: false };
  if (faults.line === 'session-lost') return { fault: { status: 401 }, once: false };
  if (faults.line === 'refusing') return { fault: { status: 503 }, once: false };
  if (faults.next === 'refused') return { fault: { status: 400 }, once: true };
  if (faults.next === 'late') return { fault: { delay: TOO_LATE }, once: true };
  if (faults.element !== '' && resource.includes(faults.element))
    return { fault: { status: 403 }, once: false };
  return faults.slow ? { fault: { delay: SLOW }, once: false } : undefined;
}
