import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AssessmentController, ResultView } from '../assessment-controller.ts';
import { baseStyles } from '../design/base-styles.ts';
import { buttonStyles } from '../design/buttons.ts';
import { sendToRead } from '../design/back-to-result.ts';
import { icon } from '../design/icons.ts';
import { pageStyles } from '../design/page-styles.ts';
import { StoreElement } from '../design/store-element.ts';
import { t } from '../locale.ts';
import { plainName } from '../questions/plain-name.ts';
import '../questions/question.ts';
import type { PlayerStore } from '../store.ts';
import { reviewStyles } from './answer-review.styles.ts';

type FormItem = ResultView['items'][number];

/** Every question of a submitted form with the learner's answer; with the right one and the reasons where they may be read. */
@customElement('cm-answer-review')
export class AnswerReview extends StoreElement<PlayerStore> {
  static override styles = [baseStyles, buttonStyles, pageStyles, reviewStyles];

  @property({ attribute: false }) controller!: AssessmentController;

  @property({ attribute: false }) view!: ResultView;

  /** Questions that are folded out. */
  @state() private unfolded: ReadonlySet<string> = new Set();

  protected override render(): TemplateResult {
    const { items, keys } = this.view;
    const all = this.unfolded.size === items.length;
    const toggle = (): void => {
      this.unfolded = new Set(all ? [] : items.map(({ item }) => item.id));
    };
    return html`<p>
        ${t(keys ? 'results.review-long' : this.store.triesLeft === 'unlimited' ? 'results.review-unlimited' : 'results.review-closed')}
      </p>
      <button class="button plain no-print" type="button" @click=${toggle}>
        ${t(all ? 'results.fold' : 'results.unfold')}
      </button>
      <ol class="items" role="list">
        ${this.inTurn().map((one) => this.item(one, keys))}
      </ol>`;
  }

  /** What was not right comes first. */
  private inTurn(): readonly FormItem[] {
    const isRight = ({ entry }: FormItem): boolean => entry.credit === 1;
    const { items } = this.view;
    return [...items.filter((one) => !isRight(one)), ...items.filter(isRight)];
  }

  /** Where several have one name, how each begins. */
  private about(item: FormItem['item']): TemplateResult | typeof nothing {
    const name = plainName(item);
    const alike = this.view.items.filter((one) => plainName(one.item) === name);
    return alike.length > 1 ? html`<span class="about">${item.plain}</span>` : nothing;
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
          <span class="name">${plainName(item)}${this.about(item)}</span>
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
      <a href="#${section}" @click=${() => sendToRead(this.store)}
        >${icon('book')}${t('results.teaches', { title })}</a
      >
    </p>`;
  }

  private fold(item: string, open: boolean): void {
    const unfolded = new Set(this.unfolded);
    if (open) unfolded.add(item);
    else unfolded.delete(item);
    this.unfolded = unfolded;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-answer-review': AnswerReview;
  }
}
