/**
 * Folders in a zip's list. They hold nothing, so nothing of them is unpacked; but what stands before them is a header like
 * that of a file (APPNOTE 4.3.7), and an unpacker that goes by it may make something else of them.
 */
import type { Entry } from '@zip.js/zip.js/lib/zip-core.js';
import type { Finding } from '../findings.ts';
import { counted } from './entries.ts';
import type { Source } from './source.ts';

const MARK = 0x04034b50;
const LENGTH = 30;

/** @param source read in small pieces that lie one after the other */
export async function checkFolders(source: Source, entries: readonly Entry[]): Promise<Finding[]> {
  const untrue: string[] = [];
  for (const entry of entries) {
    if (entry.directory && (await differs(source, entry))) untrue.push(entry.filename);
  }
  return counted('zip-header', 'folders, and something else before their place in the zip', untrue);
}

async function differs(source: Source, entry: Entry): Promise<boolean> {
  const { offset, rawFilename, compressionMethod, encrypted } = entry;
  const bytes = await source.read(offset, LENGTH + rawFilename.byteLength);
  if (bytes.byteLength < LENGTH + rawFilename.byteLength) return true;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = bytes.subarray(LENGTH);
  return (
    view.getUint32(0, true) !== MARK ||
    (view.getUint16(6, true) & 1) !== Number(encrypted) ||
    view.getUint16(8, true) !== compressionMethod ||
    view.getUint16(26, true) !== rawFilename.byteLength ||
    name.some((byte, at) => byte !== rawFilename[at])
  );
}
