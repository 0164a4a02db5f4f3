/** Which page of the records is open, and what it is narrowed to: `#records/people?team=North`. */

const FILTERS = [
  'team',
  'course',
  'since',
  'until',
  'language',
  'version',
  'source',
  'due',
  'person',
  'names',
] as const;
type FilterName = (typeof FILTERS)[number];
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
  const address = { view: path.split('/')[1] ?? '', chosen: Object.fromEntries(chosen) as Chosen };
  return areHidden(address.chosen) ? whileHidden(address) : address;
}

/** Whether people are to be told from each other without being named: `names=hidden`. */
export const areHidden = ({ names }: Chosen): boolean => names === 'hidden';

/** Without what could single somebody out, which the server would refuse. Nobody has a page of their own. */
function whileHidden({ view, chosen: { team, due } }: Address): Address {
  return {
    view: view === 'person' ? 'people' : view,
    chosen: { ...(team && { team }), ...(due && { due }), names: 'hidden' },
  };
}

/** The same, as a query. */
export const queryOf = (chosen: Chosen): string =>
  String(new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== '')));

export function writeAddress(view: string, chosen: Chosen): string {
  const address = areHidden(chosen) ? whileHidden({ view, chosen }) : { view, chosen };
  const query = queryOf(address.chosen);
  return `#records/${address.view}${query ? `?${query}` : ''}`;
}

/** Leads on by the address, so that the browser's own way leads back. */
export class Steps {
  #last: { field: string; to: string } | undefined;

  /** @param field in which it was chosen: the arrow keys go through all its choices, and a typed date through years, as one step */
  go(to: string, field?: string): void {
    const isSame = field !== undefined && field === this.#last?.field && location.hash === this.#last.to;
    this.#last = field === undefined ? undefined : { field, to };
    if (isSame) location.replace(to);
    else location.hash = to;
  }
}
