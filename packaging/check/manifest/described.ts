/** What a manifest says, whatever its standard. */
import type { Finding } from '../findings.ts';
import type { Names } from './address.ts';
import type { Schemas } from './schema.ts';
import type { Element } from './xml.ts';

export interface DescribedManifest {
  standards: readonly string[];
  title: string;
  launches: readonly string[];
  /** Its version, where SCORM's API must be in it. */
  scorm: '1.2' | '2004' | undefined;
  findings: readonly Finding[];
}

/** Reads and judges the manifests of one name. */
export type Describe = (
  root: Element,
  text: string,
  names: Names,
  schemas: Schemas | undefined,
) => DescribedManifest;
