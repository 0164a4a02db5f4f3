/** The workbench's page, built when it isn't there or is older than what it is made of. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { buildPages } from './build-pages.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SOURCES = [
  'src/workbench',
  'packaging',
  'src/course',
  'src/tracking',
  'src/learning',
  'src/lms',
  'src/player/design',
  'package-lock.json',
  'vite.config.ts',
];

/** The last that is written. */
const LAST = 'index.html';

/** @returns the folder of the page */
export async function workbenchPage(say: (sentence: string) => void): Promise<string> {
  const out = path.join(ROOT, 'dist/workbench');
  const built = await changed(path.join(out, LAST));
  const newest = Math.max(...(await Promise.all(SOURCES.map((source) => newestIn(path.join(ROOT, source))))));
  if (built > newest) return out;
  say('Building the workbench …');
  await buildPages('.', ['index.html', 'lms.html'], out, '/');
  return out;
}

/** When a file was changed; 0 where there is none. */
async function changed(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
}

/** Of a file, or of all in a folder. */
export async function newestIn(place: string): Promise<number> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const times = await Promise.all([place, ...files].map(changed));
  return Math.max(...times);
}
