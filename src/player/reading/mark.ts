/** The sentence that is spoken, for the eye: it has a ground and a line of its own. */
import { baseStyles } from '../design/base-styles.ts';
import type { SpokenPassage } from './spoken.ts';

const NAME = 'cm-spoken';
/** Where a browser can't mark words (Firefox before 140), what holds them is marked. */
const HELD = 'data-spoken';

const RULES = [
  `::highlight(${NAME}) {
    background-color: var(--color-accent-soft);
    color: var(--color-ink);
    text-decoration: underline 3px var(--color-accent);
  }`,
  `[${HELD}] {
    outline: 3px solid var(--color-accent);
    outline-offset: 4px;
  }`,
  `@media (forced-colors: active) {
    ::highlight(${NAME}) {
      background-color: Highlight;
      color: HighlightText;
    }
  }`,
];

/** In the shared sheet, which every component holds: a highlight of the page doesn't reach into them. */
let ruled = false;

function addRules(): void {
  const { styleSheet } = baseStyles;
  if (ruled || !styleSheet) return;
  ruled = true;
  for (const rule of RULES) {
    try {
      styleSheet.insertRule(rule, styleSheet.cssRules.length);
    } catch {
      // a browser without highlights doesn't know the first of them
    }
  }
}

let held: Element | undefined;

export function mark({ block }: SpokenPassage, range: Range | undefined): void {
  addRules();
  unmark();
  if (range && 'highlights' in CSS) {
    CSS.highlights.set(NAME, new Highlight(range));
    return;
  }
  held = block;
  held.setAttribute(HELD, '');
}

export function unmark(): void {
  if ('highlights' in CSS) CSS.highlights.delete(NAME);
  held?.removeAttribute(HELD);
  held = undefined;
}
