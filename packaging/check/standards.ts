/** Which checks belong to which standard of `packaging/pack/standards.ts`, and how a stranger's zip is told apart. */
import type { PackageFacts } from '../pack/manifest/facts.ts';
import type { Finding } from './findings.ts';
import type { Schemas } from './schema.ts';
import { checkOwnScorm12, checkOwnScorm2004, checkScorm12, checkScorm2004, MANIFEST } from './scorm.ts';
import { checkCmi5, checkOwnCmi5, checkOwnTincan, checkTincan, CMI5, TINCAN } from './xapi.ts';

export interface StandardCheck {
  /** The standard's id. */
  id: string;
  /** What it is told by. */
  manifest: string;
  isMeant(text: string): boolean;
  /** The law and the LMSs' habits. `names`: the files of the package. */
  check(text: string, names: ReadonlySet<string>, schemas: Schemas): Finding[];
  /** What our own say besides. */
  checkOwn(text: string, facts: PackageFacts): Finding[];
}

const is12 = (text: string): boolean => text.includes('http://www.imsproject.org/xsd/imscp_rootv1p1p2');
const is3rd = (text: string): boolean => /<schemaversion>\s*(?:2004 3rd|CAM 1\.3|1\.3)/i.test(text);

export const STANDARD_CHECKS: readonly StandardCheck[] = [
  {
    id: 'scorm12',
    manifest: MANIFEST,
    isMeant: is12,
    check: checkScorm12,
    checkOwn: checkOwnScorm12,
  },
  {
    id: 'scorm2004-3',
    manifest: MANIFEST,
    isMeant: (text) => !is12(text) && is3rd(text),
    check: (text, names, schemas) => checkScorm2004(text, names, schemas, '2004 3rd Edition'),
    checkOwn: checkOwnScorm2004,
  },
  {
    id: 'scorm2004-4',
    manifest: MANIFEST,
    isMeant: (text) => !is12(text) && !is3rd(text),
    check: (text, names, schemas) => checkScorm2004(text, names, schemas, '2004 4th Edition'),
    checkOwn: checkOwnScorm2004,
  },
  { id: 'cmi5', manifest: CMI5, isMeant: () => true, check: checkCmi5, checkOwn: checkOwnCmi5 },
  { id: 'xapi', manifest: TINCAN, isMeant: () => true, check: checkTincan, checkOwn: checkOwnTincan },
];
