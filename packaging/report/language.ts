/** Lists by language: `es-US` takes those of `es` where it has none of its own. */
export const inLanguage = <T>(lists: Readonly<Record<string, T>>, language: string): T | undefined =>
  lists[language] ?? lists[language.split('-')[0] ?? ''];
