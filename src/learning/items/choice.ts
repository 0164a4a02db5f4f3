/** One option of several, and several of several. */
import type { ChoiceQuestion, Response } from '../../course/compiled.ts';
import type { AnswerForm, ItemKind } from './item.ts';
import {
  areTexts,
  knownIds,
  LETTER_BITS,
  mostBitsOfLetters,
  readLetter,
  readLetters,
  writeLetter,
  writeLetters,
} from './letters.ts';
import { share } from './points.ts';
import { shuffled } from './shuffle.ts';

type Choice = Extract<Response, { type: 'choice' }>;

const [ONE, SEVERAL] = [1, 2];

const choiceAnswer: AnswerForm<Choice> = {
  type: 'choice',
  tags: [ONE, SEVERAL],
  tagOf: ({ ids }) => (ids.length === 1 ? ONE : SEVERAL),
  write: (out, { ids }, tag) => (tag === ONE ? writeLetter(out, ids[0]!) : writeLetters(out, ids)),
  read: (from, tag) => ({ type: 'choice', ids: tag === ONE ? [readLetter(from)] : readLetters(from) }),
  isEmpty: ({ ids }) => ids.length === 0,
  isSound: ({ ids }) => areTexts(ids),
};

/** Choices are kept in the order of the alphabet. */
const kept = (ids: readonly string[]): Choice | undefined =>
  ids.length > 0 ? { type: 'choice', ids } : undefined;

const common = {
  answer: choiceAnswer,
  interaction: 'choice',
  isWhole: () => true,
  order(question, next) {
    const ids = question.options.map(({ id }) => id);
    return question.shuffle ? shuffled(ids, next) : ids;
  },
  parts: ({ options }) => [options],
  right: ({ options }) => [{ type: 'choice', ids: options.filter(({ right }) => right).map(({ id }) => id) }],
  reported: (_question, { ids }) => ({ shape: 'list', ids }),
} satisfies Partial<ItemKind<ChoiceQuestion, Choice>>;

const chosen = ({ options }: ChoiceQuestion, ids: readonly string[]): ChoiceQuestion['options'] =>
  options.filter(({ id }) => ids.includes(id));

export const one: ItemKind<ChoiceQuestion, Choice> = {
  ...common,
  inParts: false,
  keep: ({ options }, { ids }) => kept(knownIds(ids, options).sort().slice(0, 1)),
  credit(question, { ids }) {
    const known = chosen(question, ids);
    return known.length === 1 && known[0]!.right ? 1 : 0;
  },
  mostBits: () => LETTER_BITS,
};

export const several: ItemKind<ChoiceQuestion, Choice> = {
  ...common,
  inParts: true,
  keep: ({ options }, { ids }) => kept(knownIds(ids, options).sort()),
  credit(question, { ids }) {
    const known = chosen(question, ids);
    const right = known.filter((option) => option.right).length;
    const all = question.options.filter((option) => option.right).length;
    return all === 0 ? 0 : share(Math.max(0, right - (known.length - right)), all);
  },
  // Always above the one letter that a single choice takes
  mostBits: mostBitsOfLetters,
};
