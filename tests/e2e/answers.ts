/** What was answered in a form, and what a page shows of an item. */
import type { Item, Question, Response } from '../../src/course/compiled.ts';

/** An item of a form and what the learner answered. */
export interface Given {
  item: Item;
  response: Response | undefined;
  right: boolean;
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
