/**
 * xAPI statements into the four tables, by one pass over a typed structure. This project's own statements (docs/records.md)
 * are understood whole; of any other course its answers, scores, passes and completions. Voided statements go (xAPI 1.0.3,
 * 2.3.2), and a statement that is met twice counts once.
 */
import { randomUUID } from 'node:crypto';
import { copyFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { text } from '../sql-text.ts';
import { ImportFailure } from './failure.ts';
import { STATEMENT, stagedFrom } from './staged.ts';
import { openStaging, type Staging } from './staging.ts';
import { takeStaged } from './take-staged.ts';
import { containerOf, firstText } from './text.ts';

/** Of one statement, in bytes: each thread keeps a buffer of this size. */
const LARGEST = 4_194_304;
/** Of what an LRS answers a query with, which is one object. */
const LARGEST_ANSWER = 134_217_728;

/** How often the engine is asked how far it has come, in milliseconds. */
const LOOK = 250;
/** What reading takes of all the time, and how many steps follow it. */
const READING = 0.6;
const STEPS = 9;

export interface Watch {
  signal?: AbortSignal | undefined;
  /** How much of the work is done, from 0 to 1. */
  share?: ((done: number) => void) | undefined;
}

/** @returns how many statements were new. @throws ImportFailure with the line of a statement that can't be read */
export async function importStatements(
  connection: DuckDBConnection,
  path: string,
  { signal, share }: Watch = {},
): Promise<number> {
  const plain = await withoutPattern(path);
  const staging = await openStaging(connection);
  try {
    const watching = share && (await watch(connection, share));
    try {
      await stage(staging, path, await sourceOf(path, plain.path));
    } finally {
      clearInterval(watching);
      await plain.done();
    }
    let steps = 0;
    return await takeStaged(connection, staging, () => {
      share?.(Math.min(READING + ((1 - READING) * steps) / STEPS, 1));
      signal?.throwIfAborted();
      steps += 1;
    });
  } finally {
    await staging.drop();
  }
}

/** The engine counts what it has read of a file, once it has been busy for two seconds. */
async function watch(connection: DuckDBConnection, share: (done: number) => void): Promise<NodeJS.Timeout> {
  await connection.run('set enable_progress_bar = true');
  await connection.run('set enable_progress_bar_print = false');
  return setInterval(() => {
    const { percentage } = connection.progress;
    if (percentage > 0) share((READING * percentage) / 100);
  }, LOOK);
}

/** DuckDB takes `*`, `?` and `[` in a name for a pattern. */
async function withoutPattern(path: string): Promise<{ path: string; done(): Promise<void> }> {
  if (!/[*?[\]{}]/.test(path)) return { path, done: async () => {} };
  const other = join(tmpdir(), `statements-${randomUUID()}`);
  await symlink(resolve(path), other).catch(() => copyFile(path, other));
  return { path: other, done: () => rm(other, { force: true }) };
}

/** A list, an object a line, or what an LRS answers a query with. */
async function sourceOf(path: string, readable: string): Promise<string> {
  const start = (await firstText(path)).trimStart();
  const compression = (await containerOf(path)) === 'gzip' ? 'gzip' : 'uncompressed';
  const read = (format: string, columns: string, largest = LARGEST): string =>
    `read_json(${text(readable)}, format = '${format}', records = true, auto_detect = false, compression = '${compression}', maximum_object_size = ${largest}, columns = {${columns}})`;
  const columns = Object.entries(STATEMENT)
    .map(([name, type]) => `${name}: '${type}'`)
    .join(', ');
  if (/^\{\s*"(statements|more)"\s*:/.test(start)) {
    const whole = `STRUCT(${Object.entries(STATEMENT)
      .map(([name, type]) => `"${name}" ${type}`)
      .join(', ')})[]`;
    return `(select unnest(statements, max_depth := 2) from ${read('auto', `statements: '${whole}'`, LARGEST_ANSWER)})`;
  }
  return read(start.startsWith('[') ? 'array' : 'newline_delimited', columns);
}

async function stage(staging: Staging, path: string, source: string): Promise<void> {
  try {
    await staging.put(stagedFrom(source));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    // It counts the lines that it has behind it and one more. Where statements stand in a list there are no lines to name.
    const line = source.includes('newline_delimited') ? /\bline (\d+)/.exec(why)?.[1] : undefined;
    throw new ImportFailure(
      basename(path),
      line === undefined ? undefined : Number(line) - 1,
      'From here on this is no xAPI statement as JSON; the file may have been cut off.',
      'Export it again, or take the broken line out. Nothing of this file was taken in.',
      error,
    );
  }
}
