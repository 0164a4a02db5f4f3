/** Answers of which a source has the letters alone. */

/** `b`, `a, c`, `a.b, b.a`, and no word of a language. */
export const areLetters = (said: string): boolean => /^[a-z](\[?[,.]\]? ?[a-z\d])*$/u.test(said);

/** So that nobody takes a letter for a word, or for what the course calls so. */
export const lettersWords = (said: string): string => {
  const spaced = said.replaceAll(/\[?,\]?(?=\S)/gu, ', ');
  return areLetters(said) ? `option${spaced.length > 1 ? 's' : ''} ${spaced}` : spaced;
};
