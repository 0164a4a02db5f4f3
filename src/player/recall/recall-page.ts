import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Response } from '../../course/compiled.ts';
import { footClass, footStyles } from '../blocks/foot.styles.ts';
import '../blocks/private-bar.ts';
import type { Remembered } from '../blocks/remembered.ts';
import { surenessRow, surenessStyles } from '../blocks/sureness.ts';
import { activityStyles } from '../design/activity.ts';
import { baseStyles } from '../design/base-styles.ts';
import { buttonStyles } from '../design/buttons.ts';
import { icon } from '../design/icons.ts';
import { Loading } from '../design/loading.ts';
import { PageElement } from '../design/page-element.ts';
import { pageStyles } from '../design/page-styles.ts';
import { progressStyles } from '../design/progress-bars.ts';
import type { ResponseEvent } from '../events.ts';
import { remember } from '../history.ts';
import { t } from '../locale.ts';
import { notLoaded } from '../not-loaded.ts';
import { NotesController } from '../private-notes.ts';
import '../questions/question.ts';
import type { Question } from '../questions/question.ts';
import { displayOrder, isAnsweredWhole, isEnterInField, verdict } from '../questions/verdict.ts';
import type { Sureness } from '../spaced.ts';
import type { PlayerStore } from '../store.ts';
import { dueNow, missedIn, questionsOf } from './due.ts';

/**
 * A few questions once more: what is due, or what was missed in a lesson. Each is answered at once with right or wrong and why, and
 * at the end stands how it went and the way back. Nothing of it is graded or sent; it is all among the private notes.
 */
@customElement('cm-recall-page')
export class RecallPage extends PageElement<PlayerStore> {
  static override styles = [
    baseStyles,
    buttonStyles,
    pageStyles,
    progressStyles,
    activityStyles,
    footStyles,
    surenessStyles,
    css`
      section {
        justify-self: stretch;
      }
      progress {
        margin-bottom: var(--space-4);
      }
      .closing {
        margin-bottom: var(--space-2);
      }
      .sections a {
        display: inline-flex;
        gap: var(--space-2);
        align-items: center;
        min-height: var(--target);
      }
    `,
  ];

  /** Id of a lesson: after it. */
  @property() lesson: string | undefined;

  /** The question on the screen; as many as there are at the end. */
  @state() private at = 0;

  @state() private response: Response | undefined;

  @state() private sureness: Sureness | undefined;

  @state() private checked = false;

  @state() private hint = false;

  @query('cm-question') private asked!: Question | null;

  private readonly missed: Remembered[] = [];

  /** Drawn once: the same in another language, and whatever is answered meanwhile. */
  private ids: readonly string[] | undefined;

  /** Decides the order of what is shuffled. */
  private readonly seed = Math.floor(Math.random() * 2 ** 31);

  private readonly notes = new NotesController(this);

  private readonly questions = new Loading<readonly Remembered[]>(this, async () => {
    const { store } = this;
    const lesson = store.course.lessons.find(({ id }) => id === this.lesson);
    this.ids ??= await (lesson ? missedIn(store, lesson) : dueNow(store));
    return questionsOf(store, this.ids);
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('lesson')) this.begin();
    this.questions.need(this.lesson ?? '', this.store.language);
  }

  protected override render(): TemplateResult {
    const { value, failed } = this.questions;
    return html`<div class="stack">
      <h1 tabindex="-1" data-heading>${t('recall.title')}</h1>
      ${failed ? notLoaded(() => this.questions.again()) : value ? this.content(value) : html`<div aria-busy="true"></div>`}
    </div>`;
  }

  private content(questions: readonly Remembered[]): TemplateResult {
    const question = questions[this.at];
    if (questions.length === 0)
      return html`<p class="lead">${t('recall.nothing')}</p>
        ${this.onward()}`;
    const title = this.lesson === undefined ? '' : this.store.lessonTitle(this.lesson);
    return html`<p class="lead">${title ? t('recall.lead-lesson', { title }) : t('recall.lead')}</p>
      <section class="activity" aria-label=${t('recall.title')}>
        ${question ? this.ask(question, questions.length) : this.closing(questions.length)}
      </section>
      ${question ? this.onward() : nothing}`;
  }

  private ask({ id, question, taughtIn }: Remembered, all: number): TemplateResult {
    const number = this.at + 1;
    return html`<progress max=${all} .value=${this.at} aria-label=${t('recall.title')}></progress>
      ${keyed(
        id,
        html`<cm-question
          .question=${question}
          .label=${t('recall.number', { number, all, title: taughtIn })}
          .response=${this.response}
          .order=${displayOrder(question, this.seed)}
          .reveal=${this.checked}
          @cm-response=${this.answer}
          @keydown=${this.enter}
        ></cm-question>`,
      )}
      ${this.checked ? nothing : surenessRow(this.sureness, (sureness) => (this.sureness = sureness))}
      <div role="status">${this.hint ? html`<p class="hint">${t('block.answer-first')}</p>` : nothing}</div>
      <div class="actions ${footClass(question, this.response, this.checked)}">
        ${
          this.checked
            ? html`<button class="button" type="button" @click=${this.next}>
                ${t(number === all ? 'block.practice.finish' : 'block.practice.next')}
              </button>`
            : html`<button class="button" type="button" @click=${this.check}>
                ${t('block.check.button')}
              </button>`
        }
      </div>`;
  }

  private closing(all: number): TemplateResult {
    const { store, missed } = this;
    const sections = [...new Set(missed.map(({ section }) => section))];
    return html`<h2 class="closing" tabindex="-1">
        ${t('recall.done', { right: all - missed.length, all })}
      </h2>
      <p>${t(missed.length ? 'recall.some' : 'recall.all-right')}</p>
      <ul class="sections" role="list">
        ${sections.map((id) => {
          const lesson = store.placeOf(id)?.lesson.id ?? '';
          return html`<li><a href="#${id}">${icon('book')}${store.sectionTitle(lesson, id)}</a></li>`;
        })}
      </ul>
      ${this.onward(true)}
      <cm-private-bar></cm-private-bar>`;
  }

  /** To where the learner was. */
  private onward(done = false): TemplateResult {
    const { lesson, store } = this;
    const to = lesson === undefined ? store.resumeAt : `${lesson}/done`;
    const words = t(lesson === undefined ? 'recall.to-section' : 'recall.to-lesson-end');
    return html`<div class="actions ${done ? '' : 'words'}">
      <a class="button ${done ? '' : 'plain'}" href="#${to}">${words}</a>
      ${done ? html`<a class="button plain" href="#mastery">${t('mastery.title')}</a>` : nothing}
    </div>`;
  }

  private begin(): void {
    this.ids = undefined;
    this.at = 0;
    this.missed.length = 0;
    this.fresh();
  }

  private fresh(): void {
    this.response = undefined;
    this.sureness = undefined;
    this.checked = false;
    this.hint = false;
  }

  private answer(event: ResponseEvent): void {
    event.stopPropagation();
    this.response = event.response;
    this.hint = false;
  }

  private enter(event: KeyboardEvent): void {
    if (isEnterInField(event)) this.check();
  }

  private check(): void {
    const asked = this.questions.value?.[this.at];
    const { response } = this;
    if (!asked || this.checked) return;
    if (!response || !isAnsweredWhole(asked.question, response)) {
      this.hint = true;
      return;
    }
    this.checked = true;
    const right = verdict(asked.question, response) === 'right';
    if (!right) this.missed.push(asked);
    remember(this.notes.value, asked, right, this.sureness);
    void this.updateComplete.then(() => this.asked?.focusVerdict());
  }

  private async next(): Promise<void> {
    this.at += 1;
    this.fresh();
    await this.updateComplete;
    if (this.asked) await this.asked.focusQuestion();
    else this.renderRoot.querySelector<HTMLElement>('.closing')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-recall-page': RecallPage;
  }
}
