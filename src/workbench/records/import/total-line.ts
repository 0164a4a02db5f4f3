/** Lines that sum up the others, as reports end with them. None of them is a person, whatever stands in the column of names. */
import { isNothing, plainWord } from './cells.ts';
import type { Mapping } from './meanings.ts';
import type { TableKind } from './recognise.ts';

/** Without accents. Words that are somebody's name as well (*Sum*, *Soma*) are none of them. */
const SUMS = [
  '((grand|overall|group|course) )?(total|totals|average|mean|median)|sub-?totals?|sum total',
  '(total|suma|promedio|media)( (general|global|total|del? (grupo|curso)))?',
  'gesamt(ergebnis|summe|zahl|durchschnitt|mittelwert)?|insgesamt|(gesamt)?summe|durchschnitt|mittelwert',
  '(total|moyenne)( (general|generale|globale|du (groupe|cours)))?',
  '(totale|media)( (generale|complessiva|complessivo|geral))?|mitjana( (general|global))?',
  '(algemeen )?(totaal|gemiddelde)',
].join('|');
/** What is counted, and how much it is. */
const OF =
  '( (of )?(users|learners|people|participants|students|employees|rows|records|attempts|usuarios|alumnos|participantes|personas|teilnehmer|personen|nutzer))?';
const TOTAL = new RegExp(`^(${SUMS})${OF} ?[:=]?[\\d\\s.,()%/–-]*$`, 'u');

export const isTotal = (name: string): boolean => TOTAL.test(plainWord(name.trim().replaceAll(/\s+/gu, ' ')));

/** Cells that say together what somebody is called, and others that do where nothing stands in these. */
export type NamePlaces = readonly (readonly number[])[];

/** Where a table says what somebody is called. */
export function namePlaces(found: TableKind, mapping: Mapping): NamePlaces {
  if (found.kind === 'moodle-grades') return [found.columns.names];
  if (found.kind !== 'table') return [[0]];
  return placesIn(mapping);
}

const isThere = (place: number | undefined): place is number => place !== undefined;

export function placesIn({ name, first, last, account }: Mapping): NamePlaces {
  return [[name, first, last].filter(isThere), [account].filter(isThere)];
}

export function isTotalLine(cells: readonly string[], places: NamePlaces): boolean {
  const called = places
    .map((some) => some.flatMap((place) => (isNothing(cells[place] ?? '') ? [] : (cells[place] ?? ''))))
    .find((said) => said.length > 0);
  return called !== undefined && isTotal(called.join(' ')) && !cells.some((cell) => cell.includes('@'));
}
