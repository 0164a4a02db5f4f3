import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import type { LessonStructure } from '../../course/compiled.ts';
import type { LessonProgress } from '../../learning/index.ts';
import { baseStyles } from '../design/base-styles.ts';
import { t } from '../locale.ts';
import { StoreElement } from '../design/store-element.ts';
import { icon, type IconName } from '../design/icons.ts';
import { isScoreKnown } from '../known-score.ts';
import { passMark, percent } from '../number-format.ts';
import { outlineStyles } from './outline.styles.ts';
import { openReadingSettings } from './reading-settings.ts';
import { progressWords } from './progress-words.ts';
import { progressStyles } from '../design/progress-bars.ts';

/** The course as a list: lessons with how far they are read, the sections of the open one, the assessment, and the pages. */
@customElement('cm-outline')
export class Outline extends StoreElement<PlayerStore> {
  static override styles = [baseStyles, progressStyles, outlineStyles];

  /** Where the learner is: the id of a section or the name of a page. */
  @property() here = '';

  /** Lessons that are folded out. */
  @state() private unfolded: ReadonlySet<string> = new Set();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('here')) return;
    const lesson = this.store.placeOf(this.here.split('/')[0] ?? '')?.lesson.id;
    this.unfolded = new Set(lesson === undefined ? [] : [lesson]);
  }

  protected override render(): TemplateResult {
    const { store } = this;
    const { course } = store;
    return html`<nav aria-label=${t('outline.name')}>
      ${this.overall()}
      <ol class="lessons" role="list">
        ${course.lessons.map((lesson, index) => this.lesson(lesson, index, store.lessons[index]))}
        ${course.assessment ? this.assessment() : nothing}
      </ol>
      <ul class="pages" role="list">
        ${this.page('search', t('search.title'), 'search')}
        ${this.page('glossary', t('glossary.title'), 'book')}
        ${Object.keys(store.text.pages).map((id) => this.page(id, store.text.pages[id] ?? id, 'page'))}
        ${this.page('handouts', t('handouts.title'), 'print')}
        ${this.page('sources', t('sources.title'), 'list')}
        ${this.page('mastery', t('mastery.title'), 'gauge')} ${this.page('notes', t('notes.title'), 'pen')}
        ${store.complete ? this.page('certificate', t('cert.title'), 'award') : nothing}
        <li>
          <button class="leaves" type="button" @click=${() => openReadingSettings(store, this)}>
            ${icon('reading')}<span>${t('reading.button')}</span>
          </button>
        </li>
      </ul>
    </nav>`;
  }

  private overall(): TemplateResult {
    const { store } = this;
    const share = Math.floor(store.progress * 100);
    return html`<a class="overall" href="#left" aria-current=${this.here === 'left' ? 'page' : nothing}>
      <span class="percent">
        <strong .textContent=${progressWords(store)}></strong>
        ${store.complete ? nothing : html`<span .textContent=${t('left.title')}></span>`}
      </span>
      <progress max="100" .value=${share} aria-hidden="true"></progress>
      ${this.isAllRead ? nothing : html`<span class="sub" .textContent=${t('outline.marks')}></span>`}
    </a>`;
  }

  /** Unless the course is complete, and another page knows more of it, or nobody had to read it all. */
  private get isAllRead(): boolean {
    const { course, complete } = this.store;
    return !complete || course.lessons.every((lesson) => this.seen(lesson) === lesson.sections.length);
  }

  private lesson(
    lesson: LessonStructure,
    index: number,
    progress: LessonProgress | undefined,
  ): TemplateResult {
    const open = this.unfolded.has(lesson.id);
    const stage = progress?.stage ?? 'new';
    const sections = `sections-${lesson.id}`;
    return html`<li class="lesson ${stage}">
      <button
        type="button"
        aria-expanded=${open}
        aria-controls=${sections}
        @click=${() => this.fold(lesson.id)}
      >
        <span class="disc" aria-hidden="true">${stage === 'read' ? icon('done') : index + 1}</span>
        <span class="words">
          <span class="name"
            ><span class="for-ear">${index + 1}. </span>${this.store.lessonTitle(lesson.id)}</span
          >
          <span class="sub">
            <span
              .textContent=${
                stage === 'begun'
                  ? t('outline.begun', { seen: this.seen(lesson), sections: lesson.sections.length })
                  : t(`outline.${stage}`, { minutes: lesson.minutes })
              }
            ></span>
            ${lesson.optional ? html` · ${t('section.optional')}` : nothing}
          </span>
        </span>
        <span class="fold">${icon('chevron')}</span>
      </button>
      <ol class="sections" role="list" id=${sections} ?hidden=${!open}>
        ${open ? lesson.sections.map((section) => this.section(lesson, section)) : nothing}
      </ol>
    </li>`;
  }

  /** Optional sections too: they are counted as on the pages themselves. */
  private seen(lesson: LessonStructure): number {
    return lesson.sections.filter(({ id }) => this.store.isDone(id)).length;
  }

  private section(lesson: LessonStructure, section: LessonStructure['sections'][number]): TemplateResult {
    const { store } = this;
    const title = store.sectionTitle(lesson.id, section.id);
    const done = store.isDone(section.id);
    const inner = html`<span class="tick" aria-hidden="true">${done ? icon('done') : nothing}</span>
      <span
        >${title}${section.optional ? html`&nbsp;<span class="sub">(${t('section.optional')})</span>` : nothing}${
          done ? html` <span class="for-ear">(${t('outline.seen')})</span>` : nothing
        }</span
      >`;
    if (!store.canOpen(section.id)) {
      return html`<li>
        <span class="locked"
          ><span class="tick">${icon('lock')}</span
          ><span>${title} <span class="for-ear">(${t('outline.locked')})</span></span></span
        >
      </li>`;
    }
    return html`<li>
      <a href="#${section.id}" aria-current=${this.here === section.id ? 'page' : nothing}>${inner}</a>
    </li>`;
  }

  private assessment(): TemplateResult {
    const { store } = this;
    const passed = store.state.best?.passed === true;
    const { best } = store.state;
    const score = best?.score;
    const isKnown = best !== undefined && isScoreKnown(best, store.passMark);
    const said = passed ? (isKnown ? 'outline.passed' : 'outline.passed-alone') : 'outline.best';
    const words = html`<span class="disc" aria-hidden="true">${passed ? icon('done') : icon('test')}</span>
      <span class="words">
        <span class="name">${t('test.title')}</span>
        <span class="sub">
          ${
            score === undefined
              ? t('outline.pass-mark', { mark: passMark(store.passMark) })
              : t(said, { score: percent(score) })
          }
        </span>
      </span>`;
    return html`<li class="lesson ${passed ? 'read' : 'new'}">
      ${
        store.canOpen('assessment')
          ? html`<a href="#assessment" aria-current=${this.here === 'assessment' ? 'page' : nothing}
              >${words}</a
            >`
          : html`<span class="row locked"
              >${words}<span class="for-ear">${t('outline.locked')}</span>${icon('lock')}</span
            >`
      }
    </li>`;
  }

  private page(id: string, title: string, picture: IconName): TemplateResult {
    return html`<li>
      <a href="#${id}" aria-current=${this.here === id ? 'page' : nothing}
        >${icon(picture)}<span>${title}</span></a
      >
    </li>`;
  }

  private fold(lesson: string): void {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(lesson)) unfolded.add(lesson);
    this.unfolded = unfolded;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-outline': Outline;
  }
}
