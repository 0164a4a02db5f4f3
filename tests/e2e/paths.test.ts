/** Where the project lies makes no difference to what it packs. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { hash } from '../../packaging/hash.ts';

const run = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, '../..');
const BASE = 'tests/fixtures/courses/base';
const PACKAGE = 'base-1.0.0-scorm12.zip';
const NEEDED = ['packaging', 'src', BASE, 'package.json', 'tsconfig.json', 'vite.config.ts', 'LICENSE'];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'paths-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function checkout(name: string): Promise<string> {
  const copy = path.join(folder, name, 'module');
  await mkdir(copy, { recursive: true });
  for (const part of NEEDED) await cp(path.join(ROOT, part), path.join(copy, part), { recursive: true });
  await symlink(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}

async function packaged(copy: string): Promise<string> {
  const args = ['packaging/commands/start.mjs', 'package', BASE, '--standard', 'scorm12', '--out', 'out'];
  await run(process.execPath, args, { cwd: copy });
  return hash(await readFile(path.join(copy, 'out', PACKAGE)));
}

it('a folder with signs that mean something to patterns and addresses gives the same packages', async () => {
  const here = hash(await readFile(path.join(inject('packages'), 'base', PACKAGE)));
  expect(await packaged(await checkout("it's [draft] {2} #1 100%"))).toBe(here);
});

it('a folder with a question mark is refused in two sentences', async () => {
  const copy = await checkout('really?');
  const args = ['packaging/commands/start.mjs', 'course:check', BASE];
  await expect(run(process.execPath, args, { cwd: copy })).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(
      /^This project lies in a folder that has a "\?".*\n.*Rename that folder\.\n$/,
    ),
  });
});
