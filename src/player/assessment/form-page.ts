import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { PlayerStore } from '../store.ts';
import type { Bank } from '../../course/compiled.ts';
import { buttonStyles } from '../design/buttons.ts';
import { baseStyles } from '../design/base-styles.ts';
import type { AssessmentController } from '../assessment-controller.ts';
import { GoEvent } from '../design/marks.ts';
import { type ResponseEvent } from '../events.ts';
import { t } from '../locale.ts';
import '../questions/question.ts';
import { PageElement } from '../design/page-element.ts';
import { icon } from '../design/icons.ts';
import { progressStyles } from '../design/progress-bars.ts';
import { dialogStyles } from '../design/dialogs.ts';
import { pageStyles } from '../design/page-styles.ts';
import { flagStyles } from '../design/flag.ts';
import { formStyles } from './form-page.styles.ts';
import { Stopwatch } from './stopwatch.ts';

type FormItem = ReturnType<AssessmentController['items']>[number];

/** The form: one question a page, an overview of all, and the way to submit it. Answers are kept at each change. */
@customElement('cm-form-page')
export class FormPage extends PageElement<PlayerStore> {
  static override styles = [
    baseStyles,
    buttonStyles,
    pageStyles,
    progressStyles,
    dialogStyles,
    flagStyles,
    formStyles,
  ];

  @property({ attribute: false }) controller!: AssessmentController;

  @property({ attribute: false }) bank!: Bank;

  /** Of the question, from 1; 0 for the overview. */
  @property({ attribute: false }) number = 1;

  private readonly watch = new Stopwatch(this, (item, seconds) =>
    this.controller.lookedAt(this.bank, item, seconds),
  );

  @query('dialog') private dialog!: HTMLDialogElement;

  private get shown(): FormItem | undefined {
    return this.controller.items(this.bank)[this.number - 1];
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.watch.show(this.shown?.item.id);
  }

  protected override render(): TemplateResult {
    const items = this.controller.items(this.bank);
    const { shown } = this;
    return html`<div class="stack">
        ${this.head(items)} ${shown ? this.question(shown, items.length) : this.overview(items)}
      </div>
      ${this.confirmation(items)}`;
  }

  private head(items: readonly FormItem[]): TemplateResult {
    const answered = items.filter(({ entry }) => entry.response).length;
    return html`<div class="head">
      <h1 class="kicker">${t('test.title')}</h1>
      <progress max=${items.length} .value=${answered} aria-label=${t('test.progress')}></progress>
      <p class="small muted" .textContent=${t('test.answered', { answered, questions: items.length })}></p>
    </div>`;
  }

  // ---- one question ----------------------------------------------------------------------------------------------

  private question({ item, entry }: FormItem, questions: number): TemplateResult {
    const { number } = this;
    const last = number === questions;
    return html`<div class="top">
        <h2 tabindex="-1" data-heading .textContent=${t('test.question', { number, questions })}></h2>
        <a class="button plain" href="#assessment/overview">${icon('list')}${t('test.overview')}</a>
      </div>
      <div class="card question">
        ${keyed(
          item.id,
          html`<cm-question
            .question=${item}
            .response=${entry.response}
            .order=${this.controller.order(item)}
            @cm-response=${(event: ResponseEvent) => this.controller.answer(this.bank, item.id, event.response)}
          ></cm-question>`,
        )}
        <button
          class="flag"
          type="button"
          aria-pressed=${entry.flagged}
          @click=${() => this.flag(item.id, !entry.flagged)}
        >
          ${icon('flag')}${t('test.flag')}
        </button>
      </div>
      <nav class="turn" aria-label=${t('test.turn')}>
        ${
          number > 1
            ? html`<a class="button quiet" href="#assessment/${number - 1}"
                >${icon('back')}${t('test.back')}</a
              >`
            : html`<span></span>`
        }
        ${
          last
            ? html`<a class="button" href="#assessment/overview">${t('test.to-submit')}</a>`
            : html`<a class="button" href="#assessment/${number + 1}">${t('test.next')}${icon('next')}</a>`
        }
      </nav>`;
  }

  private flag(item: string, flagged: boolean): void {
    this.controller.flag(this.bank, item, flagged);
  }

  // ---- the overview ----------------------------------------------------------------------------------------------

  private overview(items: readonly FormItem[]): TemplateResult {
    const open = items.filter(({ entry }) => !entry.response);
    return html`<h2 tabindex="-1" data-heading>${t('test.overview')}</h2>
      <p .textContent=${open.length ? t('test.open', { count: open.length }) : t('test.none-open')}></p>
      ${this.legend(items)}
      <ol class="grid" role="list">
        ${items.map((one) => this.tile(one))}
      </ol>
      <div class="buttons">
        <button class="button" type="button" @click=${() => this.dialog.showModal()}>
          ${t('test.submit')}
        </button>
        ${
          open[0]
            ? html`<a class="button quiet" href="#assessment/${open[0].position + 1}"
                >${t('test.to-open')}</a
              >`
            : nothing
        }
      </div>`;
  }

  private tile({ entry, position }: FormItem): TemplateResult {
    const state = entry.response ? 'answered' : 'open';
    return html`<li>
      <a class="tile ${state}" href="#assessment/${position + 1}">
        <span class="number"><span class="for-ear">${t('test.question-short')} </span>${position + 1}</span>
        <span class="signs">
          ${mark(state)}<span class="for-ear">${t(`test.state.${state}`)}</span>
          ${entry.flagged ? html`${mark('flagged')}<span class="for-ear">${t('test.state.flagged')}</span>` : nothing}
        </span>
      </a>
    </li>`;
  }

  /** What the signs mean, where there is more than one. */
  private legend(items: readonly FormItem[]): TemplateResult | typeof nothing {
    const states = new Set(items.flatMap(statesOf));
    if (states.size < 2) return nothing;
    return html`<ul class="legend" role="list" aria-hidden="true">
      ${[...states].map((state) => html`<li>${mark(state)}${t(`test.state.${state}`)}</li>`)}
    </ul>`;
  }

  // ---- submitting ------------------------------------------------------------------------------------------------

  private confirmation(items: readonly FormItem[]): TemplateResult {
    const open = items.filter(({ entry }) => !entry.response);
    const flagged = items.filter(({ entry }) => entry.flagged);
    return html`<dialog aria-labelledby="submit" @click=${this.onClick}>
      <div class="dialog-head">
        <h2 id="submit">${t('test.submit.title')}</h2>
        <button class="close" type="button" aria-label=${t('app.close')} @click=${() => this.dialog.close()}>
          ${icon('close')}
        </button>
      </div>
      <div class="dialog-body stack">
        ${
          open.length
            ? html`<p class="warning">
                  ${icon('warn')}<span>${t('test.submit.open', { count: open.length })}</span>
                </p>
                ${this.numbers(open)}`
            : html`<p>${t('test.submit.all')}</p>`
        }
        ${
          flagged.length
            ? html`<p>${t('test.submit.flagged', { count: flagged.length })}</p>
                ${this.numbers(flagged)}`
            : nothing
        }
        <p class="muted">${t('test.submit.final')}</p>
        <div class="buttons">
          <button class="button" type="button" @click=${this.submit}>${t('test.submit.now')}</button>
          <button class="button quiet" type="button" @click=${() => this.dialog.close()}>
            ${t('test.submit.not-yet')}
          </button>
        </div>
      </div>
    </dialog>`;
  }

  private numbers(items: readonly FormItem[]): TemplateResult {
    return html`<ul class="numbers" role="list">
      ${items.map(
        ({ position }) =>
          html`<li>
            <a href="#assessment/${position + 1}"
              ><span class="for-ear">${t('test.question-short')} </span>${position + 1}</a
            >
          </li>`,
      )}
    </ul>`;
  }

  private onClick(event: Event): void {
    const link = event.composedPath().some((one) => one instanceof HTMLAnchorElement);
    if (event.target === this.dialog || link) this.dialog.close();
  }

  private submit(): void {
    this.watch.show(undefined);
    this.dialog.close();
    this.controller.submit(this.bank);
    this.dispatchEvent(new GoEvent('assessment', 'results'));
  }
}

type State = 'answered' | 'open' | 'flagged';

const statesOf = ({ entry }: FormItem): State[] => [
  entry.response ? 'answered' : 'open',
  ...(entry.flagged ? (['flagged'] as const) : []),
];

const mark = (state: State): TemplateResult =>
  html`<span class="mark of-${state}" aria-hidden="true"
    >${state === 'open' ? nothing : icon(state === 'flagged' ? 'flag' : 'done')}</span
  >`;

declare global {
  interface HTMLElementTagNameMap {
    'cm-form-page': FormPage;
  }
}
