/** What the translators of browsers do to a page: each text's node goes, and an element with other words comes. */

/** Through every shadow root. The other words are the same between marks. */
export function translate(root: ParentNode = document.body): void {
  for (const one of [root, ...rootsIn(root)]) {
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const node of texts) {
      const around = node.parentElement;
      if (!/\p{Letter}|\d/u.test(node.data) || around?.closest('style, script, textarea, font')) continue;
      const font = document.createElement('font');
      font.append(document.createElement('font'));
      font.firstElementChild!.textContent = node.data.replace(/\S(.*\S)?/s, '~$&~');
      node.replaceWith(font);
    }
  }
}

/** Without the marks. */
export const untranslated = (words: string): string => words.replaceAll('~', '').replace(/\s+/g, ' ').trim();

function rootsIn(root: ParentNode): ShadowRoot[] {
  return [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? [shadowRoot, ...rootsIn(shadowRoot)] : [],
  );
}
