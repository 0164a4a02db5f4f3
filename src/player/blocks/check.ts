import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { CheckBlock, Response } from '../../course/compiled.ts';
import { BlockDoneEvent, type ResponseEvent } from '../events.ts';
import { t } from '../locale.ts';
import { displayOrder, isAnsweredWhole } from '../questions/verdict.ts';
import '../questions/question.ts';
import type { Question } from '../questions/question.ts';
import { footStyles } from './foot.styles.ts';
import { activityHead, activityStyles } from '../design/activity.ts';
import { buttonStyles } from '../design/buttons.ts';
import { blockAfter, readOnAt } from './onward.ts';
import { LocalizedElement } from '../localized-element.ts';
import { baseStyles } from '../design/base-styles.ts';

/**
 * A question to try oneself on: not graded, with a reason for each answer, as often as wished. Raises BlockDoneEvent
 * when an answer is checked.
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

  @query('cm-question') private asked!: Question;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('block') as CheckBlock | undefined;
    // the same block in another language keeps its answer
    if (before && before.id !== this.block.id) this.startAgain();
  }

  protected override render(): TemplateResult {
    const { question } = this.block;
    const next = blockAfter(this);
    return html`<section class="activity" role="group" aria-labelledby="kind">
      ${activityHead(t('block.check'), 'ask', this.done && t('block.done'))}
      <cm-question
        .question=${question}
        .response=${this.response}
        .order=${displayOrder(question, this.seed)}
        .reveal=${this.checked}
        @cm-response=${this.answer}
        @keydown=${this.enter}
      ></cm-question>
      <div role="status">${this.hint ? html`<p class="hint">${t('block.answer-first')}</p>` : nothing}</div>
      <div class="actions ${this.response ? 'foot' : ''}">
        ${
          this.checked
            ? html`${next ? this.onward(next) : nothing}
                <button class="button quiet" type="button" @click=${this.retry}>${t('block.again')}</button>`
            : html`<button class="button" type="button" @click=${this.check}>
                ${t('block.check.button')}
              </button>`
        }
      </div>
    </section>`;
  }

  private onward(next: HTMLElement): TemplateResult {
    return html`<button class="button" type="button" @click=${() => readOnAt(next)}>
      ${t('block.check.onward')}
    </button>`;
  }

  private answer(event: ResponseEvent): void {
    event.stopPropagation();
    this.response = event.response;
    this.hint = false;
  }

  private enter(event: KeyboardEvent): void {
    const field = event.composedPath()[0];
    if (event.key === 'Enter' && field instanceof HTMLInputElement && field.type === 'text') this.check();
  }

  private check(): void {
    const { question } = this.block;
    const { response } = this;
    if (!response || !isAnsweredWhole(question, response)) {
      this.hint = true;
      return;
    }
    this.checked = true;
    this.dispatchEvent(new BlockDoneEvent(this.block.id, { question, response }));
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
