/**
 * The running text of a section as one string, and the way from places in the page to places in it and back. Numbers of sources
 * are left out: they change whenever a source joins.
 */
import type { Span } from './passage.ts';

/** What begins on a line of its own. */
const LINES = 'p, li, h2, h3, h4, th, td, dt, dd, blockquote, pre, .prose';
const LEFT_OUT = '.cite';

/** The parts of a section that passages are marked in: text that the course wrote, and no activity. */
export const PROSE = '.blocks > .prose';

interface Piece {
  readonly node: Text;
  readonly start: number;
}

export class ProseText {
  readonly text: string;
  /** Paragraphs and entries of lists, for whoever chooses without pointing. */
  readonly lines: readonly Span[];
  private readonly pieces: readonly Piece[];

  /** @param parts elements of compiled text, in their order */
  constructor(parts: Iterable<Element>) {
    const pieces: Piece[] = [];
    const lines: { start: number; end: number }[] = [];
    let text = '';
    let line: Element | undefined;
    for (const part of parts) {
      for (const node of textsIn(part)) {
        const here = node.parentElement?.closest(LINES) ?? part;
        if (here !== line) {
          if (text !== '') text += '\n';
          lines.push({ start: text.length, end: text.length });
        }
        line = here;
        pieces.push({ node, start: text.length });
        text += node.data;
        lines.at(-1)!.end = text.length;
      }
    }
    this.text = text;
    this.pieces = pieces;
    this.lines = lines.filter(({ start, end }) => text.slice(start, end).trim() !== '');
  }

  /** Places between the ends of a range in the page; what lies before or behind the text is left out. */
  spanOf(range: AbstractRange): Span {
    return {
      start: this.placeOf(range.startContainer, range.startOffset),
      end: this.placeOf(range.endContainer, range.endOffset),
    };
  }

  /** In the page. */
  rangeOf({ start, end }: Span): Range {
    const range = document.createRange();
    const first = this.pieceAt(start);
    const last = this.pieceAt(end - 1);
    if (first) range.setStart(first.node, Math.min(start - first.start, first.node.length));
    if (last) range.setEnd(last.node, Math.min(end - last.start, last.node.length));
    return range;
  }

  private placeOf(container: Node, offset: number): number {
    const point = document.createRange();
    point.setStart(container, offset);
    for (const { node, start } of this.pieces) {
      if (node === container) return start + offset;
      if (point.comparePoint(node, 0) > 0) return start;
    }
    return this.text.length;
  }

  private pieceAt(place: number): Piece | undefined {
    return this.pieces.findLast(({ start }) => start <= place);
  }
}

function textsIn(part: Element): Text[] {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!text.parentElement?.closest(LEFT_OUT) && text.data.trim() !== '') texts.push(text);
  }
  return texts;
}
