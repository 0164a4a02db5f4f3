/**
 * Writes a zip anew as LMSs look for it: by itself, not within another one, the manifest at its root and in small letters, no
 * Mac's files, "/" in names.
 */
import JSZip from 'jszip';
import { several } from './findings.ts';
import { MANIFESTS } from './manifest/manifests.ts';
import { openArchive, type PackedFile } from './zip/archive.ts';
import { readFile } from './zip/read.ts';
import { isMacs } from './zip/names.ts';
import { fromBytes, type Source } from './zip/source.ts';

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

/** Mistakes that writing the files anew puts right. */
const PUT_RIGHT: ReadonlySet<string> = new Set(['zip-around']);

/** @param progress hears the share that is done */
export function mend(source: Source, progress?: (share: number) => void): Promise<Mended> {
  return mendAt(source, 'outside', progress);
}

async function mendAt(
  source: Source,
  where: 'outside' | 'within',
  progress?: (share: number) => void,
): Promise<Mended> {
  const { files, findings, refused } = await openArchive(source);
  const obstacle = findings.find(({ id, severity }) => severity === 'error' && !PUT_RIGHT.has(id));
  if (refused || obstacle)
    throw new NotMended(`This zip can’t be mended: ${(obstacle ?? findings[0])?.message ?? ''}`);
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES)
    throw new NotMended('This zip is too large to be mended here.');
  const ours = files.filter(({ name }) => !isMacs(name));
  const inner = where === 'outside' ? nestedIn(ours) : undefined;
  if (inner) return takeOut(inner, progress);
  const alone = findings.some(({ id }) => id === 'zip-around')
    ? ['what stood before or behind it was taken away']
    : [];
  const { bytes, did } = await writeAnew(files, ours, progress);
  return { bytes, did: [...alone, ...did] };
}

/** The one zip in it, where no manifest is. */
function nestedIn(files: readonly PackedFile[]): PackedFile | undefined {
  if (manifestsIn(files).length > 0) return undefined;
  const zips = files.filter(({ name }) => /\.zip$/i.test(name));
  if (zips.length > 1) throw new NotMended('There are several zips in it: upload each by itself.');
  return zips[0];
}

/** As it is, where nothing else is the matter with it. */
async function takeOut(file: PackedFile, progress?: (share: number) => void): Promise<Mended> {
  const bytes = await bytesOf(file);
  const { bytes: mended, did } = await mendAt(fromBytes(bytes), 'within', progress);
  return {
    bytes: did.length > 0 ? mended : bytes,
    did: [`"${file.name}" was taken out of the zip around it`, ...did],
  };
}

async function bytesOf(file: PackedFile): Promise<Uint8Array> {
  const read = await readFile(file, file.size);
  if ('problem' in read) throw new NotMended(`"${file.name}" can’t be unpacked.`);
  return read.bytes;
}

async function writeAnew(
  files: readonly PackedFile[],
  ours: readonly PackedFile[],
  progress?: (share: number) => void,
): Promise<Mended> {
  const { folder, manifest } = rootOf(ours);
  const inside = ours.filter(({ name }) => name.startsWith(folder));
  const archive = new JSZip();
  for (const [at, file] of inside.entries()) {
    // reading is the shorter part
    progress?.((at / inside.length) * READING);
    const name = file.name === manifest ? file.name.toLowerCase() : file.name;
    archive.file(name.slice(folder.length), await bytesOf(file), { date: DATE, createFolders: false });
  }
  const bytes = await archive.generateAsync(
    { type: 'uint8array', platform: 'DOS', compression: 'DEFLATE', compressionOptions: { level: 6 } },
    ({ percent }) => progress?.(READING + ((1 - READING) * percent) / 100),
  );
  return { bytes, did: whatWasDone(files, ours, inside, folder, manifest) };
}

/** The folder that holds the manifest, with "/" at its end; and the manifest's name. */
function rootOf(files: readonly PackedFile[]): { folder: string; manifest: string } {
  const manifests = manifestsIn(files);
  const [first] = manifests;
  if (first === undefined)
    throw new NotMended(`There is none of ${MANIFESTS.join(', ')} in it, in no folder.`);
  const folders = new Set(manifests.filter((name) => depth(name) === depth(first)).map(folderOf));
  if (folders.size > 1)
    throw new NotMended(`There are several packages in it: ${[...folders].join(', ')}. Zip each by itself.`);
  return { folder: folderOf(first), manifest: first };
}

/** The nearest to the root first. */
function manifestsIn(files: readonly PackedFile[]): string[] {
  return files
    .map(({ name }) => name)
    .filter((name) => MANIFESTS.some((one) => name.slice(name.lastIndexOf('/') + 1).toLowerCase() === one))
    .toSorted((one, other) => depth(one) - depth(other));
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
