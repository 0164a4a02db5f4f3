/** The end of a round of practice: what went well by objective, how sure the learner was, and the ways on. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../course/compiled.ts';
import { own } from '../../course/own.ts';
import type { PlayerContext } from '../context.ts';
import { t } from '../locale.ts';
import type { Sureness } from '../spaced.ts';
import { byObjective, missedList } from './practice-result.ts';
import './private-bar.ts';
import { surenessTally, type Rated } from './sureness.ts';

interface Ended {
  context: PlayerContext;
  items: readonly Item[];
  isRight: (item: Item) => boolean;
  /** By item. */
  sure: Readonly<Record<string, Sureness>>;
  /** To the passage that teaches it. */
  read: (item: Item) => void;
  /** Another round. Without `all`, what was right stays right. */
  again: (items: readonly Item[], all: boolean) => void;
}

export function practiceSummary({ context, items, isRight, sure, read, again }: Ended): TemplateResult {
  const right = items.filter(isRight);
  const missed = items.filter((item) => !isRight(item));
  const rated = items.flatMap((item): Rated[] => {
    const sureness = own(sure, item.id);
    return sureness ? [{ sureness, right: isRight(item) }] : [];
  });
  return html`<div class="summary" tabindex="-1" role="group" aria-labelledby="result">
    <h4 id="result">${t('block.practice.result', { right: right.length, all: items.length })}</h4>
    ${byObjective(context, items, isRight)} ${surenessTally(rated)} ${missedList(missed, read)}
    <div class="actions">
      ${
        missed.length
          ? html`<button class="button" type="button" @click=${() => again(missed, false)}>
              ${t('block.practice.retry')}
            </button>`
          : nothing
      }
      <button class="button quiet" type="button" @click=${() => again(items, true)}>
        ${t('block.start-again')}
      </button>
    </div>
    <cm-private-bar></cm-private-bar>
  </div>`;
}
