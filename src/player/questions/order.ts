import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { OrderQuestion } from '../../course/compiled.ts';
import { answerMark } from '../design/verdicts.ts';
import { icon } from '../design/icons.ts';
import { inline, prose } from '../design/prose.ts';
import { t } from '../locale.ts';
import { arranged, type View } from './view.ts';

/** A step was moved: where it is now, to be said, and the button to keep the focus on. */
export interface Move {
  id: string;
  plain: string;
  /** From 1. */
  place: number;
  direction: 'up' | 'down';
}

/** Steps with buttons to move each up or down. The order first shown is no answer until the learner says so: `kept`. */
export function order(
  view: View<OrderQuestion>,
  moved: (move: Move) => void,
  kept: () => void,
): TemplateResult {
  const { question, response, reveal, fixed, change } = view;
  const steps = arranged(question.steps, response?.type === 'order' ? response.ids : view.order);
  const ids = steps.map((step) => step.id);
  const swap = (from: number, direction: Move['direction']): void => {
    const to = direction === 'up' ? from - 1 : from + 1;
    const step = steps[from];
    const other = ids[to];
    if (!step || other === undefined) return;
    change({ type: 'order', ids: ids.map((id, at) => (at === from ? other : at === to ? step.id : id)) });
    moved({ id: step.id, plain: step.plain, place: to + 1, direction });
  };
  const keep = (): void => {
    kept();
    change({ type: 'order', ids });
  };
  return html`<ol class="options" role="list">
      ${steps.map((step, index) => {
        const place = question.steps.findIndex(({ id }) => id === step.id);
        const right = place === index;
        return html`<li class="option step ${classMap({ right: reveal && right, wrong: reveal && !right })}">
          <div class="row">
            <span class="place" aria-hidden="true">${index + 1}</span>
            <div class="words prose">${inline(step.text)}</div>
            ${
              fixed
                ? nothing
                : html`<div class="moves">
                    ${moveButton('up', step, index === 0, () => swap(index, 'up'))}
                    ${moveButton('down', step, index === steps.length - 1, () => swap(index, 'down'))}
                  </div>`
            }
          </div>
          ${
            reveal
              ? html`<div class="why">
                  ${answerMark(right, right ? t('question.place-right') : t('question.place-wrong', { place: place + 1 }))}
                  ${prose(step.why)}
                </div>`
              : nothing
          }
        </li>`;
      })}
    </ol>
    ${
      fixed
        ? nothing
        : response
          ? html`<p class="how kept" tabindex="-1">${t('question.order-kept')}</p>`
          : html`<button class="button quiet" type="button" @click=${keep}>
              ${t('question.keep-order')}
            </button>`
    }`;
}

function moveButton(
  direction: Move['direction'],
  step: { id: string; plain: string },
  atEnd: boolean,
  press: () => void,
): TemplateResult {
  // aria-disabled, not disabled: the focus must not be lost when a step reaches the end
  return html`<button
    type="button"
    class="move"
    data-step=${step.id}
    data-move=${direction}
    aria-disabled=${atEnd}
    aria-label=${t(`question.move-${direction}`, { step: step.plain })}
    @click=${press}
  >
    ${icon(direction)}
  </button>`;
}
