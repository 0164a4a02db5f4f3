/**
 * How often chance is asked, or how many of many cases are tried: a few in `npm test`, ten times as many in `npm run test:long`,
 * which takes every file that uses this once more.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** In the environment of the project that asks more often. */
export const MORE_OFTEN = { RUNS: '10' };

export const runs = (few: number): number => few * Number(process.env['RUNS'] ?? 1);

/** Test files that look more often there. */
export const filesOfChance = (folder: string): string[] =>
  readdirSync(new URL(`${folder}/`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((name) => name.endsWith('.test.ts'))
    .filter((name) => /from '[./]+\/runs\.ts'/.test(readFileSync(new URL(name, import.meta.url), 'utf8')))
    .map((name) => `tests/${name}`);
