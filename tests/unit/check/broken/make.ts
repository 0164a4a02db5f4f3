/** How the broken packages are made: good ones, spoiled. */
import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core.js';
import type { Severity } from '../../../../packaging/check/findings.ts';
import type { RuleId } from '../../../../packaging/check/rules/index.ts';
import { CMI5, SCORM_12, SCORM_2004, spoiled, XAPI, type FileMap } from '../packages.ts';
import { rawZip, zipOf, type RawEntry } from '../raw-zip.ts';

export interface Broken {
  name: string;
  finds: RuleId;
  severity: Severity;
  bytes: Uint8Array;
}

export const MANIFEST = 'imsmanifest.xml';

/** A list, and what adds to it: the name of a fault, the rule that must find it out, and how heavy it is. */
export function collection(): {
  broken: Broken[];
  add: (name: string, finds: RuleId, severity: Severity, made: FileMap | Uint8Array) => void;
} {
  const broken: Broken[] = [];
  return {
    broken,
    add: (name, finds, severity, made) =>
      void broken.push({ name, finds, severity, bytes: made instanceof Uint8Array ? made : zipOf(made) }),
  };
}

/** A SCORM 1.2 package with more in its zip than a tool would put there. */
export function withEntries(...more: readonly RawEntry[]): Uint8Array {
  return rawZip([...Object.entries(SCORM_12).map(([name, data]) => ({ name, data, method: 8 })), ...more]);
}

export function in12(find: string | RegExp, put: string): FileMap {
  return spoiled(SCORM_12, MANIFEST, find, put);
}
export function in2004(find: string | RegExp, put: string): FileMap {
  return spoiled(SCORM_2004, MANIFEST, find, put);
}
export function inCmi5(find: string | RegExp, put: string): FileMap {
  return spoiled(CMI5, 'cmi5.xml', find, put);
}
export function inTincan(find: string | RegExp, put: string): FileMap {
  return spoiled(XAPI, 'tincan.xml', find, put);
}
export function inPage(find: string | RegExp, put: string): FileMap {
  return spoiled(SCORM_12, 'index.html', find, put);
}
export function withScript(text: string): FileMap {
  return { ...SCORM_12, 'js/course.js': `${String(SCORM_12['js/course.js'])}${text}` };
}
export function inFolder(folder: string): FileMap {
  return Object.fromEntries(Object.entries(SCORM_12).map(([name, data]) => [`${folder}${name}`, data]));
}

export async function zip64(): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { zip64: true, useWebWorkers: false });
  for (const [name, text] of Object.entries(SCORM_12)) await writer.add(name, new TextReader(String(text)));
  return writer.close();
}

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
