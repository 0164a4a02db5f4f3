import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { learningMinutes } from '../../course/minutes.ts';
import { baseStyles } from '../design/base-styles.ts';
import { CHEVRON, CLOCK, drawing, NEXT, PAUSE } from '../design/drawing.ts';
import { StoreElement } from '../design/store-element.ts';
import { duration } from '../duration.ts';
import { t } from '../locale.ts';
import { passMark } from '../number-format.ts';
import type { PlayerStore } from '../store.ts';
import { coverStyles } from './cover.styles.ts';
import { BeginEvent, LanguageEvent } from './events.ts';

/** Before the first section: what this course is, what it takes, and one way in. */
@customElement('cm-cover')
export class Cover extends StoreElement<PlayerStore> {
  static override styles = [baseStyles, coverStyles];

  /** The language whose first section was fetched. */
  private fetched = '';

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { store } = this;
    if (!store.whole || this.fetched === store.language) return;
    this.fetched = store.language;
    this.fetchFirst().catch(() => undefined);
  }

  /** So that the first section is there when Start is pressed. What fails is fetched again then. */
  private async fetchFirst(): Promise<void> {
    const { files, language, course, prepare } = this.store;
    const { sections } = await files.lesson(language, course.lessons[0]?.id ?? '');
    await prepare?.(sections[0]?.blocks ?? []);
  }

  protected override render(): TemplateResult {
    const { text, course, surrounded } = this.store;
    const { disclaimer } = text;
    return html`<div class="cover">
        ${course.faces ? html`<cm-cover-faces aria-hidden="true"></cm-cover-faces>` : nothing}
        ${course.organisation?.name ? html`<p class="kicker">${course.organisation.name}</p>` : nothing}
        <h1>${text.title}</h1>
        <p class="lead">${text.description}</p>
        <button class="start" type="button" @click=${() => this.dispatchEvent(new BeginEvent())}>
          ${t('cover.start')}${drawing(NEXT, 2.2)}
        </button>
        ${course.languages.length > 1 ? this.languages() : nothing} ${this.facts()}
      </div>
      ${
        disclaimer === undefined || !surrounded
          ? nothing
          : html`<details>
              <summary>${drawing(CHEVRON, 2)}<span>${t('cover.about')}</span></summary>
              <cm-prose .html=${disclaimer}></cm-prose>
            </details>`
      }`;
  }

  private facts(): TemplateResult {
    const { course, counts, launch, passMark: mark } = this.store;
    const keeps = counts && launch?.connected !== false;
    return html`<ul role="list">
      <li>
        ${drawing(CLOCK)}<span
          >${t(course.assessment ? 'cover.time-test' : 'cover.time', { time: duration(learningMinutes(course)) })}
          <span class="muted"
            >${t('welcome.lessons', { count: course.lessons.length })}${
              course.assessment ? ` · ${t('outline.pass-mark', { mark: passMark(mark) })}` : ''
            }</span
          ></span
        >
      </li>
      ${keeps ? html`<li>${drawing(PAUSE)}<span>${t('cover.saves')}</span></li>` : nothing}
    </ul>`;
  }

  private languages(): TemplateResult {
    const { course, language } = this.store;
    return html`<div class="languages" role="group" aria-label=${t('language.name')}>
      ${course.languages.map(
        (tag) =>
          html`<button
            type="button"
            lang=${tag}
            aria-pressed=${tag === language}
            @click=${() => this.dispatchEvent(new LanguageEvent(tag))}
          >
            ${course.files[tag]?.name}
          </button>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-cover': Cover;
  }
}
