import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { PlayerStore } from '../store.ts';
import { prepare } from '../blocks/load.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';
import { t } from '../locale.ts';
import { neighbour, type Neighbour, type CoursePlace } from '../navigation.ts';
import { StoreElement } from '../design/store-element.ts';
import { icon } from '../design/icons.ts';

/** The foot of a section: what the course is not, under the very first, and the ways on and back. */
@customElement('cm-section-navigation')
export class SectionNavigation extends StoreElement<PlayerStore> {
  static override styles = [
    baseStyles,
    proseStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-5);
        justify-self: stretch;
      }
      h2 {
        margin: 0;
        font-family: var(--font-heading);
        font-weight: 700;
        line-height: 1.2;
        letter-spacing: -0.01em;
      }
      a {
        color: var(--color-accent);
      }
      .about {
        max-width: var(--measure);
        margin-top: var(--space-5);
        padding-top: var(--space-5);
        border-top: 1px solid var(--color-line);
        color: var(--color-muted);
        font-size: 0.9375rem;
      }
      .about h2 {
        margin-bottom: var(--space-2);
        font-size: var(--size-text);
      }
      .ways {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-3);
        justify-self: stretch;
        max-width: calc(var(--measure) + 4rem);
        margin-top: var(--space-5);
        padding-top: var(--space-5);
        border-top: 1px solid var(--color-line);
      }
      .way {
        display: grid;
        gap: var(--space-1);
        align-content: center;
        min-height: calc(var(--target) * 1.6);
        padding: var(--space-3) var(--space-4);
        border: 2px solid var(--color-line);
        border-radius: var(--radius);
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
        border-color: var(--color-line-strong);
        color: var(--color-ink);
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
        .back > :last-child {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
          white-space: nowrap;
        }
      }
      @media print {
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
    this.store.files
      .lessonWith(this.store.language, next.lesson, next.section)
      .then(({ sections }) => prepare(sections.find(({ id }) => id === next.section)?.blocks ?? []))
      .catch(() => undefined);
  }

  private links(): TemplateResult {
    const { lessonIndex, index } = this.place;
    const { course } = this.store;
    const { disclaimer } = this.store.text;
    const next = neighbour(course, this.place, 1);
    const back = neighbour(course, this.place, -1);
    return html`${
        lessonIndex === 0 && index === 0 && disclaimer !== undefined
          ? html`<aside class="about" aria-labelledby="about">
              <h2 id="about">${t('welcome.about')}</h2>
              <div class="prose">${unsafeHTML(disclaimer)}</div>
            </aside>`
          : nothing
      }
      <nav class="ways" aria-label=${t('section.ways')}>
        ${back ? this.link(back, 'back') : html`<span></span>`}
        ${
          next
            ? this.link(next, 'next')
            : course.assessment && !this.store.complete
              ? html`<a class="way next" href="#assessment">
                  <span class="label">${t('section.next')}${icon('next')}</span
                  ><span>${t('test.title')}</span>
                </a>`
              : html`<a class="way next" href="#left">
                  <span class="label">${t('section.next')}${icon('next')}</span
                  ><span>${t('left.title')}</span>
                </a>`
        }
      </nav>`;
  }

  private link(to: Neighbour, direction: 'next' | 'back'): TemplateResult {
    const { store } = this;
    const title = to.newLesson
      ? t('section.lesson', { title: store.lessonTitle(to.lesson) })
      : store.sectionTitle(to.lesson, to.section);
    const label = t(`section.${direction}`);
    return html`<a class="way ${direction}" href="#${to.section}">
      <span class="label">
        ${direction === 'back' ? icon('back') : nothing}${label}${direction === 'next' ? icon('next') : nothing}
      </span>
      <span>${title}</span>
    </a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-section-navigation': SectionNavigation;
  }
}
