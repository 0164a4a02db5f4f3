/**
 * The marks that the compiler leaves in text (glossary terms, links inside the course, citations), and what they raise when
 * they are pressed.
 */
import { BubblingEvent } from './bubbling-event.ts';

/**
 * The learner asked to go to a lesson, a section, a block or a page (`#id`), or to `assessment`, `left`, `sources`,
 * `glossary`. `part` is the key of the source that was cited, where `to` is `sources`.
 */
export class GoEvent extends BubblingEvent {
  readonly to: string;
  readonly part: string | undefined;
  constructor(to: string, part?: string) {
    super('cm-go');
    this.to = to;
    this.part = part;
  }
}

/** A glossary term in the text was asked for; `anchor` is the button pressed. */
export class TermEvent extends BubblingEvent {
  readonly term: string;
  readonly anchor: HTMLElement;
  constructor(term: string, anchor: HTMLElement) {
    super('cm-term');
    this.term = term;
    this.anchor = anchor;
  }
}

/** Acts on `a[data-term]`, `a[data-go]` and `a[data-cite]`. Leaves every other click alone. */
export function followMarks(event: Event): void {
  const origin = event.target;
  if (!(origin instanceof Element)) return;
  const mark = origin.closest<HTMLElement>('a[data-term], a[data-go], a[data-cite]');
  if (!mark) return;
  event.preventDefault();
  const { term, go, cite } = mark.dataset;
  if (term) mark.dispatchEvent(new TermEvent(term, mark));
  else if (go) mark.dispatchEvent(new GoEvent(go));
  else if (cite) mark.dispatchEvent(new GoEvent('sources', cite));
}

declare global {
  interface HTMLElementEventMap {
    'cm-go': GoEvent;
    'cm-term': TermEvent;
  }
}
