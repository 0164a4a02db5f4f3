import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { ChoiceQuestion, Html, Response, TrueFalseQuestion } from '../../course/compiled.ts';
import { answerMark } from '../design/verdicts.ts';
import { inline, prose } from '../design/prose.ts';
import { t } from '../locale.ts';
import { arranged, otherWhys, type View } from './view.ts';

interface Choice {
  id: string;
  text: Html;
  right: boolean;
  why: Html;
}

/** One choice (radio buttons) or several (checkboxes). */
export function choice(view: View<ChoiceQuestion>): TemplateResult {
  const { question, response, order, change } = view;
  const chosen = response?.type === 'choice' ? response.ids : [];
  const pick = (id: string, on: boolean): Response | undefined => {
    if (question.type === 'one') return { type: 'choice', ids: [id] };
    // in the author's order, so that equal answers are equal values
    const ids = question.options
      .map((option) => option.id)
      .filter((o) => (o === id ? on : chosen.includes(o)));
    return ids.length ? { type: 'choice', ids } : undefined;
  };
  return choices(arranged(question.options, order), chosen, question.type === 'several', view, (id, on) =>
    change(pick(id, on)),
  );
}

/** A statement that is true or false, as two radio buttons. */
export function trueFalse(view: View<TrueFalseQuestion>): TemplateResult {
  const { question, response, change } = view;
  const options: Choice[] = [
    { id: 't', text: t('question.true'), right: question.answer, why: question.whenTrue },
    { id: 'f', text: t('question.false'), right: !question.answer, why: question.whenFalse },
  ];
  const chosen = response?.type === 'true-false' ? [response.answer ? 't' : 'f'] : [];
  return choices(options, chosen, false, view, (id) => change({ type: 'true-false', answer: id === 't' }));
}

function choices(
  options: readonly Choice[],
  chosen: readonly string[],
  several: boolean,
  { reveal, fixed }: Pick<View, 'reveal' | 'fixed'>,
  pick: (id: string, on: boolean) => void,
): TemplateResult {
  const shown = (option: Choice): boolean => option.right || chosen.includes(option.id);
  return html`<div class="options">
      ${options.map((option, index) => {
        const picked = chosen.includes(option.id);
        const state = { picked, right: reveal && option.right, wrong: reveal && picked && !option.right };
        return html`<div class="option ${classMap(state)}">
          <label>
            <input
              type=${several ? 'checkbox' : 'radio'}
              name="answer"
              .value=${option.id}
              .checked=${picked}
              ?disabled=${fixed}
              @change=${(event: Event) => pick(option.id, (event.target as HTMLInputElement).checked)}
            />
            <span class="letter ${several ? 'of-several' : ''}" aria-hidden="true">${letter(index)}</span>
            <span class="words prose">${inline(option.text)}</span>
          </label>
          ${reveal && shown(option) ? why(option, picked, several) : nothing}
        </div>`;
      })}
    </div>
    ${
      reveal
        ? otherWhys(
            options
              .filter((option) => !shown(option))
              .map(
                (option) =>
                  html`<li>
                    <div class="prose">${inline(option.text)}</div>
                    ${prose(option.why)}
                  </li>`,
              ),
          )
        : nothing
    }`;
}

/** A, B, C …: to talk about an answer. For the eye alone: the ear is told its number of how many. */
const letter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

function why(option: Choice, picked: boolean, several: boolean): TemplateResult {
  const missed = several ? t('question.missed') : t('question.right-answer');
  const words = !picked ? missed : option.right ? t('question.yours-right') : t('question.yours-wrong');
  return html`<div class="why">${answerMark(option.right, words)} ${prose(option.why)}</div>`;
}
