/** The end of the course as a moment: what was reached, what has it, and what the learner takes along. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { icon } from '../design/icons.ts';
import { t } from '../locale.ts';
import { percent } from '../number-format.ts';
import { said } from '../said.ts';
import { completionWords } from '../ending-words.ts';
import { hasJustCompleted } from '../just-completed.ts';
import type { PlayerStore } from '../store.ts';
import { isScoreKnown } from '../known-score.ts';
import { celebration, celebrationStyles } from './celebration.ts';
import './own-commitments.ts';
import { ringStyles, scoreRing } from './score-ring.ts';

/**
 * @param page Where it is shown.
 * @param more What helps where the completion is not stored.
 */
export function completed(
  store: PlayerStore,
  page: object,
  more: TemplateResult | typeof nothing,
): TemplateResult {
  const { best } = store.state;
  const known = best && isScoreKnown(best, store.passMark) ? best : undefined;
  const passed = known?.passed ? known : undefined;
  const words = completionWords(store.saving);
  const score = known ? t('left.done.and-score', { score: percent(known.score) }) : '';
  return html`<div class="stack">
    <section class="completed">
      ${hasJustCompleted(store) ? celebration(store, page) : nothing}
      ${passed ? scoreRing(passed.score) : html`<span class="medal">${icon('award')}</span>`}
      <h1 tabindex="-1" data-heading>${t('left.done.title')}</h1>
      <p>${t('left.done')}</p>
      ${passed ? html`<p>${t('left.done.score', { score: percent(passed.score) })}</p>` : nothing}
      <div class="buttons">
        <a class="button" href="#certificate">${icon('award')}${t('left.certificate')}</a>
        ${
          store.triesLeft !== 0 && best && best.score < 100
            ? html`<a class="button quiet" href="#assessment">${t('left.results')}</a>`
            : nothing
        }
      </div>
      <p class="small" role="status"><strong .textContent=${said(words, { score })}></strong></p>
      ${more}
    </section>
    <cm-own-commitments .store=${store}></cm-own-commitments>
  </div>`;
}

export const completedStyles = [
  ringStyles,
  celebrationStyles,
  css`
    .completed {
      --tone: var(--color-good);
      position: relative;
      display: grid;
      gap: var(--space-3);
      justify-items: center;
      justify-self: stretch;
      max-width: calc(var(--measure) + 4rem);
      padding: var(--space-7) var(--space-5) var(--space-6);
      border-radius: var(--radius);
      background: var(--color-good-soft);
      text-align: center;
    }
    .completed p {
      text-wrap: balance;
    }
    .completed h1 {
      font-size: var(--size-display);
    }
    .completed > p {
      max-width: var(--measure);
    }
    .completed .buttons {
      justify-content: center;
      margin-top: var(--space-2);
    }
    .medal {
      display: grid;
      place-items: center;
      width: 7rem;
      height: 7rem;
      border-radius: 50%;
      background: var(--tone);
      color: var(--color-on-good);
    }
    .medal .icon {
      width: 4rem;
      height: 4rem;
    }
    cm-own-commitments {
      justify-self: stretch;
      max-width: calc(var(--measure) + 4rem);
    }
    @media (forced-colors: active) {
      .completed {
        border: 2px solid CanvasText;
      }
    }
  `,
];
