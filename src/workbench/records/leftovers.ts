/**
 * Where people's data lies while it is worked with, beside the records themselves: nothing of it stays. A process that is killed can't see
 * to that, so whoever opens the records next does.
 */
import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

/** In which the database is written anew. */
export const anewOf = (file: string): string => `${file}.anew`;

/** What the engine could not hold in memory, and a database that was being written anew. Nobody else has the file open. */
export async function clearLeftovers(file: string): Promise<void> {
  for (const left of [`${file}.tmp`, anewOf(file), `${anewOf(file)}.wal`])
    await rm(left, { recursive: true, force: true });
}

const KIND = `records-${hostname()}-`;
const open = new Set<string>();

/** For records that are in memory alone: what there is no room for goes here. */
export async function passingFolder(): Promise<string> {
  await clearOfDead();
  const folder = await mkdtemp(join(tmpdir(), `${KIND}${process.pid}-`));
  if (open.size === 0) for (const signal of SIGNALS) process.on(signal, endBy);
  open.add(folder);
  return folder;
}

export function dropPassing(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  open.delete(folder);
  if (open.size === 0) for (const signal of SIGNALS) process.off(signal, endBy);
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** As it would have ended by itself, but for what lies there. */
function endBy(signal: NodeJS.Signals): void {
  for (const folder of open) dropPassing(folder);
  process.kill(process.pid, signal);
}

async function clearOfDead(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(KIND));
  for (const name of names)
    if (isDead(Number.parseInt(name.slice(KIND.length), 10)))
      // of somebody else who works on this machine
      await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
}

function isDead(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
