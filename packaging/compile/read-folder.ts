/** The one file of the compiler that knows the disk: reads a course's folder, and writes its ledger. */
import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { CourseErrors } from './errors.ts';
import { Faults } from './faults.ts';
import type { CourseFolder } from './files.ts';
import { compileFolder, proposeLedger } from './index.ts';
import { LEDGER_FILE } from './ledger.ts';
import type { CompiledCourse, CompileOptions } from './types.ts';

/**
 * @throws CourseErrors with every mistake in the course files. Nothing is written.
 * @throws UsageError where the options ask for what there isn't
 */
export async function compileCourse(
  dir: string,
  options: CompileOptions = {},
): Promise<{ course: CompiledCourse }> {
  return { course: compileFolder(await readFolder(dir), options).course };
}

/**
 * Brings `ledger.json` up to date: new ids get numbers, vanished ones are retired.
 * @throws CourseErrors when the course has mistakes; the ledger is then left alone
 */
export async function updateLedger(
  dir: string,
): Promise<{ added: string[]; retired: string[]; written: boolean }> {
  const { added, retired, text } = proposeLedger(await readFolder(dir));
  return { added, retired, written: await replaceFile(join(resolve(dir), LEDGER_FILE), text) };
}

/** @throws CourseErrors when there is no such folder. */
async function readFolder(name: string): Promise<CourseFolder> {
  const dir = resolve(name);
  const shownAs = showDir(dir);
  const found = await stat(dir).catch(() => undefined);
  if (!found?.isDirectory()) {
    const faults = new Faults();
    faults.addFile('folder.missing', shownAs, {
      message: found ? 'This is a file, and no folder.' : 'There is no such folder.',
      expected: 'a folder with course.yaml in it',
    });
    throw new CourseErrors(faults.errors());
  }
  const files = new Map<string, Uint8Array>();
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !isHidden(path))
    .toSorted();
  for (const path of paths) files.set(path, new Uint8Array(await readFile(join(dir, path))));
  return { shownAs, files };
}

function showDir(dir: string): string {
  const path = relative(process.cwd(), dir);
  if (path === '') return basename(dir);
  return (path.startsWith('..') ? dir : path).split(sep).join('/');
}

/** What editors and systems leave lying about is no part of a course. */
function isHidden(path: string): boolean {
  return (
    path.split('/').some((part) => part.startsWith('.') || part.endsWith('~')) ||
    /\.(bak|swp|orig)$/.test(path)
  );
}

/** Written beside and moved into place, so that an interrupted write leaves the old one. False where nothing changed. */
async function replaceFile(path: string, text: string): Promise<boolean> {
  const old = await readFile(path, 'utf8').catch(() => undefined);
  if (old === text) return false;
  await writeFile(`${path}.new~`, text);
  await rename(`${path}.new~`, path);
  return true;
}
