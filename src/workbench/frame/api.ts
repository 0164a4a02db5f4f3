/** The API object that a SCO finds: an LMS of `src/lms` or scorm-again, kept by the server, with the switchboard around it. */
import { withFaults, type ApiFault, type FaultContext } from '../../lms/faults.ts';
import { launchLms } from '../../lms/launch.ts';
import { launchScormAgain, type ScormAgain } from '../../lms/scorm-again.ts';
import type { ScormLms } from '../../lms/scorm.ts';
import type { Call, FrameLaunch } from '../shapes.ts';
import { nextFault, type Switches } from '../trial/scorm-faults.ts';
import type { Held } from './held.ts';

export type Api = Record<string, (...values: unknown[]) => unknown>;
type Scorm = NonNullable<FrameLaunch['scorm']>;

const STORING = /^(LMS)?(Commit|Finish|Terminate)$/;
const ASKING = /^(LMS)?Get(LastError|ErrorString|Diagnostic)$/;

interface Engine {
  api: Api;
  /** Ours know what a connection is, and that their page closes. */
  lms?: ScormLms;
}

export async function makeEngine({ lms: name, version, facts }: Scorm, held: Held): Promise<Engine> {
  if (name !== 'scorm-again') {
    const lms = launchLms(name, version, facts, held.attempt);
    return { api: lms.api as unknown as Api, lms };
  }
  const Again = version === '1.2' ? await scormAgain12() : await scormAgain2004();
  const object = new Again({ autocommit: false, logLevel: 5 });
  return { api: launchScormAgain(object, version, held.attempt, facts) as unknown as Api };
}

/** The names that its bundles export; its types have others. */
type Again = new (settings: object) => ScormAgain;
const scormAgain12 = async (): Promise<Again> =>
  ((await import('scorm-again/scorm12')) as unknown as { Scorm12API: Again }).Scorm12API;
const scormAgain2004 = async (): Promise<Again> =>
  ((await import('scorm-again/scorm2004')) as unknown as { Scorm2004API: Again }).Scorm2004API;

export interface Watched {
  /** Each call, with its answer. */
  called(call: Call): void;
  stored(): void;
  /** A fault that befalls one call has done so. */
  faultMet(): void;
}

/** @returns what a SCO finds */
export function aroundEngine({ api, lms }: Engine, held: Held, switches: Switches, watched: Watched): Api {
  const keeping = withKeeping(api, held, watched);
  let once: string | undefined;
  const around: FaultContext = {
    attempt: held.attempt,
    ...(lms && { connection: (state) => void (lms.fault = state) }),
  };
  const faulty = withFaults(
    keeping,
    (call) => {
      const { next } = switches.faults;
      const fault = nextFault(switches, call, () => held.pull());
      if (!ASKING.test(call.name)) once = fault && !isOfLine(fault) ? nameOf(fault) : undefined;
      if (switches.faults.next !== next) watched.faultMet();
      return fault;
    },
    around,
  );
  return withLog(faulty, watched, ({ name, error }) => {
    if (once) return once;
    if (!STORING.test(name) && error === 0) return undefined;
    return switches.faults.line === 'well' ? held.lost : switches.faults.line;
  });
}

/** These last: each call that they befall is told so, not the one at which they were switched on. */
const isOfLine = (fault: ApiFault): boolean =>
  typeof fault === 'string' && /^(back|offline|session-lost|refusing)$/.test(fault);

const nameOf = (fault: string | object): string =>
  typeof fault === 'string' ? fault : JSON.stringify(fault);

/** What was stored is with the server before the page hears "true". */
function withKeeping(api: Api, held: Held, watched: Watched): Api {
  let failed = false;
  return everyCall(api, (name, call) => {
    if (name.endsWith('GetLastError') && failed) return '101';
    if (!ASKING.test(name)) failed = false;
    if (!STORING.test(name)) return call();
    const before = held.text;
    const answer = call();
    if (held.text === before) return answer;
    failed = !held.push();
    if (!failed) watched.stored();
    return failed ? 'false' : answer;
  });
}

function withLog(
  api: Api,
  watched: Watched,
  met: (call: Pick<Call, 'name' | 'error'>) => string | undefined,
): Api {
  let nth = 0;
  return everyCall(api, (name, call, values) => {
    const [element = '', value = ''] = values.map(String);
    const report = (answer: string, error: number): void => {
      const fault = ASKING.test(name) ? undefined : met({ name, error });
      watched.called({
        nth: nth++,
        at: Date.now(),
        name,
        element,
        value,
        answer,
        error,
        ...(fault && { fault }),
      });
    };
    let answer: unknown;
    try {
      answer = call();
    } catch (error) {
      report(`threw ${String(error)}`, -1);
      throw error;
    }
    report(String(answer), ASKING.test(name) ? 0 : errorOf(api));
    return answer;
  });
}

function errorOf(api: Api): number {
  const ask = api['LMSGetLastError'] ?? api['GetLastError'];
  try {
    return Number(ask?.()) || 0;
  } catch {
    return -1;
  }
}

/** An object with the calls of another; whatever comes between sees each of them. */
function everyCall(
  api: Api,
  between: (name: string, call: () => unknown, values: unknown[]) => unknown,
): Api {
  const names = NAMES.filter((name) => typeof api[name] === 'function');
  return Object.fromEntries(
    names.map((name) => [name, (...values: unknown[]) => between(name, () => api[name]!(...values), values)]),
  );
}

const CALLS = [
  'Initialize',
  'Commit',
  'GetValue',
  'SetValue',
  'GetLastError',
  'GetErrorString',
  'GetDiagnostic',
];
const NAMES = ['Terminate', 'LMSFinish', ...CALLS, ...CALLS.map((name) => `LMS${name}`)];
