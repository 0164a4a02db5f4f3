import { describe, expect, it } from 'vitest';
import { withFaults } from '../../../src/lms/faults.ts';
import { Scorm12Lms } from '../../../src/lms/scorm12.ts';
import { causeOf } from '../../../src/workbench/trial/fault-words.ts';
import { NO_FAULTS, type Faults } from '../../../src/workbench/shapes.ts';
import { lrsFault } from '../../../src/workbench/trial/lrs-faults.ts';
import { nextFault, type Switches } from '../../../src/workbench/trial/scorm-faults.ts';

/** An LMS that began well, with the switchboard around it. */
function course(isThere: () => boolean = () => true) {
  const lms = new Scorm12Lms();
  const switches: Switches = { faults: NO_FAULTS, line: 'well' };
  const api = withFaults(lms.api, (call) => nextFault(switches, call, isThere), {
    attempt: lms.attempt,
    connection: (state) => (lms.fault = state),
    wait: () => undefined,
  });
  api.LMSInitialize('');
  const say = (place: string): string[] => [
    api.LMSSetValue('cmi.core.lesson_location', place),
    api.LMSCommit(''),
    api.LMSGetLastError(),
  ];
  return {
    lms,
    switches,
    api,
    say,
    on: (faults: Partial<Faults>) => (switches.faults = { ...NO_FAULTS, ...faults }),
  };
}

describe('the switchboard around an API', () => {
  it.each(['offline', 'session-lost', 'refusing'] as const)('%s lasts until all is well', (line) => {
    const { lms, say, on } = course();
    on({ line });
    expect(say('a')).toEqual(['true', 'false', '101']);
    expect(say('b')).toEqual(['true', 'false', '101']);
    on({});
    expect(say('c')).toEqual(['true', 'true', '0']);
    expect(lms.seen().location).toBe('c');
  });

  it('refuses one call, and no other', () => {
    const { say, on, switches } = course();
    on({ next: 'refused' });
    expect(say('a')).toEqual(['false', 'true', '0']);
    expect(switches.faults.next).toBe('nothing');
  });

  it('refuses one element alone', () => {
    const { lms, say, on, api } = course();
    on({ element: 'location' });
    expect(say('a')).toEqual(['false', 'true', '0']);
    expect(api.LMSSetValue('cmi.suspend_data', 'x')).toBe('true');
    expect(lms.seen().location).toBe('');
  });

  it('throws for ever where the window is closed', () => {
    const { say, on, api } = course();
    on({ closed: true });
    expect(() => say('a')).toThrow('gone');
    expect(() => api.LMSGetLastError()).toThrow('gone');
  });

  it('fails as a server does where the workbench itself is gone, and comes back with it', () => {
    let isThere = true;
    const { say } = course(() => isThere);
    expect(say('a')[1]).toBe('true');
    isThere = false;
    expect(say('b')).toEqual(['true', 'false', '101']);
    isThere = true;
    expect(say('c')[1]).toBe('true');
  });
});

describe('the switchboard before an LRS', () => {
  it.each<[Partial<Faults>, unknown]>([
    [{}, undefined],
    [{ line: 'offline' }, { fault: 'offline', once: false }],
    [{ line: 'session-lost' }, { fault: { status: 401 }, once: false }],
    [{ line: 'refusing' }, { fault: { status: 503 }, once: false }],
    [{ closed: true }, { fault: 'offline', once: false }],
    [{ next: 'refused' }, { fault: { status: 400 }, once: true }],
    [{ next: 'late' }, { fault: { delay: 30_000 }, once: true }],
    [{ element: 'statements' }, { fault: { status: 403 }, once: false }],
    [{ element: 'activities/state' }, undefined],
    [{ slow: true }, { fault: { delay: 2000 }, once: false }],
  ])('%o', (faults, befalls) => {
    expect(lrsFault({ ...NO_FAULTS, ...faults }, 'statements')).toEqual(befalls);
  });
});

describe('the log says what befell a call', () => {
  const SWITCHES: readonly Partial<Faults>[] = [
    { line: 'offline' },
    { line: 'session-lost' },
    { line: 'refusing' },
    { next: 'refused' },
    { next: 'late' },
    { element: 'stat' },
    { slow: true },
    { closed: true },
  ];
  const named = (fault: unknown): string => (typeof fault === 'string' ? fault : JSON.stringify(fault));
  const status = { name: 'SetValue', element: 'cmi.core.lesson_status', value: 'passed', nth: 1 };
  const commit = { name: 'Commit', element: '', value: '', nth: 2 };

  it.each(SWITCHES)('in words, for %o', (switched) => {
    const faults = { ...NO_FAULTS, ...switched };
    const befallen = [
      lrsFault(faults, 'statements')?.fault,
      ...[status, commit].map((call) => nextFault({ faults, line: 'well' }, call, () => true)),
    ].filter((fault) => fault !== undefined);
    expect(befallen.length).toBeGreaterThan(1);
    for (const fault of befallen)
      expect(causeOf(named(fault))).toMatch(/^a fault of the switchboard: [a-z' ]+$/i);
    // the layer of faults names a line that is down as the switchboard does
    if (switched.line) expect(causeOf(switched.line)).not.toContain('-');
  });

  it('and what is no fault of the switchboard', () => {
    expect(causeOf('reset')).toBe('this attempt was reset: launch the course anew');
  });
});
