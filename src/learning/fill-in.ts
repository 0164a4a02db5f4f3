/**
 * What a learner may type into a fill-in item: at most 40 characters of a fixed alphabet of 127, so that an answer takes
 * seven bits a character in the saved state. What can't be kept as typed is written with its nearest letters.
 */

/** Printable ASCII, then the letters and signs of Spanish, and the commonest of Portuguese, French, German and Haitian Creole. */
export const FILL_IN_ALPHABET: string =
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~' +
  'áéíóúüñÁÉÍÓÚÜÑ¿¡àèìòùâêîôçãõäöëï';

/** Characters. */
export const FILL_IN_LIMIT = 40;

const SPELLINGS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  đ: 'd',
  Đ: 'D',
};

const isKept = (character: string): boolean => character.length === 1 && FILL_IN_ALPHABET.includes(character);

const withoutAccents = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '');

function spelled(character: string): string {
  const spelling = SPELLINGS[character];
  if (spelling !== undefined) return spelling;
  return isKept(character) ? character : Array.from(withoutAccents(character)).filter(isKept).join('');
}

/** The text as it is kept: known characters, single spaces, at most 40 characters. Tidying twice changes nothing more. */
export function tidyFillIn(text: string): string {
  const known = Array.from(text.normalize('NFC').replace(/\s+/gu, ' '), spelled).join('');
  return known.replace(/ +/g, ' ').trim().slice(0, FILL_IN_LIMIT).trimEnd();
}

/** Whether an accepted answer of a course file can be typed and kept as it is written. */
export const fitsFillIn = (text: string): boolean => text !== '' && tidyFillIn(text) === text;

/** Signs around an answer that say nothing of it: a full stop that a phone put there, quotes, brackets. */
const AROUND = /^[\s.,;:!?¿¡"'()[\]]+|[\s.,;:!?¿¡"'()[\]]+$/g;

/** What two answers are compared by: case, accents, spaces, the kind of quotes and dashes, and signs around it don't matter. */
export function comparedFillIn(text: string): string {
  const whole = withoutAccents(tidyFillIn(text)).toLowerCase();
  return whole.replace(AROUND, '') || whole;
}
