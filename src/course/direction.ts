/** Scripts that are written from right to left (ISO 15924), of living languages. */
const FROM_THE_RIGHT = /^(?:Arab|Hebr|Thaa|Syrc|Nkoo|Adlm|Rohg)$/;

/** What `dir` says of a language: by its script, or the one that it is most likely written in. */
export function direction(language: string): 'ltr' | 'rtl' {
  const { script = '' } = new Intl.Locale(language).maximize();
  return FROM_THE_RIGHT.test(script) ? 'rtl' : 'ltr';
}
