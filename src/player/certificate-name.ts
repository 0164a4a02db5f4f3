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

/** What stands behind a name, after a comma of its own. */
const SUFFIX = /^(jr|sr|ii|iii|iv|esq|ph\.?\s?d|m\.?d|r\.?n|m\.?a|m\.?s\.?w|l\.?c\.?s\.?w|c\.?p\.?s)\.?$/i;

/** Digits that belong to a name: John Smith 3rd. */
const ORDINAL = /\b\d(st|nd|rd|th)\b/gi;

/** @param id Of the learner: some learning sites give it as the name too. */
export function certificateName(given: string, id = ''): string {
  const parts = given
    .normalize('NFC')
    .split(',')
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '' && !NOTHING.has(part.toLowerCase()));
  const spoken = asSpoken(parts);
  return isIdentifier(spoken, id) ? '' : spoken;
}

/** "Last, First" turned round; what only follows a name stays behind it. */
function asSpoken(parts: readonly string[]): string {
  const names = parts.filter((part) => !SUFFIX.test(part));
  const suffixes = parts.filter((part) => SUFFIX.test(part));
  const [last, first, ...more] = names;
  const name =
    last !== undefined && first !== undefined && more.length === 0 ? `${first} ${last}` : names.join(', ');
  return name === '' ? '' : [name, ...suffixes].join(', ');
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
