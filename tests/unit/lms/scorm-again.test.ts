/**
 * The plain engine against scorm-again, which nobody here wrote: the same calls, the same answers and errors. Where they
 * part, it is said why, and what is said must still be true.
 */
import { describe, expect, it } from 'vitest';
import { Scorm12API, Scorm2004API } from 'scorm-again';
import { Attempt } from '../../../src/lms/attempt.ts';
import { launchScormAgain } from '../../../src/lms/scorm-again.ts';
import { Scorm12Lms } from '../../../src/lms/scorm12.ts';
import { Scorm2004Lms } from '../../../src/lms/scorm2004.ts';
import { DIFFERS_12, DIFFERS_2004, SAME_12, SAME_2004, type Differs } from './calls.ts';

type Api = Record<string, (...values: string[]) => unknown>;

/** @returns The last call's answer, and the error. */
function run(api: object, prefix: string, calls: string): string {
  const call = (name: string, ...values: string[]): unknown => (api as Api)[prefix + name]!(...values);
  const names: Record<string, string> = {
    init: 'Initialize',
    commit: 'Commit',
    end: prefix ? 'Finish' : 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
  };
  let last = '';
  for (const text of calls.split(' | ')) {
    const [verb = '', element = '', ...rest] = text.split(' ');
    const value = rest.join(' ').replaceAll('\\n', '\n');
    const answer = call(names[verb]!, element, ...(verb === 'set' ? [value] : []));
    last = `${JSON.stringify(answer)} ${String(call('GetLastError'))}`;
  }
  return last;
}

const QUIET = { logLevel: 6, autocommit: false } as const;

function theirs12(): object {
  const api = new Scorm12API(QUIET);
  api.loadFromFlattenedJSON({
    'cmi.core.credit': 'credit',
    'cmi.core.entry': 'ab-initio',
  });
  return api;
}

interface Pair {
  name: string;
  prefix: string;
  ours(): object;
  theirs(): object;
  same: readonly string[];
  differs: Differs;
}

const PAIRS: readonly Pair[] = [
  {
    name: 'SCORM 1.2',
    prefix: 'LMS',
    ours: () => new Scorm12Lms().api,
    theirs: theirs12,
    same: SAME_12,
    differs: DIFFERS_12,
  },
  {
    name: 'SCORM 2004',
    prefix: '',
    ours: () => new Scorm2004Lms().api,
    theirs: () => new Scorm2004API(QUIET),
    same: SAME_2004,
    differs: DIFFERS_2004,
  },
];

it.each([
  [
    '1.2',
    () => new Scorm12API(QUIET),
    'LMS',
    'cmi.core.session_time',
    'cmi.core.total_time',
    '0000:00:10.00',
    '0000:00:20.00',
  ],
  ['2004', () => new Scorm2004API(QUIET), '', 'cmi.session_time', 'cmi.total_time', 'PT10S', 'PT20S'],
] as const)(
  'the times of its sessions are added up (%s)',
  (version, make, prefix, session, total, time, sum) => {
    const attempt = new Attempt();
    for (const _ of [1, 2]) {
      const api = launchScormAgain(make(), version, attempt) as unknown as Api;
      api[`${prefix}Initialize`]!('');
      if (version === '2004') api['SetValue']!('cmi.exit', 'suspend');
      api[`${prefix}SetValue`]!(session, time);
      api[`${prefix}Commit`]!('');
      api[prefix ? 'LMSFinish' : 'Terminate']!('');
    }
    expect(attempt.data.get(total)).toBe(sum);
  },
);

describe.each(PAIRS)('$name', ({ prefix, ours, theirs, same, differs }) => {
  it('answers as scorm-again does', () => {
    const answers = (make: () => object): Record<string, string> =>
      Object.fromEntries(same.map((calls) => [calls, run(make(), prefix, calls)]));
    expect(answers(ours)).toEqual(answers(theirs));
  });

  it.each(Object.entries(differs))('parts from it where %s', (_why, all) => {
    for (const calls of all)
      expect(`${calls}: ${run(ours(), prefix, calls)}`).not.toBe(`${calls}: ${run(theirs(), prefix, calls)}`);
  });
});
