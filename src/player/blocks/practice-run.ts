import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Item, PracticeBlock } from '../../course/compiled.ts';
import { own } from '../../course/own.ts';
import { ContextController } from '../context-controller.ts';
import { baseStyles } from '../design/base-styles.ts';
import { buttonStyles } from '../design/buttons.ts';
import { icon } from '../design/icons.ts';
import { BlockDoneEvent, type ResponseEvent } from '../events.ts';
import { remember } from '../history.ts';
import { t } from '../locale.ts';
import { LocalizedElement } from '../localized-element.ts';
import { NotesController } from '../private-notes.ts';
import '../questions/question.ts';
import type { Question } from '../questions/question.ts';
import { displayOrder, drawRun, isAnsweredWhole, verdict } from '../questions/verdict.ts';
import { footStyles } from './foot.styles.ts';
import { practiceStyles } from './practice.styles.ts';
import { flagStyles } from '../design/flag.ts';
import { runStyles } from './practice-run.styles.ts';
import './run-clock.ts';
import type { RunClock } from './run-clock.ts';
import './run-result.ts';
import { openRun, readRun, runKey, withEntry, writeRun, type RunState } from './run-state.ts';
import { surenessRow, surenessStyles } from './sureness.ts';

/**
 * A timed run: some questions of a practice test as an exam asks them, with the answers at the end, a clock that stops nobody, and the
 * way back to each question until the learner has finished. Graded by nobody, sent nowhere. Raises BlockDoneEvent at its end.
 */
@customElement('cm-practice-run')
export class PracticeRun extends LocalizedElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    footStyles,
    practiceStyles,
    surenessStyles,
    flagStyles,
    runStyles,
  ];

  @property({ attribute: false }) block!: PracticeBlock;

  /** All of the file, in the language shown. */
  @property({ attribute: false }) items: readonly Item[] = [];

  @property({ attribute: false }) newSeed = (): number => Math.floor(Math.random() * 2 ** 31);

  @state() private run: RunState = openRun(0, []);

  @query('cm-question') private asked!: Question | null;

  @query('cm-run-clock') private clock!: RunClock | null;

  private readonly notes = new NotesController(this);

  private readonly context = new ContextController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    const kept = readRun(this.notes.value.read(runKey(this.block.id)), this.items);
    if (kept) this.run = kept;
    else this.begin();
    void this.focusOnward();
  }

  override disconnectedCallback(): void {
    if (!this.run.over) this.keep({});
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { run } = this;
    if (run.over)
      return html`<cm-run-result
          .run=${run}
          .items=${this.chosen}
          .minutes=${this.minutes}
          .context=${this.context.value}
        ></cm-run-result>
        <div class="actions">
          <button class="button" type="button" @click=${this.another}>${t('block.run.again')}</button>
        </div>`;
    const item = this.chosen[run.at];
    return html`${this.head()} ${item ? this.question(item) : this.overview()}`;
  }

  private get minutes(): number {
    return this.block.run?.minutes ?? 0;
  }

  private get chosen(): readonly Item[] {
    return this.run.items.flatMap((id) => this.items.find((item) => item.id === id) ?? []);
  }

  private head(): TemplateResult {
    const { run } = this;
    const all = run.items.length;
    const answered = run.items.filter((id) => own(run.answers, id)).length;
    return html`<div class="top">
        <h4 class="name">${t('block.run.title')}</h4>
        <cm-run-clock
          .minutes=${this.minutes}
          .seconds=${run.seconds}
          .concealed=${run.clockHidden}
          .conceal=${(clockHidden: boolean) => this.keep({ clockHidden })}
        ></cm-run-clock>
      </div>
      <progress max=${all} .value=${answered} aria-label=${t('test.progress')}></progress>`;
  }

  private question(item: Item): TemplateResult {
    const { run } = this;
    const all = run.items.length;
    const flagged = run.flagged.includes(item.id);
    return html`${keyed(
        item.id,
        html`<cm-question
          .question=${item}
          .label=${t('block.practice.number', { number: run.at + 1, all })}
          .response=${own(run.answers, item.id)}
          .order=${displayOrder(item, run.seed)}
          @cm-response=${(event: ResponseEvent) => this.answer(item, event)}
        ></cm-question>`,
      )}
      ${surenessRow(own(run.sure, item.id), (one) => this.keep({ sure: withEntry(run.sure, item.id, one) }))}
      <div class="aside">
        <button class="flag" type="button" aria-pressed=${flagged} @click=${() => this.flag(item, !flagged)}>
          ${icon('flag')}${t('test.flag')}
        </button>
        ${
          run.at + 1 < all
            ? html`<button class="button plain" type="button" @click=${() => this.goTo(all)}>
                ${t('test.overview')}
              </button>`
            : nothing
        }
      </div>
      <div class="actions foot">
        <button class="button" type="button" @click=${() => this.goTo(run.at + 1)}>
          ${run.at + 1 < all ? t('test.next') : t('test.overview')}
        </button>
        ${
          run.at > 0
            ? html`<button class="button quiet" type="button" @click=${() => this.goTo(run.at - 1)}>
                ${t('test.back')}
              </button>`
            : nothing
        }
      </div>`;
  }

  private overview(): TemplateResult {
    const { run } = this;
    const open = this.chosen.filter((item) => !this.isWhole(item)).length;
    return html`<h4 class="heading" tabindex="-1">${t('test.overview')}</h4>
      <p>${open ? t('test.open', { count: open }) : t('test.none-open')}</p>
      <ol class="tiles" role="list">
        ${this.chosen.map((item, at) => {
          const how = this.isWhole(item) ? 'answered' : 'open';
          return html`<li>
            <button class="tile ${how}" type="button" @click=${() => this.goTo(at)}>
              <span class="number"><span class="for-ear">${t('test.question-short')} </span>${at + 1}</span>
              <span class="state">${t(`test.state.${how}`)}</span>
              ${
                run.flagged.includes(item.id)
                  ? html`<span class="flagged">${icon('flag')}${t('test.state.flagged')}</span>`
                  : nothing
              }
            </button>
          </li>`;
        })}
      </ol>
      <div class="actions">
        <button class="button" type="button" @click=${this.finish}>${t('block.practice.finish')}</button>
        <button class="button quiet" type="button" @click=${() => this.goTo(run.items.length - 1)}>
          ${t('test.back')}
        </button>
      </div>`;
  }

  private isWhole(item: Item): boolean {
    const response = own(this.run.answers, item.id);
    return response !== undefined && isAnsweredWhole(item, response);
  }

  private begin(): void {
    const seed = this.newSeed();
    this.run = openRun(seed, drawRun(this.items, this.block.run?.items ?? 0, seed));
  }

  private answer(item: Item, event: ResponseEvent): void {
    event.stopPropagation();
    this.keep({ answers: withEntry(this.run.answers, item.id, event.response) });
  }

  private flag({ id }: Item, on: boolean): void {
    const others = this.run.flagged.filter((one) => one !== id);
    this.keep({ flagged: on ? [...others, id] : others });
  }

  private goTo(at: number): void {
    this.keep({ at });
    void this.focusOnward();
  }

  private finish(): void {
    this.keep({ over: true });
    for (const item of this.chosen) {
      const response = own(this.run.answers, item.id);
      if (!response) continue;
      const asked = { id: item.id, objectives: [item.objective] };
      remember(this.notes.value, asked, verdict(item, response) === 'right', own(this.run.sure, item.id));
    }
    this.dispatchEvent(new BlockDoneEvent(this.block.id));
    void this.focusOnward();
  }

  private another(): void {
    this.begin();
    this.keep({});
    void this.focusOnward();
  }

  private keep(change: Partial<RunState>): void {
    this.run = { ...this.run, seconds: this.clock?.seconds ?? this.run.seconds, ...change };
    this.notes.value.write(runKey(this.block.id), writeRun(this.run));
  }

  private async focusOnward(): Promise<void> {
    await this.updateComplete;
    if (this.asked) await this.asked.focusQuestion();
    else this.renderRoot.querySelector<HTMLElement>('.heading, cm-run-result')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-practice-run': PracticeRun;
  }
}
