/** Smaller LMSs: a table in a page, and one program for both versions (T2, T6, T15, T22). */
import { describe, expect, it } from 'vitest';
import { createDriver as scorm12 } from '../../../src/tracking/scorm/scorm12.ts';
import type { Driver } from '../../../src/tracking/record.ts';
import { answers, COURSE, PASSED, writing } from '../../contract/material.ts';
import { begin } from '../../fakes/begin.ts';
import { hurried } from '../../fakes/clock.ts';
import { VERSIONS, type Api } from './both-versions.ts';

/** A table in a page, as smaller LMSs are: it keeps what it is given, knows no `_children` and no `_count`, and has no errors to tell. */
function table(version: '1.2' | '2004', { says, error }: { says?: unknown; error?: unknown }) {
  const data = new Map<string, string>();
  const lms = version === '1.2' ? 'LMS' : '';
  const api: Api = {
    [`${lms}Initialize`]: () => 'true',
    [`${lms}GetValue`]: (element = '') => data.get(element) ?? '',
    [`${lms}SetValue`]: (element = '', value = '') => (data.set(element, value), says),
    [`${lms}Commit`]: () => says,
    [version === '1.2' ? 'LMSFinish' : 'Terminate']: () => says,
    [`${lms}GetLastError`]: () => error,
  };
  return { data, api, scope: { [version === '1.2' ? 'API' : 'API_1484_11']: api } };
}

describe.each(VERSIONS)('SCORM $version: an LMS that is a table', ({ version, error, driver }) => {
  const drive = (scope: object): Driver => driver(COURSE, { scope, clock: hurried(), online: () => true });
  const score = version === '1.2' ? 'cmi.core.score' : 'cmi.score';

  it('T6, T11 gets all of a result though it does not say what it can hold', async () => {
    const { scope, data } = table(version, { says: 'true', error: '0' });
    const { writer } = await begin(drive(scope));
    expect(await writer.write(writing(PASSED, { interactions: answers() }))).toEqual({ stored: true });
    expect([data.get(`${score}.raw`), data.get(`${score}.min`), data.get(`${score}.max`)]).toEqual([
      '83.33',
      '0',
      '100',
    ]);
    if (version === '2004') expect(data.get('cmi.score.scaled')).toBe('0.8333');
    expect(data.get('cmi.objectives.1.score.raw')).toBe('66.67');
    expect([...data.keys()].filter((key) => /interactions\.\d\.result/.test(key))).toHaveLength(7);
  });

  it('T22 loses nothing where what it does not know throws', async () => {
    const { scope, data, api } = table(version, { says: 'true', error: '0' });
    const set = version === '1.2' ? 'LMSSetValue' : 'SetValue';
    const own = api[set]!;
    api[set] = (element = '', value = '') => {
      if (/interactions|objectives/.test(element)) throw new TypeError('undefined is no object');
      return own(element, value);
    };
    const { writer } = await begin(drive(scope));
    const given = writing(PASSED, { interactions: answers() });
    expect(await writer.write(given)).toMatchObject({ stored: true });
    expect(data.get('cmi.suspend_data')).toBe(given.saved);
    expect(data.get(`${score}.raw`)).toBe('83.33');
  });

  it('T22 is asked for no parts where the question for them throws', async () => {
    const { scope, data, api } = table(version, { says: 'true', error: '0' });
    const get = version === '1.2' ? 'LMSGetValue' : 'GetValue';
    const own = api[get]!;
    api[get] = (element = '') => {
      if (element.endsWith('_children')) throw new TypeError('undefined is no object');
      return own(element);
    };
    const { writer } = await begin(drive(scope));
    expect(await writer.write(writing(PASSED, { interactions: answers() }))).toEqual({ stored: true });
    expect([...data.keys()].filter((key) => /interactions|objectives/.test(key))).toEqual([]);
  });

  it('T22 is left in peace where it says that it has no such parts', async () => {
    const { scope, data, api } = table(version, { says: 'true', error: '0' });
    const get = version === '1.2' ? 'LMSGetValue' : 'GetValue';
    const own = api[get]!;
    let last = '0';
    api[get] = (element = '') => ((last = element.endsWith('_children') ? '401' : '0'), own(element));
    api[error] = () => last;
    const { writer } = await begin(drive(scope));
    expect(await writer.write(writing(PASSED, { interactions: answers() }))).toEqual({ stored: true });
    expect([...data.keys()].filter((key) => /interactions|objectives/.test(key))).toEqual([]);
  });

  it('T2 has nothing saved where it says of what was never set that it was never set', async () => {
    const { scope, data, api } = table(version, { says: 'true', error: '0' });
    const get = version === '1.2' ? 'LMSGetValue' : 'GetValue';
    const own = api[get]!;
    let last = '0';
    // 2004's word, in an LMS that has one program for both
    api[get] = (element = '') => ((last = data.has(element) ? '0' : '403'), own(element));
    api[error] = () => last;
    const { launch } = await begin(drive(scope));
    expect(launch.problem).toBeUndefined();
  });

  it.each(['null', 'NULL', 'None', 'False'])('T2 gives nothing where it says %j', async (word) => {
    const { scope, api } = table(version, { says: 'true', error: '0' });
    api[version === '1.2' ? 'LMSGetValue' : 'GetValue'] = () => word;
    const { launch } = await begin(drive(scope));
    expect(launch).toEqual({ connected: true, mode: 'normal', saved: '' });
  });

  it.each(['', undefined, null, 'null', 'None', false])(
    'T2, T15 has no error where %j is all that it answers when it is asked for one',
    async (code) => {
      const { scope, data } = table(version, { error: code });
      const { launch, writer } = await begin(drive(scope));
      expect(launch.problem, 'nothing is saved yet').toBeUndefined();
      const given = writing(PASSED, { interactions: answers() });
      expect(await writer.write(given)).toMatchObject({ stored: true });
      expect(data.get('cmi.suspend_data')).toBe(given.saved);
      expect([...data.keys()].filter((key) => /interactions\.\d\.result/.test(key))).toHaveLength(7);
    },
  );

  it.each(['', undefined])(
    'T16 has stored nothing where it answers no, and %j for an error',
    async (code) => {
      const { scope } = table(version, { says: 'false', error: code });
      const { writer } = await begin(drive(scope));
      expect(await writer.write(writing(PASSED))).toMatchObject({ stored: false });
    },
  );
});

describe('SCORM 1.2: an LMS that has one program for both versions', () => {
  const drive = (scope: object): Driver => scorm12(COURSE, { scope, clock: hurried(), online: () => true });

  it.each(['0.8', '1', '0'])(
    'T2 tells no pass mark by a share of 1 (%s): with a per cent of it everybody would pass',
    async (mastery) => {
      const { scope, data } = table('1.2', { says: 'true', error: '0' });
      data.set('cmi.student_data.mastery_score', mastery);
      expect((await begin(drive(scope))).launch.passMark).toBeUndefined();
    },
  );

  it.each(['132', '142', '143'])("T18 ends the session in 2004's words too (%s)", async (code) => {
    const { scope, api } = table('1.2', { says: 'true', error: '0' });
    const { writer } = await begin(drive(scope));
    api['LMSSetValue'] = api['LMSCommit'] = () => 'false';
    api['LMSGetLastError'] = () => code;
    expect((await writer.write(writing(PASSED))).problem?.code).toBe('session-over');
  });
});
