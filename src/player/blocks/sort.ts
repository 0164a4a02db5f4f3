import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { SortBlock } from '../../course/compiled.ts';
import { BlockDoneEvent } from '../events.ts';
import { t } from '../locale.ts';
import { activityHead, activityStyles } from '../design/activity.ts';
import { buttonStyles } from '../design/buttons.ts';
import { answerMark, verdictLine, verdictStyles } from '../design/verdicts.ts';
import { tickStyles } from '../design/ticks.ts';
import { LocalizedElement } from '../localized-element.ts';
import { inline, prose } from '../design/prose.ts';
import { sortStyles } from './sort.styles.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';

type Card = SortBlock['cards'][number];

/**
 * Cards to put into buckets, by a row of radio buttons for each: nothing is dragged. Checking tells for each card
 * whether it is right and why; those that aren't can be tried again. Raises BlockDoneEvent when all were sorted and checked.
 */
@customElement('cm-sort')
export class Sort extends LocalizedElement {
  static override styles = [
    baseStyles,
    proseStyles,
    buttonStyles,
    activityStyles,
    tickStyles,
    verdictStyles,
    sortStyles,
  ];

  @property({ attribute: false }) block!: SortBlock;

  /** It was sorted and checked, now or in an earlier session. */
  @property({ type: Boolean }) done = false;

  /** Bucket by card. */
  @state() private placed: Readonly<Record<string, string>> = {};

  @state() private checked = false;

  /** Found right at an earlier check: they stay where they are. */
  @state() private solved: ReadonlySet<string> = new Set();

  @state() private hint = false;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('block') as SortBlock | undefined;
    if (before && before.id !== this.block.id) this.clear();
  }

  protected override render(): TemplateResult {
    const { question, cards } = this.block;
    return html`<section class="activity" role="group" aria-labelledby="kind">
      ${activityHead(t('block.sort'), 'sort', this.done && t('block.done'))}
      <div class="question prose">${inline(question)}</div>
      ${this.checked ? this.verdict() : nothing}
      <div class="cards">${cards.map((card) => this.card(card))}</div>
      <div role="status">${this.hint ? html`<p class="hint">${t('block.sort.open')}</p>` : nothing}</div>
      <div class="actions">${this.action()}</div>
    </section>`;
  }

  private card(card: Card): TemplateResult {
    const { buckets } = this.block;
    const shown = this.checked || this.solved.has(card.id);
    const right = this.isRight(card);
    return html`<fieldset class=${classMap({ right: shown && right, wrong: shown && !right })}>
      <legend class="prose">${inline(card.text)}</legend>
      <div class="buckets">
        ${buckets.map(({ id, label }) => {
          const chosen = this.placed[card.id] === id;
          return html`<label class=${chosen ? 'chosen' : ''}>
            <input
              type="radio"
              name=${card.id}
              .value=${id}
              .checked=${chosen}
              ?disabled=${shown}
              @change=${() => this.place(card.id, id)}
            />
            <span>${label}</span>
          </label>`;
        })}
      </div>
      ${shown ? this.why(card, right) : nothing}
    </fieldset>`;
  }

  private why(card: Card, right: boolean): TemplateResult {
    const bucket = this.block.buckets.find(({ id }) => id === card.bucket)?.label ?? '';
    return html`<div class="why">
      ${answerMark(right, right ? t('block.sort.right') : t('block.sort.wrong', { bucket }))}
      ${prose(card.why)}
    </div>`;
  }

  private verdict(): TemplateResult {
    const { cards } = this.block;
    const right = cards.filter((card) => this.isRight(card)).length;
    const tone = right === cards.length ? 'right' : right ? 'partly' : 'wrong';
    return verdictLine(tone, t('block.sort.verdict', { right, all: cards.length }));
  }

  private action(): TemplateResult {
    if (!this.checked) {
      return html`<button class="button" type="button" @click=${this.check}>
        ${t('block.sort.check')}
      </button>`;
    }
    const all = this.block.cards.every((card) => this.isRight(card));
    return all
      ? html`<button class="button quiet" type="button" @click=${this.startAgain}>
          ${t('block.start-again')}
        </button>`
      : html`<button class="button quiet" type="button" @click=${this.retry}>
          ${t('block.sort.retry')}
        </button>`;
  }

  private isRight(card: Card): boolean {
    return this.placed[card.id] === card.bucket;
  }

  private place(card: string, bucket: string): void {
    this.placed = { ...this.placed, [card]: bucket };
    this.hint = false;
  }

  private check(): void {
    const { cards, id } = this.block;
    if (cards.some((card) => this.placed[card.id] === undefined)) {
      this.hint = true;
      return;
    }
    this.checked = true;
    this.solved = new Set(cards.filter((card) => this.isRight(card)).map((card) => card.id));
    this.dispatchEvent(new BlockDoneEvent(id));
    void this.focusOn('.verdict');
  }

  private retry(): void {
    this.placed = Object.fromEntries(Object.entries(this.placed).filter(([card]) => this.solved.has(card)));
    this.checked = false;
    void this.focusOn('input:enabled');
  }

  private startAgain(): void {
    this.clear();
    void this.focusOn('input');
  }

  private clear(): void {
    this.placed = {};
    this.solved = new Set();
    this.checked = false;
    this.hint = false;
  }

  private async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-sort': Sort;
  }
}
