/**
 * The one place where components meet the scoring rules: whether a response is right, which questions a run
 * asks, and the order in which a question's parts are shown. Everything else in questions/ and blocks/ draws and listens.
 */
import type { Question, Response } from '../../course/compiled.ts';
import { optionOrder } from '../../learning/draw.ts';
export { drawRun } from '../../learning/practice-run.ts';
export { isWhole as isAnsweredWhole } from '../../learning/responses.ts';
import { creditOf } from '../../learning/scoring.ts';

export type Verdict = 'right' | 'partly' | 'wrong' | 'unanswered';

/** What a learner is told of a response. Part of the point is "partly", whatever the graded form's setting is. */
export function verdict(question: Question, response: Response | undefined): Verdict {
  if (!response) return 'unanswered';
  const points = creditOf(question, response, true);
  return points >= 1 ? 'right' : points > 0 ? 'partly' : 'wrong';
}

/** The order in which a question's parts are shown. The same seed gives the same order. */
export function displayOrder(question: Question, seed: number): readonly string[] {
  return optionOrder(seed, question);
}

/** Enter in a field of text, which in a form would send it: whoever is asked checks the answer. */
export function isEnterInField(event: KeyboardEvent): boolean {
  const field = event.composedPath()[0];
  return event.key === 'Enter' && field instanceof HTMLInputElement && field.type === 'text';
}
