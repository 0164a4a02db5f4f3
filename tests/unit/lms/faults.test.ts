/** Each fault, over our own engine and over scorm-again alike, in both standards. */
import { describe, expect, it } from 'vitest';
import { Scorm12API, Scorm2004API } from 'scorm-again';
import { Attempt } from '../../../src/lms/attempt.ts';
import { withFaults, type ApiFault, type FaultPlan } from '../../../src/lms/faults.ts';
import { LMSS } from '../../../src/lms/habits.ts';
import { launchScormAgain } from '../../../src/lms/scorm-again.ts';
import { Scorm12Lms } from '../../../src/lms/scorm12.ts';
import { Scorm2004Lms } from '../../../src/lms/scorm2004.ts';
import { caller, lms12, type Caller } from './harness.ts';

type Version = '1.2' | '2004';

const QUIET = { logLevel: 6, autocommit: false } as const;

const ENGINES: Record<string, { version: Version; api(attempt: Attempt): object }> = {
  'our SCORM 1.2': { version: '1.2', api: (attempt) => new Scorm12Lms([], {}, attempt).api },
  'our SCORM 2004': { version: '2004', api: (attempt) => new Scorm2004Lms([], {}, attempt).api },
  "scorm-again's SCORM 1.2": {
    version: '1.2',
    api: (attempt) => launchScormAgain(new Scorm12API(QUIET), '1.2', attempt),
  },
  "scorm-again's SCORM 2004": {
    version: '2004',
    api: (attempt) => launchScormAgain(new Scorm2004API(QUIET), '2004', attempt),
  },
};

/** At the nth call of this name, counted from 1. */
const at = (name: string, fault: ApiFault, nth = 1): FaultPlan => {
  let count = 0;
  return (call) => (call.name === name && ++count === nth ? fault : undefined);
};

describe.each(Object.entries(ENGINES))('%s', (_name, { version, api }) => {
  const attempts: Attempt[] = [];
  const blocked: number[] = [];
  const launch = (
    plan: FaultPlan,
    attempt = new Attempt(),
  ): Caller & { attempt: Attempt; wrapped: object } => {
    attempts.push(attempt);
    const wait = (milliseconds: number): void => void blocked.push(milliseconds);
    const wrapped = withFaults(api(attempt), plan, { attempt, wait });
    return { ...caller(wrapped, version), attempt, wrapped };
  };
  const saved = (attempt: Attempt): string => attempt.data.get('cmi.suspend_data') ?? '';

  it('is the same LMS where no fault befalls it', () => {
    const { begin, set, commit, get, end, error, attempt } = launch(() => undefined);
    expect([begin(), set('exit', 'suspend'), set('state', 'abc'), commit(), error()]).toEqual([
      'true',
      'true',
      'true',
      'true',
      '0',
    ]);
    expect(get('state')).toBe('abc');
    expect(end()).toBe('true');
    expect(saved(attempt)).toBe('abc');
    expect(launch(() => undefined, attempt).begin()).toBe('true');
  });

  it('cuts a value that is set, and says yes', () => {
    const { begin, set, get, commit, attempt } = launch(at('SetValue', { cuts: 2 }));
    begin();
    expect(set('state', 'abc')).toBe('true');
    expect(get('state')).toBe('ab');
    commit();
    expect(saved(attempt)).toBe('ab');
  });

  it('says yes to everything when its window has gone, and stores nothing', () => {
    const { begin, set, commit, end, error, attempt } = launch(at('SetValue', 'gone', 2));
    begin();
    set('state', 'abc');
    commit();
    expect([set('state', 'def'), commit(), end(), error()]).toEqual(['true', 'true', 'true', '0']);
    expect(saved(attempt)).toBe('abc');
  });

  it('gives back at the next launch what it holds', () => {
    const one = launch(() => undefined);
    one.begin();
    one.set('exit', 'suspend');
    one.set('state', 'abc');
    one.end();
    const next = launch(() => undefined, one.attempt);
    next.begin();
    expect(next.get('state')).toBe('abc');
  });

  it.each(['Initialize', 'SetValue', 'GetValue', 'Commit', 'Finish', 'GetLastError'])(
    'throws at %s',
    (name) => {
      const { begin, set, get, commit, error, end } = launch(at(name, 'throws'));
      expect(() => [begin(), set('state', 'a'), get('state'), commit(), error(), end()]).toThrow('gone');
    },
  );

  it.each([101, 391, 405])('refuses with the code %i, and does nothing', (code) => {
    const { begin, set, get, error } = launch(at('SetValue', { refuses: code }));
    begin();
    expect(set('state', 'abc')).toBe('false');
    expect(error()).toBe(String(code));
    expect(set('raw', '80')).toBe('true');
    expect(error()).toBe('0');
    expect(get('state')).toBe('');
  });

  it('says yes to a value, and drops it', () => {
    const { begin, set, get } = launch(at('SetValue', 'unstored'));
    begin();
    expect(set('state', 'abc')).toBe('true');
    expect(get('state')).toBe('');
  });

  it('says yes to a commit, and keeps nothing', () => {
    const { begin, set, commit, attempt } = launch(at('Commit', 'unstored'));
    begin();
    set('state', 'abc');
    expect(commit()).toBe('true');
    expect(attempt.data.size).toBe(0);
    commit();
    expect(saved(attempt)).toBe('abc');
  });

  it.each([0, 101])('stores and says no, with the code %i', (code) => {
    const { begin, set, commit, error, attempt } = launch(at('Commit', { stored: code }));
    begin();
    set('state', 'abc');
    expect(commit()).toBe('false');
    expect(error()).toBe(String(code));
    expect(saved(attempt)).toBe('abc');
  });

  it('stores half of a commit, and says yes', () => {
    const whole = launch(() => undefined);
    const part = launch(at('Commit', 'half'));
    for (const { begin, set, commit } of [whole, part]) {
      begin();
      for (const name of ['raw', 'exit', 'time', 'state']) set(name, name === 'raw' ? '80' : '');
      set('state', 'abc');
      expect(commit()).toBe('true');
    }
    expect(part.attempt.data.size).toBe(Math.floor(whole.attempt.data.size / 2));
    expect(part.attempt.data.size).toBeGreaterThan(0);
  });

  it('cuts the state off, and says yes', () => {
    const { begin, set, commit, attempt } = launch(at('Commit', { truncates: 4 }));
    begin();
    set('state', '123456');
    expect(commit()).toBe('true');
    expect(saved(attempt)).toBe('1234');
  });

  it.each([undefined, '', null, '<!doctype html>'])('answers %j, and has done it', (nonsense) => {
    const { begin, set, get, error } = launch(at('SetValue', { answers: nonsense }));
    begin();
    expect(set('state', 'abc')).toBe(nonsense);
    expect(error()).toBe('0');
    expect(get('state')).toBe('abc');
  });

  it('answers in a box', () => {
    const { begin, set } = launch(at('SetValue', 'boxed'));
    begin();
    const answer = set('state', 'abc');
    expect([typeof answer, String(answer)]).toEqual(['object', 'true']);
  });

  it('answers late', () => {
    blocked.length = 0;
    const { begin, set } = launch(at('SetValue', { delay: 3000 }));
    begin();
    expect(set('state', 'abc')).toBe('true');
    expect(blocked).toEqual([3000]);
  });

  it.each(['offline', 'session-lost', 'refusing'] as const)('is %s until all is well again', (fault) => {
    const plan: FaultPlan = ({ name, value }) =>
      name !== 'SetValue' ? undefined : value === 'b' ? fault : value === 'c' ? 'back' : undefined;
    const { begin, set, commit, error, attempt } = launch(plan);
    begin();
    set('state', 'a');
    commit();
    set('state', 'b');
    expect([commit(), error(), saved(attempt)]).toEqual(['false', '101', 'a']);
    expect([commit(), saved(attempt)]).toEqual(['false', 'a']);
    set('state', 'c');
    expect([commit(), error(), saved(attempt)]).toEqual(['true', '0', 'c']);
  });

  it('counts the calls, and says each in the same words', () => {
    const seen: string[] = [];
    const { begin, set, commit, error } = launch(({ name, element, value, nth }) => {
      seen.push([nth, name, element, value].join(' ').trim());
      return undefined;
    });
    begin();
    set('cmi.suspend_data', 'abc');
    commit();
    error();
    expect(seen).toEqual(['0 Initialize', '1 SetValue cmi.suspend_data abc', '2 Commit', '3 GetLastError']);
  });
});

describe('an LMS with habits of its own', () => {
  it('has them when its line is down: Moodle says "true" offline, and forgets what it had', () => {
    const attempt = new Attempt();
    const lms = new Scorm12Lms(LMSS.moodle['1.2'], {}, attempt);
    let line: ApiFault | undefined;
    const api = withFaults(lms.api, ({ name }) => (name === 'Commit' ? line : undefined), {
      attempt,
      connection: (state) => {
        lms.fault = state;
      },
    });
    const { begin, set, commit } = caller(api, '1.2');
    begin();
    set('state', 'abc');
    line = 'offline';
    expect(commit()).toBe('true');
    line = 'back';
    expect(commit()).toBe('true');
    expect(attempt.data.has('cmi.suspend_data')).toBe(false);
  });

  it('gives a page of the cache the data of the launch that made it', () => {
    const first = lms12(LMSS.moodle['1.2']);
    first.begin();
    first.set('state', 'old');
    first.end();
    const second = first.lms.relaunch();
    second.api.LMSInitialize('');
    second.api.LMSSetValue('cmi.suspend_data', 'new');
    second.api.LMSFinish('');
    const back = second.relaunch({ page: first.lms.delivered });
    back.api.LMSInitialize('');
    expect(back.api.LMSGetValue('cmi.suspend_data')).toBe('');
    expect(back.seen().saved).toBe('new');
    const fresh = back.relaunch();
    fresh.api.LMSInitialize('');
    expect(fresh.api.LMSGetValue('cmi.suspend_data')).toBe('new');
  });

  it('blocks for the time of a late answer where nobody says how', () => {
    const { lms } = lms12();
    const api = withFaults(lms.api, () => ({ delay: 30 }), { attempt: lms.attempt });
    const from = performance.now();
    api.LMSInitialize('');
    expect(performance.now() - from).toBeGreaterThanOrEqual(29);
  });
});
