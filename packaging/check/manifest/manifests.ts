/** All manifests of a package: what it is, what it launches, and what is wrong with it. */
import type { Finding } from '../findings.ts';
import { found } from '../rules/index.ts';
import type { Names } from './address.ts';
import { launchedPages } from './check-files.ts';
import { checkScorm } from './check-scorm.ts';
import { checkCmi5, CMI5, pagesOfCmi5 } from './cmi5.ts';
import type { Schemas } from './schema.ts';
import { launched, MANIFEST, readManifest, type Manifest } from './scorm.ts';
import { checkTincan, pagesOfTincan } from './tincan.ts';
import { allNamed, childOf, readXml, type Element } from './xml.ts';

export interface Described {
  /** There is a manifest at the root, whatever it is worth. */
  found: boolean;
  standards: readonly string[];
  title: string;
  launches: readonly string[];
  /** Its version, where SCORM's API must be in it. */
  scorm: '1.2' | '2004' | undefined;
  findings: readonly Finding[];
}

type One = Omit<Described, 'found'>;

export function checkManifests(
  manifests: ReadonlyMap<string, Uint8Array>,
  names: Names,
  schemas: Schemas | undefined,
): Described {
  const all = [...manifests].map(([name, bytes]) => describe(name, bytes, names, schemas));
  return {
    found: all.length > 0,
    standards: all.flatMap(({ standards }) => standards),
    title: all.map(({ title }) => title).find((title) => title !== '') ?? '',
    launches: [...new Set(all.flatMap(({ launches }) => launches))],
    scorm: all.map(({ scorm }) => scorm).find((version) => version !== undefined),
    findings: all.flatMap(({ findings }) => findings),
  };
}

function describe(name: string, bytes: Uint8Array, names: Names, schemas: Schemas | undefined): One {
  const { root, text, findings } = readXml(name, bytes);
  const nothing = { standards: [], title: '', launches: [], scorm: undefined };
  if (!root) return { ...nothing, findings };
  const one =
    name === MANIFEST
      ? describeScorm(root, text, names, schemas)
      : name === CMI5
        ? describeCmi5(root, names)
        : describeTincan(root, names);
  return { ...one, findings: [...findings, ...one.findings] };
}

function describeScorm(root: Element, text: string, names: Names, schemas: Schemas | undefined): One {
  const other = otherKind(root);
  if (other)
    return {
      standards: [other],
      title: '',
      launches: [],
      scorm: undefined,
      findings: [found('not-ours', `This is a ${other}.`, { at: { file: MANIFEST, line: root.line } })],
    };
  const manifest = readManifest(root);
  const isSco = launched(manifest).some(({ kind }) => kind === 'sco');
  return {
    standards: [nameOf(manifest)],
    title: manifest.organizations[0]?.title ?? '',
    launches: launchedPages(manifest),
    scorm: isSco && manifest.version !== 'none' ? manifest.version : undefined,
    findings: checkScorm(manifest, text, names, schemas),
  };
}

function nameOf({ version, schemaversion = '' }: Manifest): string {
  if (version === 'none') return 'IMS content package';
  if (version === '1.2') return 'SCORM 1.2';
  const edition = /(2nd|3rd|4th) Edition/.exec(schemaversion)?.[0];
  return edition ? `SCORM 2004 ${edition}` : 'SCORM 2004';
}

/** LTI links and question banks travel in IMS's Common Cartridge, which has a manifest of the same name. */
function otherKind(root: Element): string | undefined {
  if (/imsccv?\d?p?\d|imscc\//i.test(root.namespace)) return 'Common Cartridge (IMS, LTI)';
  return root.name === 'manifest' ? undefined : `file named ${MANIFEST} with <${root.name}> in it`;
}

function describeCmi5(root: Element, names: Names): One {
  const course = childOf(root, 'course');
  return {
    standards: ['cmi5'],
    title: course ? (allNamed(course, 'langstring')[0]?.text ?? '') : '',
    launches: pagesOfCmi5(root),
    scorm: undefined,
    findings: checkCmi5(root, names),
  };
}

function describeTincan(root: Element, names: Names): One {
  return {
    standards: ['xAPI'],
    title: allNamed(root, 'name')[0]?.text ?? '',
    launches: pagesOfTincan(root),
    scorm: undefined,
    findings: checkTincan(root, names),
  };
}
