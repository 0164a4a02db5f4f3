/**
 * Words of questions stand in the compiled course with and without their marks. Most have no marks, and a file of the package holds
 * those once.
 */

interface Marked {
  id?: unknown;
  stem?: unknown;
  text?: unknown;
  plain?: unknown;
}

/** What says the same without marks as with them, of a question's stem or of one of its options. */
function plainOf({ id, stem, text }: Marked): string | undefined {
  if (typeof stem === 'string') return /^<p>([^<&]*)<\/p>$/.exec(stem)?.[1];
  return typeof id === 'string' && typeof text === 'string' && !/[<&]/.test(text) ? text : undefined;
}

/** For `JSON.stringify`, which calls it before it goes on into what it gives. */
export function leaveOut(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { plain, ...others } = value as Marked;
  return plain !== undefined && plain === plainOf(others) ? others : value;
}

/** Puts back what was left out, in place. Other choices that have an id and a text get their plain words as well. */
export function putBack(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const marked: Marked = value;
  const plain = marked.plain ?? plainOf(marked);
  if (plain !== undefined) marked.plain = plain;
  for (const one of Object.values(value)) putBack(one);
}
