/** The one file of the compiler that knows the disk: reads a course's folder, and writes its ledger. */
import { randomUUID } from 'node:crypto';
import { lstat, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Code } from './catalogue.ts';
import { CourseErrors } from './errors.ts';
import { Faults, type Words } from './faults.ts';
import type { CourseFolder } from './files.ts';
import { compileFolder, proposeLedger } from './index.ts';
import { LEDGER_FILE } from './ledger.ts';
import { SETTINGS_FILE } from './settings.ts';
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

/** Files and folders, and bytes of all files together: a folder with more is none of a course. */
const MOST_ENTRIES = 5_000;
const MOST_BYTES = 200_000_000;

/** @throws CourseErrors where there is no such folder, or it is no course's. */
export async function readFolder(name: string): Promise<CourseFolder> {
  const dir = resolve(name);
  const shownAs = showDir(dir);
  const found = await stat(dir).catch(() => undefined);
  if (!found?.isDirectory()) {
    refuse('folder.missing', shownAs, {
      message: found ? 'This is a file, and no folder.' : 'There is no such folder.',
      expected: 'a folder with course.yaml in it',
    });
  }
  // before the whole of it is read: it may be the home of everything
  if (!(await lstat(join(dir, SETTINGS_FILE)).catch(() => undefined))) {
    refuse('file.missing', `${shownAs}/${SETTINGS_FILE}`, {
      message: 'This file is missing.',
      expected: 'the settings of the course',
    });
  }
  const { paths, links } = await listFiles(dir, shownAs);
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const path of paths) {
    bytes += (await readable(`${shownAs}/${path}`, stat(join(dir, path)))).size;
    if (bytes > MOST_BYTES) {
      refuse('file.size', `${shownAs}/${path}`, {
        message: 'With this file the course has more than 200 MB.',
        expected: 'at most 200 MB in all files together',
      });
    }
    files.set(path, new Uint8Array(await readable(`${shownAs}/${path}`, readFile(join(dir, path)))));
  }
  return { shownAs, files, links };
}

/** Paths below a folder, sorted. Links, and what is neither file nor folder, are not opened. */
async function listFiles(dir: string, shownAs: string): Promise<{ paths: string[]; links: string[] }> {
  const paths: string[] = [];
  const links: string[] = [];
  const waiting = [''];
  let seen = 0;
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await readable(
      `${shownAs}/${folder}`,
      readdir(join(dir, folder), { withFileTypes: true }),
    );
    seen += entries.length;
    if (seen > MOST_ENTRIES) {
      refuse('file.size', shownAs, {
        message: `This folder has more than ${MOST_ENTRIES.toLocaleString('en')} files and folders in it.`,
        expected: 'the folder of one course',
      });
    }
    for (const entry of entries) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (isHidden(entry.name)) continue;
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isSymbolicLink()) links.push(path);
      else if (entry.isFile()) paths.push(path);
    }
  }
  return { paths: paths.toSorted(), links: links.toSorted() };
}

/** What the system refuses, in words. */
async function readable<T>(shown: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return refuse('file.missing', shown, {
      message: `This cannot be read: the system says ${code}.`,
      expected: 'a file or folder that may be read',
      fix: 'Look whether you may read it, and whether it is whole.',
    });
  }
}

function refuse(code: Code, file: string, words: Words): never {
  const faults = new Faults();
  faults.addFile(code, file, words);
  throw new CourseErrors(faults.errors());
}

function showDir(dir: string): string {
  const path = relative(process.cwd(), dir);
  if (path === '') return basename(dir);
  return (path.startsWith('..') ? dir : path).split(sep).join('/');
}

/** What editors and systems leave lying about is no part of a course; Windows hides some of it from whoever looks. */
function isHidden(name: string): boolean {
  return (
    name.startsWith('.') ||
    name.startsWith('~$') ||
    name.endsWith('~') ||
    /\.(?:bak|swp|orig)$/.test(name) ||
    /^(?:thumbs\.db|ehthumbs\.db|desktop\.ini)$/i.test(name)
  );
}

/** Written beside and moved into place, so that an interrupted write leaves the old one. False where nothing changed. */
async function replaceFile(path: string, text: string): Promise<boolean> {
  const old = await readFile(path, 'utf8').catch(() => undefined);
  if (old === text) return false;
  const beside = `${path}.${randomUUID()}~`;
  try {
    await writeFile(beside, text, { flag: 'wx' });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  return true;
}
