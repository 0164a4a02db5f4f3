/** `readings.json`: how many blind readers keyed an item, and which words of it they read. Written by a command. */
import { z } from 'zod';
import type { Item } from '../../../src/course/compiled.ts';
import { wordsHash } from './asked.ts';
import type { MarkedAnswer, MarkedSheet } from './marking.ts';
import { KINDS, type Kind } from './kinds.ts';

export const READINGS_FILE = 'readings.json';

const reading = z.strictObject({
  /** Hash of the words that were read. */
  words: z.string(),
  date: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  readers: z.int().min(1),
  keyed: z.int().min(0),
});
export type Reading = z.output<typeof reading>;

/** By item, language and kind of reading. */
export const readingsSource = z.strictObject({
  format: z.literal(1),
  items: z.record(z.string(), z.record(z.string(), z.partialRecord(z.enum(KINDS), reading))),
});
export type Readings = z.output<typeof readingsSource>;

export const NO_READINGS: Readings = { format: 1, items: {} };

/** What one kind of readers made of an item, together. */
export interface ItemResult {
  item: string;
  words: string;
  language: string;
  kind: Kind;
  readers: number;
  keyed: number;
}

export function resultsOf(sheets: readonly MarkedSheet[]): ItemResult[] {
  const results = new Map<string, ItemResult>();
  for (const { language, kind, answers } of sheets)
    for (const { item, words, keyed } of answers) {
      const name = [language, kind, item, words].join(' ');
      const before = results.get(name) ?? { item, words, language, kind, readers: 0, keyed: 0 };
      results.set(name, {
        ...before,
        readers: before.readers + 1,
        keyed: before.keyed + (keyed ? 1 : 0),
      });
    }
  return [...results.values()];
}

/** A new reading takes the place of the one before of its kind. Items that are gone leave with it. */
export function recorded(
  before: Readings,
  results: readonly ItemResult[],
  date: string,
  known: ReadonlySet<string>,
): Readings {
  const items: Readings['items'] = Object.fromEntries(
    Object.entries(before.items).filter(([id]) => known.has(id)),
  );
  for (const { item, language, kind, words, readers, keyed } of results) {
    if (!known.has(item)) continue;
    const own = items[item] ?? {};
    items[item] = { ...own, [language]: { ...own[language], [kind]: { words, date, readers, keyed } } };
  }
  const sorted = Object.entries(items).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { format: 1, items: Object.fromEntries(sorted) };
}

/** The reading of an item as it stands now; undefined where it was never read so. */
export function readingOf(
  { items }: Readings,
  item: Item,
  language: string,
  kind: Kind,
): Reading | undefined {
  const found = items[item.id]?.[language]?.[kind];
  return found?.words === wordsHash(item) ? found : undefined;
}

/** The items that a kind of readers hasn't read as they stand now. */
export function unreadOf(
  items: readonly Item[],
  readings: Readings,
  { language, kind }: { language: string; kind: Kind },
): Item[] {
  return items.filter((item) => !readingOf(readings, item, language, kind));
}

export const shareKeyed = (answers: readonly MarkedAnswer[]): number =>
  answers.filter(({ keyed }) => keyed).length / Math.max(1, answers.length);
