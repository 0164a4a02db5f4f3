import { followMarks } from './marks.ts';
import { ObservingElement, type Observable } from './observing-element.ts';

/** Likewise, with text of the course in it. */
export abstract class StoreElement<S extends Observable> extends ObservingElement<S> {
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('click', followMarks);
    return root;
  }
}
