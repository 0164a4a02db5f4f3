/** Questions whose key may be wrong, and the answer that speaks against it. */
import type { RecordsRow } from '../shapes.ts';
import { answerWords, number } from './words.ts';

export interface Doubt {
  question: RecordsRow;
  /** The wrong answer that the stronger half choose most, and the key's share beside it; nothing where the options aren't known. */
  instead?: { words: string; share: number; key: number } | undefined;
}

/** Below this many answers to a question nothing is said: as in `questions.sql`. */
const ENOUGH = 30;

/**
 * Those that the stronger people get wrong more often than the weaker ones, and those where the stronger half choose a wrong answer more
 * often than the key, by more than chance alone brings (95 %).
 */
export function keyDoubts(questions: readonly RecordsRow[], options: readonly RecordsRow[]): Doubt[] {
  return questions.flatMap((question) => {
    const own = options.filter(({ item }) => item === question['item']);
    const instead = strongest(own);
    if (question['remark'] === 'check the key') return [{ question, instead }];
    const answers = number(question['answers']) ?? 0;
    return answers >= ENOUGH && instead && isBeyondChance(instead, answers / 2)
      ? [{ question, instead }]
      : [];
  });
}

const shareOf = (row: RecordsRow): number => number(row['share_of_stronger']) ?? 0;

function strongest(options: readonly RecordsRow[]): Doubt['instead'] {
  const [wrong] = options
    .filter((row) => row['is_key'] === 0)
    .toSorted((one, other) => shareOf(other) - shareOf(one));
  const keys = options.filter((row) => row['is_key'] === 1);
  const words = wrong && answerWords(wrong);
  if (!wrong || !words) return undefined;
  const key = keys.reduce((sum, row) => sum + shareOf(row), 0);
  return shareOf(wrong) > key ? { words, share: shareOf(wrong), key } : undefined;
}

/** Two shares of the same people: nobody chooses both. */
function isBeyondChance({ share, key }: NonNullable<Doubt['instead']>, people: number): boolean {
  const apart = share - key;
  return apart > 1.96 * Math.sqrt((share + key - apart * apart) / people);
}
