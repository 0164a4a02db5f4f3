/** The switchboard, for calls of the API: what the next call meets. */
import type { ApiCall, ApiFault } from '../../lms/faults.ts';
import type { Faults } from '../shapes.ts';

/** Milliseconds: a slow server, and an answer that comes after the page has given up. */
export const SLOW = 1200;
export const TOO_LATE = 4000;

const ASKING = /^Get(LastError|ErrorString|Diagnostic)$/;
const STORING = /^(Commit|Finish)$/;

type LineState = Faults['line'];

/** What the plan changes as it goes. */
export interface Switches {
  faults: Faults;
  /** As the layer of faults has it. */
  line: LineState;
}

const LINES = {
  well: 'back',
  offline: 'offline',
  'session-lost': 'session-lost',
  refusing: 'refusing',
} as const satisfies Record<LineState, ApiFault>;

/**
 * One fault for one call. The line is switched first, since everything depends on it.
 * @param reachable whether the workbench's own server answers, asked before anything is stored
 */
export function nextFault(switches: Switches, call: ApiCall, reachable: () => boolean): ApiFault | undefined {
  const { faults } = switches;
  if (faults.closed) return 'throws';
  if (ASKING.test(call.name)) return undefined;
  const isDown = faults.line === 'well' && STORING.test(call.name) && !reachable();
  const line: LineState = isDown ? 'refusing' : faults.line;
  if (line !== switches.line) {
    switches.line = line;
    return LINES[line];
  }
  if (faults.next === 'refused') return once(switches, { refuses: 101 });
  if (faults.next === 'late' && STORING.test(call.name)) return once(switches, { delay: TOO_LATE });
  if (call.name === 'SetValue' && faults.element !== '' && call.element.includes(faults.element))
    return { refuses: 351 };
  return faults.slow && STORING.test(call.name) ? { delay: SLOW } : undefined;
}

function once(switches: Switches, fault: ApiFault): ApiFault {
  switches.faults = { ...switches.faults, next: 'nothing' };
  return fault;
}
