import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { backToCitation } from './cited-from.ts';
import { StoreElement, type Observable } from './store-element.ts';

/**
 * A page: what fills the main part. After each visit it puts the focus on its heading (`[data-heading]`), so that a
 * screen reader starts there, and the view at the top; who comes back from a source is led on to its citation.
 */
export abstract class PageElement<S extends Observable> extends StoreElement<S> {
  /** Counts the learner's moves; 0 for the page that opens by itself, which takes no focus. */
  @property({ attribute: false }) visit = 0;

  /** The visit whose heading has had the focus. */
  private greeted = 0;

  /** The entry that was scrolled to, and at which visit. */
  private shownEntry: string | undefined;

  /** False while the page's content is still being fetched. */
  protected get ready(): boolean {
    return true;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.visit === this.greeted || !this.ready) return;
    this.greeted = this.visit;
    window.scrollTo(0, 0);
    this.renderRoot.querySelector<HTMLElement>('[data-heading]')?.focus({ preventScroll: true });
    void backToCitation();
  }

  /** Once a visit, the entry of a list that the address asked for, which has the class `asked`: a screen reader starts there. */
  protected showAsked(asked: string | undefined): void {
    const wanted = asked === undefined ? undefined : `${asked}/${this.visit}`;
    if (wanted === this.shownEntry) return;
    this.shownEntry = wanted;
    const entry = this.renderRoot.querySelector<HTMLElement>('.asked');
    entry?.focus({ preventScroll: true });
    entry?.scrollIntoView({ block: 'center' });
  }
}
