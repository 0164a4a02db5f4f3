/** When `npm start` makes the packages anew. */
import { cp, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { areFresh, folderOf } from '../../../packaging/commands/fresh-packages.ts';

const STANDARDS = ['scorm12', 'scorm2004-3', 'scorm2004-4', 'cmi5', 'xapi', 'web'];
const LATER = new Date(Date.now() + 60_000);
let folder: string;
let course: string;
let out: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'fresh-'));
  [course, out] = [path.join(folder, 'course'), path.join(folder, 'out')];
  await cp('tests/fixtures/courses/base', course, { recursive: true });
  await mkdir(out);
});
afterEach(() => rm(folder, { recursive: true }));

async function made(name: string, when = LATER): Promise<void> {
  const zip = path.join(out, name);
  await writeFile(zip, '');
  await utimes(zip, when, when);
}

const whole = (): Promise<unknown> =>
  Promise.all(STANDARDS.map((standard) => made(`base-1.0.0-${standard}.zip`)));

it('nothing is made where each package is there, whatever else lies beside', async () => {
  await whole();
  await made('base-0.9.0-scorm12.zip', new Date(0));
  expect(await areFresh(course, out)).toBe(true);
});

it('a package that is missing or older than the course is made', async () => {
  expect(await areFresh(course, out)).toBe(false);
  await whole();
  await rm(path.join(out, 'base-1.0.0-cmi5.zip'));
  expect(await areFresh(course, out)).toBe(false);
  await made('base-1.0.0-cmi5.zip', new Date(0));
  expect(await areFresh(course, out)).toBe(false);
});

it('packages of another course, of another version or for one LMS are none of this one', async () => {
  for (const standard of STANDARDS) {
    await made(`other-1.0.0-${standard}.zip`);
    await made(`base-2.0.0-${standard}.zip`);
    await made(`base-1.0.0-${standard}-canvas.zip`);
  }
  expect(await areFresh(course, out)).toBe(false);
});

it('courses in folders of one name have their packages apart', () => {
  expect(folderOf('/one/training')).not.toBe(folderOf('/other/training'));
  expect(folderOf('/one/training')).toBe(folderOf('/one/training/'));
  expect(folderOf('course')).toBe(path.join('dist', 'packages'));
});
