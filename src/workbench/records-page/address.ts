/** Which page of the records is open, and what it is narrowed to: `#records/people?team=North`. */

export const FILTERS = ['team', 'since', 'until', 'language', 'version', 'source', 'due', 'person'] as const;
export type FilterName = (typeof FILTERS)[number];
export type Chosen = Readonly<Partial<Record<FilterName, string>>>;

export interface Address {
  view: string;
  chosen: Chosen;
}

export function readAddress(hash: string): Address {
  const [path = '', query = ''] = hash.slice(1).split('?');
  const given = new URLSearchParams(query);
  const chosen = FILTERS.flatMap((name) => {
    const value = given.get(name);
    return value ? [[name, value]] : [];
  });
  return { view: path.split('/')[1] ?? '', chosen: Object.fromEntries(chosen) as Chosen };
}

/** The same, as a query. */
export const queryOf = (chosen: Chosen): string =>
  String(new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== '')));

export function writeAddress(view: string, chosen: Chosen): string {
  const query = queryOf(chosen);
  return `#records/${view}${query ? `?${query}` : ''}`;
}
