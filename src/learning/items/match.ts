import type { MatchQuestion, Response } from '../../course/compiled.ts';
import type { ItemKind } from './item.ts';
import {
  areTexts,
  knownIds,
  mostBitsOfLetters,
  readLetters,
  readSide,
  SIDE_BITS,
  writeLetters,
  writeSide,
} from './letters.ts';
import { share } from './points.ts';
import { shuffled } from './shuffle.ts';

type Match = Extract<Response, { type: 'match' }>;

export const match: ItemKind<MatchQuestion, Match> = {
  answer: {
    type: 'match',
    tags: [5],
    tagOf: () => 5,
    write(out, { pairs }) {
      const lefts = Object.keys(pairs).sort();
      writeLetters(out, lefts);
      for (const left of lefts) writeSide(out, pairs[left]!);
    },
    read: (from) => ({
      type: 'match',
      pairs: Object.fromEntries(readLetters(from).map((left) => [left, readSide(from)])),
    }),
    isEmpty: ({ pairs }) => Object.keys(pairs).length === 0,
    isSound: ({ pairs }) => typeof pairs === 'object' && pairs !== null && areTexts(Object.values(pairs)),
  },
  interaction: 'matching',
  inParts: true,
  keep(question, response) {
    const rights = new Set(question.right.map(({ id }) => id));
    const pairs = knownIds(Object.keys(response.pairs), question.left)
      .sort()
      .map((left) => [left, response.pairs[left]!] as const)
      .filter(([, right]) => rights.has(right));
    return pairs.length > 0 ? { type: 'match', pairs: Object.fromEntries(pairs) } : undefined;
  },
  credit: ({ left }, { pairs }) => share(left.filter(({ id }) => pairs[id] === id).length, left.length),
  isWhole: ({ left }, { pairs }) => left.every(({ id }) => pairs[id] !== undefined),
  order: ({ right }, next) =>
    shuffled(
      right.map(({ id }) => id),
      next,
    ),
  parts: ({ left, right }) => [left, right],
  mostBits: (ids) => mostBitsOfLetters(ids) + ids.length * SIDE_BITS,
  right: ({ left }) => [{ type: 'match', pairs: Object.fromEntries(left.map(({ id }) => [id, id])) }],
  reported: ({ left }, { pairs }) => ({
    shape: 'pairs',
    pairs: left.flatMap(({ id }) => (pairs[id] ? [[id, pairs[id]] as const] : [])),
  }),
};
