import { nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import { baseStyles } from '../design/base-styles.ts';
import { retriableImport } from '../retriable-import.ts';
import { StoreElement } from '../design/store-element.ts';
import { notLoaded } from '../not-loaded.ts';
import { pageOf, offerPage, titleOf, type LazyPage } from './pages.ts';
import type { Route } from './route.ts';

/** Any page that isn't a section; its code may still have to be fetched. */
@customElement('cm-other-page')
export class OtherPage extends StoreElement<PlayerStore> {
  static override styles = [baseStyles];

  /** Undefined for the question whose the work on this device is. */
  @property({ attribute: false }) route: Exclude<Route, { kind: 'section' }> | undefined;

  @property({ attribute: false }) visit = 0;

  private readonly failed = new Set<string>();

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { title } = this.store.text;
    document.title = this.route ? `${titleOf(this.store, this.route)} · ${title}` : title;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { tag, load, draw } = this.page;
    // an element is only made once its class is there
    if (customElements.get(tag)) return draw(this.store, this.visit);
    if (this.failed.has(tag)) return notLoaded(() => this.again(tag));
    retriableImport(tag, load)
      .catch(() => this.failed.add(tag))
      .finally(() => this.requestUpdate());
    return nothing;
  }

  private get page(): LazyPage {
    return this.route ? pageOf(this.route) : offerPage;
  }

  private again(tag: string): void {
    this.failed.delete(tag);
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-other-page': OtherPage;
  }
}
