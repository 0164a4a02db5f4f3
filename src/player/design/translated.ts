/**
 * After a page translator. Those of browsers take each text's node away and put a `font` element with other words in its
 * place. A template that changes a text writes to the `data` of whatever stands there, so the learner would go on reading
 * the old words: the heading of an earlier page, a counter that stands still. A `font` that is written to takes the text as
 * the node would have done; the translator sees it and translates it.
 */
Object.defineProperty(HTMLFontElement.prototype, 'data', {
  configurable: true,
  set(this: HTMLFontElement, text: string) {
    this.textContent = text;
  },
});
