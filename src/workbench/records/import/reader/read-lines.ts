/** Statements, one a line, into columns of numbers and the different texts that they stand for: by several threads. */
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { areAllDifferent } from './all-different.ts';
import { compiledReader } from './compile.ts';

export interface ReadLines {
  /** Parquet: `id`, `happened`, `seconds` (-1: no number of them), and the numbers `who`, `done`, `around` and `result`. */
  rows: readonly string[];
  /** What each number stands for: a part of a statement, one a line, with its number as `#` and which it is as `kind`. */
  texts: readonly string[];
  /** Lines that weren't taken, as they stand in the file. */
  odd: readonly string[];
  oddCount: number;
  /** No two of the rows have the same `id`; false: two may have. */
  isEachOnce: boolean;
}

/** Each has a part of the file, and memory for all that it has met. */
const MOST_THREADS = 2;

interface Told {
  read?: number;
  isRead?: boolean;
  odd?: number;
  ids?: readonly Uint32Array[];
}

/** As many as there is room for. */
const ALL = 0xffffffff;

interface Control {
  /** How many different texts each thread remembers at a time. */
  remember?: number | undefined;
  signal?: AbortSignal | undefined;
  /** How much of the file is read, from 0 to 1. */
  share?: ((done: number) => void) | undefined;
}

/** @returns undefined where too many lines are such that this reader doesn't take them */
export async function readLines(
  path: string,
  folder: string,
  { remember = ALL, signal, share }: Control = {},
): Promise<ReadLines | undefined> {
  const module = await compiledReader();
  const { size } = await stat(path);
  const parts = Math.min(availableParallelism(), MOST_THREADS);
  const files = Array.from({ length: parts }, (_, part) => ({
    rows: join(folder, `rows-${part}`),
    texts: join(folder, `texts-${part}`),
    odd: join(folder, `odd-${part}`),
  }));
  let read = 0;
  const told = (more: number): void => {
    read += more;
    share?.(read / size);
  };
  const threads: Worker[] = [];
  const stop = (): void => void Promise.all(threads.map((thread) => thread.terminate()));
  signal?.throwIfAborted();
  signal?.addEventListener('abort', stop);
  try {
    const ends = await Promise.all(
      files.map((of, part) => {
        const thread = new Worker(new URL('thread.mjs', import.meta.url), {
          // threads that see a file grow have to cut it alike
          workerData: { module, path, size, part, parts, files: of, remember },
          // what this process was started with is of no use there, and takes its time
          execArgv: [],
        });
        threads.push(thread);
        return endOf(thread, told);
      }),
    );
    signal?.throwIfAborted();
    if (ends.some(({ isRead }) => !isRead)) return undefined;
    const all = (which: 'rows' | 'texts' | 'odd'): string[] => files.map((of) => of[which]);
    const oddCount = ends.reduce((sum, { odd = 0 }) => sum + odd, 0);
    const isEachOnce =
      ends.every(({ ids }) => ids !== undefined) && areAllDifferent(ends.flatMap(({ ids }) => ids ?? []));
    return { rows: all('rows'), texts: all('texts'), odd: all('odd'), oddCount, isEachOnce };
  } finally {
    signal?.removeEventListener('abort', stop);
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** What a thread says at its end; one that is ended before says nothing. */
async function endOf(thread: Worker, told: (more: number) => void): Promise<Told> {
  return new Promise((resolve, reject) => {
    let last: Told = {};
    thread.on('message', (message: Told) => {
      if (message.read === undefined) last = message;
      else told(message.read);
    });
    thread.once('error', reject);
    thread.once('exit', () => resolve(last));
  });
}
