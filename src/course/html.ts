/** Text as the compiler gives it. Types alone. */

/** Sanitised HTML from the compiler: paragraphs, lists, headings from h3 on. Never made at run time. */
export type Html = string;

/** Sanitised HTML of one paragraph without its `<p>`: fit for a label, a button or a heading. */
export type InlineHtml = string;
