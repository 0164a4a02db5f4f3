/**
 * Words of questions stand in the compiled course with and without their marks. Most have no marks, and a file of the package holds
 * those once.
 */

interface Marked {
  id?: unknown;
  stem?: string;
  text?: string;
  plain?: string;
}

/** What says the same without marks as with them, of a question's stem or of one of its options. */
const plainOf = ({ id, stem, text }: Marked): string | undefined =>
  (stem ? /^<p>([^<&]*)<\/p>$/ : /^([^<&]*)$/).exec(stem ?? (id === undefined ? '<' : (text ?? '<')))?.[1];

/** For `JSON.stringify`, which calls it before it goes on into what it gives. */
export function leaveOut(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { plain, ...others } = value as Marked;
  return plain !== undefined && plain === plainOf(others) ? others : value;
}

/** Puts back what was left out, in place. Other choices that have an id and a text get their plain words as well. */
export function putBack(value: unknown): void {
  if (!(value instanceof Object)) return;
  const plain = plainOf(value as Marked);
  if (plain !== undefined) Object.assign(value, { plain, ...value });
  for (const one of Object.values(value)) putBack(one);
}
