/** Any zip, ours or a stranger's: is it good? Read from its bytes alone. */
import { unzip, type Files } from '../pack/zip.ts';
import { checkFiles } from './files.ts';
import type { Finding } from './findings.ts';
import type { Schemas } from './schema.ts';
import { STANDARD_CHECKS } from './standards.ts';

export interface CheckedPackage {
  /** Ids of the standards that it carries a manifest of. None: a course for the web, or no course. */
  standards: string[];
  findings: Finding[];
  /** What is in it; nothing where it can't be read. */
  files: Files;
}

export async function checkPackage(bytes: Uint8Array, schemas: Schemas): Promise<CheckedPackage> {
  let files: Files;
  try {
    files = await unzip(bytes);
  } catch (error) {
    const message = `This zip can't be read: ${error instanceof Error ? error.message : String(error)}`;
    const finding: Finding = { id: 'zip', kind: 'standard', severity: 'error', message };
    return { standards: [], findings: [finding], files: new Map() };
  }
  const names = new Set(files.keys());
  const found = STANDARD_CHECKS.flatMap((standard) => {
    const bytesOf = files.get(standard.manifest);
    const text = bytesOf && new TextDecoder().decode(bytesOf);
    return text !== undefined && standard.isMeant(text) ? { standard, text } : [];
  });
  return {
    standards: found.map(({ standard }) => standard.id),
    findings: [
      ...found.flatMap(({ standard, text }) => standard.check(text, names, schemas)),
      ...(found.length > 0 ? [] : notAtRoot(names)),
      ...checkFiles(files, new Set(found.map(({ standard }) => standard.manifest))),
    ],
    files,
  };
}

/** Zipped with the folder around it: the commonest fault of all. */
function notAtRoot(names: ReadonlySet<string>): Finding[] {
  const manifests = new Set(STANDARD_CHECKS.map(({ manifest }) => manifest));
  return [...names]
    .filter((name) => manifests.has(name.slice(name.lastIndexOf('/') + 1)))
    .map((name) => ({
      id: 'manifest-root',
      kind: 'standard',
      severity: 'error',
      message: 'The manifest must stand at the root of the zip, and not in a folder.',
      file: name,
    }));
}
