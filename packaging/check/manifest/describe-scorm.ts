/** An `imsmanifest.xml`: which SCORM it is, or which other thing has a manifest of that name. */
import type { Finding } from '../findings.ts';
import { found } from '../rules/index.ts';
import { launchedPages } from './check-files.ts';
import { checkScorm } from './check-scorm.ts';
import type { Describe } from './described.ts';
import { launched, MANIFEST, readManifest, type Manifest } from './scorm.ts';
import type { Element } from './xml.ts';

export const describeScorm: Describe = (root, text, names, schemas) => {
  if (root.name !== 'manifest') return { ...NOTHING, findings: [noManifest(root)] };
  const other = otherKind(root);
  if (other)
    return {
      ...NOTHING,
      standards: [other],
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
};

const NOTHING = { standards: [], title: '', launches: [], scorm: undefined };

const noManifest = ({ name, line }: Element): Finding =>
  found('manifest-none', `${MANIFEST} is no manifest: its outermost element is <${name}>.`, {
    at: { file: MANIFEST, line },
  });

function nameOf({ version, schemaversion = '' }: Manifest): string {
  if (version === 'none') return 'IMS content package';
  if (version === '1.2') return 'SCORM 1.2';
  const edition = /(2nd|3rd|4th) Edition/.exec(schemaversion)?.[0];
  return edition ? `SCORM 2004 ${edition}` : 'SCORM 2004';
}

/** LTI links and question banks travel in IMS's Common Cartridge, which has a manifest of the same name. */
function otherKind(root: Element): string | undefined {
  return /imsccv?\d?p?\d|imscc\//i.test(root.namespace) ? 'Common Cartridge (IMS, LTI)' : undefined;
}
