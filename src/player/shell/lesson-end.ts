import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../blocks/print-button.ts';
import type { LessonContent, LessonStructure } from '../../course/compiled.ts';
import { baseStyles } from '../design/base-styles.ts';
import { buttonStyles } from '../design/buttons.ts';
import { icon } from '../design/icons.ts';
import { Loading } from '../design/loading.ts';
import { PageElement } from '../design/page-element.ts';
import { pageStyles } from '../design/page-styles.ts';
import { duration } from '../duration.ts';
import { hasJustCompleted } from '../just-completed.ts';
import { t } from '../locale.ts';
import { retriableImport } from '../retriable-import.ts';
import { said } from '../said.ts';
import { statusWords } from '../saving-words.ts';
import type { PlayerStore } from '../store.ts';
import { ExitEvent } from './events.ts';
import { lessonEndStyles } from './lesson-end.styles.ts';
import { progressRing } from './progress-ring.ts';

/** After a lesson's last section: what can now be done, how the checks went, what is to come, and that a pause is fine. */
@customElement('cm-lesson-end')
export class LessonEnd extends PageElement<PlayerStore> {
  static override styles = [baseStyles, buttonStyles, pageStyles, lessonEndStyles];

  /** Of the lesson in the course. */
  @property({ type: Number }) index = 0;

  private readonly content = new Loading<LessonContent>(this, (id) =>
    this.store.files.lesson(this.store.language, id),
  );

  /** What was missed in the lesson, where that may be practiced. */
  private readonly missed = new Loading<readonly string[]>(this, async () => {
    if (!this.store.counts) return [];
    const [{ missedIn }] = await Promise.all([
      retriableImport('recall', () => import('../recall/due.ts')),
      retriableImport('cm-private-bar', () => import('../blocks/private-bar.ts')),
    ]);
    return missedIn(this.store, this.lesson);
  });

  private get lesson(): LessonStructure {
    return this.store.course.lessons[this.index]!;
  }

  protected override willUpdate(): void {
    this.content.need(this.lesson.id, this.store.language);
    this.missed.need(`${this.lesson.id} ${this.visit}`, '');
  }

  protected override render(): TemplateResult {
    const { lesson, store } = this;
    const unread = lesson.sections.filter(({ id, optional }) => !optional && !store.isDone(id));
    const read = unread.length === 0;
    return html`<div class="stack">
      <div class="end ${read ? 'read' : ''}">
        <div class="share-of">
          ${progressRing(store.progress)}
          <span>${t('lesson-end.share')}</span>
        </div>
        <div class="words">
          <p class="kicker">
            ${store.lessonTitle(lesson.id)}&nbsp;·
            <span class="whole">${t('lesson.minutes', { count: lesson.minutes })}</span>
          </p>
          <h1 tabindex="-1" data-heading>
            ${t(read ? 'lesson-end.done' : 'lesson-end.open', { number: this.index + 1 })}
          </h1>
          ${this.checks()}
        </div>
      </div>
      ${read ? this.goals() : this.unread(unread)}
      <p class="to-come">${this.toCome()}</p>
      <div class="buttons">
        ${this.onward()}
        <button class="button quiet" type="button" @click=${() => this.dispatchEvent(new ExitEvent())}>
          ${icon('pause')}${t('lesson-end.pause')}
        </button>
        <cm-print-button
          look="plain"
          .label=${t('handout.print')}
          .prepare=${() => this.layOutHandout()}
        ></cm-print-button>
      </div>
      <p class="small muted" .textContent=${said(statusWords(store.saving))}></p>
      ${this.again()}
    </div>`;
  }

  /** Below the way on: it comes when it is known, and moves nothing. */
  private again(): TemplateResult | typeof nothing {
    const count = this.missed.value?.length ?? 0;
    if (count === 0) return nothing;
    return html`<div class="again">
      ${icon('turn')}<span>${t('recall.missed', { count })}</span>
      <a class="button quiet" href="#recall/${this.lesson.id}">${t('recall.missed-start')}</a>
      <div class="keep">
        <p>${t('lesson-end.keep')}</p>
        <cm-private-bar choice></cm-private-bar>
      </div>
    </div>`;
  }

  private async layOutHandout(): Promise<void> {
    const code = await retriableImport('cm-handouts-page', () => import('./handouts-page.ts'));
    await code.layOutHandout(this.store, this.lesson.id);
  }

  /** Ticked where the lesson has no checks, or all of them were right in this visit: nobody is praised for pressing Next. */
  private goals(): TemplateResult | typeof nothing {
    const goals = this.content.value?.goals ?? [];
    if (goals.length === 0) return nothing;
    const { checks, known } = this.answered;
    const right = known.filter(Boolean).length === checks.length;
    return html`<section class="goals">
      <h2>${t(right ? 'lesson-end.goals' : 'lesson-end.goals-open')}</h2>
      <ul role=${right ? 'list' : nothing}>
        ${goals.map((goal) => html`<li>${right ? icon('done') : nothing}<span>${goal}</span></li>`)}
      </ul>
    </section>`;
  }

  private unread(sections: LessonStructure['sections']): TemplateResult {
    const { store, lesson } = this;
    return html`<section class="unread">
      <h2>${t('lesson-end.unread', { count: sections.length })}</h2>
      <ul role="list">
        ${sections.map(
          ({ id }) =>
            html`<li>
              <a href="#${id}">${icon('next')}<span>${store.sectionTitle(lesson.id, id)}</span></a>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  /** The lesson's checks, and how those went that were answered in this visit. */
  private get answered(): { checks: { id: string }[]; known: boolean[] } {
    const { store, lesson } = this;
    const checks = lesson.sections.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'check');
    return { checks, known: checks.flatMap(({ id }) => store.checksRight.get(id) ?? []) };
  }

  private checks(): TemplateResult | typeof nothing {
    const { store } = this;
    const { checks, known } = this.answered;
    if (checks.length === 0) return nothing;
    const all = checks.length;
    const words =
      known.length === all
        ? t('lesson-end.checks-right', { right: known.filter(Boolean).length, all })
        : t('lesson-end.checks-done', { done: checks.filter(({ id }) => store.isDone(id)).length, all });
    return html`<p>${words}</p>`;
  }

  /** As time: lessons that are not read, and the assessment. */
  private toCome(): string {
    const { store } = this;
    const kinds = store.unmet.map(({ kind }) => kind);
    const count = store.unmet.filter((one) => one.kind === 'lesson' && one.lesson !== this.lesson.id).length;
    const lessons = t('welcome.lessons', { count });
    const tested = kinds.includes('assessment');
    if (kinds.length === 0) return t('left.done.title');
    const what =
      count === 0
        ? t(tested ? 'lesson-end.test' : 'lesson-end.rest')
        : tested
          ? t('lesson-end.lessons-and-test', { lessons })
          : lessons;
    return store.minutesLeft > 0
      ? t('lesson-end.to-come', { what, time: duration(store.minutesLeft) })
      : t('lesson-end.to-come-short', { what });
  }

  /** What is read here was the last that was left, whichever lesson it is of. */
  private get completes(): boolean {
    return this.store.complete && hasJustCompleted(this.store);
  }

  private onward(): TemplateResult {
    const { store, completes } = this;
    const next = store.course.lessons[this.index + 1]?.sections[0]?.id;
    const after =
      next === undefined ? nothing : onTo(next, t('lesson-end.next'), completes ? 'quiet' : 'next');
    if (next !== undefined && !completes) return html`${after}`;
    const [to, words] =
      store.course.assessment && !store.complete
        ? ['assessment', t('test.title')]
        : ['left', t(store.complete ? 'results.done' : 'left.title')];
    return html`${onTo(to, words, 'next')}${after}`;
  }
}

const onTo = (to: string, words: string, look: 'next' | 'quiet'): TemplateResult =>
  html`<a class="button ${look}" href="#${to}">${words}${icon('next')}</a>`;

declare global {
  interface HTMLElementTagNameMap {
    'cm-lesson-end': LessonEnd;
  }
}
