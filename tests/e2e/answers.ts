/** Right and wrong answers to the items of a bank, worked out from their keys alone. */
import type { Item, Question, Response } from '../../src/course/compiled.ts';

/** An item of a form and what the learner answered. */
export interface Given {
  item: Item;
  response: Response | undefined;
  right: boolean;
}

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

/** An answer that earns nothing, by the rules in docs/authoring.md. */
export function wrongAnswer(question: Question): Response {
  switch (question.type) {
    case 'one':
    case 'several':
      return {
        type: 'choice',
        ids: question.options
          .filter(({ right }) => !right)
          .slice(0, 1)
          .map(({ id }) => id),
      };
    case 'true-false':
      return { type: 'true-false', answer: !question.answer };
    case 'match': {
      const ids = question.left.map(({ id }) => id);
      return {
        type: 'match',
        pairs: Object.fromEntries(ids.map((id, at) => [id, ids[(at + 1) % ids.length] ?? id])),
      };
    }
    case 'order':
      return { type: 'order', ids: question.steps.map(({ id }) => id).toReversed() };
    case 'fill-in':
      return { type: 'fill-in', text: 'something else' };
  }
}

/** The text that a page shows of some HTML. */
export function plainText(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&([a-z]+|#\d+);/g, (all, name: string) => entities[name] ?? all)
    .replace(/\s+/g, ' ')
    .trim();
}

/** What can be read of a question besides its stem, to tell two with the same stem apart. */
export function wordsOf(question: Question): string[] {
  switch (question.type) {
    case 'one':
    case 'several':
      return question.options.map(({ text }) => plainText(text));
    case 'match':
      return question.left.map(({ text }) => plainText(text));
    case 'order':
      return question.steps.map(({ text }) => plainText(text));
    case 'true-false':
    case 'fill-in':
      return [];
  }
}
