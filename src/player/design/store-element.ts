import { property } from 'lit/decorators.js';
import { TextElement } from './text-element.ts';

/** Tells of each change. Returns the way to stop listening. */
export interface Observable {
  subscribe(listener: () => void): () => void;
}

/** Holds the store of what it is a part of, and draws itself anew at each change. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what is built on it reads its own kind of store
export abstract class StoreElement<S extends Observable> extends TextElement {
  @property({ attribute: false }) store!: S;

  private stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopListening = this.store.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
  }
}
