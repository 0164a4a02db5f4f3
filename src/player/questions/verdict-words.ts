/** How right and wrong are said: not always in the same words, and for the same answer always in the same. */
import type { Question, Response } from '../../course/compiled.ts';
import type { StringKey } from '../locale.ts';
import type { Verdict } from './verdict.ts';

const WORDS = {
  right: ['question.verdict.right', 'question.verdict.right-2', 'question.verdict.right-3'],
  partly: ['question.verdict.partly', 'question.verdict.partly-2', 'question.verdict.partly-3'],
  wrong: ['question.verdict.wrong', 'question.verdict.wrong-2', 'question.verdict.wrong-3'],
  unanswered: ['question.verdict.unanswered'],
} as const satisfies Record<Verdict, readonly StringKey[]>;

export function verdictWords(
  found: Verdict,
  { plain }: Question,
  response: Response | undefined,
): (typeof WORDS)[Verdict][number] {
  const words = WORDS[found];
  let sum = 0;
  for (const character of `${plain}${JSON.stringify(response)}`)
    sum = (sum * 31 + character.charCodeAt(0)) % 65_521;
  return words[sum % words.length] ?? words[0];
}
