/**
 * xAPI statements into the four tables, by one pass over a typed structure. This project's own statements (docs/records.md)
 * are understood whole; of any other course its answers, scores, passes and completions. Voided statements go (xAPI 1.0.3,
 * 2.3.2), and a statement that is met twice counts once.
 */
import { createWriteStream } from 'node:fs';
import { copyFile, rm, stat, symlink } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { numberFrom } from '../first-cell.ts';
import { text } from '../sql-text.ts';
import { brokenTime, lineOf } from './broken-statement.ts';
import { envelopeOf } from './envelope.ts';
import { ImportFailure } from './failure.ts';
import { noteLeftOut } from './left-out.ts';
import type { Notes } from './notes.ts';
import { stageNumbered } from './numbered.ts';
import { readLines } from './reader/read-lines.ts';
import type { Shape } from './shape.ts';
import { BY_TEXTS, stagedFrom, STATEMENT, WHOS } from './staged.ts';
import { openStaging, type Staging } from './staging.ts';
import { takeStaged } from './take-staged.ts';
import { containerOf, firstText, isPlainUtf8, readText } from './text.ts';

/** Of one statement, in bytes: each thread keeps a buffer of this size. */
const LARGEST = 4_194_304;
/** Of what an LRS answers a query with, which is one object. */
const LARGEST_ANSWER = 134_217_728;

/** How often the engine is asked how far it has come, in milliseconds. */
const LOOK = 250;
/** What reading takes of all the time, and how many steps follow it. */
const READING = 0.6;
const STEPS = 7;

/** Of a file, in bytes: below this the engine has read it before two threads have begun to. */
const LARGE = 134_217_728;

export interface Watch {
  signal?: AbortSignal | undefined;
  /** How much of the work is done, from 0 to 1. */
  share?: ((done: number) => void) | undefined;
  /** The LRS from which they are: nobody has the file, and nobody can mend it. */
  lrs?: string | undefined;
  /** From how many bytes on lines are read by the reader for many of them, and how many different texts it remembers. */
  reader?: { from?: number; remember?: number } | undefined;
}

/** Something in a file is such that only the engine's own way can take it in, or say what is wrong with it. */
export class NotByLines extends Error {
  override readonly name = 'NotByLines';
}

/**
 * @returns how many statements were new. @throws ImportFailure with the line of a statement that can't be read, NotByLines where all has
 * to be done again without the reader for many lines
 */
export async function importStatements(
  connection: DuckDBConnection,
  path: string,
  notes: Notes,
  watching: Watch = {},
): Promise<number> {
  const { signal, share } = watching;
  const staging = await openStaging(connection);
  try {
    const shape = await stage(connection, staging, path, notes, watching);
    let steps = 0;
    return await takeStaged(connection, staging, shape, () => {
      share?.(Math.min(READING + ((1 - READING) * steps) / STEPS, 1));
      signal?.throwIfAborted();
      steps += 1;
    });
  } finally {
    await staging.drop();
  }
}

async function stage(
  connection: DuckDBConnection,
  staging: Staging,
  path: string,
  notes: Notes,
  watching: Watch,
): Promise<Shape> {
  const { lrs } = watching;
  const plain = await asEngineReads(path, staging.folder);
  try {
    const source = await sourceOf(plain.path);
    const shape = (await isForReader(plain.path, source, watching))
      ? await stageLines(connection, staging, plain.path, watching)
      : await stageByEngine(connection, staging, path, source, watching.share).catch((error: unknown) => {
          throw lrs !== undefined && error instanceof ImportFailure ? unreadable(lrs, error) : error;
        });
    if (shape.leftOut !== undefined)
      await noteLeftOut(
        connection,
        shape.leftOut,
        isByLine(source) && lrs === undefined ? path : undefined,
        notes,
      );
    return shape;
  } finally {
    await plain.done();
  }
}

async function isForReader(path: string, source: Source, { lrs, reader }: Watch): Promise<boolean> {
  if (lrs !== undefined || !isByLine(source) || !isBare(source) || (await containerOf(path)) !== 'plain')
    return false;
  return (await stat(path)).size >= (reader?.from ?? LARGE);
}

/** @throws NotByLines, whatever the reader stumbles on: the engine then takes the file in, or says what is wrong, and where */
async function stageLines(
  connection: DuckDBConnection,
  staging: Staging,
  path: string,
  { signal, share, reader }: Watch,
): Promise<Shape> {
  try {
    const lines = await readLines(path, staging.folder, {
      remember: reader?.remember,
      signal,
      share: (done) => share?.(READING * done),
    });
    const shape = lines && (await stageNumbered(connection, staging.folder, lines));
    if (shape) return shape;
  } catch (error) {
    signal?.throwIfAborted();
    throw new NotByLines(undefined, { cause: error });
  }
  throw new NotByLines();
}

const unreadable = (lrs: string, cause: ImportFailure): ImportFailure =>
  new ImportFailure(
    lrs,
    undefined,
    'One of its statements can’t be read.',
    'Ask whoever keeps the LRS to void it. What came before it is kept.',
    cause,
  );

/** The engine counts what it has read of a file, once it has been busy for two seconds. */
async function watch(connection: DuckDBConnection, share: (done: number) => void): Promise<NodeJS.Timeout> {
  await connection.run('set enable_progress_bar = true');
  await connection.run('set enable_progress_bar_print = false');
  return setInterval(() => {
    const { percentage } = connection.progress;
    if (percentage > 0) share((READING * percentage) / 100);
  }, LOOK);
}

/** The engine reads UTF-8 without a mark, and takes `*`, `?` and `[` in a name for a pattern: else a copy, or another name for it. */
async function asEngineReads(path: string, folder: string): Promise<{ path: string; done(): Promise<void> }> {
  const isPlain = await isPlainUtf8(path);
  if (isPlain && !/[*?[\]{}]/.test(path)) return { path, done: async () => {} };
  const other = join(folder, 'plain');
  const done = (): Promise<void> => rm(other, { force: true });
  if (isPlain) await symlink(resolve(path), other).catch(() => copyFile(path, other));
  else await copyAsUtf8(path, other);
  return { path: other, done };
}

async function copyAsUtf8(from: string, to: string): Promise<void> {
  try {
    await pipeline(Readable.from(readText(from)), createWriteStream(to));
  } catch (error) {
    await rm(to, { force: true });
    throw error;
  }
}

type Parts = Readonly<Record<string, string>>;

/** What is read of each statement, by the names of its parts and their types, as something to select from. */
type Source = (parts: Parts) => string;

/** Not as a part of a record of the LRS. */
const isBare = (source: Source): boolean => source({ id: 'VARCHAR' }).startsWith('read_json(');
const isByLine = (source: Source): boolean => source({ id: 'VARCHAR' }).includes('newline_delimited');

const listed = (parts: Parts, one: (name: string, type: string) => string): string =>
  Object.entries(parts)
    .map(([name, type]) => one(name, type))
    .join(', ');

/** Of a statement that isn't a row by itself. */
const whole = (parts: Parts): string => `STRUCT(${listed(parts, (name, type) => `"${name}" ${type}`)})`;

async function sourceOf(path: string): Promise<Source> {
  const start = (await firstText(path)).trimStart();
  const compression = (await containerOf(path)) === 'gzip' ? 'gzip' : 'uncompressed';
  const read = (format: string, columns: string, largest = LARGEST): string =>
    `read_json(${text(path)}, format = '${format}', records = true, auto_detect = false, compression = '${compression}', maximum_object_size = ${largest}, columns = {${columns}})`;
  const { holds, isRecord } = envelopeOf(start);
  if (holds === 'answer')
    return (parts) =>
      `(select unnest(statements, max_depth := 2) from ${read('auto', `statements: '${whole(parts)}[]'`, LARGEST_ANSWER)})`;
  if (isRecord)
    return (parts) => `(select unnest(statement) from ${read(holds, `statement: '${whole(parts)}'`)})`;
  return (parts) =>
    read(
      holds,
      listed(parts, (name, type) => `${name}: '${type}'`),
    );
}

async function stageByEngine(
  connection: DuckDBConnection,
  staging: Staging,
  path: string,
  source: Source,
  share: Watch['share'],
): Promise<Shape> {
  try {
    const watching = share && (await watch(connection, share));
    await staging.put(stagedFrom(source(STATEMENT))).finally(() => clearInterval(watching));
    await connection.run(WHOS);
    await mustBeAgents(connection, source);
  } catch (error) {
    const line = isByLine(source) ? lineOf(error) : undefined;
    const time = isByLine(source) && line === undefined ? await brokenTime(path) : undefined;
    if (time)
      throw new ImportFailure(
        basename(path),
        time.line,
        `“${time.timestamp.slice(0, 60)}” is no time as xAPI writes it (2026-12-31T10:00:00Z).`,
        'Mend or take out this statement. Nothing of this file was taken in.',
        error,
      );
    throw new ImportFailure(
      basename(path),
      line,
      'From here on this is no xAPI statement as JSON; the file may have been cut off.',
      'Export it again, or take the broken line out. Nothing of this file was taken in.',
      error,
    );
  }
  await mustSayWho(connection, basename(path));
  await mustDiffer(connection);
  return BY_TEXTS;
}

/** Objects of JSON may be anything. @throws ImportFailure */
async function mustSayWho(connection: DuckDBConnection, file: string): Promise<void> {
  if ((await numberFrom(connection, 'select count(*) from whos')) > 0) return;
  if ((await numberFrom(connection, 'select count(*) from staged')) === 0) return;
  throw new ImportFailure(
    file,
    undefined,
    'This is JSON, but no xAPI statements: nothing in it says who did something (“actor”, “verb”).',
    'Export the statements of the LRS as they are, as a list or one a line.',
  );
}

/** Actors are read as they are written. One that is none is looked for again, so that the engine says where it stands. */
async function mustBeAgents(connection: DuckDBConnection, source: Source): Promise<void> {
  if ((await numberFrom(connection, 'select count(*) from whos where not is_agent')) > 0)
    await connection.run(
      `select count(actor) from ${source({ actor: 'STRUCT(account STRUCT(name VARCHAR))' })}`,
    );
}

/** Numbers of 64 bits made of texts: in a hundred thousand of them two are alike once in thousands of millions of files. */
async function mustDiffer(connection: DuckDBConnection): Promise<void> {
  if ((await numberFrom(connection, 'select count(*) - count(distinct who) from whos')) > 0)
    throw new Error('Two actors of this file have one number, so they can’t be told apart.');
}
