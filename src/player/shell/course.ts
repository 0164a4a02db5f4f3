import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { addressed } from '../address.ts';
import { provideContext } from '../context.ts';
import type { PlayerStore } from '../store.ts';
import { baseStyles } from '../design/base-styles.ts';
import type { GoEvent, TermEvent } from '../design/marks.ts';
import { retriableImport } from '../retriable-import.ts';
import { t } from '../locale.ts';
import { courseStyles } from './course.styles.ts';
import { StoreElement } from '../design/store-element.ts';
import type { LanguageEvent } from './events.ts';
import { notLoaded } from '../not-loaded.ts';
import { painted } from '../painted.ts';
import { routeOf, type Route } from './route.ts';
import { nameTop } from './top.ts';

/** From this width on the outline stands beside the page; below it, it is a drawer. In rem: with larger letters it needs more room. */
const BESIDE = 52;

/** The whole of what a learner sees. It follows the address, and hands the events of its parts to the store. */
class Course extends StoreElement<PlayerStore> {
  static override styles = [baseStyles, courseStyles];

  /** The store as it is given to an element that has no code yet: Lit would take away a property of its own until it draws. */
  declare early: PlayerStore | undefined;

  @state() private route: Route | undefined;

  /** Whether the outline stands beside the page, where there is room for it. */
  @state() private panel = true;

  @state() private drawer = false;

  @state() private wide = false;

  /** What stands around a page is drawn once the page can be seen: a slow device takes long for header and outline. */
  @state() private around = false;

  /** The page that opened by itself is where the learner left in an earlier visit. */
  @state() private returned = false;

  /** Moves that the learner made; the page that opens by itself isn't one. */
  private visit = 0;

  @query('main') private main!: HTMLElement | null;

  constructor() {
    super();
    provideContext(this, () => this.store);
    // on the host itself, so that what bubbles out of any page or dialog is heard
    this.addEventListener('cm-go', ({ to, part }: GoEvent) =>
      this.goTo(part === undefined ? to : `${to}/${part}`),
    );
    this.addEventListener('cm-term', (event) => void this.showTerm(event));
    this.addEventListener('cm-block-done', ({ block, doing }) => this.store.blockDone(block, doing));
    this.addEventListener('cm-begin', () => this.begin());
    this.addEventListener('cm-menu', () => this.toggleMenu());
    this.addEventListener('cm-help', () => void this.help());
    this.addEventListener('cm-dismissed', () => this.main?.focus({ preventScroll: true }));
    this.addEventListener('cm-exit', () => void this.store.exit());
    this.addEventListener('cm-language', (event) => void this.chooseLanguage(event));
  }

  override connectedCallback(): void {
    if (this.early) this.store = this.early;
    super.connectedCallback();
    // its own main stands within from now on (start.ts)
    this.removeAttribute('role');
    addEventListener('hashchange', this.followAddress);
    addEventListener('resize', this.followWidth);
    this.followWidth();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.followAddress);
    removeEventListener('resize', this.followWidth);
  }

  protected override willUpdate(): void {
    const { store } = this;
    const named = routeOf(store, addressed());
    // a page that was asked for by its address goes before the cover
    if (store.phase === 'cover' && named) store.begin();
    if (store.phase !== 'open' || this.route) return;
    this.route = named ?? routeOf(store, store.resumeAt);
    this.returned = store.whole && !named && store.state.place !== undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { route, store } = this;
    if (this.around) document.querySelector('body > .bar')?.remove();
    else nameTop(store.text.title);
    if (store.surrounded && !this.around) void painted().then(() => (this.around = this.isConnected));
    if (route && route.kind !== 'section') return;
    if (route && store.whole && addressed() === '') this.nameAddress(route.id);
    const { title } = store.text;
    document.title = route ? `${store.sectionTitle(route.place.lesson.id, route.id)} · ${title}` : title;
  }

  protected override render(): TemplateResult {
    const { store, drawer, around } = this;
    const { whole } = store;
    const open = store.phase === 'open';
    const inside = open || store.phase === 'cover';
    const beside = this.wide && this.panel && open;
    const here = this.route?.id ?? '';
    return html`${
        inside
          ? html`<button class="skip" type="button" @click=${this.skip}>${t('app.skip')}</button>`
          : nothing
      }
      ${
        around
          ? html`<cm-header
              .store=${store}
              .menuOpen=${this.wide ? beside : drawer}
              .menu=${open}
              .bare=${!inside}
            ></cm-header>`
          : nothing
      }
      <div class="frame ${beside ? 'beside' : ''}">
        ${
          beside
            ? html`<div class="panel">
                ${around ? html`<cm-outline .store=${store} .here=${here}></cm-outline>` : nothing}
              </div>`
            : nothing
        }
        <div class="column">
          <main tabindex="-1">
            ${
              inside && whole
                ? html`<cm-banners
                    .store=${store}
                    .returned=${this.returned && this.visit === 0}
                  ></cm-banners>`
                : nothing
            }
            ${store.deferredFailed ? notLoaded(() => store.fetchDeferred()) : nothing} ${this.page()}
          </main>
          ${around ? html`<cm-footer .store=${store}></cm-footer>` : nothing}
        </div>
      </div>
      ${
        around
          ? html`<cm-drawer
                .store=${store}
                .here=${here}
                .open=${drawer}
                @close=${this.drawerClosed}
              ></cm-drawer>
              <cm-help-dialog .store=${store}></cm-help-dialog>`
          : nothing
      }`;
  }

  private page(): TemplateResult | typeof nothing {
    const { store, route, visit } = this;
    switch (store.phase) {
      case 'connecting':
        if (store.deferredFailed) return nothing;
        return html`<div class="connecting">
          <h1>${store.text.title}</h1>
          <p role="status">${t('app.connecting')}</p>
        </div>`;
      case 'cover':
        return html`<slot></slot>`;
      case 'open':
        if (store.whole && route?.kind === 'section')
          return html`<cm-section-page
            .store=${store}
            .visit=${visit}
            .place=${route.place}
            .block=${route.block}
          ></cm-section-page>`;
        return this.otherPage();
      case 'offer':
      case 'ending':
      case 'ended':
      case 'stale':
        return this.otherPage();
    }
  }

  /** Everything but cover and sections comes with what stands around them: an element is only made once its class is there. */
  private otherPage(): TemplateResult | typeof nothing {
    const { store, route, visit } = this;
    if (!store.surrounded) return html`<div class="waiting" aria-busy=${!store.deferredFailed}></div>`;
    const own = store.phase === 'open' && route?.kind !== 'section' ? route : undefined;
    if (own || store.phase === 'offer')
      return html`<cm-other-page .store=${store} .visit=${visit} .route=${own}></cm-other-page>`;
    return store.phase === 'open' ? nothing : html`<cm-ended-page .store=${store}></cm-ended-page>`;
  }

  /** From the cover to the first section: the heading has the focus there. */
  private begin(): void {
    this.visit += 1;
    this.store.begin();
  }

  private followAddress = (): void => {
    void this.follow();
  };

  private async follow(): Promise<void> {
    const { store } = this;
    await store.fetchDeferred();
    const route = store.whole ? routeOf(store, addressed()) : undefined;
    if (!route) return;
    if (store.phase === 'cover') store.begin();
    this.visit += 1;
    this.route = route;
    this.drawer = false;
  }

  private followWidth = (): void => {
    // a media query would go by the browser's letters, not by those that the reader chose here
    this.wide = innerWidth >= BESIDE * parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (this.wide) this.drawer = false;
  };

  /** So that the browser's way back leads here too. */
  private nameAddress(name: string): void {
    try {
      history.replaceState(history.state, '', `#${name}`);
    } catch {
      // a frame that may not change its own address: the way back then ends one page earlier
    }
  }

  private goTo(name: string): void {
    // the same address again is a visit too: the learner may have scrolled away
    if (addressed() === name) void this.follow();
    else location.hash = name;
  }

  private async showTerm(event: TermEvent): Promise<void> {
    try {
      const { showTerm } = await retriableImport('cm-term-dialog', () => import('./term-dialog.ts'));
      void showTerm(this.renderRoot, this.store, event);
    } catch {
      this.goTo('glossary');
    }
  }

  private async chooseLanguage({ language }: LanguageEvent): Promise<void> {
    const { store, route } = this;
    // what is on the page now arrives together with the new words, so that nothing flashes
    await store.chooseLanguage(language, async () => {
      if (route?.kind === 'section') await store.files.lesson(language, route.place.lesson.id);
      if (route?.kind === 'assessment') await store.files.bank(language);
    });
  }

  private async help(): Promise<void> {
    await this.store.fetchDeferred();
    this.around = this.store.surrounded;
    await this.updateComplete;
    this.renderRoot.querySelector('cm-help-dialog')?.show();
  }

  private toggleMenu(): void {
    if (this.wide) this.panel = !this.panel;
    else this.drawer = !this.drawer;
  }

  private drawerClosed(): void {
    this.drawer = false;
  }

  private skip(): void {
    this.main?.focus();
    this.main?.scrollIntoView();
  }
}

/** After its store was given to one that stands already: it is made out of what is there. */
export function defineCourse(): void {
  if (!customElements.get('cm-course')) customElements.define('cm-course', Course);
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-course': Course;
  }
}
