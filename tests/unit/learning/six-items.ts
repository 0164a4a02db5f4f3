/** A try of six questions, one of each type, begun. */
import { initialState, step, type LearningEvent, type LearningState } from '../../../src/learning/index.ts';
import { bank, course, fillIn, match, NOON, one, order, several, trueFalse } from './builders.ts';

export const of = course({ assessment: { blueprint: [{ objective: 'purpose', count: 6 }] } });
export const items = bank(one(0), several(1), trueFalse(2), match(3), order(4), fillIn(5));
export const start = { type: 'try-started', seed: 1, at: NOON, bank: items } as const satisfies LearningEvent;
export const begun = step(of, initialState(), start);

export const answer = (
  state: LearningState,
  item: number,
  response: Parameters<typeof answered>[1],
  at = NOON + 5000,
) => step(of, state, answered(item, response, at));
export const answered = (
  item: number,
  response: import('../../../src/course/compiled.ts').Response | undefined,
  at: number,
) => ({ type: 'answered', item: `item-${item}`, bank: items, response, at }) as const;
export const entry = (state: LearningState, item: number) =>
  state.current!.form.find((candidate) => candidate.item === item)!;
