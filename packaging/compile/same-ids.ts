/** The same ids in the same order: held between two languages. */
import type { Faults } from './faults.ts';
import type { Place } from './fragment.ts';

export interface Named {
  id: string;
  place: Place;
}

export interface Pair {
  /** The language that the other is held to. */
  first: string;
  other: string;
  faults: Faults;
}

/** How many missing ids a message names. */
const MOST_NAMES = 8;

/**
 * @param around where to point for what is missing; the file of the same name where left out
 * @returns whether both have the same ids in the same order
 */
export function compareIds(
  model: readonly Named[],
  list: readonly Named[],
  what: string,
  pair: Pair,
  around?: Place,
): boolean {
  const { first, faults } = pair;
  const before = faults.count;
  const expected = `the same ids as in ${first}`;
  const missing = model.filter(({ id }) => !list.some((entry) => entry.id === id));
  const files = new Set(missing.map(({ place }) => place.file.path));
  for (const path of files) {
    const names = missing.filter(({ place }) => place.file.path === path).map(({ id }) => id);
    const words = { message: missingWords(names, what, first), expected };
    const twin = path.replace(`/${pair.first}/`, `/${pair.other}/`);
    const place = around ?? list.find((entry) => entry.place.file.path === twin)?.place;
    if (place) faults.add('language.ids', around ?? { file: place.file, offset: 0 }, words);
    else faults.addFile('language.ids', twin, words);
  }
  for (const { id, place } of list) {
    if (model.some((entry) => entry.id === id)) continue;
    faults.add('language.ids', place, { message: `The ${what} "${id}" is not in ${first}.`, expected });
  }
  if (faults.count > before) return false;
  const wrong = list.find(({ id }, index) => model[index]?.id !== id);
  if (!wrong) return true;
  faults.add('language.ids', wrong.place, {
    message: `The ${what} "${wrong.id}" stands in another order than in ${first}.`,
    expected: model.map(({ id }) => id).join(', '),
  });
  return false;
}

function missingWords(names: readonly string[], what: string, first: string): string {
  if (names.length === 1) return `The ${what} "${names[0]}" is missing here, which ${first} has.`;
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return `${names.length} ${what}s are missing here, which ${first} has: ${shown}${names.length > MOST_NAMES ? ', …' : ''}.`;
}
