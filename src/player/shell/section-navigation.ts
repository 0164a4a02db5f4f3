import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import { readsForResult } from '../design/back-to-result.ts';
import { baseStyles } from '../design/base-styles.ts';
import { t } from '../locale.ts';
import { neighbour, type Neighbour, type CoursePlace } from '../navigation.ts';
import { StoreElement } from '../design/store-element.ts';
import { fetchSection } from './fetch-section.ts';
import { endOf } from './route.ts';
import { icon } from '../design/icons.ts';

/** The foot of a section: the ways on and back. */
@customElement('cm-section-navigation')
export class SectionNavigation extends StoreElement<PlayerStore> {
  static override styles = [
    baseStyles,
    css`
      :host {
        container-type: inline-size;
        display: grid;
        gap: var(--space-5);
        justify-self: stretch;
      }
      a {
        color: var(--color-accent);
      }
      .to-result {
        display: flex;
        gap: var(--space-2);
        align-items: center;
        justify-self: start;
        min-height: var(--target);
        font-weight: 650;
      }
      .ways {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-3);
        justify-self: stretch;
        max-width: calc(var(--measure) + 4rem);
        padding-top: var(--space-5);
        border-top: 1px solid var(--color-line);
      }
      .way {
        display: grid;
        gap: var(--space-1);
        align-content: center;
        min-height: calc(var(--target) * 1.6);
        padding: var(--space-3) var(--space-5);
        border: 2px solid var(--color-line-strong);
        border-radius: var(--radius-round);
        position: relative;
        min-width: 0;
        line-height: 1.35;
        text-decoration: none;
      }
      .way .label {
        display: flex;
        gap: var(--space-1);
        align-items: center;
        font-size: var(--size-small);
      }
      .way > :last-child {
        font-weight: 650;
        text-wrap: balance;
      }
      .back {
        color: var(--color-ink);
      }
      .back .label {
        color: var(--color-muted);
      }
      .back:hover {
        background: var(--color-raised);
      }
      .next {
        border-color: var(--color-accent);
        background: var(--color-accent);
        color: var(--color-on-accent);
        text-align: end;
      }
      .next .label {
        justify-content: end;
      }
      .next:hover {
        border-color: var(--color-accent-strong);
        background: var(--color-accent-strong);
        color: var(--color-on-accent);
      }
      @media (max-width: 34rem) {
        /* beside a thumb's way on there is room for the word "Back", and the title is for the ear */
        .ways {
          display: flex;
          flex-wrap: wrap;
        }
        .ways > span {
          display: none;
        }
        .ways .next {
          flex: 1 1 9rem;
        }
        .ways .back {
          align-self: center;
          min-height: var(--target);
          padding: var(--space-2) var(--space-4);
        }
        .back > :last-child {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
          white-space: nowrap;
        }
      }
      /* a title of many lines has no room in round corners */
      @container (max-width: 16rem) {
        .ways .next {
          flex-basis: 100%;
          padding-inline: var(--space-4);
          border-radius: calc(var(--radius) * 2);
        }
      }
      @media print {
        .to-result,
        .ways {
          display: none;
        }
      }
      @media (forced-colors: active) {
        .way {
          border: 2px solid CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) place!: CoursePlace;

  /** The section can't be opened yet: the way leads to the one that can. */
  @property({ type: Boolean }) locked = false;

  /** The section stands: what comes next may be fetched. */
  @property({ type: Boolean }) shown = false;

  /** The section and language whose next one was fetched. */
  private fetched = '';

  /** Where whoever has done the last of a section goes on. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.next')?.focus(options);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.shown) this.fetchNext(this.place.section.id);
  }

  protected override render(): TemplateResult {
    return this.locked
      ? html`<a class="way next" href="#${this.store.resumeAt}">${t('section.to-open')}</a>`
      : this.links();
  }

  /** So that the next page is there when it is asked for. What fails is fetched again then. */
  private fetchNext(here: string): void {
    const key = `${here}/${this.store.language}`;
    const next = neighbour(this.store.course, this.place, 1);
    if (this.fetched === key || !next) return;
    this.fetched = key;
    fetchSection(this.store, next.lesson, next.section).catch(() => undefined);
  }

  private links(): TemplateResult {
    const back = neighbour(this.store.course, this.place, -1);
    return html`${
        readsForResult(this.store)
          ? html`<a class="to-result" href="#assessment">${icon('back')}${t('section.to-result')}</a>`
          : nothing
      }
      <nav class="ways" aria-label=${t('section.ways')}>
        ${back ? this.back(back) : html`<span></span>`} ${this.next()}
      </nav>`;
  }

  /** From a lesson's last section to the page that closes it. */
  private next(): TemplateResult {
    const { store, place } = this;
    const next = neighbour(store.course, place, 1);
    const within = next && !next.newLesson;
    const [to, title] = within
      ? [next.section, store.sectionTitle(next.lesson, next.section)]
      : [endOf(place.lesson.id), t('lesson-end.title', { number: place.lessonIndex + 1 })];
    return html`<a class="way next" href="#${to}" @click=${this.goOn}>
      <span class="label">${t('section.next')}${icon('next')}</span>
      <span>${title}</span>
    </a>`;
  }

  private back(to: Neighbour): TemplateResult {
    const { store } = this;
    const title = to.newLesson
      ? t('section.lesson', { title: store.lessonTitle(to.lesson) })
      : store.sectionTitle(to.lesson, to.section);
    return html`<a class="way back" href="#${to.section}">
      <span class="label">${icon('back')}${t('section.back')}</span>
      <span>${title}</span>
    </a>`;
  }

  /** Who goes on has read it, wherever on the page they did so. */
  private readonly goOn = (): void => this.store.readSection(this.place.section.id);
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-section-navigation': SectionNavigation;
  }
}
