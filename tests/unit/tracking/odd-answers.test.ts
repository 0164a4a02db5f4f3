/** LMSs that answer neither yes nor no: the error decides, and of what matters what can be read back (T15, T16). */
import { describe, expect, it } from 'vitest';
import { LMSS } from '../../../src/lms/habits.ts';
import { Scorm12Lms } from '../../../src/lms/scorm12.ts';
import { Scorm2004Lms } from '../../../src/lms/scorm2004.ts';
import { createDriver as scorm12 } from '../../../src/tracking/scorm/scorm12.ts';
import type { Driver } from '../../../src/tracking/record.ts';
import { answers, COURSE, PASSED, writing } from '../../contract/material.ts';
import { begin } from '../../fakes/begin.ts';
import { hurried } from '../../fakes/clock.ts';
import { ANNA, VERSIONS, type Api, type Lms } from './both-versions.ts';

const ODD: readonly unknown[] = ['ok', 'yes', 'success', {}, [], 0, '0', NaN, 'true\n0', 'True;'];

describe.each(VERSIONS)('SCORM $version: SetValue', ({ lms: create, set, driver }) => {
  const drive = (lms: Lms): Driver =>
    driver(COURSE, { scope: lms.scope, clock: hurried(), online: () => true });

  it.each(ODD)('T15 that stores, and answers %j without an error, has stored', async (says) => {
    const lms = create();
    const api = lms.api as unknown as Api;
    const own = api[set]!.bind(api);
    api[set] = (...values) => (own(...values), says);
    const { writer } = await begin(drive(lms));
    const given = writing(PASSED, { interactions: answers() });
    const written = await writer.write(given);
    expect(written).toEqual({ stored: true });
    expect(lms.seen()).toMatchObject({ success: 'passed', interactions: { length: 7 } });
    expect(lms.attempt.data.get('cmi.suspend_data')).toBe(given.saved);
  });

  it.each(ODD)(
    'T16 that stores nothing, and answers %j without an error, has stored nothing',
    async (says) => {
      const lms = create();
      const { writer } = await begin(drive(lms));
      (lms.api as unknown as Api)[set] = () => says;
      expect(await writer.write(writing(PASSED, { interactions: answers() }))).toMatchObject({
        stored: false,
      });
    },
  );
});

describe.each(VERSIONS)('SCORM $version: Commit', ({ version, lms: create, error, driver }) => {
  const commit = version === '1.2' ? 'LMSCommit' : 'Commit';
  const end = version === '1.2' ? 'LMSFinish' : 'Terminate';

  /** Commit and the end do what they do, and say so in these words, without an error. */
  function speaking(says: (answer: unknown) => unknown) {
    const lms = create();
    const api = lms.api as unknown as Api;
    let isOdd = false;
    const own = api[error]!.bind(api);
    api[error] = () => (isOdd ? '0' : own());
    for (const name of Object.keys(api).filter((key) => typeof api[key] === 'function')) {
      const call = api[name]!.bind(api);
      if (name === commit || name === end) api[name] = () => ((isOdd = true), says(call('')));
      else if (name !== error) api[name] = (...values) => ((isOdd = false), call(...values));
    }
    return { lms, drive: driver(COURSE, { scope: lms.scope, clock: hurried(), online: () => true }) };
  }

  it.each(['ok', 'Yes', 'success', 'Data saved', 0, '0', 'sí', 'true\n0'])(
    'T21 that has said %j from its first answer on has stored, and so has the end',
    async (word) => {
      const { lms, drive } = speaking(() => word);
      const { writer } = await begin(drive);
      const given = writing(PASSED, { interactions: answers() });
      expect(await writer.write(given)).toMatchObject({ stored: true });
      expect(lms.seen()).toMatchObject({ success: 'passed', saved: given.saved });
      expect((await writer.finish(writing(PASSED), 'exit')).problem?.code).not.toBe('not-stored');
    },
  );

  it.each([
    ['ok', 'failed'],
    ['ok', 'false'],
    ['ok', undefined],
    ['ok', 'other'],
    ['false', 'ok'],
    ['true', 'ok'],
    ['no', 'no'],
    ['ERROR', 'ERROR'],
    ['not saved', 'not saved'],
    ['<p>Sign in</p>', '<p>Sign in</p>'],
    [42, 42],
    ['500', '500'],
    [{}, {}],
  ])('T21 whose first answer was %j has not stored what it answers %j to', async (first, then) => {
    let count = 0;
    const { drive } = speaking(() => (count++ === 0 ? first : then));
    const { writer } = await begin(drive);
    expect(await writer.write(writing(PASSED))).toMatchObject({
      stored: false,
      problem: { code: 'not-stored' },
    });
  });

  it('T21 takes a word for a habit no longer once a clear yes has come', async () => {
    let says: unknown = 'ok';
    const { drive } = speaking(() => says);
    const { writer } = await begin(drive);
    says = 'true';
    expect(await writer.write(writing())).toEqual({ stored: true });
    says = 'ok';
    expect((await writer.write(writing(PASSED))).stored).toBe(false);
  });
});

describe.each(VERSIONS)(
  'SCORM $version: Initialize',
  ({ version, lms: create, initialize, error, driver }) => {
    const get = version === '1.2' ? 'LMSGetValue' : 'GetValue';

    /** A session that has begun; Initialize says so with this code. */
    function begun(code: string): Lms {
      const lms = create();
      const api = lms.api as unknown as Api;
      const own = { error: api[error]!.bind(api), get: api[get]!.bind(api) };
      api[initialize]!('');
      let last: string | undefined = undefined;
      api[initialize] = () => ((last = code), 'false');
      api[error] = () => last ?? own.error();
      api[get] = (element) => {
        last = undefined;
        if (!/_mode$|\.mode$/.test(element)) return own.get(element);
        last = '401';
        return '';
      };
      return lms;
    }
    const open = (lms: Lms) =>
      driver(COURSE, { scope: lms.scope, clock: hurried(), online: () => true }).open();

    it.each([version === '1.2' ? '101' : '103', '103', '0'])(
      'T1 that came second (error %s) goes on, in an LMS that has no mode too',
      async (code) => {
        expect((await open(begun(code))).launch).toMatchObject({
          connected: true,
          learner: { id: 'anna-1' },
        });
      },
    );

    it.each(['102', '201'])('T3 that failed (error %s) has no session', async (code) => {
      expect((await open(begun(code))).launch.connected).toBe(false);
    });

    it('T3 that is refused without an error, where nothing can be read, has no session', async () => {
      const lms = begun('0');
      (lms.api as unknown as Api)[get] = () => '';
      expect((await open(lms)).launch.connected).toBe(false);
    });
  },
);

describe.each(VERSIONS)('SCORM $version: an LMS that lets no status be read', ({ version, driver }) => {
  it('and hands out an empty state once: what it has is not put below what it was', async () => {
    const create = version === '1.2' ? Scorm12Lms : Scorm2004Lms;
    const first = new create(LMSS['open-edx'][version], ANNA);
    const drive = (lms: Lms): Driver =>
      driver(COURSE, { scope: lms.scope, clock: hurried(), online: () => true });
    const { writer } = await begin(drive(first));
    await writer.write(writing(PASSED));
    await writer.finish(undefined, 'exit');
    const next = new create(LMSS['open-edx'][version], ANNA, first.attempt);
    const api = next.api as unknown as Api;
    const get = version === '1.2' ? 'LMSGetValue' : 'GetValue';
    const own = api[get]!.bind(api);
    let asked = 0;
    api[get] = (element = '') => (element === 'cmi.suspend_data' && asked++ === 0 ? '' : own(element));
    const { launch } = await begin(drive(next));
    expect(launch.saved).not.toBe('');
    expect(next.seen().success).toBe('passed');
  });
});

it('T13, T25 an LMS of SCORM 1.2 that takes two decimals of a score at most gets it as it is, after a failed save too', async () => {
  const lms = new Scorm12Lms(LMSS.plain['1.2'], ANNA);
  const api = lms.api as unknown as Api;
  const own = api['LMSSetValue']!.bind(api);
  api['LMSSetValue'] = (element = '', value = '') =>
    element.endsWith('.raw') && /\.\d{3}/.test(value) ? 'false' : own(element, value);
  const driver = scorm12(COURSE, { scope: lms.scope, clock: hurried(), online: () => true });
  const { writer } = await begin(driver);
  expect((await writer.write(writing(PASSED))).stored).toBe(true);
  lms.fault = 'refuses';
  const better = { ...PASSED, score: { raw: 91.66 } };
  expect((await writer.write(writing(better))).stored).toBe(false);
  lms.fault = undefined;
  expect((await writer.write(writing(better))).stored).toBe(true);
  expect(lms.seen().score?.raw).toBe('91.66');
});
