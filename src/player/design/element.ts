import { LitElement } from 'lit';
import { GoEvent, TermEvent } from '../events.ts';
import { LocaleController } from '../locale.ts';

/**
 * What every block is made on: it redraws when the language changes, and turns presses on the marks that the compiler
 * leaves in text (glossary terms, links inside the course, citations) into events.
 */
export abstract class BlockElement extends LitElement {
  protected readonly localeController = new LocaleController(this);

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('click', followMarks);
    return root;
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
