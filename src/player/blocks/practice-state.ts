/** A round of practice as plain data, and how it is kept among the private notes. */
import type { Item, Response } from '../../course/compiled.ts';
import { own } from '../../course/own.ts';
import type { Sureness } from '../spaced.ts';

export interface PracticeState {
  /** Decides the order of what is shuffled. */
  seed: number;
  /** Ids of the items of this round, in order. */
  queue: readonly string[];
  /** Index into `queue`; its length when the round is over. */
  at: number;
  /** The latest answer to each item, from all rounds since the start. */
  answers: Readonly<Record<string, Response>>;
  /** How sure the learner was of each of them, where they said so. */
  sure: Readonly<Record<string, Sureness>>;
}

export function openPractice(seed: number, items: readonly Item[]): PracticeState {
  return { seed, queue: items.map((item) => item.id), at: 0, answers: {}, sure: {} };
}

/** Where a practice test's round is kept. */
export const practiceKey = (block: string): string => `practice:${block}`;

export function writePractice(state: PracticeState): string {
  return JSON.stringify(state);
}

/** The round as it was kept, at the first question still open; undefined where nothing fits these items. */
export function readPractice(text: string, items: readonly Item[]): PracticeState | undefined {
  try {
    const kept = JSON.parse(text) as Omit<PracticeState, 'sure'> & Partial<PracticeState>;
    const ids = new Set(items.map((item) => item.id));
    const queue = kept.queue.filter((id) => ids.has(id));
    // items that came with a new edition join the round
    const fresh = [...ids].filter((id) => !queue.includes(id) && !own(kept.answers, id));
    const all = [...queue, ...fresh];
    const current = kept.queue[kept.at];
    const at = current === undefined ? queue.length : all.indexOf(current);
    const { seed, answers, sure = {} } = kept; // earlier versions kept no sureness
    return all.length && at >= 0 ? { seed, queue: all, at, answers, sure } : undefined;
  } catch {
    return undefined;
  }
}
