/** A question as it is put to a reader on a sheet of paper. */
import type { Html } from './html.ts';

/** HTML as one line of text. */
export type Line = (html: Html) => string;

export interface Asking {
  line: Line;
  shuffle: <T>(values: readonly T[]) => T[];
  /** The words for true and false. */
  yesNo: readonly [string, string];
}

/** How an answer is written down on a sheet. */
export type PaperForm = 'letter' | 'letters' | 'pairs' | 'order' | 'words';

/** A question as a sheet on paper has it. */
export interface Offered {
  form: PaperForm;
  /** What stands on the left of pairs, in the order of the answer. */
  left: readonly string[];
  /** In the order of their letters. */
  offers: readonly string[];
  /** Letters; of words, the forms that count as right. */
  right: readonly string[];
}
