/** The reader of statements is kept once it is compiled; nothing that lies in its place, or prevents that, stops an import. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readerKeptIn } from '../../../src/workbench/records/import/reader/compile.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept [1] '));
});
afterEach(() => rm(folder, { recursive: true }));

const exportsOf = (module: WebAssembly.Module): string[] =>
  WebAssembly.Module.exports(module).map(({ name }) => name);

it('the reader is kept, and compiled again where what was kept is damaged', async () => {
  const kept = join(folder, 'deeper');
  expect(exportsOf(await readerKeptIn(kept))).toContain('read');
  const names = await readdir(kept);
  expect(names).toHaveLength(1);
  const place = join(kept, names[0]!);
  const whole = await readFile(place);
  await writeFile(place, whole.subarray(0, whole.length / 2));
  expect(exportsOf(await readerKeptIn(kept))).toContain('read');
  expect(await readFile(place)).toEqual(whole);
  expect(await readdir(kept)).toEqual(names);
});

it('the reader is there where it can’t be kept', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  expect(exportsOf(await readerKeptIn(file))).toContain('read');
});
