import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import type { Block, LessonContent } from '../../course/compiled.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';
import { textStyles } from '../design/text-styles.ts';
import { t } from '../locale.ts';
import { neighbour, type CoursePlace } from '../navigation.ts';
import { drawing, INFO } from '../design/drawing.ts';
import { Loading } from '../design/loading.ts';
import { PageElement } from '../design/page-element.ts';
import { portrait } from '../portrait.ts';
import { EndInView } from './end-in-view.ts';
import { fetchSection } from './fetch-section.ts';
import { fetchNotes } from './fetch-notes.ts';
import { HelpEvent } from './help-event.ts';
import './section-navigation.ts';
import { canReadAloud, fetchReadAloud } from './fetch-read-aloud.ts';
import { notLoaded } from '../not-loaded.ts';
import { sectionStyles } from './section-page.styles.ts';

type SectionContent = LessonContent['sections'][number];

/** One section of a lesson: where it stands, its blocks, and the ways on and back. */
@customElement('cm-section-page')
export class SectionPage extends PageElement<PlayerStore> {
  static override styles = [baseStyles, proseStyles, textStyles, sectionStyles];

  @property({ attribute: false }) place!: CoursePlace;

  /** A block that the learner asked for: it is scrolled to. */
  @property() block: string | undefined;

  private readonly lesson = new Loading(this, (section) =>
    fetchSection(this.store, this.store.placeOf(section)?.lesson.id ?? '', section),
  );

  private readonly end = new EndInView(this);

  /** Of the section that is drawn; two templates take turns. */
  private drawn = '';
  private even = false;

  protected override get ready(): boolean {
    return this.content !== undefined;
  }

  private get content(): SectionContent | undefined {
    return this.lesson.value?.sections.find(({ id }) => id === this.place.section.id);
  }

  protected override willUpdate(): void {
    if (this.drawn !== this.place.section.id) this.even = !this.even;
    this.drawn = this.place.section.id;
    if (this.store.canOpen(this.place.section.id))
      this.lesson.need(this.place.section.id, this.store.language);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.content) return;
    fetchNotes();
    const { id } = this.place.section;
    void this.updateComplete.then(() => this.store.showSection(id));
    fetchReadAloud(() => this.requestUpdate());
    this.end.watch(this.renderRoot.querySelector('.end'), () => this.store.readSection(id));
    if (this.block !== undefined) {
      this.renderRoot.querySelector(`[data-block="${this.block}"]`)?.scrollIntoView();
      this.block = undefined;
    }
  }

  protected override render(): TemplateResult {
    const { lesson, section, index } = this.place;
    if (!this.store.canOpen(section.id)) return this.locked();
    const title = this.store.sectionTitle(lesson.id, section.id);
    const article = html`<article class="stack" aria-labelledby="heading">
      ${index === 0 ? html`${this.position()}${this.opening()}` : this.where()}
      <header class="head">
        ${section.optional && index === 0 ? this.optional() : nothing}
        <div class="titled">
          <h2 id="heading" class="title" tabindex="-1" ?data-heading=${index > 0}>${title}</h2>
          <cm-bookmark .section=${section.id}></cm-bookmark>
        </div>
      </header>
      ${this.lesson.failed ? notLoaded(() => this.lesson.again()) : this.blocks()}
      <cm-section-notes .section=${section.id} .content=${this.content}></cm-section-notes>
      ${this.navigation(false)}
    </article>`;
    // made anew for each section, as another template is: a page translator leaves texts that can't be changed in place
    return this.even ? html`${article}` : html`${article}${nothing}`;
  }

  private optional(): TemplateResult {
    const next = neighbour(this.store.course, this.place, 1);
    return html`<p class="optional">
      <span>${t('section.optional-long')}</span>
      ${next ? html`<a href="#${next.section}">${t('section.skip')}</a>` : nothing}
    </p>`;
  }

  private blocks(): TemplateResult {
    const { content } = this;
    if (!content) return html`<div class="waiting" aria-busy="true"></div>`;
    return html`<div class="blocks">${content.blocks.map(this.drawBlock)}</div>
      <div class="end"></div>`;
  }

  private drawBlock = (block: Block): TemplateResult => {
    // checked and sanitised by the compiler
    if (block.kind === 'prose') return html`<div class="prose" .innerHTML=${block.html}></div>`;
    const id = 'id' in block ? block.id : undefined;
    return html`<cm-block
      class=${block.kind}
      data-block=${id ?? nothing}
      .block=${block}
      .under=${this.content?.title ?? ''}
      .done=${id !== undefined && this.store.isDone(id)}
    ></cm-block>`;
  };

  /** Before a lesson's first section: its title, what it is for, and a calm word about what it speaks of. */
  private opening(): TemplateResult {
    const { lesson, lessonIndex } = this.place;
    const content = this.lesson.value;
    return html`<div class="opening">
        <div class="people">${content?.people?.map(({ face, alt }) => portrait(face, alt))}</div>
        <p class="kicker">
          ${t('lesson.number', { number: lessonIndex + 1, lessons: this.store.course.lessons.length })} ·
          ${t('lesson.minutes', { count: lesson.minutes })}
        </p>
        <h1 tabindex="-1" data-heading>${this.store.lessonTitle(lesson.id)}</h1>
        ${
          content?.goals.length
            ? html`<p class="goals-intro">${t('lesson.goals')}</p>
                <ul class="goals" role="list">
                  ${content.goals.map((goal) => html`<li>${goal}</li>`)}
                </ul>`
            : nothing
        }
      </div>
      ${content?.note === undefined ? nothing : this.note(content.note)}`;
  }

  private note(note: string): TemplateResult {
    return html`<aside class="note" aria-label=${t('lesson.note')}>
      ${drawing(INFO)}
      <div>
        <div class="prose" .innerHTML=${note}></div>
        <button type="button" @click=${() => this.dispatchEvent(new HelpEvent())}>${t('help.button')}</button>
      </div>
    </aside>`;
  }

  private where(): TemplateResult {
    const { lesson, lessonIndex } = this.place;
    return html`<div class="where" data-unspoken>
      <h1 class="kicker">
        ${t('lesson.number-short', { number: lessonIndex + 1 })} · ${this.store.lessonTitle(lesson.id)}
      </h1>
      ${this.position()} ${this.place.section.optional ? this.optional() : nothing}
    </div>`;
  }

  private position(): TemplateResult {
    const { lesson, section, index } = this.place;
    return html`<div class="position" data-unspoken>
      <nav aria-label=${t('section.list')}>
        <ol class="segments" role="list">
          ${lesson.sections.map((one) => html`<li class=${one === section ? 'at' : ''}>${this.segment(one.id, one === section)}</li>`)}
        </ol>
      </nav>
      <p class="count">${t('section.position', { number: index + 1, sections: lesson.sections.length })}</p>
      ${
        canReadAloud()
          ? html`<cm-read-aloud .store=${this.store} .section=${section.id}></cm-read-aloud>`
          : nothing
      }
    </div>`;
  }

  private segment(id: string, here: boolean): TemplateResult {
    const { store } = this;
    const title = store.sectionTitle(this.place.lesson.id, id);
    const done = store.isDone(id);
    const marks = `${here ? 'here' : ''} ${done ? 'seen' : ''}`;
    if (!store.canOpen(id)) return html`<span class=${marks} aria-hidden="true"></span>`;
    return html`<a
      class=${marks}
      href="#${id}"
      title=${done ? `${title}, ${t('outline.seen')}` : title}
      aria-current=${here ? 'page' : nothing}
    ></a>`;
  }

  private navigation(locked: boolean): TemplateResult {
    return html`<cm-section-navigation
      .store=${this.store}
      .place=${this.place}
      .locked=${locked}
      .shown=${this.content !== undefined}
    ></cm-section-navigation>`;
  }

  private locked(): TemplateResult {
    const { store } = this;
    return html`<div class="stack">
      <h1 tabindex="-1" data-heading>${store.sectionTitle(this.place.lesson.id, this.place.section.id)}</h1>
      <p class="lead">${t('section.locked')}</p>
      ${this.navigation(true)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-section-page': SectionPage;
  }
}
