/**
 * Room between lines, letters and words, as a reader chose it (`--line`, `--letters`, `--words` on the page's root). Every
 * component holds the shared sheet, so a rule that is added to it holds in all of them, and for buttons and fields too, which
 * don't inherit spacing. By each element's own size, as WCAG 2.2, 1.4.12 counts it.
 */
import { baseStyles } from './base-styles.ts';

const RULES: Readonly<Record<Spacing, string>> = {
  lines: `:is(p, li, dt, dd, th, td, blockquote, figcaption, legend, label, summary, .stem) {
    line-height: var(--line) !important;
  }`,
  paragraphs: `.prose > p {
    margin-bottom: 2em !important;
  }`,
  headings: `:is(h1, h2, h3, h4) {
    line-height: 1.5 !important;
  }`,
  letters: `* {
    letter-spacing: var(--letters) !important;
  }`,
  words: `* {
    word-spacing: var(--words) !important;
  }`,
};

export type Spacing = 'lines' | 'paragraphs' | 'headings' | 'letters' | 'words';

/** What was added, to be taken away again. */
const added = new Set<CSSRule>();

/** Holds these spacings from now on, and no others. */
export function spaceOut(spacings: readonly Spacing[]): void {
  const { styleSheet } = baseStyles;
  if (!styleSheet) return;
  for (const rule of added) styleSheet.deleteRule([...styleSheet.cssRules].indexOf(rule));
  added.clear();
  for (const spacing of spacings) {
    const at = styleSheet.insertRule(RULES[spacing], styleSheet.cssRules.length);
    const rule = styleSheet.cssRules[at];
    if (rule) added.add(rule);
  }
}
