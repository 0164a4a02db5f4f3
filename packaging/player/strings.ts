/** Reads the interface's words in every language that it speaks. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Strings } from '../pack/strings.ts';

export async function readStrings(): Promise<Strings> {
  const folder = path.resolve(import.meta.dirname, '../../src/player/strings');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  const read = async (name: string): Promise<[string, Strings[string]]> => [
    path.basename(name, '.json'),
    JSON.parse(await readFile(path.join(folder, name), 'utf8')) as Strings[string],
  ];
  return Object.fromEntries(await Promise.all(names.map(read)));
}
