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

/** Where a table says what somebody is called. */
export function namePlaces(found: TableKind, mapping: Mapping): readonly number[] {
  if (found.kind === 'moodle-grades') return found.columns.names;
  if (found.kind !== 'table') return [0];
  return placesIn(mapping);
}

export function placesIn({ name, first, last, account }: Mapping): readonly number[] {
  const named = [name, first, last].filter((place) => place !== undefined);
  return named.length > 0 ? named : [account ?? -1];
}

/** @param places where the name stands, in one cell or in two */
export function isTotalLine(cells: readonly string[], places: readonly number[]): boolean {
  const name = places
    .flatMap((place) => (isNothing(cells[place] ?? '') ? [] : (cells[place] ?? '')))
    .join(' ');
  return isTotal(name) && !cells.some((cell) => cell.includes('@'));
}
