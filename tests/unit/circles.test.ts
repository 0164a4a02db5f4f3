/**
 * No files of the product stand in a circle. Lint follows what is imported at once; here what is fetched later counts as
 * well, and so do types: whoever reads one file of a circle has to read them all.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** `from './a.ts'`, `import './a.ts'`, `import('./a.ts')`. */
const IMPORTED = /\b(?:from|import)\b\s*\(?\s*'(\.[^']+\.ts)'/g;

async function importsOf(file: string): Promise<string[]> {
  const text = await readFile(path.join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORTED)].map(([, address]) => path.join(path.dirname(file), address!));
}

async function everyFile(): Promise<string[]> {
  const within = async (room: string): Promise<string[]> =>
    (await readdir(path.join(ROOT, room), { recursive: true }))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(room, name));
  return (await Promise.all(['src', 'packaging'].map(within))).flat().toSorted();
}

/** What is left when files that import nothing of what is left are taken away, again and again. */
function inCircles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const left = new Set(imports.keys());
  const isFree = (file: string): boolean => !imports.get(file)!.some((other) => left.has(other));
  for (let free = [...left].filter(isFree); free.length > 0; free = [...left].filter(isFree))
    for (const file of free) left.delete(file);
  // Whoever only leads to a circle isn't in it
  const isImported = (file: string): boolean => [...left].some((other) => imports.get(other)!.includes(file));
  for (let tops = [...left].filter((file) => !isImported(file)); tops.length > 0;) {
    for (const file of tops) left.delete(file);
    tops = [...left].filter((file) => !isImported(file));
  }
  return [...left];
}

it('no file is needed by what it needs, at once or later', async () => {
  const files = await everyFile();
  const imports = new Map(
    await Promise.all(files.map(async (file) => [file, await importsOf(file)] as const)),
  );
  expect(imports.get('src/player/store.ts')).toContain('src/player/store-actions.ts');
  expect(inCircles(imports)).toEqual([]);
});

it('a circle through what is fetched later is found, without those that lead to it', () => {
  const circle = new Map([
    ['start', ['one']],
    ['one', ['two', 'leaf']],
    ['two', ['one']],
    ['leaf', []],
  ]);
  expect(inCircles(circle)).toEqual(['one', 'two']);
});
