/**
 * What of a page is read aloud: the words that can be seen, in their order, passage by passage, through the components.
 * Buttons, fields and ways to elsewhere are no text; what is folded away or not shown yet stays unsaid.
 */

export interface SpokenPassage {
  text: string;
  /** Of the part, where that says so; else of the page. */
  language: string;
  /** What holds it: it is marked where a browser can't mark words. */
  block: Element;
  pieces: readonly Piece[];
}

interface Piece {
  node: Text;
  /** Where its words begin in the passage. */
  start: number;
}

const UNSPOKEN =
  'button, select, textarea, input, nav, svg, script, style, dialog, sup, .cite, .for-ear, [aria-hidden="true"], [data-unspoken]';

/** The passages within an element. */
export function spokenPassages(root: Element, language: string): SpokenPassage[] {
  const found: SpokenPassage[] = [];
  let open: { block: Element; language: string; text: string; pieces: Piece[] } | undefined;

  function close(): void {
    if (open && open.text.trim() !== '') found.push(open);
    open = undefined;
  }

  function take(node: Text, block: Element, spoken: string): void {
    if (open?.block !== block || open.language !== spoken) close();
    open ??= { block, language: spoken, text: '', pieces: [] };
    open.pieces.push({ node, start: open.text.length });
    open.text += node.data.replaceAll(/\s/g, ' ');
  }

  function walk(node: Node, block: Element, spoken: string): void {
    if (node instanceof Text) return take(node, block, spoken);
    if (!(node instanceof Element) || node.matches(UNSPOKEN)) return undefined;
    const { display, visibility } = getComputedStyle(node);
    if (display === 'none' || visibility === 'hidden') return undefined;
    const own = node.getAttribute('lang') ?? spoken;
    const inline = display === 'inline' && !node.shadowRoot;
    if (!inline) close();
    for (const child of childrenOf(node)) walk(child, inline ? block : node, own);
    if (!inline) close();
    return undefined;
  }

  walk(root, root, language);
  close();
  return found;
}

/** As they are shown: a component's own, and where it lets them through those that it was given. */
function childrenOf(element: Element): Iterable<Node> {
  if (element instanceof HTMLDetailsElement && !element.open)
    return [...element.children].filter((child) => child.localName === 'summary').slice(0, 1);
  if (element instanceof HTMLSlotElement) return element.assignedNodes({ flatten: true });
  return (element.shadowRoot ?? element).childNodes;
}

/** A stretch of a passage, as it stands on the page. Undefined once the page has changed there. */
export function rangeOf({ pieces }: SpokenPassage, start: number, end: number): Range | undefined {
  const at = (place: number): { node: Text; offset: number } | undefined => {
    const piece = pieces.findLast((one) => one.start < place) ?? pieces[0];
    return piece && { node: piece.node, offset: place - piece.start };
  };
  const [from, to] = [at(start + 1), at(end)];
  if (!from?.node.isConnected || !to?.node.isConnected) return undefined;
  try {
    const range = document.createRange();
    range.setStart(from.node, from.offset - 1);
    range.setEnd(to.node, to.offset);
    return range;
  } catch {
    // its words have become fewer
    return undefined;
  }
}
