/**
 * The registry of standards. One entry a package: which driver its page starts, which manifest files it carries, and where
 * its page may connect to. A further standard is a driver, a manifest, an entry here and one in `packaging/check`.
 */
import { cmi5Structure } from './manifest/cmi5.ts';
import { scorm12Manifest } from './manifest/scorm12.ts';
import { scorm2004Manifest } from './manifest/scorm2004.ts';
import type { PackageFacts } from './manifest/facts.ts';
import { tincan } from './manifest/tincan.ts';

export interface Standard {
  id: string;
  /** For people: the table at the end, and file names. */
  name: string;
  /** The module of the driver, below src/tracking. */
  driver: string;
  /** What the Content-Security-Policy's connect-src allows. */
  connect: string;
  /** The package is a page that holds everything, and no zip. */
  oneFile?: true;
  /** The files that the standard asks for at the package's root, by name. */
  manifests(facts: PackageFacts): Record<string, string>;
}

/** The LRS is elsewhere, by https; loopback is for trying out (a policy can't name IPv6 addresses). */
const LRS = "'self' https: http://127.0.0.1:* http://localhost:*";

export const STANDARDS: readonly Standard[] = [
  {
    id: 'scorm12',
    name: 'SCORM 1.2',
    driver: 'scorm/scorm12',
    connect: "'self'",
    manifests: (facts) => ({ 'imsmanifest.xml': scorm12Manifest(facts) }),
  },
  {
    id: 'scorm2004-3',
    name: 'SCORM 2004 3rd Edition',
    driver: 'scorm/scorm2004',
    connect: "'self'",
    manifests: (facts) => ({ 'imsmanifest.xml': scorm2004Manifest(facts, '2004 3rd Edition') }),
  },
  {
    id: 'scorm2004-4',
    name: 'SCORM 2004 4th Edition',
    driver: 'scorm/scorm2004',
    connect: "'self'",
    manifests: (facts) => ({ 'imsmanifest.xml': scorm2004Manifest(facts, '2004 4th Edition') }),
  },
  {
    id: 'cmi5',
    name: 'cmi5',
    driver: 'lrs/cmi5',
    connect: LRS,
    manifests: (facts) => ({ 'cmi5.xml': cmi5Structure(facts) }),
  },
  {
    id: 'xapi',
    name: 'xAPI (tincan.xml)',
    driver: 'lrs/xapi',
    connect: LRS,
    manifests: (facts) => ({ 'tincan.xml': tincan(facts) }),
  },
  {
    id: 'web',
    name: 'Web (no LMS)',
    driver: 'web',
    connect: "'self'",
    manifests: () => ({}),
  },
  {
    id: 'offline',
    name: 'Offline (one file)',
    driver: 'web',
    connect: "'none'",
    oneFile: true,
    manifests: () => ({}),
  },
];

/** The drivers that the player is built with: one entry chunk each. */
export const DRIVERS: readonly string[] = [...new Set(STANDARDS.map((standard) => standard.driver))];
