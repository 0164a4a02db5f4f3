/**
 * The draw of a form and the order of options: both follow from a seed alone, so that the same seed shows the same form in
 * the same order on every device and in every language.
 */
import type { Bank, CourseStructure, Item, LedgerNumber, Question } from '../course/compiled.ts';
import { kindOf } from './items/index.ts';
import { FORM_LIMIT } from './limits.ts';
import { shuffled } from './items/shuffle.ts';
import type { LearningState } from './types.ts';

/** mulberry32: numbers from 0 up to but not including 1, the same for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

type Before = Pick<LearningState, 'itemsSeen' | 'current'>;

/** What an objective's part of a form is drawn from. */
export interface Pool {
  count: number;
  items: readonly Item[];
}

/** They are the same for every draw: whoever draws often works them out once. */
export const poolsOf = (course: CourseStructure, bank: Bank): Pool[] =>
  (course.assessment?.blueprint ?? []).map(({ objective, count }) => ({
    count,
    items: bank.items.filter((item) => item.objective === objective).sort((a, b) => a.no - b.no),
  }));

/**
 * A form by the course's blueprint: of each objective as many items as it asks for, or all where there are fewer. Items
 * that were in no form before come first, then those that weren't in the last form. Empty without an assessment.
 */
export const draw = (course: CourseStructure, bank: Bank, seed: number, before: Before): LedgerNumber[] =>
  drawFrom(poolsOf(course, bank), seed, before);

export function drawFrom(pools: readonly Pool[], seed: number, before: Before): LedgerNumber[] {
  const next = random(seed);
  const last = new Set(before.current?.form.map((entry) => entry.item));
  const drawn = pools.flatMap(({ items, count }) => {
    const [fresh, seen, inLast]: [Item[], Item[], Item[]] = [[], [], []];
    for (const item of shuffled(items, next))
      (last.has(item.no) ? inLast : before.itemsSeen.has(item.no) ? seen : fresh).push(item);
    return [...fresh, ...seen, ...inLast].slice(0, count);
  });
  return shuffled(drawn, next)
    .slice(0, FORM_LIMIT)
    .map(({ no }) => no);
}

/**
 * Ids in the order in which they are shown: options of a choice (authors' order where `shuffle` is false), `true` and
 * `false`, right sides of a match, steps of an ordering (never in the right order to begin with). Empty for a fill-in.
 * For a knowledge check, which has no number, `key` keeps two checks from being shuffled alike.
 */
export function optionOrder(seed: number, question: Question | Item, key = 0): string[] {
  const own = 'no' in question ? question.no : key;
  const next = random(seed ^ Math.imul(own + 1, 0x9e3779b1));
  return kindOf(question.type).order(question, next);
}
