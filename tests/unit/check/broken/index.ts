/** Broken packages, each named after its fault, with the rule that must find it out. */
import { manifest2004 } from '../packages.ts';
import type { Broken } from './make.ts';
import { PAGES } from './pages.ts';
import { SCORM } from './scorm.ts';
import { XAPI_AND_CMI5 } from './xapi.ts';
import { ZIPS } from './zips.ts';

export const BROKEN: readonly Broken[] = [...ZIPS, ...SCORM, ...XAPI_AND_CMI5, ...PAGES];

export const EDITIONS = ['2004 3rd Edition', '2004 4th Edition', 'CAM 1.3', '1.3'].map(manifest2004);
