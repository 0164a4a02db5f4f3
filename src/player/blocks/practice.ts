import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Item, PracticeBlock, Response } from '../../course/compiled.ts';
import { own } from '../../course/own.ts';
import { ContextController } from '../context-controller.ts';
import { BlockDoneEvent, type ResponseEvent } from '../events.ts';
import { GoEvent } from '../design/marks.ts';
import { remember } from '../history.ts';
import { locale, t } from '../locale.ts';
import { NotesController } from '../private-notes.ts';
import { pressedAgain } from '../renew.ts';
import { retriableImport } from '../retriable-import.ts';
import { displayOrder, isAnsweredWhole, isEnterInField, verdict } from '../questions/verdict.ts';
import '../questions/question.ts';
import { Spaced, type Sureness } from '../spaced.ts';
import type { Question } from '../questions/question.ts';
import { footClass, footStyles } from './foot.styles.ts';
import { activityHead, activityStyles } from '../design/activity.ts';
import { buttonStyles } from '../design/buttons.ts';
import { LocalizedElement } from '../localized-element.ts';
import {
  openPractice,
  practiceKey,
  readPractice,
  writePractice,
  type PracticeState,
} from './practice-state.ts';
import { runGoingOn, runOffer } from './run-offer.ts';
import { withEntry } from './run-state.ts';
import { practiceSummary } from './practice-summary.ts';
import { practiceStyles } from './practice.styles.ts';
import { surenessRow, surenessStyles } from './sureness.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';

/**
 * A practice test: one question after the other, what was missed before first, each answered at once with right or wrong and why,
 * and at the end what went well by objective, and how sure the learner was. Nothing of it is graded or reported; the answers are
 * private notes. Raises BlockDoneEvent when every question has been answered.
 */
@customElement('cm-practice')
export class Practice extends LocalizedElement {
  static override styles = [
    baseStyles,
    proseStyles,
    buttonStyles,
    activityStyles,
    footStyles,
    practiceStyles,
    surenessStyles,
  ];

  @property({ attribute: false }) block!: PracticeBlock;

  /** Every question was answered, now or in an earlier session. */
  @property({ type: Boolean }) done = false;

  /** Decides the order of what is shuffled when a round begins; chance by default. */
  @property({ attribute: false }) newSeed = (): number => Math.floor(Math.random() * 2 ** 31);

  /** Of its file, in the language shown; none until they are there. */
  @state() items: readonly Item[] = [];

  @state() private failed = false;

  /** The timed run is on the screen. */
  @state() private running = false;

  @state() private round: PracticeState = openPractice(0, []);

  /** Of the question on the screen. */
  @state() private response: Response | undefined;

  /** Of the answer to it. */
  @state() private sureness: Sureness | undefined;

  @state() private checked = false;

  @state() private hint = false;

  @query('cm-question') private asked!: Question | null;

  private runFailed = false;

  /** What `items` are of: file and language. */
  private loaded = '';

  private readonly notes = new NotesController(this);

  private readonly context = new ContextController(this);

  protected override willUpdate(): void {
    const wanted = `${locale()} ${this.block.file}`;
    if (wanted !== this.loaded) void this.load(wanted);
  }

  protected override render(): TemplateResult {
    return html`<section class="activity" role="group" aria-labelledby="kind">
      ${activityHead(t('block.practice'), 'ask', this.done && t('block.done'))} ${this.content()}
    </section>`;
  }

  private content(): TemplateResult {
    if (this.failed) {
      return html`<p role="status">${t('block.not-loaded')}</p>
        <div class="actions">
          <button class="button" type="button" @click=${() => this.load(this.loaded)}>
            ${t('block.load-again')}
          </button>
        </div>`;
    }
    if (!this.items.length) return html`<div class="waiting" aria-busy="true"></div>`;
    if (this.running) return runGoingOn(this, () => this.leaveRun());
    const item = this.current();
    return html`${runOffer(this, this.notes.value, () => void this.startRun())}
    ${item ? this.question(item) : this.summary()}`;
  }

  private question(item: Item): TemplateResult {
    const { queue, at } = this.round;
    const last = at === queue.length - 1;
    return html`<progress
        max=${queue.length}
        value=${at}
        aria-label=${t('block.practice.progress')}
        ?hidden=${queue.length === 1}
      ></progress>
      ${keyed(
        item.id,
        html`<cm-question
          .question=${item}
          .label=${t('block.practice.number', { number: at + 1, all: queue.length })}
          .response=${this.response}
          .order=${displayOrder(item, this.round.seed)}
          .reveal=${this.checked}
          @cm-response=${this.answer}
          @keydown=${this.enter}
        ></cm-question>`,
      )}
      ${this.checked ? this.comesBack(item) : surenessRow(this.sureness, (sureness) => (this.sureness = sureness))}
      <div role="status">${this.hint ? html`<p class="hint">${t('block.answer-first')}</p>` : nothing}</div>
      <div class="actions ${footClass(item, this.response, this.checked)}">
        ${
          this.checked
            ? html`<button class="button" type="button" @click=${this.next}>
                ${last ? t('block.practice.finish') : t('block.practice.next')}
              </button>`
            : html`<button class="button" type="button" @click=${this.check}>
                ${t('block.check.button')}
              </button>`
        }
      </div>`;
  }

  /** When the question is due again: only where something is kept until then. */
  private comesBack(item: Item): TemplateResult | typeof nothing {
    const days = this.notes.value.keeping ? this.spaced.daysUntil(item.id) : undefined;
    if (days === undefined) return nothing;
    const words = days ? t('block.practice.back', { count: days }) : t('block.practice.back-soon');
    return html`<p class="comes-back">${words}</p>`;
  }

  private summary(): TemplateResult {
    return practiceSummary({
      context: this.context.value,
      items: this.items,
      isRight: (item) => this.isRight(item),
      sure: this.round.sure,
      read: (item) => this.dispatchEvent(new GoEvent(item.teaches)),
      again: (items, all) => this.begin(items, all),
    });
  }

  private current(): Item | undefined {
    const id = this.round.queue[this.round.at];
    return this.items.find((item) => item.id === id);
  }

  private isRight(item: Item): boolean {
    return verdict(item, own(this.round.answers, item.id)) === 'right';
  }

  /** Takes the items in, and the round where the learner left it. */
  private async load(wanted: string): Promise<void> {
    this.loaded = wanted;
    this.failed = false;
    try {
      const items = await this.context.value.practice(this.block.file);
      if (wanted !== this.loaded) return; // the language changed meanwhile
      // the same items in another language: the round goes on
      const known = items.map((item) => item.id).join() === this.items.map((item) => item.id).join();
      this.items = items;
      if (!known)
        this.round =
          readPractice(this.notes.value.read(this.noteKey), items) ??
          openPractice(this.newSeed(), this.spaced.inTurn(items));
    } catch {
      this.failed = true;
    }
  }

  private async startRun(): Promise<void> {
    if (this.runFailed) pressedAgain();
    try {
      await fetchRun();
      this.running = true;
    } catch {
      this.failed = this.runFailed = true;
    }
  }

  private leaveRun(): void {
    this.running = false;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('.offer .button')?.focus(),
    );
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
    const item = this.current();
    if (!item || this.checked) return;
    if (!this.response || !isAnsweredWhole(item, this.response)) {
      this.hint = true;
      return;
    }
    this.checked = true;
    // from here on the answer stands, should the learner leave before going on
    const { answers, sure } = this.round;
    const rated = withEntry(sure, item.id, this.sureness);
    this.round = { ...this.round, answers: { ...answers, [item.id]: this.response }, sure: rated };
    const asked = { id: item.id, objectives: [item.objective] };
    remember(this.notes.value, asked, this.isRight(item), this.sureness);
    this.keep();
    if (this.items.every(({ id }) => own(this.round.answers, id)))
      this.dispatchEvent(new BlockDoneEvent(this.block.id));
    void this.updateComplete.then(() => this.asked?.focusVerdict());
  }

  private next(): void {
    this.round = { ...this.round, at: this.round.at + 1 };
    this.fresh();
    this.keep();
    void this.focusOnward();
  }

  /** Another round with these items. Without `all`, what was right stays right. */
  private begin(items: readonly Item[], all = false): void {
    const kept = all ? {} : { answers: this.round.answers, sure: this.round.sure };
    this.round = { ...openPractice(this.newSeed(), this.spaced.inTurn(items)), ...kept };
    this.fresh();
    this.keep();
    void this.focusOnward();
  }

  private fresh(): void {
    this.response = undefined;
    this.sureness = undefined;
    this.checked = false;
    this.hint = false;
  }

  private keep(): void {
    this.notes.value.write(this.noteKey, writePractice(this.round));
  }

  private get spaced(): Spaced {
    return new Spaced(this.notes.value);
  }

  private get noteKey(): string {
    return practiceKey(this.block.id);
  }

  private async focusOnward(): Promise<void> {
    await this.updateComplete;
    if (this.asked) await this.asked.focusQuestion();
    else this.renderRoot.querySelector<HTMLElement>('.summary')?.focus();
  }
}

/** The code of the timed run. Rejects when it can't be fetched; may be called again. */
export const fetchRun = (): Promise<unknown> =>
  retriableImport('practice-run', () => import('./practice-run.ts'));

declare global {
  interface HTMLElementTagNameMap {
    'cm-practice': Practice;
  }
}
