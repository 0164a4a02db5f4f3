/** Right and wrong answers to questions, worked out from their keys alone. */
import type { Question, Response } from '../src/course/compiled.ts';

export function rightAnswer(question: Question): Response {
  switch (question.type) {
    case 'one':
    case 'several':
      return { type: 'choice', ids: question.options.filter(({ right }) => right).map(({ id }) => id) };
    case 'true-false':
      return { type: 'true-false', answer: question.answer };
    case 'match':
      return { type: 'match', pairs: Object.fromEntries(question.left.map(({ id }) => [id, id])) };
    case 'order':
      return { type: 'order', ids: question.steps.map(({ id }) => id) };
    case 'fill-in':
      return { type: 'fill-in', text: question.accept[0] ?? '' };
  }
}

/** Answers that earn nothing, by the rules in docs/authoring.md; of a choice, each wrong option. */
export function wrongAnswers(question: Question): Response[] {
  switch (question.type) {
    case 'one':
    case 'several':
      return question.options.filter(({ right }) => !right).map(({ id }) => ({ type: 'choice', ids: [id] }));
    case 'true-false':
      return [{ type: 'true-false', answer: !question.answer }];
    case 'match': {
      const ids = question.left.map(({ id }) => id);
      const pairs = ids.map((id, at) => [id, ids[(at + 1) % ids.length] ?? id]);
      return [{ type: 'match', pairs: Object.fromEntries(pairs) }];
    }
    case 'order':
      return [{ type: 'order', ids: question.steps.map(({ id }) => id).toReversed() }];
    case 'fill-in':
      return [{ type: 'fill-in', text: 'something else' }];
  }
}

export const wrongAnswer = (question: Question): Response =>
  wrongAnswers(question)[0] ?? { type: 'choice', ids: [] };
