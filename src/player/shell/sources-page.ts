import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { own } from '../../course/own.ts';
import type { PlayerStore } from '../store.ts';
import type { Source } from '../../course/compiled.ts';
import { buttonStyles } from '../design/buttons.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';
import { citedFrom } from '../design/cited-from.ts';
import { formats, t } from '../locale.ts';
import { Loading } from '../design/loading.ts';
import { PageElement } from '../design/page-element.ts';
import { icon } from '../design/icons.ts';
import { notLoaded } from '../not-loaded.ts';
import { pageStyles } from '../design/page-styles.ts';

/** Every source that a fact is cited from, where it is cited, and what the course is and isn't. */
@customElement('cm-sources-page')
export class SourcesPage extends PageElement<PlayerStore> {
  static override styles = [
    baseStyles,
    proseStyles,
    buttonStyles,
    pageStyles,
    css`
      .sources {
        display: grid;
        justify-self: stretch;
        max-width: calc(var(--measure) + 4rem);
      }
      .sources > li {
        padding-block: var(--space-4);
        border-top: 1px solid var(--color-line);
        outline: none;
        scroll-margin-top: 5rem;
      }
      .sources > li.asked {
        margin-inline: calc(-1 * var(--space-4));
        padding-inline: var(--space-4);
        border-radius: var(--radius-small);
        background: var(--color-accent-soft);
      }
      .name {
        font-weight: 650;
      }
      .where {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-4);
      }
      .where a,
      .outside {
        display: inline-flex;
        gap: var(--space-2);
        align-items: center;
        min-height: var(--target);
        overflow-wrap: anywhere;
      }
      .outside {
        padding-block: var(--space-2);
        line-height: 1.4;
      }
    `,
  ];

  /** Key of the source that was asked for. */
  @property() asked: string | undefined;

  private readonly sources = new Loading<readonly Source[]>(this, () =>
    this.store.files.sources(this.store.language),
  );

  protected override get ready(): boolean {
    return this.sources.value !== undefined;
  }

  protected override willUpdate(): void {
    this.sources.need('sources', this.store.language);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.ready) this.showAsked(this.asked);
  }

  protected override render(): TemplateResult {
    const { disclaimer } = this.store.text;
    return html`<div class="stack">
      <h1 tabindex="-1" data-heading>${t('sources.title')}</h1>
      ${disclaimer === undefined ? nothing : html`<div class="card prose">${unsafeHTML(disclaimer)}</div>`}
      ${this.sources.failed ? notLoaded(() => this.sources.again()) : nothing}
      <ol class="sources" role="list">
        ${this.sources.value?.map((source, index) => this.source(source, index + 1))}
      </ol>
    </div>`;
  }

  private source(
    { key, title, publisher, language, url, read, note, citedIn }: Source,
    number: number,
  ): TemplateResult {
    const [spoken, words] = noteIn(this.store.language, note);
    const from = key === this.asked ? citedFrom(key) : undefined;
    return html`<li class=${key === this.asked ? 'asked' : ''} tabindex=${key === this.asked ? -1 : nothing}>
      ${from === undefined ? nothing : html`<a class="outside" href="#${from}">${icon('back')}${t('sources.back')}</a>`}
      <p class="name"><span class="muted">[${number}]</span> <span lang=${language}>${title}</span></p>
      <p>
        <span lang=${language}>${publisher}</span
        >${read === undefined ? nothing : html`&nbsp;· <span class="muted">${t('sources.read', { when: day(read) })}</span>`}
      </p>
      ${words === undefined ? nothing : html`<p class="muted" lang=${spoken}>${words}</p>`}
      ${
        url === undefined
          ? nothing
          : html`<a class="outside" href=${url} target="_blank" rel="noopener noreferrer"
              >${icon('outside')}<span
                >${breakable(url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, ''))}</span
              ><span class="for-ear">${t('app.new-window')}</span></a
            >`
      }
      ${
        citedIn.length
          ? html`<p class="small muted">${t('sources.cited')}</p>
              <div class="where small">${citedIn.map((id) => this.citing(id))}</div>`
          : nothing
      }
    </li>`;
  }

  private citing(id: string): TemplateResult | typeof nothing {
    const { store } = this;
    const place = store.placeOf(id);
    const title = place ? store.sectionTitle(place.lesson.id, place.section.id) : own(store.text.pages, id);
    return title === undefined ? nothing : html`<a href="#${id}">${title}</a>`;
  }
}

/** An address whose lines end between its parts, and in the middle of a word only where one is longer than a line. */
const breakable = (address: string): readonly (string | TemplateResult)[] =>
  address.split('/').flatMap((part, at) => (at === 0 ? [part] : ['/', html`<wbr />`, part]));

/** The note in this language or, where it isn't written in it, in the one that it is written in. */
function noteIn(language: string, note: Source['note'] = {}): [language: string, words: string | undefined] {
  const tag = language in note ? language : (Object.keys(note)[0] ?? language);
  return [tag, note[tag]];
}

/** `2026-11` or `2026-11-25` in words. */
function day(text: string): string {
  const [, , date] = text.split('-');
  return new Intl.DateTimeFormat(formats(), {
    year: 'numeric',
    month: 'long',
    ...(date === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  })
    .format(new Date(date === undefined ? `${text}-01` : text))
    .replace(' ', '\u00A0');
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-sources-page': SourcesPage;
  }
}
