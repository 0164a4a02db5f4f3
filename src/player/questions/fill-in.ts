import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { FillInQuestion } from '../../course/compiled.ts';
import { answerMark } from '../design/verdicts.ts';
import { prose } from '../design/prose.ts';
import { t } from '../locale.ts';
import { verdict } from './verdict.ts';
import type { View } from './view.ts';

/** A word or two to write. 40 characters: what the saved state and every LMS take. */
export function fillIn({ question, response, reveal, fixed, change }: View<FillInQuestion>): TemplateResult {
  const text = response?.type === 'fill-in' ? response.text : '';
  const right = reveal && verdict(question, response) === 'right';
  return html`<div class="options">
    <div class="option blank ${classMap({ right, wrong: reveal && !right })}">
      <label for="text">${t('question.your-answer')}</label>
      <input
        id="text"
        type="text"
        maxlength="40"
        autocomplete="off"
        autocapitalize="none"
        .value=${text}
        ?disabled=${fixed}
        @input=${(event: Event) => {
          const written = (event.target as HTMLInputElement).value;
          change(written.trim() ? { type: 'fill-in', text: written } : undefined);
        }}
      />
      ${
        reveal
          ? html`<div class="why">
              ${answerMark(right, right ? t('question.yours-right') : t('question.word', { answer: question.accept[0] ?? '' }))}
              ${prose(question.why)}
            </div>`
          : nothing
      }
    </div>
  </div>`;
}
