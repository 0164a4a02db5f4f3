/**
 * Shows passages of a text as marked. By the CSS Custom Highlight API the page's elements stay as they are; browsers without it (Firefox
 * before 140, Safari before 17.2) get `mark` elements within the compiled text, which no template looks into.
 */
import { css } from 'lit';

/** A passage, and whether a note belongs to it. */
export interface Marked {
  readonly range: Range;
  readonly noted: boolean;
}

const NAMES = { marked: 'cm-marked', noted: 'cm-noted' } as const;

/** Colour is not all: a line runs beneath, dotted where there is a note, and paper has it too. */
export const highlightStyles = css`
  ::highlight(cm-marked) {
    background-color: var(--color-keep-soft);
    text-decoration: underline 2px var(--color-keep);
  }
  ::highlight(cm-noted) {
    background-color: var(--color-keep-soft);
    text-decoration: underline dotted 3px var(--color-keep);
  }
  .prose mark {
    background: var(--color-keep-soft);
    color: inherit;
    text-decoration: underline 2px var(--color-keep);
  }
  .prose mark.cm-noted {
    text-decoration: underline dotted 3px var(--color-keep);
  }
  @media (forced-colors: active) {
    ::highlight(cm-marked),
    ::highlight(cm-noted) {
      background-color: Mark;
      color: MarkText;
      text-decoration-color: MarkText;
    }
    .prose mark {
      background: Mark;
      color: MarkText;
    }
  }
`;

export interface Highlighter {
  /** In the place of what it showed before. */
  show(marked: readonly Marked[]): void;
}

export function createHighlighter(): Highlighter {
  return 'highlights' in CSS ? new OnTop() : new WithElements();
}

/** Highlights belong to the page: two players in it share each name, and know their own ranges. */
class OnTop implements Highlighter {
  private shown: readonly (readonly [name: string, range: Range])[] = [];

  show(marked: readonly Marked[]): void {
    for (const [name, range] of this.shown) CSS.highlights.get(name)?.delete(range);
    this.shown = marked.map(({ range, noted }) => [noted ? NAMES.noted : NAMES.marked, range]);
    for (const [name, range] of this.shown) {
      const highlight = CSS.highlights.get(name) ?? new Highlight();
      highlight.add(range);
      CSS.highlights.set(name, highlight);
    }
  }
}

class WithElements implements Highlighter {
  private shown: HTMLElement[] = [];

  show(marked: readonly Marked[]): void {
    for (const mark of this.shown) mark.replaceWith(...mark.childNodes);
    // texts are cut before any is wrapped: a range follows the nodes that it was made in
    const pieces = marked.flatMap(({ range, noted }) => cut(range).map((text) => ({ text, noted })));
    this.shown = pieces.map(({ text, noted }) => {
      const mark = document.createElement('mark');
      mark.className = noted ? NAMES.noted : NAMES.marked;
      text.replaceWith(mark);
      mark.append(text);
      return mark;
    });
  }
}

/** The text nodes of a range, cut so that they are its own from end to end. */
function cut(range: Range): Text[] {
  const { startContainer, startOffset, endContainer, endOffset, commonAncestorContainer } = range;
  const walker = document.createTreeWalker(commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode())
    if (node instanceof Text && range.intersectsNode(node)) texts.push(node);
  return texts.flatMap((text) => {
    const end = text === endContainer ? endOffset : text.length;
    const start = text === startContainer ? startOffset : 0;
    if (end <= start) return [];
    if (end < text.length) text.splitText(end);
    return start > 0 ? [text.splitText(start)] : [text];
  });
}
