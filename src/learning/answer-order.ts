/**
 * In which order the answers and flags of an open form were given. A counter (Lamport's: one more than the highest that
 * was seen) and no clock, since the state's times are seconds, and coarser after half an hour. It isn't part of the saved
 * state, where there is no room for it: it travels between the pages of one device, behind the state that their journal
 * keeps. Pure.
 */
import type { LedgerNumber } from '../course/compiled.ts';
import type { Change, FormOrder } from './types.ts';

/** Far above what anybody can do in a form; it bounds what damaged text can bring. */
const HIGHEST = 1_000_000_000;

export const NO_ORDER: FormOrder = new Map();

const NEVER: Change = { answer: 0, flag: 0 };

export const changeOf = (order: FormOrder, item: LedgerNumber): Change => order.get(item) ?? NEVER;

export const highestOf = (order: FormOrder): number =>
  Math.max(0, ...[...order.values()].flatMap(({ answer, flag }) => [answer, flag]));

/** The order after one more change. */
export function withChange(order: FormOrder, item: LedgerNumber, what: keyof Change): FormOrder {
  return new Map(order).set(item, { ...changeOf(order, item), [what]: highestOf(order) + 1 });
}

/** `<item>.<answer>.<flag>_…` in base 36; empty where nothing was done. */
export function orderText(order: FormOrder): string {
  return [...order]
    .sort(([one], [other]) => one - other)
    .map(([item, { answer, flag }]) => [item, answer, flag].map((number) => number.toString(36)).join('.'))
    .join('_');
}

/** None where it is empty or damaged. */
export function orderFrom(text: string): FormOrder {
  const rows = text.split('_').map((row) => row.split('.').map((number) => parseInt(number, 36)));
  const sound = rows.every((row) => row.length === 3 && row.every((n) => n >= 0 && n <= HIGHEST));
  return sound
    ? new Map(rows.map(([item, answer, flag]) => [item!, { answer: answer!, flag: flag! }]))
    : NO_ORDER;
}
