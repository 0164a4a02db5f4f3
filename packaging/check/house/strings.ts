/** Does the interface speak the course's languages? Without its words a page would be English under another `lang` (WCAG 3.1.2). */
import { stringsFile, stringsOf, type Strings } from '../../pack/strings.ts';
import type { Finding } from '../findings.ts';

/** The language that every other is held to. */
const COMPLETE = 'en';
/** Forms of a plural besides `other`, of which each language has its own. */
const PLURAL = /\.(?:zero|one|two|few|many)$/;

export function checkStrings(languages: readonly string[], strings: Strings): Finding[] {
  const wanted = Object.keys(strings[COMPLETE] ?? {}).filter((key) => !PLURAL.test(key));
  return languages.flatMap((language) => {
    const words = stringsOf(language, strings);
    const missing = wanted.filter((key) => words?.[key] === undefined);
    if (missing.length === 0) return [];
    const message = words
      ? `The interface lacks words in "${language}": ${missing.join(', ')}.`
      : `The interface has no words in "${language}": this file is missing.`;
    return [
      { id: 'language-strings', kind: 'house', severity: 'error', message, file: stringsFile(language) },
    ];
  });
}
