/** Words as the index and the marks in a result see them: cut alike and folded alike. */

export interface Word {
  /** Without accents and capitals, so that `etica` finds `Ética`. */
  folded: string;
  /** Where it stands in the text. */
  from: number;
  to: number;
}

export const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    folded: fold(word),
    from: index,
    to: index + word.length,
  }));
}
