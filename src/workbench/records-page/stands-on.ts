/** What somebody should know who makes something of a group's weakest principle. */
import type { RecordsRow } from '../shapes.ts';
import type { Shown } from './view.ts';
import { band } from './words.ts';

type Cell = RecordsRow[string] | undefined;

/** What the principle is called that a group holds least: one that it holds is no weakness. */
export const leastWords = (share: Cell): string =>
  band(Number(share)) === 'held'
    ? 'Nothing is weak: the group holds every principle on average. It is least sure of this one'
    : 'The principle that the group holds least';

/** @param share the mean; @param asked how many people it is the mean of. @returns nothing where it speaks for itself */
export function standsOn(
  share: Cell,
  asked: Cell,
  { state, chosen }: Pick<Shown, 'state' | 'chosen'>,
): string {
  const few = chosen.team === undefined && Number(asked) * 2 < state.people;
  return [
    ...(band(Number(share)) === 'held' ? ['On average that is held (two thirds or more).'] : []),
    ...(few
      ? [`Of the other ${state.people - Number(asked)} in the records no answers to them are known.`]
      : []),
  ].join(' ');
}
