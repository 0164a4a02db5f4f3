/** How words lie on the page: in which lines, and which of them begin on one and end on another. */

interface Word {
  text: string;
  /** Of each line that it stands on. */
  tops: number[];
}

/** Of elements, in the order in which they are read. */
export function wordsIn(elements: readonly Element[]): Word[] {
  return elements.flatMap((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found: Word[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: text, index } of (node.textContent ?? '').matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + text.length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        found.push({ text, tops: [...tops] });
      }
    }
    return found;
  });
}

/** Words that begin on one line and end on another. */
export const brokenIn = (elements: readonly Element[]): string[] =>
  wordsIn(elements).flatMap(({ text, tops }) => (tops.length > 1 ? [text] : []));

/** The words of each line of one element, from the top. */
export function linesOf(element: Element): string[] {
  const lines = new Map<number, string[]>();
  for (const { text, tops } of wordsIn([element])) {
    const top = tops[0] ?? 0;
    lines.set(top, [...(lines.get(top) ?? []), text]);
  }
  return [...lines].toSorted(([a], [b]) => a - b).map(([, words]) => words.join(' '));
}
