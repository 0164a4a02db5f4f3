import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Question as QuestionData, Response } from '../../course/compiled.ts';
import { buttonStyles } from '../design/buttons.ts';
import { tickStyles } from '../design/ticks.ts';
import { verdictLine, verdictStyles } from '../design/verdicts.ts';
import { LocalizedElement } from '../localized-element.ts';
import { inline } from '../design/prose.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';
import { ResponseEvent } from '../events.ts';
import { t } from '../locale.ts';
import { splitCase } from './case.ts';
import { choice, trueFalse } from './choice.ts';
import { fillIn } from './fill-in.ts';
import { verdict } from './verdict.ts';
import { verdictWords } from './verdict-words.ts';
import { match } from './match.ts';
import { order, type Move } from './order.ts';
import { orderStyles } from './order.styles.ts';
import { questionStyles } from './styles.ts';

/**
 * One question of any type, for checks, practice and the assessment. It keeps no answer of its own: it draws
 * `response` and raises ResponseEvent at each change, and its owner gives the new response back.
 */
@customElement('cm-question')
export class Question extends LocalizedElement {
  static override styles = [
    baseStyles,
    proseStyles,
    buttonStyles,
    tickStyles,
    verdictStyles,
    questionStyles,
    orderStyles,
  ];

  @property({ attribute: false }) question!: QuestionData;

  @property({ attribute: false }) response: Response | undefined;

  /** Ids of options, steps or right sides in the order shown; undefined leaves the author's order. */
  @property({ attribute: false }) order: readonly string[] | undefined;

  /** Shows right and wrong with the reasons; nothing can be changed then. */
  @property({ type: Boolean }) reveal = false;

  /** Nothing can be changed. Alone: whether the answer was right is said, and not which one is. */
  @property({ type: Boolean }) fixed = false;

  /** Stands above the stem and belongs to the group's name: "Question 3 of 20". */
  @property() label = '';

  @state() private move: Move | undefined;

  /** The learner has just kept the order as it was shown. */
  private kept = false;

  @query('.verdict') private verdictElement!: HTMLElement | null;

  @query('fieldset') private whole!: HTMLElement;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('question') && this.question.type !== 'order') this.move = undefined;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    // the button went when the order was kept, and its place says so
    const said = this.kept && this.renderRoot.querySelector<HTMLElement>('.kept');
    if (said) {
      this.kept = false;
      said.focus();
    }
    // the moved step took its buttons along: the focus goes with it
    const { move } = this;
    if (!changed.has('move') || !move) return;
    this.renderRoot
      .querySelector<HTMLElement>(`[data-step="${move.id}"][data-move="${move.direction}"]`)
      ?.focus();
  }

  /**
   * Puts the focus on the line that says right or wrong, so that it is read out, and at the top where else the first reason would be
   * out of view. For use after `reveal`.
   */
  async focusVerdict(): Promise<void> {
    await this.updateComplete;
    this.verdictElement?.focus();
    const reason = this.renderRoot.querySelector('.why')?.getBoundingClientRect();
    if (reason && reason.bottom > innerHeight) this.verdictElement?.scrollIntoView();
  }

  /** Puts the focus on the question itself, so that it is read out before its answers, and its beginning in view. */
  async focusQuestion(): Promise<void> {
    await this.updateComplete;
    const { whole } = this;
    whole.focus({ preventScroll: true });
    const { top } = whole.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) whole.scrollIntoView();
  }

  protected override render(): TemplateResult {
    const fixed = this.fixed || this.reveal;
    return html`<fieldset
      class=${fixed ? 'revealed' : ''}
      tabindex="-1"
      aria-labelledby=${this.label ? 'label stem' : 'stem'}
    >
      ${this.label ? html`<p class="label" id="label" .textContent=${this.label}></p>` : nothing}
      <div class="stem prose" id="stem">${this.stem()}</div>
      ${fixed ? this.verdict() : this.how()} ${this.parts(fixed)}
      <p class="for-ear" role="status">
        ${this.move ? t('question.moved', { step: this.move.plain, place: this.move.place }) : nothing}
      </p>
    </fieldset>`;
  }

  /** What is asked stands on a line of its own, below its case. */
  private stem(): unknown {
    const { stem } = this.question;
    const [told, asked] = splitCase(stem) ?? [];
    return told === undefined ? inline(stem) : inline(`<p class="case">${told}</p><p>${asked}</p>`);
  }

  private parts(fixed: boolean): TemplateResult {
    const { question, response, reveal } = this;
    const view = { response, reveal, fixed, order: this.order, change: this.change };
    switch (question.type) {
      case 'one':
      case 'several':
        return choice({ ...view, question });
      case 'true-false':
        return trueFalse({ ...view, question });
      case 'match':
        return match({ ...view, question });
      case 'order':
        return order(
          { ...view, question },
          (move) => (this.move = move),
          () => (this.kept = true),
        );
      case 'fill-in':
        return fillIn({ ...view, question });
    }
  }

  private how(): TemplateResult | typeof nothing {
    const { type, plain } = this.question;
    if (type !== 'several' && type !== 'match' && type !== 'order') return nothing;
    const words = t(`question.how.${type}`);
    // many an author ends the question with these words
    if (plain.trim().toLowerCase().endsWith(words.toLowerCase())) return nothing;
    return html`<p class="how">${words}</p>`;
  }

  private verdict(): TemplateResult {
    const found = verdict(this.question, this.response);
    const words = t(verdictWords(found, this.question, this.response));
    return verdictLine(found === 'unanswered' ? 'plain' : found, words);
  }

  private change = (response: Response | undefined): void => {
    this.dispatchEvent(new ResponseEvent(response));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-question': Question;
  }
}
