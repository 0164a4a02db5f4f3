import type { Response, TrueFalseQuestion } from '../../course/compiled.ts';
import type { ItemKind } from './item.ts';

type TrueFalse = Extract<Response, { type: 'true-false' }>;

const [TRUE, FALSE] = [3, 4];

export const trueFalse: ItemKind<TrueFalseQuestion, TrueFalse> = {
  answer: {
    type: 'true-false',
    tags: [TRUE, FALSE],
    tagOf: ({ answer }) => (answer ? TRUE : FALSE),
    write: () => {},
    read: (_from, tag) => ({ type: 'true-false', answer: tag === TRUE }),
    isEmpty: () => false,
    isSound: ({ answer }) => typeof answer === 'boolean',
  },
  interaction: 'true-false',
  inParts: false,
  keep: (_question, { answer }) => ({ type: 'true-false', answer }),
  credit: (question, { answer }) => (answer === question.answer ? 1 : 0),
  isWhole: () => true,
  order: () => ['true', 'false'],
  parts: () => [],
  mostBits: () => 0,
  right: ({ answer }) => [{ type: 'true-false', answer }],
  reported: (_question, { answer }) => ({ shape: 'truth', truth: answer }),
};
