import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import type { Bank } from '../../course/compiled.ts';
import { buttonStyles } from '../design/buttons.ts';
import { baseStyles } from '../design/base-styles.ts';
import type { AssessmentController, ObjectiveView, ResultView } from '../assessment-controller.ts';
import { GoEvent } from '../design/marks.ts';
import { t } from '../locale.ts';
import '../questions/question.ts';
import { PageElement } from '../design/page-element.ts';
import { icon } from '../design/icons.ts';
import { passMark, percent } from '../number-format.ts';
import { statusWords } from '../saving-words.ts';
import { progressStyles } from '../design/progress-bars.ts';
import { pageStyles } from '../design/page-styles.ts';
import { resultsStyles } from './results-page.styles.ts';

type FormItem = ResultView['items'][number];

/**
 * After a try: the score, what is mastered, what to read again, the next try, and every question with the learner's answer;
 * with the right one and the reasons once no later try could live off them.
 */
@customElement('cm-results-page')
export class ResultsPage extends PageElement<PlayerStore> {
  static override styles = [baseStyles, buttonStyles, pageStyles, progressStyles, resultsStyles];

  @property({ attribute: false }) controller!: AssessmentController;

  @property({ attribute: false }) bank!: Bank;

  /** Questions whose review is folded out. */
  @state() private unfolded: ReadonlySet<string> = new Set();

  protected override render(): TemplateResult {
    const view = this.controller.result(this.bank);
    if (!view) return html``;
    return html`<div class="stack">
      ${this.score(view)} ${this.mastery(view.objectives)} ${this.again(view)} ${this.next(view)}
      ${this.review(view)}
    </div>`;
  }

  private score({ result }: ResultView): TemplateResult {
    const { store } = this;
    const { best } = store.state;
    const mark = passMark(store.passMark);
    return html`<section class="score ${result.passed ? 'passed' : 'not-yet'}">
      <p class="kicker">${t('results.try', { number: result.number })}</p>
      <h1 tabindex="-1" data-heading>${t(result.passed ? 'results.passed' : 'results.not-yet')}</h1>
      <p class="figure">
        <strong>${t('app.percent', { value: percent(result.score) })}</strong>
        <span>${t('results.mark', { mark })}</span>
      </p>
      <p>${t(result.passed ? 'results.passed-long' : 'results.not-yet-long')}</p>
      ${
        best && best.score > result.score
          ? html`<p>
              ${t(best.passed ? 'results.best-passed' : 'results.best', { score: percent(best.score) })}
            </p>`
          : nothing
      }
      <p class="small status" role="status" .textContent=${t(statusWords(store.saving).key)}></p>
    </section>`;
  }

  private mastery(objectives: readonly ObjectiveView[]): TemplateResult {
    return html`<section class="part" aria-labelledby="mastery">
      <h2 id="mastery">${t('results.mastery')}</h2>
      <ul class="objectives" role="list">
        ${objectives.map(({ objective, score, mastered }) => {
          const words = t(mastered ? 'results.mastered' : 'results.not-mastered', { score: percent(score) });
          return html`<li class=${mastered ? 'mastered' : ''}>
            <p>${this.store.text.objectives[objective.id] ?? objective.id}</p>
            <progress max="100" .value=${score} aria-label=${words}></progress>
            <p class="small words" aria-hidden="true">${icon(mastered ? 'done' : 'book')}${words}</p>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  private again({ again, objectives }: ResultView): TemplateResult | typeof nothing {
    const { store } = this;
    if (!again.sections.length) return nothing;
    const missed = new Set(objectives.flatMap(({ sections }) => sections));
    const first = [...again.sections].sort((a, b) => Number(missed.has(b)) - Number(missed.has(a)));
    return html`<section class="part" aria-labelledby="again">
      <h2 id="again">${t('results.again')}</h2>
      <p>${t('results.again-long')}</p>
      <ul class="links" role="list">
        ${first.map((id) => {
          const lesson = store.placeOf(id)?.lesson.id ?? '';
          return html`<li>
            <a href="#${id}">
              <span
                ><strong>${store.sectionTitle(lesson, id)}</strong
                ><span class="small muted">${store.lessonTitle(lesson)}</span></span
              >
              ${icon('next')}
            </a>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  private next({ result }: ResultView): TemplateResult {
    const { store, controller } = this;
    const { triesLeft } = store;
    const tries =
      triesLeft === 'unlimited'
        ? t('left.tries.unlimited')
        : triesLeft === 0
          ? t('left.no-tries')
          : t('left.tries', { count: triesLeft });
    const may = controller.whyNot === undefined && result.score < 100;
    return html`<section class="part">
      ${store.complete || result.score === 100 ? nothing : html`<p>${tries}</p>`}
      <div class="buttons">
        ${
          store.state.best?.passed
            ? html`<a class="button" href="#left">${t(store.complete ? 'results.done' : 'left.title')}</a>`
            : nothing
        }
        ${
          may
            ? html`<button
                class="button ${store.state.best?.passed ? 'quiet' : ''}"
                type="button"
                @click=${this.retry}
              >
                ${t(store.state.best?.passed ? 'results.better' : 'results.retry')}
              </button>`
            : nothing
        }
      </div>
      ${may ? html`<p class="small muted">${t('results.retry-long')}</p>` : nothing}
    </section>`;
  }

  private review({ items, keys }: ResultView): TemplateResult | typeof nothing {
    if (!items.length) return nothing;
    const all = this.unfolded.size === items.length;
    const toggle = (): void => {
      this.unfolded = new Set(all ? [] : items.map(({ item }) => item.id));
    };
    return html`<section class="part" aria-labelledby="review">
      <h2 id="review">${t('results.review')}</h2>
      <p>
        ${t(keys ? 'results.review-long' : this.store.triesLeft === 'unlimited' ? 'results.review-unlimited' : 'results.review-closed')}
      </p>
      <button class="button plain no-print" type="button" @click=${toggle}>
        ${t(all ? 'results.fold' : 'results.unfold')}
      </button>
      <ol class="items" role="list">
        ${items.map((one) => this.item(one, keys))}
      </ol>
    </section>`;
  }

  private item({ item, entry, position }: FormItem, keys: boolean): TemplateResult {
    const credit = entry.credit ?? 0;
    const verdict = credit === 1 ? 'right' : !entry.response ? 'open' : credit > 0 ? 'partly' : 'wrong';
    const open = this.unfolded.has(item.id);
    return html`<li>
      <details
        ?open=${open}
        @toggle=${(event: Event) => this.fold(item.id, (event.target as HTMLDetailsElement).open)}
      >
        <summary>
          <span class="number">${position + 1}</span>
          <span class="name">${item.name}</span>
          <span class="verdict ${verdict}">
            ${icon(verdict === 'right' ? 'done' : verdict === 'wrong' ? 'close' : 'info')}${t(`results.${verdict}`)}
          </span>
          <span class="fold">${icon('chevron')}</span>
        </summary>
        ${
          open
            ? html`<cm-question
                  .question=${item}
                  .response=${entry.response}
                  .order=${this.controller.order(item)}
                  .reveal=${keys}
                  .fixed=${true}
                ></cm-question>
                ${this.teaches(item.teaches)}`
            : nothing
        }
      </details>
    </li>`;
  }

  private teaches(section: string): TemplateResult | typeof nothing {
    const place = this.store.placeOf(section);
    if (!place) return nothing;
    const title = this.store.sectionTitle(place.lesson.id, section);
    return html`<p class="teaches">
      <a href="#${section}">${icon('book')}${t('results.teaches', { title })}</a>
    </p>`;
  }

  private fold(item: string, open: boolean): void {
    const unfolded = new Set(this.unfolded);
    if (open) unfolded.add(item);
    else unfolded.delete(item);
    this.unfolded = unfolded;
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
