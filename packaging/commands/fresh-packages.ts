/** The packages of a course, for the workbench: made anew where one is missing or older than the course. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { SETTINGS_FILE } from '../compile/settings.ts';
import { shortHash } from '../hash.ts';
import { fileName } from '../pack/file-name.ts';
import { STANDARDS } from '../pack/standards.ts';
import { makePackages } from './make.ts';
import { newestIn } from './workbench-page.ts';

/** What the workbench can launch: the offline edition has no LMS around it. */
const ZIPS = STANDARDS.filter(({ oneFile }) => !oneFile);

/** @returns the folder of the packages */
export async function freshPackages(course: string, say: (sentence: string) => void): Promise<string> {
  const out = folderOf(course);
  if (!(await areFresh(course, out))) await makePackages({ course, out, choices: {} }, say);
  return out;
}

/** Two courses may lie in folders of one name. */
export function folderOf(course: string): string {
  const whole = path.resolve(course);
  if (whole === path.resolve('course')) return path.join('dist', 'packages');
  const mark = shortHash(new TextEncoder().encode(whole), 8);
  return path.join('dist', 'packages-of', `${path.basename(whole)}-${mark}`);
}

/** Of this course in this version, made for no LMS in particular: what else lies there says nothing of them. */
export async function areFresh(course: string, out: string): Promise<boolean> {
  const named = await namedIn(course);
  if (!named) return false;
  const newest = await newestIn(course);
  const made = ZIPS.map(({ id }) => path.join(out, fileName(named, id, 'zip')));
  const times = await Promise.all(made.map(async (zip) => (await stat(zip).catch(() => undefined))?.mtimeMs));
  return times.every((time) => time !== undefined && time > newest);
}

/** As YAML has them: a version may look like a number. */
interface Named {
  id?: string | number;
  version?: string | number;
}

/** Undefined where the settings can't be read: making the packages says why. */
async function namedIn(course: string): Promise<{ id: string; version: string } | undefined> {
  try {
    const { id, version } = parse(await readFile(path.join(course, SETTINGS_FILE), 'utf8')) as Named;
    return id === undefined || version === undefined ? undefined : { id: `${id}`, version: `${version}` };
  } catch {
    return undefined;
  }
}
