/** How a dilemma ends, behind "it ends": the same words wherever it is told. */
import type { Cell } from './tables.ts';

const WORDS: Readonly<Record<string, string>> = { good: 'well', mixed: 'well in part', poor: 'badly' };

export const endingWords = (ending: Cell | undefined): string => {
  const said = ending === null || ending === undefined ? '' : String(ending);
  return WORDS[said] ?? said;
};
