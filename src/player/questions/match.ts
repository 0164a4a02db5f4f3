import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { MatchQuestion } from '../../course/compiled.ts';
import { answerMark } from '../design/verdicts.ts';
import { inline, prose } from '../design/prose.ts';
import { t } from '../locale.ts';
import { arranged, type View } from './view.ts';

/** Characters of a closed list that a phone shows; longer ones are written out below it. */
const FITS = 24;

/** A list to choose from beside each left side. What is matched so far is the response, even if some are open. */
export function match(view: View<MatchQuestion>): TemplateResult {
  const { question, response, order, reveal, fixed, change } = view;
  const pairs = response?.type === 'match' ? response.pairs : {};
  const rights = arranged(question.right, order);
  const pick = (left: string, right: string): void => {
    const chosen = { ...pairs, [left]: right };
    const kept = question.left.flatMap(({ id }) => (chosen[id] ? [[id, chosen[id]] as const] : []));
    change(kept.length ? { type: 'match', pairs: Object.fromEntries(kept) } : undefined);
  };
  const matched = question.left.filter(({ id }) => pairs[id] !== undefined).length;
  return html`<div class="options">
      ${question.left.map((side) => {
        const chosen = pairs[side.id];
        const right = chosen === side.id;
        const words = rights.find(({ id }) => id === chosen)?.plain ?? '';
        return html`<div class="option pair ${classMap({ right: reveal && right, wrong: reveal && !right })}">
          <div class="row">
            ${
              fixed
                ? html`<div class="side prose">${inline(side.text)}</div>
                    <div class="given">
                      ${words ? html`${t('block.scenario.chose')} <strong>${words}</strong>` : t('question.verdict.unanswered')}
                    </div>`
                : html`<label class="side prose" for="match-${side.id}">${inline(side.text)}</label>
                    <select
                      id="match-${side.id}"
                      @change=${(event: Event) => pick(side.id, (event.target as HTMLSelectElement).value)}
                    >
                      <option value="" .selected=${!words}>${t('question.choose')}</option>
                      ${rights.map(
                        ({ id, plain }) =>
                          html`<option value=${id} .selected=${chosen === id}>${plain}</option>`,
                      )}
                    </select>
                    ${words.length > FITS ? html`<p class="in-full" aria-hidden="true">${words}</p>` : nothing}`
            }
          </div>
          ${reveal ? why(question, side, right) : nothing}
        </div>`;
      })}
    </div>
    ${
      matched && matched < question.left.length && !fixed
        ? html`<p
            class="how"
            .textContent=${t('question.matched', { matched, all: question.left.length })}
          ></p>`
        : nothing
    }`;
}

function why(question: MatchQuestion, side: MatchQuestion['left'][number], right: boolean): TemplateResult {
  const answer = question.right.find(({ id }) => id === side.id)?.plain ?? '';
  return html`<div class="why">
    ${answerMark(right, right ? t('question.pair-right') : t('question.pair-wrong', { answer }))}
    ${prose(side.why)}
  </div>`;
}
