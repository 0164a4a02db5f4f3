import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import type { Bank } from '../../course/compiled.ts';
import { cameBack, sendToRead } from '../design/back-to-result.ts';
import { buttonStyles } from '../design/buttons.ts';
import { baseStyles } from '../design/base-styles.ts';
import type { AssessmentController, ObjectiveView, ResultView } from '../assessment-controller.ts';
import { GoEvent } from '../design/marks.ts';
import { rememberTry } from '../history.ts';
import { t, type StringKey } from '../locale.ts';
import './answer-review.ts';
import './own-commitments.ts';
import { PageElement } from '../design/page-element.ts';
import { icon } from '../design/icons.ts';
import { isScoreKnown } from '../known-score.ts';
import { passMark, percent } from '../number-format.ts';
import { openNotes } from '../private-notes.ts';
import { said } from '../said.ts';
import { statusWords } from '../saving-words.ts';
import { progressStyles } from '../design/progress-bars.ts';
import { pageStyles } from '../design/page-styles.ts';
import { celebration, celebrationStyles } from './celebration.ts';
import { ringStyles, scoreRing } from './score-ring.ts';
import { resultsStyles } from './results-page.styles.ts';

/** Sections that a learner who has not passed is sent to first. */
const FIRST = 3;

/**
 * After a try. Passed: a moment of its own, with what the learner takes along. Not yet: the score, the next try and the
 * sections that cost the most, and the rest folded. Every question stands there with the learner's answer; with the right
 * one and the reasons once no later try could live off them.
 */
@customElement('cm-results-page')
export class ResultsPage extends PageElement<PlayerStore> {
  static override styles = [
    baseStyles,
    buttonStyles,
    pageStyles,
    progressStyles,
    ringStyles,
    celebrationStyles,
    resultsStyles,
  ];

  @property({ attribute: false }) controller!: AssessmentController;

  @property({ attribute: false }) bank!: Bank;

  override connectedCallback(): void {
    super.connectedCallback();
    const { counts, course, state } = this.store;
    cameBack(this.store);
    if (counts && state.latest) rememberTry(openNotes(this.store), course, state.latest);
  }

  protected override render(): TemplateResult {
    const view = this.controller.result(this.bank);
    if (!view) return html``;
    const { passed } = view.result;
    const { costliest, sections } = view.again;
    const others = sections.filter((id) => !costliest.slice(0, FIRST).includes(id));
    return html`<div class="stack">
      ${this.score(view)}
      ${passed ? html`<cm-own-commitments .store=${this.store}></cm-own-commitments>` : nothing}
      ${passed ? nothing : this.first(costliest.slice(0, FIRST), view)}
      ${this.rest('results.mastery', !passed, this.mastery(view.objectives))}
      ${this.again(passed ? sections : others, !passed)}
      ${
        view.items.length
          ? this.rest(
              'results.review',
              !passed,
              html`<cm-answer-review
                .store=${this.store}
                .controller=${this.controller}
                .view=${view}
              ></cm-answer-review>`,
            )
          : nothing
      }
    </div>`;
  }

  // ---- how it went -----------------------------------------------------------------------------------------------

  private score(view: ResultView): TemplateResult {
    const { store } = this;
    const { result } = view;
    const { best, submittedThisLaunch } = store.state;
    const mark = passMark(store.passMark);
    return html`<section class="score ${result.passed ? 'passed' : 'not-yet'}">
      ${result.passed && submittedThisLaunch ? celebration(store, this) : nothing}
      ${isScoreKnown(result, store.passMark) ? scoreRing(result.score) : nothing}
      <div class="said">
        <p class="kicker">${t('results.try', { number: result.number })}</p>
        <h1 tabindex="-1" data-heading>${t(result.passed ? 'results.passed' : 'results.not-yet')}</h1>
        <p>${t(this.verdict(view))}</p>
        ${best?.passed ? nothing : html`<p class="small">${t('results.mark', { mark })}</p>`}
        ${this.stays(result)} ${this.next(view)}
        <p class="small" role="status" .textContent=${said(statusWords(store.saving))}></p>
      </div>
    </section>`;
  }

  private verdict({ result, objectives }: ResultView): StringKey {
    if (!result.passed) return this.mayTry(result) ? 'results.not-yet-long' : 'results.not-yet-last';
    return objectives.every(({ mastered }) => mastered) ? 'results.passed-long' : 'results.passed-some';
  }

  /** What stays, whatever this try was. */
  private stays(result: ResultView['result']): TemplateResult | typeof nothing {
    const { state, passMark: mark } = this.store;
    const { best } = state;
    if (!best || (best.score <= result.score && best.passed === result.passed)) return nothing;
    const known = isScoreKnown(best, mark);
    const key = best.passed ? (known ? 'results.best-passed' : 'results.passed-before') : 'results.best';
    return html`<p class="small">${t(key, { score: percent(best.score) })}</p>`;
  }

  private next({ result, again }: ResultView): TemplateResult {
    const { store } = this;
    const { best } = store.state;
    const passed = best?.passed === true;
    const may = this.mayTry(result);
    const toRead = passed ? undefined : again.costliest[0];
    return html`${passed && !store.complete ? html`<p>${t('results.passed-open', { what: this.left() })}</p>` : nothing}
      <div class="buttons">
        ${toRead === undefined ? nothing : this.read(toRead)}
        ${
          passed
            ? html`<a class="button" href="#left">${t(store.complete ? 'results.done' : 'left.title')}</a>`
            : nothing
        }
        ${
          may
            ? html`<button
                class="button ${passed || toRead !== undefined ? 'quiet' : ''}"
                type="button"
                @click=${this.retry}
              >
                ${t(passed ? 'results.better' : 'results.retry')}
              </button>`
            : nothing
        }
      </div>
      ${
        passed && may && store.complete && !store.saving.onDevice
          ? html`<p class="small">${t('results.better-now')}</p>`
          : nothing
      }
      ${
        store.complete || passed || result.score === 100
          ? nothing
          : html`<p class="small">${this.tries()} ${may ? t('results.retry-long') : nothing}</p>`
      }`;
  }

  private read(section: string): TemplateResult {
    const { store } = this;
    const title = store.sectionTitle(store.placeOf(section)?.lesson.id ?? '', section);
    return html`<a class="button" href="#${section}" @click=${() => sendToRead(store)}
      >${t('results.read', { title })}</a
    >`;
  }

  /** Before the course is complete. */
  private left(): string {
    const { unmet } = this.store;
    const count = unmet.reduce((sum, one) => sum + (one.kind === 'lesson' ? one.sections.length : 0), 0);
    return [
      count > 0 ? t('left.sections', { count }) : [],
      unmet.some(({ kind }) => kind !== 'lesson') ? t('lesson-end.rest') : [],
    ]
      .flat()
      .join(', ');
  }

  private tries(): string {
    const { triesLeft } = this.store;
    if (triesLeft === 'unlimited') return `${t('left.tries.unlimited')}.`;
    return triesLeft === 0 ? t('left.no-tries') : `${t('left.tries', { count: triesLeft })}.`;
  }

  private mayTry({ score }: ResultView['result']): boolean {
    return this.controller.whyNot === undefined && score < 100;
  }

  // ---- what to make of it ----------------------------------------------------------------------------------------

  /** Of all that was missed they may be a small part, and the reader is told which. */
  private first(sections: readonly string[], { again }: ResultView): TemplateResult | typeof nothing {
    if (sections.length === 0) return nothing;
    const all = again.items.length;
    const count = again.items.filter(({ section }) => sections.includes(section)).length;
    const words = count < all ? t('results.first-long', { count, all }) : t('results.again-long');
    return html`<section class="part" aria-labelledby="first">
      <h2 id="first">${t('results.first')}</h2>
      ${all > 0 ? html`<p>${words}</p>` : nothing} ${this.links(sections)}
    </section>`;
  }

  /** A part of the page; folded where something else comes first. */
  private rest(
    title: 'results.mastery' | 'results.again' | 'results.review',
    folded: boolean,
    content: TemplateResult,
  ): TemplateResult {
    if (!folded) {
      return html`<section class="part" aria-labelledby=${title}>
        <h2 id=${title}>${t(title)}</h2>
        ${content}
      </section>`;
    }
    return html`<details class="rest">
      <summary>
        ${icon('chevron')}
        <h2>${t(title)}</h2>
      </summary>
      <div class="part">${content}</div>
    </details>`;
  }

  private mastery(objectives: readonly ObjectiveView[]): TemplateResult {
    return html`<p>${t('results.mastery-long', { mark: passMark(this.store.passMark) })}</p>
      <ul class="objectives" role="list">
        ${objectives.map(({ objective, score, mastered }) => {
          const words = t(mastered ? 'results.mastered' : 'results.not-mastered', { score: percent(score) });
          return html`<li class=${mastered ? 'mastered' : ''}>
            <p>${this.store.text.objectives[objective.id] ?? objective.id}</p>
            <progress max="100" .value=${score} aria-label=${words}></progress>
            <p class="small words" aria-hidden="true">${icon(mastered ? 'done' : 'turn')}${words}</p>
          </li>`;
        })}
      </ul>`;
  }

  private again(sections: readonly string[], folded: boolean): TemplateResult | typeof nothing {
    if (sections.length === 0) return nothing;
    return this.rest(
      'results.again',
      folded,
      html`<p>${t('results.again-long')}</p>
        ${this.links(sections)}`,
    );
  }

  private links(sections: readonly string[]): TemplateResult {
    const { store } = this;
    return html`<ul class="links" role="list">
      ${sections.map((id) => {
        const lesson = store.placeOf(id)?.lesson.id ?? '';
        return html`<li>
          <a href="#${id}" @click=${() => sendToRead(store)}>
            <span
              ><strong>${store.sectionTitle(lesson, id)}</strong
              ><span class="small muted">${store.lessonTitle(lesson)}</span></span
            >
            ${icon('next')}
          </a>
        </li>`;
      })}
    </ul>`;
  }

  private retry(): void {
    this.controller.start(this.bank);
    this.dispatchEvent(new GoEvent('assessment', '1'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-results-page': ResultsPage;
  }
}
