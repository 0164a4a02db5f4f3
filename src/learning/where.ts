/** Where a saved state says that its learner left, read before the codec is there: a guess that nothing but haste hangs on. Pure. */

import { ALPHABET } from './alphabet.ts';

/** After the course's version and one flag (`encodeBody` in codec.ts). */
const FIRST = 16 + 1;

/** So many hold both numbers in any course. */
const CHARACTERS = 10;

/**
 * Numbers from the ledger of languages and sections, in either format; undefined where the text says nothing of the kind. The
 * checksum isn't asked, and what is damaged may say anything.
 */
export function whereIn(saved: string): { language: number | undefined; section: number | undefined } {
  const bits = Array.from(saved.slice(1, 1 + CHARACTERS), (character) =>
    ALPHABET.indexOf(character).toString(2).padStart(6, '0'),
  ).join('');
  let at = FIRST;
  const number = (): number => {
    let value = 0;
    for (let unit = 1; ; unit *= 16) {
      const group = parseInt(bits.slice(at, (at += 5)), 2);
      value += (group % 16) * unit;
      // nor where the text ended
      if (!(group > 15)) return value;
    }
  };
  const [language, place] = [number() - 1, number() - 2];
  return { language: language < 0 ? undefined : language, section: place < 0 ? undefined : place };
}
