/** Style sheets without Lit, which its components take as well: the cover stands before there is any. */

/** With the text that it began with, so that more can follow (`extend-styles.ts`). */
class Sheet extends CSSStyleSheet {
  readonly cssText: string;

  constructor(cssText: string) {
    super();
    this.cssText = cssText;
    this.replaceSync(cssText);
  }

  /** As Lit's own have it. */
  get styleSheet(): CSSStyleSheet {
    return this;
  }
}

export const css = ([text = '']: TemplateStringsArray): Sheet => new Sheet(text);
