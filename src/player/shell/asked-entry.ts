/** An entry of a list that the address asked for: it is scrolled to, and a screen reader starts there. */
export class AskedEntry {
  private shown: string | undefined;

  /** After each drawing with the list in it; once a visit. The entry has the class `asked`. */
  show(root: ParentNode, asked: string | undefined, visit: number): void {
    const wanted = asked === undefined ? undefined : `${asked}/${visit}`;
    if (wanted === this.shown) return;
    this.shown = wanted;
    const entry = root.querySelector<HTMLElement>('.asked');
    entry?.focus({ preventScroll: true });
    entry?.scrollIntoView({ block: 'center' });
  }
}
