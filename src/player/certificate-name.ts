/**
 * The name that a certificate bears, from what a learning site says of the learner. Empty where it is no name: then the
 * page asks for one. Pure.
 *
 * SCORM 1.2 has it as "Last, First" (3.4.2, CMIString255); later standards say nothing of the form, and LMSs give logins,
 * addresses and words for "nothing" as well.
 */
const NOTHING = new Set([
  'null',
  'undefined',
  'none',
  'nan',
  'false',
  'true',
  'unknown',
  'anonymous',
  'guest',
  'n/a',
]);

/** As programs write it into the middle of a name; with a capital it is somebody's. */
const NO_WORD = /^[([<{]*(null|undefined|NaN)[)\]>}]*$/;

/** What stands behind a name, after a comma of its own, without dots and spaces. */
const SUFFIXES = new Set(
  (
    'jr sr ii iii iv esq phd md rn np lpn bsn msn dnp ma mba mph med edd psyd jd mdiv ' +
    'msw bsw lsw lcsw licsw lmsw lmft lmhc lpc ladc cadc cps cprs chw'
  ).split(' '),
);

/** A credential that nobody has listed: capitals alone, behind a whole name that has others. */
const CAPITALS = /^\p{Lu}{3,6}$/u;

/** Digits that belong to a name: John Smith 3rd. */
const ORDINAL = /\b\d(st|nd|rd|th)\b/gi;

/** @param id Of the learner: some learning sites give it as the name too. */
export function certificateName(given: string, id = ''): string {
  const parts = given
    .normalize('NFC')
    .split(',')
    .map((part) => wordsOf(part).join(' '))
    .filter((part) => part !== '' && !NOTHING.has(part.toLowerCase()));
  const spoken = asSpoken(parts);
  return isIdentifier(spoken, id) ? '' : spoken;
}

/** "Last, First" turned round; what only follows a name stays behind it. */
function asSpoken(parts: readonly string[]): string {
  // Ma is a surname too
  const suffixes = parts.filter(
    (part, place) => (place > 0 || parts.length === 1) && isSuffix(part, parts.slice(0, place)),
  );
  const names = parts.filter((part) => !suffixes.includes(part));
  const [last, first, ...more] = names;
  const name =
    last !== undefined && first !== undefined && more.length === 0 ? `${first} ${last}` : names.join(', ');
  return name === '' ? '' : [name, ...suffixes].join(', ');
}

const wordsOf = (part: string): string[] =>
  part.split(/\s+/).filter((word) => word !== '' && !NO_WORD.test(word));

function isSuffix(part: string, before: readonly string[]): boolean {
  if (SUFFIXES.has(part.toLowerCase().replace(/[.\s]/g, ''))) return true;
  const name = before.join(' ');
  return CAPITALS.test(part) && name.includes(' ') && /\p{Ll}/u.test(name);
}

/** Logins, numbers, addresses: whatever has no letter, has digits, an @, a slash or an underscore, or is the learner's id. */
function isIdentifier(name: string, id: string): boolean {
  if (!/\p{L}/u.test(name) || /[\d@/\\_:|]/.test(name.replace(ORDINAL, ''))) return true;
  const oneWord = !name.includes(' ');
  if (oneWord && /\p{L}\.\p{L}/u.test(name)) return true;
  return (
    oneWord &&
    id
      .toLowerCase()
      .split(/[\s|/@:]+/)
      .includes(name.toLowerCase())
  );
}
