/** A large package on the disk, written piece by piece and stored as it is: a manifest, pages that are launched or linked, and pictures. */
import { open } from 'node:fs/promises';
import { rawParts, type RawEntry } from '../unit/check/raw-zip.ts';
import { SCORM_12 } from '../unit/check/packages.ts';

export interface Large {
  files: number;
  /** Of all of them, about. */
  bytes: number;
}

export async function writeLargeZip(file: string, large: Large): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for (const piece of rawParts(entriesOf(large))) await handle.write(piece);
  } finally {
    await handle.close();
  }
}

function* entriesOf({ files, bytes }: Large): Generator<RawEntry> {
  const each = Math.floor(bytes / files);
  for (const [name, data] of Object.entries(SCORM_12)) yield { name, data };
  for (let at = Object.keys(SCORM_12).length; at < files; at++) {
    const folder = `part-${Math.floor(at / 100)}`;
    // one in ten is a text that the check reads as such
    if (at % 10 === 0) yield { name: `${folder}/page-${at}.html`, data: page(at, each) };
    else yield { name: `${folder}/picture-${at}.png`, data: Buffer.alloc(each, at) };
  }
}

function page(at: number, length: number): string {
  const start = `<!doctype html><html lang="en"><title>Page ${at}</title><script src="../js/course.js"></script>`;
  return start + `<p>Words of page ${at}.</p>\n`.repeat(Math.ceil(length / 30));
}
