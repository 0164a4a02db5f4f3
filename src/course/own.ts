/**
 * A value by a name that may come from outside: an address, a saved text, an author's id. `constructor` is a name like any
 * other, and what every object has from its kind is not meant by it.
 */
export const own = <Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
