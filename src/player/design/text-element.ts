import { LitElement } from 'lit';
import { followMarks } from './marks.ts';

/** An element with text of the course in it: terms, citations and links inside the course work there. */
export abstract class TextElement extends LitElement {
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('click', followMarks);
    return root;
  }
}
