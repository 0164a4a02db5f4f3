/**
 * How many readers pass, if they answer as the blind readers did. Forms are drawn as learners get them; after a failed
 * try they see which answers were right and no keys, and the next form draws first what was not seen.
 */
import type { Bank, CourseStructure, Item } from '../../src/course/compiled.ts';
import { drawFrom, poolsOf, random, type Pool } from '../../src/learning/draw.ts';
import type { FormEntry } from '../../src/learning/types.ts';

export interface Simulated {
  /** Share of readers who have passed by the first, third and tenth try. */
  first: number;
  third: number;
  tenth: number;
}

const READERS = 1000;
const TRIES = 10;

/** @param chanceOf how likely a reader keys an item that was never met before, 0 to 1 */
export function simulate(course: CourseStructure, bank: Bank, chanceOf: (item: Item) => number): Simulated {
  const pools = poolsOf(course, bank);
  const items = new Map(bank.items.map((item) => [item.no, { item, chance: chanceOf(item) }]));
  const passMark = course.assessment?.passMark ?? 100;
  const passedAt = Array.from({ length: READERS }, (_, reader) =>
    firstPass({ pools, items, passMark }, reader),
  );
  const by = (number: number): number => passedAt.filter((at) => at <= number).length / READERS;
  return { first: by(1), third: by(3), tenth: by(TRIES) };
}

interface Test {
  pools: readonly Pool[];
  items: ReadonlyMap<number, { item: Item; chance: number }>;
  passMark: number;
}

/** The number of the try that passes; Infinity where none does. */
function firstPass({ pools, items, passMark }: Test, reader: number): number {
  const next = random(reader * 7919 + 1);
  const itemsSeen = new Set<number>();
  const met = new Map<number, Met>();
  let form: FormEntry[] = [];
  for (let number = 1; number <= TRIES; number++) {
    const current = { number, seed: 0, startedAt: 0, form, firstInteraction: 0 };
    const drawn = drawFrom(pools, Math.floor(next() * 2 ** 32), { itemsSeen, current });
    let right = 0;
    for (const no of drawn) {
      const known = items.get(no);
      if (!known) continue;
      const before = met.get(no) ?? { right: false, wrong: 0 };
      const keyed = next() < chanceAgain(known.item, before, known.chance);
      right += keyed ? 1 : 0;
      met.set(no, keyed ? { right: true, wrong: before.wrong } : { right: false, wrong: before.wrong + 1 });
      itemsSeen.add(no);
    }
    if (right * 100 >= passMark * drawn.length) return number;
    form = drawn.map((item) => ({ item, flagged: false, latency: 0, answeredAfter: 0 }));
  }
  return Infinity;
}

interface Met {
  right: boolean;
  /** How often it was answered wrong. */
  wrong: number;
}

/** Who was told that an answer is right gives it again; who was told that it is wrong gives another one. */
function chanceAgain(item: Item, { right, wrong }: Met, chance: number): number {
  if (right) return 1;
  if (wrong === 0 || item.type !== 'one') return item.type === 'true-false' && wrong > 0 ? 1 : chance;
  return Math.max(chance, 1 / Math.max(1, item.options.length - wrong));
}
