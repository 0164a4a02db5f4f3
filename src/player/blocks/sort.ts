import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { SortBlock } from '../../course/compiled.ts';
import { BlockDoneEvent } from '../events.ts';
import { t } from '../locale.ts';
import { activityHead, activityStyles } from '../design/activity.ts';
import { buttonStyles } from '../design/buttons.ts';
import { answerMark, verdictLine, verdictStyles } from '../design/verdicts.ts';
import { LocalizedElement } from '../localized-element.ts';
import { inline, prose } from '../design/prose.ts';
import { footStyles } from './foot.styles.ts';
import { onward } from './onward.ts';
import { sortStyles } from './sort.styles.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';

type Card = SortBlock['cards'][number];

/** Bucket by card. */
type Places = Readonly<Record<string, string>>;

/**
 * Cards that go from a pile into columns, by a row of radio buttons on each: nothing is dragged. Checking tells for each
 * card whether it is right and why; those that aren't can be tried again. Raises BlockDoneEvent when all were sorted and
 * checked.
 *
 * A card that is pressed moves at once. One that is placed by the keyboard stays where it is until the focus has left it,
 * so that arrows can go through its buckets.
 */
@customElement('cm-sort')
export class Sort extends LocalizedElement {
  static override styles = [
    baseStyles,
    proseStyles,
    buttonStyles,
    activityStyles,
    verdictStyles,
    footStyles,
    sortStyles,
  ];

  @property({ attribute: false }) block!: SortBlock;

  /** It was sorted and checked, now or in an earlier session. */
  @property({ type: Boolean }) done = false;

  /** What the learner says. */
  @state() private placed: Places = {};

  /** In which column a card lies; the others are in the pile. */
  @state() private lying: Places = {};

  @state() private checked = false;

  /** Found right at an earlier check: they stay where they are. */
  @state() private solved: ReadonlySet<string> = new Set();

  @state() private hint = false;

  /** The card that came to its column last, to be said. */
  @state() private moved: string | undefined;

  private pressed = false;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('block') as SortBlock | undefined;
    if (before && before.id !== this.block.id) this.clear();
  }

  protected override render(): TemplateResult {
    const { question, buckets } = this.block;
    const pile = this.cardsIn(undefined);
    return html`<section class="activity" role="group" aria-labelledby="kind question">
      ${activityHead(t('block.sort'), 'sort', this.done && t('block.done'))}
      <div class="question prose" id="question">${inline(question)}</div>
      ${this.checked ? this.verdict() : nothing}
      <div class="pile">${this.cards(pile)}</div>
      ${pile.length > 1 ? html`<p class="left">${t('block.sort.left', { count: pile.length })}</p>` : nothing}
      <div class="columns">${buckets.map((bucket) => this.column(bucket))}</div>
      <div role="status">${this.said(pile.length)}</div>
      <div class="actions ${(this.checked ? this.allRight : this.isWhole) ? 'foot' : ''}">
        ${this.action()}
      </div>
    </section>`;
  }

  private column({ id, label }: SortBlock['buckets'][number]): TemplateResult {
    const cards = this.cardsIn(id);
    return html`<div class="column ${cards.length ? '' : 'bare'}" role="group" aria-labelledby="column-${id}">
      <h4 id="column-${id}">${label}</h4>
      ${cards.length ? this.cards(cards) : html`<p class="empty">${t(this.checked ? 'block.sort.none' : 'block.sort.empty')}</p>`}
    </div>`;
  }

  private cards(cards: readonly Card[]): unknown {
    return repeat(
      cards,
      ({ id }) => id,
      (card) => this.card(card),
    );
  }

  private card(card: Card): TemplateResult {
    const { buckets } = this.block;
    const lies = this.lying[card.id];
    const shown = this.checked || this.solved.has(card.id);
    const right = this.isRight(card);
    return html`<fieldset
      class="${lies === undefined ? '' : 'lies'} ${shown ? (right ? 'right' : 'wrong') : ''}"
      @pointerdown=${() => (this.pressed = true)}
      @keydown=${() => (this.pressed = false)}
      @focusout=${(event: FocusEvent) => this.left(card.id, event)}
    >
      <legend class="prose">${inline(card.text)}</legend>
      <div class="buckets">
        ${lies === undefined ? nothing : html`<span aria-hidden="true">${t('block.sort.move')}</span>`}
        ${buckets.map(({ id, label }) => {
          const chosen = this.placed[card.id] === id;
          return html`<label class="${chosen ? 'chosen' : ''} ${lies === id ? 'own' : ''}">
            <input
              type="radio"
              name=${card.id}
              .value=${id}
              .checked=${chosen}
              ?disabled=${shown}
              @change=${() => this.place(card.id, id)}
            />
            <span><span class="word">${label}</span></span>
          </label>`;
        })}
      </div>
      ${shown ? this.why(card, right) : nothing}
    </fieldset>`;
  }

  private why(card: Card, right: boolean): TemplateResult {
    const bucket = this.labelOf(card.bucket);
    return html`<div class="why">
      ${answerMark(right, right ? t('block.sort.right') : t('block.sort.wrong', { bucket }))}
      ${prose(card.why)}
    </div>`;
  }

  private said(left: number): TemplateResult | typeof nothing {
    if (this.hint) return html`<p class="hint">${t('block.sort.open')}</p>`;
    const bucket = this.moved === undefined || this.checked ? undefined : this.lying[this.moved];
    if (bucket === undefined) return nothing;
    return html`<p class="for-ear">${t('block.sort.put', { bucket: this.labelOf(bucket), left })}</p>`;
  }

  private verdict(): TemplateResult {
    const { cards } = this.block;
    const right = cards.filter((card) => this.isRight(card)).length;
    const tone = right === cards.length ? 'right' : right ? 'partly' : 'wrong';
    return verdictLine(tone, t('block.sort.verdict', { right, all: cards.length }));
  }

  private action(): TemplateResult {
    if (!this.checked) {
      return html`<button class="button ${this.isWhole ? '' : 'quiet'}" type="button" @click=${this.check}>
        ${t('block.sort.check')}
      </button>`;
    }
    const [again, words] = this.allRight
      ? [this.startAgain, t('block.start-again')]
      : [this.retry, t('block.again')];
    return html`${onward(this)} <button class="button quiet" type="button" @click=${again}>${words}</button>`;
  }

  private cardsIn(bucket: string | undefined): Card[] {
    return this.block.cards.filter(({ id }) => this.lying[id] === bucket);
  }

  private labelOf(bucket: string): string {
    return this.block.buckets.find(({ id }) => id === bucket)?.label ?? '';
  }

  private isRight(card: Card): boolean {
    return this.placed[card.id] === card.bucket;
  }

  private get allRight(): boolean {
    return this.block.cards.every((card) => this.isRight(card));
  }

  private get isWhole(): boolean {
    return this.block.cards.every(({ id }) => this.placed[id] !== undefined);
  }

  private place(card: string, bucket: string): void {
    this.placed = { ...this.placed, [card]: bucket };
    this.hint = false;
    if (!this.pressed) return;
    this.move(card);
    // the card took the focus along into nowhere: it goes to the next one
    void this.focusOn('.pile input, .foot .button');
  }

  /** The focus has left a card. On a phone the next one only shows then: whoever went on by the keyboard goes on with it. */
  private left(card: string, { currentTarget, relatedTarget }: FocusEvent): void {
    const here = currentTarget as HTMLElement;
    const to = relatedTarget instanceof Node ? relatedTarget : undefined;
    if ((to && here.contains(to)) || this.placed[card] === this.lying[card]) return;
    const next = here.nextElementSibling;
    const hidden = next instanceof HTMLElement && next.offsetParent === null;
    this.move(card);
    const forward = to && here.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (hidden && forward) void this.focusOn('.pile input');
  }

  private move(card: string): void {
    const bucket = this.placed[card];
    if (bucket === undefined) return;
    this.lying = { ...this.lying, [card]: bucket };
    this.moved = card;
  }

  private check(): void {
    const { cards, id } = this.block;
    if (!this.isWhole) {
      this.hint = true;
      return;
    }
    this.lying = this.placed;
    this.checked = true;
    this.solved = new Set(cards.filter((card) => this.isRight(card)).map((card) => card.id));
    this.dispatchEvent(new BlockDoneEvent(id));
    void this.focusOn('.verdict');
  }

  private retry(): void {
    this.placed = Object.fromEntries(Object.entries(this.placed).filter(([card]) => this.solved.has(card)));
    this.lying = this.placed;
    this.moved = undefined;
    this.checked = false;
    void this.focusOn('.pile input');
  }

  private startAgain(): void {
    this.clear();
    void this.focusOn('.pile input');
  }

  private clear(): void {
    this.placed = {};
    this.lying = {};
    this.moved = undefined;
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
