/**
 * Files that belong together, written so that a folder holds the old ones or the new ones: all are written beside, and
 * then moved into place. What fails before leaves the old set; what fails while they are moved brings it back.
 */
import { randomUUID } from 'node:crypto';
import * as disk from 'node:fs/promises';
import path from 'node:path';

/** What of Node's file system is used; another one may stand in its place, and fail. */
export type FileLayer = Pick<
  typeof disk,
  'copyFile' | 'link' | 'lstat' | 'mkdir' | 'mkdtemp' | 'open' | 'rename' | 'rm'
>;

export interface SetFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * No link that lies in the folder is followed: what is written gets names that nobody can know before, and moving a file
 * over a link takes the link's place.
 */
export async function writeSet(
  folder: string,
  set: readonly SetFile[],
  layer: FileLayer = disk,
): Promise<void> {
  const beside = await layer.mkdtemp(path.join(folder, '.packages-'));
  try {
    for (const { name, bytes } of set) await writeNew(path.join(beside, name), bytes, layer);
    await alone(folder, layer, () => moveAll(folder, beside, set, layer));
  } finally {
    await layer.rm(beside, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** On the disk itself when this ends, so that a power cut finds no empty file of the right name. */
async function writeNew(file: string, bytes: Uint8Array, layer: FileLayer): Promise<void> {
  const handle = await layer.open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function moveAll(
  folder: string,
  beside: string,
  set: readonly SetFile[],
  layer: FileLayer,
): Promise<void> {
  const old = new Map<string, string | undefined>();
  for (const { name } of set) old.set(name, await keepOld(path.join(folder, name), beside, layer));
  const moved: string[] = [];
  try {
    for (const { name } of set) {
      await layer.rename(path.join(beside, name), path.join(folder, name));
      moved.push(name);
    }
  } catch (error) {
    for (const name of moved) {
      const kept = old.get(name);
      const place = path.join(folder, name);
      await (kept === undefined ? layer.rm(place) : layer.rename(kept, place));
    }
    throw error;
  }
}

/** A second name for the file that is there, or a copy where the disk knows no second names. */
async function keepOld(file: string, beside: string, layer: FileLayer): Promise<string | undefined> {
  const found = await layer.lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (!found) return undefined;
  if (found.isDirectory()) throw Object.assign(new Error(`${file} is a folder.`), { code: 'EISDIR' });
  const kept = path.join(beside, randomUUID());
  await layer.link(file, kept).catch(() => layer.copyFile(file, kept));
  return kept;
}

const LOCK = '.packages.lock';
/** Milliseconds. Moving takes some; whoever holds the lock for a minute was killed. */
const PAUSE = 50;
const PATIENCE = 30_000;
const ABANDONED = 60_000;

/** Two packagings into one folder don't mix: one set is in place before the next. */
async function alone(folder: string, layer: FileLayer, work: () => Promise<void>): Promise<void> {
  const lock = path.join(folder, LOCK);
  for (let waited = 0; !(await taken(lock, layer)); waited += PAUSE) {
    if (waited >= PATIENCE)
      throw Object.assign(new Error('Another packaging is writing.'), { code: 'EBUSY' });
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  try {
    await work();
  } finally {
    await layer.rm(lock, { recursive: true, force: true });
  }
}

/** A folder, since making one either makes it or fails, everywhere. */
async function taken(lock: string, layer: FileLayer): Promise<boolean> {
  try {
    await layer.mkdir(lock);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const since = await layer.lstat(lock).catch(() => undefined);
  if (since && Date.now() - since.mtimeMs > ABANDONED) await layer.rm(lock, { recursive: true, force: true });
  return false;
}
