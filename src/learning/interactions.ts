/** The answers of a submitted form, as the LMS is told of them: pure functions of the state. What else it is told is in `report.ts`. */
import type { Bank, CourseStructure } from '../course/compiled.ts';
import { isAnswer } from './items/index.ts';
import { bankLookup } from './lookup.ts';
import { keptResponse } from './responses.ts';
import type { FormEntry, InteractionReport, LearningState, OwedAnswer, Try } from './types.ts';

/**
 * The answers of the current try once it is submitted, else none. Each keeps its index for ever; an item that has since
 * left the bank is left out and its index stays unused.
 */
export function interactionsOf(
  course: CourseStructure,
  bank: Bank,
  state: LearningState,
): InteractionReport[] {
  const { current } = state;
  if (!course.assessment || current?.submittedAt === undefined) return [];
  return current.form.flatMap((entry, position) => interaction(bank, current, entry, position) ?? []);
}

/**
 * Answers that the device kept, whole again; an item that has since left the bank is left out here too. Of one whose
 * response is damaged the rest still counts.
 */
export function owedInteractions(bank: Bank, owed: readonly OwedAnswer[]): InteractionReport[] {
  const { items } = bankLookup(bank);
  return owed.flatMap(({ item: id, response, ...rest }) => {
    const item = items.get(id);
    const sound = isAnswer(response) ? response : undefined;
    return item ? [{ ...rest, item, response: keptResponse(item, sound) }] : [];
  });
}

function interaction(
  bank: Bank,
  current: Try,
  entry: FormEntry,
  position: number,
): InteractionReport | undefined {
  const item = bankLookup(bank).byNumber.get(entry.item);
  if (!item) return undefined;
  const credit = entry.credit ?? 0;
  return {
    index: current.firstInteraction + position,
    item,
    response: keptResponse(item, entry.response),
    correct: credit === 1,
    credit,
    weighting: 1,
    at: entry.response
      ? current.startedAt + entry.answeredAfter * 1000
      : (current.submittedAt ?? current.startedAt),
    latency: entry.latency,
    tryNumber: current.number,
    seed: current.seed,
  };
}
