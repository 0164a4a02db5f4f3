/** LMSs that answer neither yes nor no: the error decides, and of what matters what can be read back (T15, T16). */
import { describe, expect, it } from 'vitest';
import { LMSS } from '../../../src/lms/habits.ts';
import { Scorm12Lms } from '../../../src/lms/scorm12.ts';
import { Scorm2004Lms } from '../../../src/lms/scorm2004.ts';
import { createDriver as scorm12 } from '../../../src/tracking/scorm/scorm12.ts';
import { createDriver as scorm2004 } from '../../../src/tracking/scorm/scorm2004.ts';
import type { Driver } from '../../../src/tracking/record.ts';
import { answers, COURSE, PASSED, writing } from '../../contract/material.ts';
import { begin } from '../../fakes/begin.ts';
import { FakeClock } from '../../fakes/clock.ts';

type Api = Record<string, (...values: string[]) => unknown>;

const ODD: readonly unknown[] = ['ok', 'yes', 'success', {}, [], 0, '0', NaN, 'true\n0', 'True;'];

const STANDARDS = [
  {
    version: '1.2',
    set: 'LMSSetValue',
    initialize: 'LMSInitialize',
    error: 'LMSGetLastError',
    lms: () => new Scorm12Lms(LMSS.plain['1.2']),
    driver: scorm12,
  },
  {
    version: '2004',
    set: 'SetValue',
    initialize: 'Initialize',
    error: 'GetLastError',
    lms: () => new Scorm2004Lms(LMSS.plain['2004']),
    driver: scorm2004,
  },
] as const;

type Lms = Scorm12Lms | Scorm2004Lms;

describe.each(STANDARDS)('SCORM $version: SetValue', ({ lms: create, set, driver }) => {
  const drive = (lms: Lms): Driver =>
    driver(COURSE, { scope: lms.scope, clock: new FakeClock(), online: () => true });

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
