/** What a record itself holds by a name from outside: `constructor` and `toString` are ids like any other. */
export function ownField<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}
