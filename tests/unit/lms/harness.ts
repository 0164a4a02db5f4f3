/** The two standards in the same words, so that a test says once what holds in both. */
import type { Habit } from '../../../src/lms/habits.ts';
import type { LaunchFacts } from '../../../src/lms/standard.ts';
import { Scorm12Lms } from '../../../src/lms/scorm12.ts';
import { Scorm2004Lms } from '../../../src/lms/scorm2004.ts';

type Api = Record<string, (...values: unknown[]) => unknown>;

const NAMES = {
  '1.2': {
    status: 'cmi.core.lesson_status',
    success: 'cmi.core.lesson_status',
    raw: 'cmi.core.score.raw',
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
    total: 'cmi.core.total_time',
    mode: 'cmi.core.lesson_mode',
    credit: 'cmi.core.credit',
  },
  '2004': {
    status: 'cmi.completion_status',
    success: 'cmi.success_status',
    raw: 'cmi.score.raw',
    exit: 'cmi.exit',
    time: 'cmi.session_time',
    total: 'cmi.total_time',
    mode: 'cmi.mode',
    credit: 'cmi.credit',
  },
} as const;

export type Lms = Scorm12Lms | Scorm2004Lms;

/** Calls of either standard, with the elements' short names. */
export function caller(api: object, version: '1.2' | '2004') {
  const prefix = version === '1.2' ? 'LMS' : '';
  const element = (name: string): string =>
    name === 'state' ? 'cmi.suspend_data' : ((NAMES[version] as Record<string, string>)[name] ?? name);
  const call = (name: string, ...values: unknown[]): unknown => (api as Api)[prefix + name]!(...values);
  return {
    begin: () => call('Initialize', ''),
    end: () => call(version === '1.2' ? 'Finish' : 'Terminate', ''),
    commit: () => call('Commit', ''),
    get: (name: string) => call('GetValue', element(name)),
    set: (name: string, value: unknown) => call('SetValue', element(name), value),
    error: () => call('GetLastError'),
  };
}

export type Caller = ReturnType<typeof caller>;

export function lms12(habits: readonly Habit[] = [], facts: LaunchFacts = {}) {
  const lms = new Scorm12Lms(habits, facts);
  return { lms, ...caller(lms.api, '1.2') };
}

export function lms2004(habits: readonly Habit[] = [], facts: LaunchFacts = {}) {
  const lms = new Scorm2004Lms(habits, facts);
  return { lms, ...caller(lms.api, '2004') };
}

/** The next launch of the same attempt. */
export function again(lms: Lms, facts: LaunchFacts = {}) {
  const next = lms.relaunch(facts);
  return { lms: next, ...caller(next.api, next instanceof Scorm12Lms ? '1.2' : '2004') };
}

export const LAUNCH = { '1.2': lms12, '2004': lms2004 } as const;

/** A launch in which a learner passed, kept for the next one. */
export function passed(version: keyof typeof LAUNCH, habits: readonly Habit[], exit = 'suspend') {
  const launch = LAUNCH[version](habits);
  launch.begin();
  launch.set('exit', exit);
  launch.set('raw', '90');
  launch.set('success', 'passed');
  if (version === '2004') launch.set('status', 'completed');
  launch.set('state', 'abc');
  launch.commit();
  return launch;
}
