import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { CheckBlock, Question as QuestionData, Response } from '../../course/compiled.ts';
import { BlockDoneEvent, type ResponseEvent } from '../events.ts';
import { ContextController } from '../context-controller.ts';
import { remember } from '../history.ts';
import { locale, t } from '../locale.ts';
import { NotesController } from '../private-notes.ts';
import { displayOrder, isAnsweredWhole, isEnterInField, verdict } from '../questions/verdict.ts';
import '../questions/question.ts';
import type { Question } from '../questions/question.ts';
import { footClass, footStyles } from './foot.styles.ts';
import { activityHead, activityStyles } from '../design/activity.ts';
import { buttonStyles } from '../design/buttons.ts';
import { dueFor } from './look-back.ts';
import { onward } from './onward.ts';
import { practised, type Remembered } from './remembered.ts';
import { LocalizedElement } from '../localized-element.ts';
import { baseStyles } from '../design/base-styles.ts';

/**
 * A question to try oneself on: not graded, with a reason for each answer, as often as wished. Raises BlockDoneEvent
 * when an answer is checked. A look-back asks first what is due of earlier lessons, and then nobody is told the answer. The first
 * answer decides when a question comes back; that is private.
 */
@customElement('cm-check')
export class Check extends LocalizedElement {
  static override styles = [baseStyles, buttonStyles, activityStyles, footStyles];

  @property({ attribute: false }) block!: CheckBlock;

  /** It was done before, now or in an earlier session. */
  @property({ type: Boolean }) done = false;

  /** Decides the order of what is shuffled; chance by default. */
  @property({ type: Number }) seed = Math.floor(Math.random() * 2 ** 31);

  @state() private response: Response | undefined;

  @state() private checked = false;

  @state() private hint = false;

  /** What a look-back asks instead of its own question. */
  @state() private due: Remembered | undefined;

  /** A look-back has not found out yet what it asks. */
  @state() private waiting = false;

  @query('cm-question') private asked!: Question;

  /** What `due` was looked for: block and language. */
  private lookedFor = '';

  /** The question has been answered in this visit to the page. */
  private answeredOnce = false;

  private readonly notes = new NotesController(this);

  private readonly context = new ContextController(this);

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('block') as CheckBlock | undefined;
    // the same block in another language keeps its answer
    if (before && before.id !== this.block.id) {
      this.startAgain();
      this.answeredOnce = false;
    }
    const wanted = `${locale()} ${this.block.id}`;
    if (wanted !== this.lookedFor) void this.lookFor(wanted);
  }

  protected override render(): TemplateResult {
    const { question } = this;
    return html`<section class="activity" role="group" aria-labelledby="kind">
      ${activityHead(t('block.check'), 'ask', this.done && t('block.done'))}
      ${this.waiting ? html`<div class="waiting" aria-busy="true"></div>` : this.ask(question)}
    </section>`;
  }

  private ask(question: QuestionData): TemplateResult {
    return html`<cm-question
        .question=${question}
        .label=${this.due ? t('block.check.back', { title: this.due.taughtIn }) : ''}
        .response=${this.response}
        .order=${displayOrder(question, this.seed)}
        .reveal=${this.checked}
        @cm-response=${this.answer}
        @keydown=${this.enter}
      ></cm-question>
      <div role="status">${this.hint ? html`<p class="hint">${t('block.answer-first')}</p>` : nothing}</div>
      <div class="actions ${footClass(question, this.response, this.checked)}">
        ${
          this.checked
            ? html`${onward(this)}
                <button class="button quiet" type="button" @click=${this.retry}>${t('block.again')}</button>`
            : html`<button class="button" type="button" @click=${this.check}>
                ${t('block.check.button')}
              </button>`
        }
      </div>`;
  }

  private get question(): QuestionData {
    return this.due?.question ?? this.block.question;
  }

  private async lookFor(wanted: string): Promise<void> {
    this.lookedFor = wanted;
    const { block } = this;
    const { due } = block;
    this.waiting = due !== undefined && !this.due;
    const found =
      due === undefined ? undefined : await dueFor({ ...block, due }, this.context.value, this.notes.value);
    if (wanted !== this.lookedFor) return; // the language changed meanwhile
    this.due = found;
    this.waiting = false;
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
    const { question, response, due } = this;
    if (!response || !isAnsweredWhole(question, response)) {
      this.hint = true;
      return;
    }
    this.checked = true;
    if (!this.answeredOnce)
      remember(
        this.notes.value,
        due ?? practised(this.context.value.course, this.block),
        verdict(question, response) === 'right',
      );
    this.answeredOnce = true;
    // what came back is practice: the look-back is done, and the answer stays here
    this.dispatchEvent(new BlockDoneEvent(this.block.id, due ? undefined : { question, response }));
    void this.updateComplete.then(() => this.asked.focusVerdict());
  }

  private async retry(): Promise<void> {
    this.startAgain();
    await this.updateComplete;
    await this.asked.focusQuestion();
  }

  private startAgain(): void {
    this.response = undefined;
    this.checked = false;
    this.hint = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-check': Check;
  }
}
