/** A timed run as plain data, and how it is kept among the private notes. */
import type { Item, Response } from '../../course/compiled.ts';
import type { Sureness } from '../spaced.ts';

export interface RunState {
  /** Decides the order of what is shuffled. */
  seed: number;
  /** Ids, in the order asked. */
  items: readonly string[];
  /** Index into `items`; its length for the overview. */
  at: number;
  answers: Readonly<Record<string, Response>>;
  sure: Readonly<Record<string, Sureness>>;
  flagged: readonly string[];
  /** For which the page was there to be read. */
  seconds: number;
  clockHidden: boolean;
  over: boolean;
}

export function openRun(seed: number, items: readonly Item[]): RunState {
  const ids = items.map(({ id }) => id);
  return {
    seed,
    items: ids,
    at: 0,
    answers: {},
    sure: {},
    flagged: [],
    seconds: 0,
    clockHidden: false,
    over: false,
  };
}

/** Where a block's run is kept. */
export const runKey = (block: string): string => `run:${block}`;

export function writeRun(run: RunState): string {
  return JSON.stringify(run);
}

/** The run as it was kept; undefined where there is none, or where a new edition took one of its questions away. */
export function readRun(text: string, items: readonly Item[]): RunState | undefined {
  try {
    const run = JSON.parse(text) as RunState;
    const known = new Set(items.map(({ id }) => id));
    return run.items.length && run.items.every((id) => known.has(id)) ? run : undefined;
  } catch {
    return undefined;
  }
}

/** A record with one entry changed, or taken out. */
export function withEntry<T>(
  record: Readonly<Record<string, T>>,
  key: string,
  value: T | undefined,
): Record<string, T> {
  const others = Object.entries(record).filter(([one]) => one !== key);
  return Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
}
