/** Course folders for tests, in memory: the smallest faultless course, and what a broken one changes in it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { CourseErrors, type CourseError } from '../../../packaging/compile/errors.ts';
import type { CourseFolder } from '../../../packaging/compile/files.ts';
import { compileFolder } from '../../../packaging/compile/index.ts';

export const COURSES = path.join(import.meta.dirname, '../../fixtures/courses');

export function load(dir: string): CourseFolder {
  return { shownAs: 'course', files: readTree(dir) };
}

function readTree(dir: string): Map<string, Uint8Array> {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map((entry) => path.join(entry.parentPath, entry.name)).toSorted();
  return new Map(
    paths.map((file) => [
      path.relative(dir, file).split(path.sep).join('/'),
      new Uint8Array(readFileSync(file)),
    ]),
  );
}

/** Text files put over the base course. A value of undefined takes the file away. */
export function baseWith(changes: Readonly<Record<string, string | undefined>>): CourseFolder {
  const files = new Map(load(path.join(COURSES, 'base')).files);
  for (const [name, text] of Object.entries(changes)) {
    if (text === undefined) files.delete(name);
    else files.set(name, new TextEncoder().encode(text));
  }
  return { shownAs: 'course', files };
}

export function baseText(name: string): string {
  return readFileSync(path.join(COURSES, 'base', name), 'utf8');
}

/** The base course with something added to its one section. */
export function baseWithLesson(markdown: string): CourseFolder {
  return baseWith({ 'en/lessons/one.md': `${baseText('en/lessons/one.md')}\n${markdown}\n` });
}

/** All that an author is told of a folder; nothing of one that compiles. */
export function toldOf(folder: CourseFolder): readonly CourseError[] {
  try {
    compileFolder(folder, { ledger: 'propose' });
  } catch (error) {
    if (error instanceof CourseErrors) return error.errors;
    throw error;
  }
  return [];
}

/** Its codes, with commas. */
export const codesOf = (folder: CourseFolder): string =>
  toldOf(folder)
    .map(({ code }) => code)
    .join();

/**
 * A folder of `broken` laid over the base course. A file stands for itself; `X.append` is added to X, `X.edit` is a map of
 * what to replace by what in X, `X.remove` takes X away, `X.link` makes X a link. `X.repeat` puts parts at the end of X,
 * each a text and how many times.
 */
export function broken(name: string): { folder: CourseFolder; hasLedger: boolean } {
  const files = new Map(load(path.join(COURSES, 'base')).files);
  const overlay = readTree(path.join(COURSES, 'broken', name));
  const links: string[] = [];
  const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
  for (const [file, bytes] of overlay) {
    const target = file.replace(/\.(?:append|edit|remove|link|repeat)$/, '');
    const before = text(files.get(target));
    if (file.endsWith('.append')) files.set(target, new TextEncoder().encode(before + text(bytes)));
    else if (file.endsWith('.remove')) files.delete(target);
    else if (file.endsWith('.link')) links.push(target);
    else if (file.endsWith('.repeat'))
      files.set(target, new TextEncoder().encode(before + repeated(text(bytes))));
    else if (file.endsWith('.edit'))
      files.set(target, new TextEncoder().encode(edit(before, text(bytes), name)));
    else files.set(file, bytes);
  }
  return {
    folder: { shownAs: 'course', files, links },
    hasLedger: overlay.has('ledger.json') || overlay.has('ledger.json.remove'),
  };
}

function repeated(list: string): string {
  const parts = parse(list) as { text: string; times: number }[];
  return parts.map(({ text, times }) => text.repeat(times)).join('');
}

function edit(before: string, map: string, name: string): string {
  return Object.entries(parse(map) as Record<string, string>).reduce((textSoFar, [from, to]) => {
    if (!textSoFar.includes(from))
      throw new Error(`The fixture ${name} replaces "${from}", which the base course does not have.`);
    return textSoFar.replace(from, () => to);
  }, before);
}

export function brokenNames(): string[] {
  return readdirSync(path.join(COURSES, 'broken')).toSorted();
}
