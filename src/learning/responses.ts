/** Answers as they are kept: in one spelling, with only the ids that the question has. */
import type { Question, Response } from '../course/compiled.ts';
import { answerTo, kindOf } from './items/index.ts';

/**
 * The answer with only those ids that the question has, in the one spelling in which it is kept; undefined where nothing
 * of it is left or it belongs to another type of question.
 */
export function keptResponse(question: Question, response: Response | undefined): Response | undefined {
  const answer = answerTo(question, response);
  return answer && kindOf(question.type).keep(question, answer);
}

/** Whether nothing of the question is left open: every left side matched, something written, something chosen. */
export function isWhole(question: Question, response: Response | undefined): boolean {
  const answer = answerTo(question, response);
  return answer !== undefined && kindOf(question.type).isWhole(question, answer);
}
