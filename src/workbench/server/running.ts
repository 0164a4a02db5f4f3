/**
 * Where the workbench can be asked that has a folder of records open, for only one process can have its database: a file beside it, as
 * long as the workbench runs. One that was killed leaves its file, so whoever is named in it is asked first whether it is so.
 */
import { readFile, realpath, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const FILE = 'running.json';
/** Longer than a workbench takes to answer that is busy with an import, in milliseconds. */
const PATIENCE = 10_000;

const fileSchema = z.object({ address: z.string().regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/) });
const answerSchema = z.object({ folder: z.string() });

/** @returns what takes the word back */
export async function tellRunning(folder: string, address: string): Promise<() => Promise<void>> {
  const file = path.join(folder, FILE);
  await writeFile(file, JSON.stringify({ address }));
  return () => rm(file, { force: true });
}

/** The address of the workbench that has this folder open; undefined where there is none that answers. */
export async function runningIn(folder: string): Promise<string | undefined> {
  try {
    const { address } = fileSchema.parse(JSON.parse(await readFile(path.join(folder, FILE), 'utf8')));
    const answer = await fetch(`${address}/api/state`, { signal: AbortSignal.timeout(PATIENCE) });
    const open = answerSchema.parse(await answer.json());
    return (await realpath(open.folder)) === (await realpath(folder)) ? address : undefined;
  } catch {
    return undefined;
  }
}
