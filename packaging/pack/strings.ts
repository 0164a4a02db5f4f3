/** The interface's words, one file a language in src/player/strings. */

/** By language tag, and by key. */
export type Strings = Readonly<Record<string, Words>>;
type Words = Readonly<Record<string, string>>;

/** What stands in the page itself, for when no script runs: the player has no use for it. */
const IN_PAGE = /^page\./;

/** `es-MX` takes what it doesn't say itself from `es`. Undefined where the interface has no words in the language. */
export function stringsOf(language: string, strings: Strings): Words | undefined {
  const general = strings[language.split('-')[0] ?? language];
  const own = strings[language];
  return general || own ? { ...general, ...own } : undefined;
}

/** Where the words of a language belong. */
export function stringsFile(language: string): string {
  return `src/player/strings/${language.split('-')[0]}.json`;
}

/** The words that the player needs, and those that stand in the page. */
export function split(words: Words): { player: Words; page: Words } {
  const pick = (inPage: boolean): Words =>
    Object.fromEntries(Object.entries(words).filter(([key]) => IN_PAGE.test(key) === inPage));
  return { player: pick(false), page: pick(true) };
}
