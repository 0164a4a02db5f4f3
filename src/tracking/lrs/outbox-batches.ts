/** What goes into one request, and whether the LRS has a statement already. */
import type { StoredEntry } from './outbox-storage.ts';
import type { BareStatement } from './types.ts';

export function batchOf(held: readonly StoredEntry[], longest: number, most: number): StoredEntry[] {
  const batch: StoredEntry[] = [];
  let size = 0;
  for (const one of held) {
    size += bytes(JSON.stringify(one.entry.statement)) + 300;
    if (batch.length > 0 && (size > longest || batch.length === most)) break;
    batch.push(one);
  }
  return batch;
}

export const bytes = (text: string): number => new TextEncoder().encode(text).byteLength;

/**
 * Immutable parts only: an LRS may return other words, and more (xAPI 1.0.3, part 2, 2.3.1). Times are left out: another
 * device that says the same thing of the same registration says it at another moment.
 */
export const isSame = (one: BareStatement, other: BareStatement): boolean => essence(one) === essence(other);

const essence = ({ id, verb, object, context }: BareStatement): string =>
  JSON.stringify([id, verb.id, object.id, context?.registration?.toLowerCase()]);
