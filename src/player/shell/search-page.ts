import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { baseStyles } from '../design/base-styles.ts';
import { buttonStyles } from '../design/buttons.ts';
import { icon } from '../design/icons.ts';
import { Loading } from '../design/loading.ts';
import { PageElement } from '../design/page-element.ts';
import { pageStyles } from '../design/page-styles.ts';
import { t } from '../locale.ts';
import { AfterPause } from '../search/after-pause.ts';
import { CourseIndex, SHORTEST, type Hit } from '../search/course-index.ts';
import type { Piece } from '../search/excerpt.ts';
import type { PlayerStore } from '../store.ts';
import { searchStyles } from './search-page.styles.ts';

/** Results that are shown before more are asked for. */
const FEW = 20;

/** Finds words in lessons, pages, glossary and sources. What is locked is named, and leads nowhere. */
@customElement('cm-search-page')
export class SearchPage extends PageElement<PlayerStore> {
  static override styles = [baseStyles, buttonStyles, pageStyles, searchStyles];

  /** The words in the address: the way back from a result leads to all of them. */
  @property() asked: string | undefined;

  /** What stands in the field. */
  @state() private written = '';

  /** What the results are of. */
  @state() private sought = '';

  @state() private all = false;

  private readonly pause = new AfterPause(this, () => this.seek());

  private hits: readonly Hit[] = [];

  /** Of what the hits are: they are looked for again when it changes, and not at each drawing. */
  private of: readonly unknown[] = [];

  private readonly index = new Loading<CourseIndex>(this, () => {
    const { files, language, text } = this.store;
    return CourseIndex.of(files, language, Object.keys(text.pages));
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.index.need('search', this.store.language);
    if (changed.has('asked') || changed.has('visit')) this.written = this.sought = this.asked ?? '';
    const of = [this.index.value, this.sought];
    if (of.every((one, place) => one === this.of[place])) return;
    this.of = of;
    this.hits = this.index.value?.find(this.sought) ?? [];
  }

  protected override render(): TemplateResult {
    const { hits } = this;
    return html`<div class="stack">
      <h1>${t('search.title')}</h1>
      <form role="search" @submit=${this.submit}>
        <label class="field"
          >${t('search.field')}
          <input
            type="search"
            autocomplete="off"
            data-heading
            aria-describedby="where"
            .value=${this.written}
            @input=${this.write}
            @keydown=${this.enter}
          />
        </label>
      </form>
      <p id="where" class="muted small">${t('search.where')}</p>
      ${this.index.value?.missing ? this.missing() : nothing}
      <p role="status" .textContent=${this.status(hits.length)}></p>
      ${keyed(this.sought, this.results(hits))}
    </div>`;
  }

  private get asks(): boolean {
    return this.sought.trim().length >= SHORTEST;
  }

  private status(count: number): string {
    const query = this.sought.trim();
    if (!this.asks) return '';
    if (!this.index.value) return t('search.preparing');
    return count === 0 ? t('search.none', { query }) : t('search.count', { count, query });
  }

  private results(hits: readonly Hit[]): TemplateResult | typeof nothing {
    if (!this.asks || !this.index.value) return nothing;
    if (hits.length === 0) return html`<a href="#glossary">${t('glossary.all')}</a>`;
    const shown = this.all ? hits : hits.slice(0, FEW);
    return html`<ol class="results" role="list">
        ${shown.map((hit) => this.result(hit))}
      </ol>
      ${
        shown.length < hits.length
          ? html`<button class="button quiet" type="button" @click=${this.showAll}>
              ${t('search.more', { all: hits.length })}
            </button>`
          : nothing
      }`;
  }

  private result({ document, to, title, excerpt }: Hit): TemplateResult {
    const words = html`<span lang=${document.language ?? nothing}>${title.map(piece)}</span>`;
    const locked = this.locked(document.to);
    return html`<li>
      <p class="kicker small">${this.kicker(document)}</p>
      <h2>${locked ? html`<span>${icon('lock')}${words}</span>` : html`<a href="#${to}">${words}</a>`}</h2>
      <p class="excerpt">${locked ? t('section.locked') : excerpt.map(piece)}</p>
    </li>`;
  }

  private locked(to: string): boolean {
    const place = this.store.placeOf(to);
    return place !== undefined && !this.store.canOpen(place.section.id);
  }

  private kicker({ kind, to }: Hit['document']): string {
    if (kind === 'term') return t('glossary.title');
    if (kind === 'source') return t('sources.title');
    const place = this.store.placeOf(to);
    if (!place) return t('search.page');
    const lesson = t('lesson.number-short', { number: place.lessonIndex + 1 });
    return kind === 'lesson' ? lesson : `${lesson} · ${this.store.lessonTitle(place.lesson.id)}`;
  }

  private missing(): TemplateResult {
    return html`<div class="missing card">
      <p>${t('search.missing')}</p>
      <button class="button" type="button" @click=${this.again}>${t('app.again')}</button>
    </div>`;
  }

  /** The button goes, and the focus to the first of what came in its place. */
  private async showAll(): Promise<void> {
    this.all = true;
    await this.updateComplete;
    const next = this.renderRoot.querySelector<HTMLElement>(`.results > :nth-child(${FEW + 1})`);
    if (next) next.tabIndex = -1;
    next?.focus();
  }

  /** Likewise, to the field. */
  private again(): void {
    void this.index.again();
    this.renderRoot.querySelector('input')?.focus();
  }

  private write(event: Event): void {
    this.written = (event.target as HTMLInputElement).value;
    this.pause.wait();
  }

  /** Here and not by the form alone: in a frame that may send no forms (sandbox without `allow-forms`) Enter would do nothing. */
  private enter(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.isComposing) this.submit(event);
  }

  private submit(event: Event): void {
    event.preventDefault();
    this.pause.now();
  }

  private seek(): void {
    this.sought = this.written;
    this.all = false;
    const words = this.sought.trim().replaceAll('/', ' ');
    try {
      history.replaceState(history.state, '', words ? `#search/${encodeURIComponent(words)}` : '#search');
    } catch {
      // a frame that may not change its own address: the way back then leads to an empty field
    }
  }
}

const piece = ({ text, sought }: Piece): TemplateResult | string =>
  sought ? html`<mark>${text}</mark>` : text;

declare global {
  interface HTMLElementTagNameMap {
    'cm-search-page': SearchPage;
  }
}
