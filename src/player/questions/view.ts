import { html, nothing, type TemplateResult } from 'lit';
import type { Question, Response } from '../../course/compiled.ts';
import { icon } from '../design/icons.ts';
import { t } from '../locale.ts';

/** What the drawing of one question type is given. */
export interface View<Q extends Question = Question> {
  question: Q;
  response: Response | undefined;
  /** Ids in the order shown; undefined where the author's order stands. */
  order: readonly string[] | undefined;
  /** Right and wrong, and why, are shown. */
  reveal: boolean;
  /** Nothing can be changed. Always so with `reveal`. */
  fixed: boolean;
  /** The learner changed the response. */
  change(response: Response | undefined): void;
}

/** Parts in the order shown. Ids that are no more are passed over; parts that the order doesn't know come last. */
export function arranged<T extends { id: string }>(
  parts: readonly T[],
  order: readonly string[] | undefined,
): T[] {
  if (!order) return [...parts];
  const known = order.flatMap((id) => parts.find((part) => part.id === id) ?? []);
  return [...known, ...parts.filter((part) => !known.includes(part))];
}

/** Explanations of what was neither chosen nor right, for those who want them. */
export function otherWhys(content: TemplateResult[]): TemplateResult | typeof nothing {
  if (!content.length) return nothing;
  return html`<details class="others">
    <summary>${icon('chevron')}${t('question.others')}</summary>
    <ul role="list">
      ${content}
    </ul>
  </details>`;
}
