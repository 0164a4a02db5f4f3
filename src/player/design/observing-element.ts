import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

/** Tells of each change. Returns the way to stop listening. */
export interface Observable {
  subscribe(listener: () => void): () => void;
}

/** Holds the store of what it is a part of, and draws itself anew at each change. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what is built on it reads its own kind of store
export abstract class ObservingElement<S extends Observable> extends LitElement {
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
