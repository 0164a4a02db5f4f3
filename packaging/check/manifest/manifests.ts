/** All manifests of a package: what it is, what it launches, and what is wrong with it. */
import type { Names } from './address.ts';
import { CMI5, describeCmi5 } from './cmi5.ts';
import { describeScorm } from './describe-scorm.ts';
import type { Describe, DescribedManifest } from './described.ts';
import type { Schemas } from './schema.ts';
import { MANIFEST } from './scorm.ts';
import { describeTincan, TINCAN } from './tincan.ts';
import { readXml } from './xml.ts';

/** By the name that its standard gives it, at the package's root. */
const KINDS: ReadonlyMap<string, Describe> = new Map([
  [MANIFEST, describeScorm],
  [CMI5, describeCmi5],
  [TINCAN, describeTincan],
]);
export const MANIFESTS: readonly string[] = [...KINDS.keys()];

export interface Described extends DescribedManifest {
  /** There is a manifest at the root, whatever it is worth. */
  found: boolean;
}

/** @param manifests by name; each is one of `MANIFESTS` */
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

function describe(
  name: string,
  bytes: Uint8Array,
  names: Names,
  schemas: Schemas | undefined,
): DescribedManifest {
  const { root, text, findings } = readXml(name, bytes);
  const one = root && KINDS.get(name)?.(root, text, names, schemas);
  if (!one) return { standards: [], title: '', launches: [], scorm: undefined, findings };
  return { ...one, findings: [...findings, ...one.findings] };
}
