/** Which rules of this house belong to which standard of `packaging/pack/standards.ts`. */
import type { PackageFacts } from '../../pack/manifest/facts.ts';
import type { Finding } from '../findings.ts';
import { CMI5 } from '../manifest/cmi5.ts';
import { MANIFEST } from '../manifest/scorm.ts';
import { TINCAN } from '../manifest/tincan.ts';
import { checkOwnScorm12, checkOwnScorm2004 } from './scorm.ts';
import { checkOwnCmi5, checkOwnTincan } from './xapi.ts';

export interface OwnCheck {
  /** The standard's id. */
  id: string;
  manifest: string;
  check(text: string, facts: PackageFacts): Finding[];
}

export const OWN_CHECKS: readonly OwnCheck[] = [
  { id: 'scorm12', manifest: MANIFEST, check: checkOwnScorm12 },
  {
    id: 'scorm2004-3',
    manifest: MANIFEST,
    check: (text, facts) => checkOwnScorm2004(text, facts, '2004 3rd Edition'),
  },
  {
    id: 'scorm2004-4',
    manifest: MANIFEST,
    check: (text, facts) => checkOwnScorm2004(text, facts, '2004 4th Edition'),
  },
  { id: 'cmi5', manifest: CMI5, check: checkOwnCmi5 },
  { id: 'xapi', manifest: TINCAN, check: checkOwnTincan },
];
