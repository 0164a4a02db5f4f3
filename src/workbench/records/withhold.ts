/**
 * Which parts of a breakdown may be shown while names are hidden. A part of fewer than five people is withheld; and since it
 * could be had by taking what is shown from the whole, what is withheld must together be five people or more, or the smallest
 * of the others goes with it (complementary suppression).
 */
import type { Cell } from './tables.ts';

export const SMALLEST = 5;

export interface Parts<T> {
  shown: T[];
  withheld: T[];
}

/**
 * @param apart whether nobody is in two of the parts. Where somebody may be, two parts of three can be the same three people: then
 *   what is withheld holds a part that is large enough by itself.
 */
export function withhold<T>(all: readonly T[], peopleOf: (part: T) => number, apart = true): Parts<T> {
  const sorted = all.toSorted((one, other) => peopleOf(one) - peopleOf(other));
  let count = sorted.filter((part) => peopleOf(part) < SMALLEST).length;
  const isEnough = (): boolean => {
    const sizes = sorted.slice(0, count).map(peopleOf);
    const together = apart ? sizes.reduce((sum, size) => sum + size, 0) : Math.max(...sizes);
    return together >= SMALLEST;
  };
  if (count > 0 && !isEnough()) count += 1;
  const gone = new Set(sorted.slice(0, count));
  return { shown: all.filter((part) => !gone.has(part)), withheld: all.filter((part) => gone.has(part)) };
}

/** What is alike in one cell, in the order in which it is met. */
export function byPart<T, C extends Cell>(rows: readonly T[], cellOf: (row: T) => C): ReadonlyMap<C, T[]> {
  const parts = new Map<C, T[]>();
  for (const row of rows) {
    const cell = cellOf(row);
    const part = parts.get(cell);
    if (part) part.push(row);
    else parts.set(cell, [row]);
  }
  return parts;
}

type Row = Record<string, Cell>;

/**
 * What is withheld as one row behind the others, where it is of enough people.
 * @param sums columns that are added up, of which the first counts; @param named what else the row says
 */
export function merged(
  { shown, withheld }: Parts<Row>,
  sums: readonly [string, ...string[]],
  named: Row,
): Row[] {
  const added = sums.map(
    (column) => [column, withheld.reduce((sum, row) => sum + Number(row[column]), 0)] as const,
  );
  if ((added[0]?.[1] ?? 0) < SMALLEST) return shown;
  return [...shown, { ...withheld[0], ...Object.fromEntries(added), ...named }];
}
