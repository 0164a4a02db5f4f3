import type { OrderQuestion, Response } from '../../course/compiled.ts';
import { Damage } from '../damage.ts';
import type { ItemKind } from './item.ts';
import { areTexts, knownIds, LETTER_BITS, readLetter, writeLetter } from './letters.ts';
import { share } from './points.ts';
import { shuffled } from './shuffle.ts';

type Order = Extract<Response, { type: 'order' }>;

export const order: ItemKind<OrderQuestion, Order> = {
  answer: {
    type: 'order',
    tags: [6],
    tagOf: () => 6,
    write(out, { ids }) {
      out.bits(ids.length, LETTER_BITS);
      for (const id of ids) writeLetter(out, id);
    },
    read(from) {
      const ids = Array.from({ length: from.bits(LETTER_BITS) }, () => readLetter(from));
      if (ids.length === 0 || new Set(ids).size !== ids.length) throw new Damage('content');
      return { type: 'order', ids };
    },
    isEmpty: ({ ids }) => ids.length === 0,
    isSound: ({ ids }) => areTexts(ids),
  },
  interaction: 'sequencing',
  inParts: true,
  keep(question, response) {
    const ids = knownIds(response.ids, question.steps);
    return ids.length > 0 ? { type: 'order', ids } : undefined;
  },
  credit({ steps }, { ids }) {
    const known = ids.filter((id) => steps.some((step) => step.id === id));
    if (steps.length < 2) return known.length === steps.length ? 1 : 0;
    const kept = steps.slice(1).filter((step, index) => {
      const at = known.indexOf(steps[index]!.id);
      return at >= 0 && known[at + 1] === step.id;
    });
    return share(kept.length, steps.length - 1);
  },
  isWhole: () => true,
  order: ({ steps }, next) =>
    disordered(
      steps.map(({ id }) => id),
      next,
    ),
  parts: ({ steps }) => [steps],
  mostBits: (ids) => LETTER_BITS + ids.length * LETTER_BITS,
  right: ({ steps }) => [{ type: 'order', ids: steps.map(({ id }) => id) }],
  reported: (_question, { ids }) => ({ shape: 'list', ids }),
};

/** Shuffled, and where chance gave the right order, turned by one place. */
function disordered(ids: readonly string[], next: () => number): string[] {
  const mixed = shuffled(ids, next);
  if (mixed.some((id, index) => id !== ids[index])) return mixed;
  return [...mixed.slice(1), ...mixed.slice(0, 1)];
}
