/**
 * Words of questions stand in the compiled course with and without their marks. Most have no marks, and a file of the package holds
 * those once.
 */

interface Marked {
  id?: string;
  stem?: string;
  text?: string;
  plain?: string;
}

/** What says the same without marks as with them, of a question's stem or of one of its options. */
const plainOf = ({ id, stem, text }: Marked): string | undefined =>
  // where there is neither, what no words are
  /^(?:<p>)?([^<&]*)(?:<\/p>)?$/.exec(stem ?? (id && text) ?? '<')?.[1];

/** For `JSON.stringify`, which calls it before it goes on into what it gives. */
export function leaveOut(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { plain, ...others } = value as Marked;
  return plain !== undefined && plain === plainOf(others) ? others : value;
}

/** Puts back what was left out, in place. Other choices that have an id and a text get their plain words as well. */
export function putBack(value: unknown): unknown {
  if (value instanceof Object) {
    const plain = plainOf(value);
    if (plain !== undefined) Object.assign(value, { plain, ...(value as object) });
    Object.values(value).forEach(putBack);
  }
  return value;
}
