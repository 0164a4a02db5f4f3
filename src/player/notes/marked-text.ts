/** The running text of the section that a component stands in, and the marks in it. */
import { createHighlighter, highlightStyles } from './highlighter.ts';
import type { Mark } from './own-marks.ts';
import { find } from './passage.ts';
import { PROSE, ProseText } from './prose-text.ts';

/** A mark whose passage stands in the text, and where. */
interface Placed {
  readonly mark: Mark;
  readonly range: Range;
}

export class MarkedText {
  readonly root: ShadowRoot;
  private readonly highlighter = createHighlighter();

  constructor(root: ShadowRoot) {
    this.root = root;
    const { styleSheet } = highlightStyles;
    if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
  }

  /** As it stands on the page now. */
  get text(): ProseText {
    return new ProseText(this.root.querySelectorAll(PROSE));
  }

  /** In the place of what it showed before. */
  show(marks: readonly Mark[]): void {
    // first none: where elements mark the text, it is cut into other pieces
    this.highlighter.show([]);
    this.highlighter.show(this.placed(marks).map(({ mark, range }) => ({ range, noted: mark.note !== '' })));
  }

  /** The mark that was pressed, unless something in the text was that is there to be pressed. */
  pressed(event: Event, marks: readonly Mark[]): Placed | undefined {
    const { target } = event;
    if (!(event instanceof MouseEvent) || !(target instanceof Element)) return undefined;
    if (target.closest('a, button') || !target.closest(PROSE)) return undefined;
    const { clientX: x, clientY: y } = event;
    return this.placed(marks).find(({ range }) =>
      [...range.getClientRects()].some((box) => holds(box, x, y)),
    );
  }

  private placed(marks: readonly Mark[]): Placed[] {
    const { text } = this;
    return marks.flatMap((mark) => {
      const span = mark.passage && find(text.text, mark.passage);
      return span ? [{ mark, range: text.rangeOf(span) }] : [];
    });
  }
}

const holds = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  left <= x && x <= right && top <= y && y <= bottom;
