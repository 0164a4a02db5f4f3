/** Writes a zip anew as LMSs look for it: the manifest at its root and in small letters, no Mac's files, "/" in names. */
import JSZip from 'jszip';
import { several } from './findings.ts';
import { MANIFESTS } from './manifest/manifests.ts';
import { openArchive, type PackedFile } from './zip/archive.ts';
import { readFile } from './zip/read.ts';
import { isMacs } from './zip/names.ts';
import type { Source } from './zip/source.ts';

/** Unpacked, since the new zip is made in memory. */
const MOST_BYTES = 1_000_000_000;
/** The share that reading takes of the whole. */
const READING = 0.2;
/** Of all files, so that the same zip gives the same bytes. */
const DATE = new Date(Date.UTC(1980, 0, 1));

/** What can't be mended, with a sentence. */
export class NotMended extends Error {}

export interface Mended {
  bytes: Uint8Array;
  /** What was done, in some words each. Nothing: the zip was as it should be. */
  did: readonly string[];
}

/** @param progress hears the share that is done */
export async function mend(source: Source, progress?: (share: number) => void): Promise<Mended> {
  const { files, findings, refused } = await openArchive(source);
  if (refused || findings.some(({ severity }) => severity === 'error'))
    throw new NotMended(`This zip can’t be mended: ${findings[0]?.message ?? ''}`);
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES)
    throw new NotMended('This zip is too large to be mended here.');
  const ours = files.filter(({ name }) => !isMacs(name));
  const { folder, manifest } = rootOf(ours);
  const inside = ours.filter(({ name }) => name.startsWith(folder));
  const archive = new JSZip();
  for (const [at, file] of inside.entries()) {
    // reading is the shorter part
    progress?.((at / inside.length) * READING);
    const read = await readFile(file, file.size);
    if ('problem' in read) throw new NotMended(`"${file.name}" can’t be unpacked.`);
    const name = file.name === manifest ? file.name.toLowerCase() : file.name;
    archive.file(name.slice(folder.length), read.bytes, { date: DATE, createFolders: false });
  }
  const bytes = await archive.generateAsync(
    { type: 'uint8array', platform: 'DOS', compression: 'DEFLATE', compressionOptions: { level: 6 } },
    ({ percent }) => progress?.(READING + ((1 - READING) * percent) / 100),
  );
  return { bytes, did: whatWasDone(files, ours, inside, folder, manifest) };
}

/** The folder that holds the manifest, with "/" at its end; and the manifest's name. */
function rootOf(files: readonly PackedFile[]): { folder: string; manifest: string } {
  const manifests = files
    .map(({ name }) => name)
    .filter((name) => MANIFESTS.some((one) => name.slice(name.lastIndexOf('/') + 1).toLowerCase() === one))
    .toSorted((one, other) => depth(one) - depth(other));
  const [first] = manifests;
  if (first === undefined)
    throw new NotMended(`There is none of ${MANIFESTS.join(', ')} in it, in no folder.`);
  const folders = new Set(manifests.filter((name) => depth(name) === depth(first)).map(folderOf));
  if (folders.size > 1)
    throw new NotMended(`There are several packages in it: ${[...folders].join(', ')}. Zip each by itself.`);
  return { folder: folderOf(first), manifest: first };
}

function depth(name: string): number {
  return name.split('/').length;
}

/** With "/" at its end. */
function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}

function whatWasDone(
  all: readonly PackedFile[],
  ours: readonly PackedFile[],
  inside: readonly PackedFile[],
  folder: string,
  manifest: string,
): string[] {
  const name = manifest.slice(folder.length);
  return [
    ...(folder ? [`the folder "${folder.slice(0, -1)}" around everything was taken away`] : []),
    ...(ours.length > inside.length
      ? [`${several(ours.length - inside.length, 'file')} beside that folder left out`]
      : []),
    ...(all.length > ours.length ? [`${several(all.length - ours.length, 'file')} of a Mac left out`] : []),
    ...(name === name.toLowerCase() ? [] : [`${name} was renamed to ${name.toLowerCase()}`]),
    ...(inside.some(({ rawName }) => rawName.includes('\\')) ? ['backslashes in names became "/"'] : []),
  ];
}
