import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Item } from '../../course/compiled.ts';
import { own } from '../../course/own.ts';
import type { PlayerContext } from '../context.ts';
import { baseStyles } from '../design/base-styles.ts';
import { buttonStyles } from '../design/buttons.ts';
import { GoEvent } from '../design/marks.ts';
import { icon } from '../design/icons.ts';
import { t } from '../locale.ts';
import { LocalizedElement } from '../localized-element.ts';
import { plainName } from '../questions/plain-name.ts';
import '../questions/question.ts';
import { displayOrder, verdict } from '../questions/verdict.ts';
import { byObjective } from './practice-result.ts';
import { practiceStyles } from './practice.styles.ts';
import { flagStyles } from '../design/flag.ts';
import { runStyles } from './practice-run.styles.ts';
import './private-bar.ts';
import { clockTime } from './run-clock.ts';
import type { RunState } from './run-state.ts';
import { surenessStyles, surenessTally } from './sureness.ts';

const ICONS = { right: 'right', partly: 'partly', wrong: 'wrong', unanswered: 'info' } as const;
const WORDS = {
  right: 'results.right',
  partly: 'results.partly',
  wrong: 'results.wrong',
  unanswered: 'results.open',
} as const;

/** How a timed run went: by objective, by how sure the learner was, and each answer with its reasons. */
@customElement('cm-run-result')
export class RunResult extends LocalizedElement {
  static override styles = [baseStyles, buttonStyles, practiceStyles, surenessStyles, flagStyles, runStyles];

  @property({ attribute: false }) run!: RunState;

  /** Of the run, in its order. */
  @property({ attribute: false }) items: readonly Item[] = [];

  @property({ type: Number }) minutes = 0;

  @property({ attribute: false }) context!: PlayerContext;

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.heading')?.focus();
  }

  protected override render(): TemplateResult {
    const { items, run } = this;
    const right = items.filter((item) => this.verdictOf(item) === 'right').length;
    const time = clockTime(run.seconds);
    return html`<h4 class="heading" tabindex="-1">
        ${t('block.practice.result', { right, all: items.length })}
      </h4>
      <p>${t('block.run.took', { time, all: clockTime(this.minutes * 60) })}</p>
      ${byObjective(this.context, items, (item) => this.verdictOf(item) === 'right')}
      ${surenessTally(
        items.flatMap((item) => {
          const sureness = own(run.sure, item.id);
          const found = this.verdictOf(item);
          return sureness && found !== 'unanswered' ? [{ sureness, right: found === 'right' }] : [];
        }),
      )}
      <h4>${t('block.run.review')}</h4>
      <ol class="review" role="list">
        ${items.map((item, at) => this.answer(item, at + 1))}
      </ol>
      <cm-private-bar></cm-private-bar>`;
  }

  private answer(item: Item, number: number): TemplateResult {
    const { run } = this;
    const found = this.verdictOf(item);
    const sureness = own(run.sure, item.id);
    return html`<li>
      <details>
        <summary>
          ${icon('chevron')}<span class="number">${number}</span><span class="title">${plainName(item)}</span>
          <span class="found ${found}"> ${icon(ICONS[found])}${t(WORDS[found])} </span>
          ${sureness ? html`<span class="rating">${t(`block.sureness.${sureness}`)}</span>` : nothing}
          ${run.flagged.includes(item.id) ? html`<span class="flagged">${icon('flag')}${t('test.state.flagged')}</span>` : nothing}
        </summary>
        <cm-question
          .question=${item}
          .response=${own(run.answers, item.id)}
          .order=${displayOrder(item, run.seed)}
          .reveal=${true}
        ></cm-question>
        <button
          class="button plain"
          type="button"
          @click=${() => this.dispatchEvent(new GoEvent(item.teaches))}
        >
          ${t('block.practice.read')} <span class="for-ear">${plainName(item)}</span>
        </button>
      </details>
    </li>`;
  }

  private verdictOf(item: Item): ReturnType<typeof verdict> {
    return verdict(item, own(this.run.answers, item.id));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-run-result': RunResult;
  }
}
