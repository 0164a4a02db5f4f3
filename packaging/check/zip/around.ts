/**
 * What stands before a zip's first file and behind its end. Most readers get at the files all the same, since they look for
 * the end record (APPNOTE 4.3.16), and zips that unpack themselves begin with a program (4.1.9).
 */
import type { Entry } from '@zip.js/zip.js/lib/zip-core.js';
import { several, type Finding } from '../findings.ts';
import { found } from '../rules/index.ts';
import { stuffOf } from './recognise.ts';
import type { Source } from './source.ts';

/** Bytes that are looked at. */
const SHOWN = 512;
/** "PK\7\8" or "PK00" stands before the first file of a zip that might have been split (8.5.3, 8.5.4). */
const SPLIT_MARK = 4;

/** @param behind the bytes behind the end */
export async function checkAround(
  source: Source,
  entries: readonly Entry[],
  behind: Uint8Array = new Uint8Array(),
): Promise<Finding[]> {
  const before = entries.length === 0 ? 0 : Math.min(...entries.map(({ offset }) => offset));
  const start = await source.read(0, Math.min(before, SHOWN));
  const isMark = before === SPLIT_MARK && start[0] === 0x50 && start[1] === 0x4b;
  return [
    ...(before === 0 || isMark ? [] : [around('Before', before, start, 'error')]),
    ...(behind.byteLength === 0
      ? []
      : [around('Behind', behind.byteLength, behind.subarray(0, SHOWN), 'warning')]),
  ];
}

function around(where: string, length: number, bytes: Uint8Array, severity: 'error' | 'warning'): Finding {
  const stands = length === 1 ? 'stands' : 'stand';
  return found(
    'zip-around',
    `${where} the zip ${stands} ${several(length, 'byte')} that ${length === 1 ? 'belongs' : 'belong'} to no file in it: ${stuffOf(bytes)}.`,
    {
      severity,
    },
  );
}
