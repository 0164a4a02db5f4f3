/** The site's pages, what they pack, and the course without an LMS. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../failures.ts';
import { compileFolder } from '../compile/index.ts';
import { readFolder } from '../compile/read-folder.ts';
import { assemble } from '../pack/assemble.ts';
import { contentFiles } from '../pack/content.ts';
import { chooseCourse } from '../pack/packages.ts';
import type { PlayerFiles } from '../pack/player-files.ts';
import { buildPlayer } from '../player/build.ts';
import type { Say } from './make.ts';
import { buildPages } from './build-pages.ts';
import { material } from './material.ts';

const MATERIAL = 'material.json';

/**
 * @throws CourseErrors before anything is written
 * @throws UsageError where the folder holds something else than a site
 */
export async function makeSite(course: string, out: string, say: Say, given?: PlayerFiles): Promise<void> {
  say(`Reading the course in ${course}, building the player …`);
  const folder = await readFolder(course);
  const { course: chosen, standards } = chooseCourse(compileFolder(folder).course, { standards: ['web'] });
  const built = given ?? (await buildPlayer());
  await onlyOverSite(out);
  say('Building the pages …');
  await buildPages('site', ['index.html', 'check.html'], path.resolve(out), './');
  await writeFile(path.join(out, MATERIAL), material(folder, built));
  for (const standard of standards) {
    const { files } = assemble(standard, built, contentFiles(chosen, built.strings));
    for (const [name, bytes] of files) await put(path.join(out, 'course', name), bytes);
  }
}

/** What is in the folder goes: somebody's own files must not. */
async function onlyOverSite(out: string): Promise<void> {
  const names = await readdir(out).catch((): string[] => []);
  if (names.length > 0 && !names.includes(MATERIAL))
    throw new UsageError(`The folder ${out} holds other files, and no site. Name a new one with --out.`);
}

async function put(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
}
