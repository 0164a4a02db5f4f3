/** The two versions of SCORM, each with its names, a plain LMS of it and its driver. */
import { LMSS } from '../../../src/lms/habits.ts';
import { Scorm12Lms } from '../../../src/lms/scorm12.ts';
import { Scorm2004Lms } from '../../../src/lms/scorm2004.ts';
import { createDriver as scorm12 } from '../../../src/tracking/scorm/scorm12.ts';
import { createDriver as scorm2004 } from '../../../src/tracking/scorm/scorm2004.ts';

export type Api = Record<string, (...values: string[]) => unknown>;

export const ANNA = { learnerId: 'anna-1', learnerName: 'Anna' };

export const VERSIONS = [
  {
    version: '1.2',
    set: 'LMSSetValue',
    initialize: 'LMSInitialize',
    error: 'LMSGetLastError',
    lms: () => new Scorm12Lms(LMSS.plain['1.2'], ANNA),
    driver: scorm12,
  },
  {
    version: '2004',
    set: 'SetValue',
    initialize: 'Initialize',
    error: 'GetLastError',
    lms: () => new Scorm2004Lms(LMSS.plain['2004'], ANNA),
    driver: scorm2004,
  },
] as const;

export type Lms = Scorm12Lms | Scorm2004Lms;
