/** Answers as they are kept: in one spelling, with only the ids that the question has. */
import type { Question, Response } from '../course/compiled.ts';
import { tidyFillIn } from './fill-in.ts';

/**
 * The answer with ids that the question doesn't have left out, choices in the order of the alphabet, and a fill-in tidied;
 * undefined where nothing of it is left or it belongs to another type of question.
 */
export function keptResponse(question: Question, response: Response | undefined): Response | undefined {
  if (!response) return undefined;
  switch (question.type) {
    case 'one':
    case 'several': {
      if (response.type !== 'choice') return undefined;
      const ids = knownIds(response.ids, question.options).sort();
      const kept = question.type === 'one' ? ids.slice(0, 1) : ids;
      return kept.length > 0 ? { type: 'choice', ids: kept } : undefined;
    }
    case 'true-false':
      return response.type === 'true-false' ? { type: 'true-false', answer: response.answer } : undefined;
    case 'match': {
      if (response.type !== 'match') return undefined;
      const rights = new Set(question.right.map(({ id }) => id));
      const pairs = knownIds(Object.keys(response.pairs), question.left)
        .sort()
        .map((left) => [left, response.pairs[left]!] as const)
        .filter(([, right]) => rights.has(right));
      return pairs.length > 0 ? { type: 'match', pairs: Object.fromEntries(pairs) } : undefined;
    }
    case 'order': {
      if (response.type !== 'order') return undefined;
      const ids = knownIds(response.ids, question.steps);
      return ids.length > 0 ? { type: 'order', ids } : undefined;
    }
    case 'fill-in': {
      if (response.type !== 'fill-in') return undefined;
      const text = tidyFillIn(response.text);
      return text === '' ? undefined : { type: 'fill-in', text };
    }
  }
}

/** Each once, in the order given. */
function knownIds(ids: readonly string[], known: readonly { id: string }[]): string[] {
  const all = new Set(known.map(({ id }) => id));
  return [...new Set(ids)].filter((id) => all.has(id));
}
