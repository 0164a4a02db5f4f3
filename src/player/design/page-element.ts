import { LitElement, type PropertyValues, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { property } from 'lit/decorators.js';
import { followMarks } from './element.ts';
import type { Store } from '../store.ts';

/** What every part of the shell is made on: it holds the store and draws itself anew at each change. */
export abstract class ShellElement extends LitElement {
  @property({ attribute: false }) store!: Store;

  private stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopListening = this.store.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // terms, citations and links inside the course work in every text that the shell shows
    root.addEventListener('click', followMarks);
    return root;
  }
}

/**
 * A page: what fills the main part. After each visit it puts the focus on its heading (`[data-heading]`), so that a
 * screen reader starts there, and the view at the top.
 */
export abstract class PageElement extends ShellElement {
  /** Counts the learner's moves; 0 for the page that opens by itself, which takes no focus. */
  @property({ attribute: false }) visit = 0;

  private settled = 0;

  /** False while the page's content is still being fetched. */
  protected get ready(): boolean {
    return true;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.visit === this.settled || !this.ready) return;
    this.settled = this.visit;
    window.scrollTo(0, 0);
    this.renderRoot.querySelector<HTMLElement>('[data-heading]')?.focus({ preventScroll: true });
  }
}

/**
 * A file of the course that a component needs. While the same thing arrives in another language the old one stays, so
 * that nothing on the page is lost; another thing starts empty.
 */
export class Loading<T> implements ReactiveController {
  value: T | undefined;
  failed = false;
  private readonly host: ReactiveControllerHost;
  private readonly load: (id: string) => Promise<T>;
  private readonly known: (id: string) => T | undefined;
  private id: string | undefined;
  private variant = '';

  /** @param known What is there without loading, so that it is drawn at the first time. */
  constructor(
    host: ReactiveControllerHost,
    load: (id: string) => Promise<T>,
    known: (id: string) => T | undefined = () => undefined,
  ) {
    this.host = host;
    this.load = load;
    this.known = known;
    host.addController(this);
  }

  hostConnected(): void {}

  /** To be called before each drawing. */
  need(id: string, variant: string): void {
    if (id === this.id && variant === this.variant) return;
    if (id !== this.id) this.value = undefined;
    this.id = id;
    this.variant = variant;
    const known = this.known(id);
    if (known === undefined) return void this.again();
    this.value = known;
    this.failed = false;
  }

  /** Loads once more, after a failure. */
  async again(): Promise<void> {
    const { id, variant } = this;
    if (id === undefined) return;
    this.failed = false;
    try {
      const value = await this.load(id);
      if (id !== this.id || variant !== this.variant) return;
      this.value = value;
    } catch {
      if (id !== this.id || variant !== this.variant) return;
      this.failed = this.value === undefined;
    }
    this.host.requestUpdate();
  }
}
