/**
 * Scripts that speak to browsers that run no modules: they are taken as they are but for comments and indentation (a minifier
 * would write what the oldest can't read).
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './paths.ts';

/** @param name below `src/player` */
export async function classicScript(name: string): Promise<string> {
  const text = await readFile(path.join(ROOT, 'src/player', name), 'utf8');
  return text.replace(/^\s*\/\*.*\*\/$/gm, '').replace(/^\s+/gm, '');
}
