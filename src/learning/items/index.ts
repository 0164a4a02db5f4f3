/** The types of items. A new one is a file beside these and a line here; its answer gets tags that no other ever had. */
import type { ItemType, Question, Response } from '../../course/compiled.ts';
import { one, several } from './choice.ts';
import { fillIn } from './fill-in.ts';
import type { AnswerForm, ItemKind } from './item.ts';
import { match } from './match.ts';
import { order } from './order.ts';
import { trueFalse } from './true-false.ts';

const KINDS: Readonly<Record<ItemType, ItemKind>> = {
  one,
  several,
  'true-false': trueFalse,
  match,
  order,
  'fill-in': fillIn,
};

/** What is known of a type. Only answers that `answerTo` lets through are for it. */
export const kindOf = (type: ItemType): ItemKind => KINDS[type];

/** The answer, where it is of the kind that the question's type asks for. */
export const answerTo = (question: Question, response: Response | undefined): Response | undefined =>
  response?.type === kindOf(question.type).answer.type ? response : undefined;

/** Whether it is an answer at all: a device may keep what it has damaged. */
export function isAnswer(value: unknown): value is Response {
  if (typeof value !== 'object' || value === null) return false;
  const { type } = value as { type?: unknown };
  const form = ANSWERS.find((answer) => answer.type === type);
  return form?.isSound(value as Readonly<Record<string, unknown>>) ?? false;
}

export const ANSWERS: readonly AnswerForm[] = [...new Set(Object.values(KINDS).map(({ answer }) => answer))];

/** Whether an answer is meant to be empty, so that it takes an earlier one back. One of unknown ids is a mistake and changes nothing. */
export const isEmptyAnswer = (response: Response): boolean =>
  ANSWERS.some(({ type, isEmpty }) => type === response.type && isEmpty(response));
