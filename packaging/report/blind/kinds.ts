/** Sheets of blind readers. `options`: options without questions; `lay`: read without the lessons; `taught`: just after them. */
export const KINDS = ['options', 'lay', 'taught'] as const;
export type Kind = (typeof KINDS)[number];
