/** What the LMS is told, and the answers of a submitted form: pure functions of the state. */
import type { Bank, CourseStructure, CourseText, ObjectiveStructure } from '../course/compiled.ts';
import { encode } from './codec.ts';
import { hasFailedForGood, hasPassed, isFinished, progressOf } from './completion.ts';
import { isAnswer } from './items/index.ts';
import { bankLookup, lookup } from './lookup.ts';
import { orderText } from './answer-order.ts';
import { keptResponse } from './responses.ts';
import { isMastered, objectiveScore } from './scoring.ts';
import type {
  FormEntry,
  InteractionReport,
  LearningState,
  ObjectiveReport,
  OwedAnswer,
  Report,
  Success,
  Try,
} from './types.ts';

/**
 * The report. Completion is explained in `completion.ts`. Success is `passed` once a try passed, `failed` only when tries
 * are limited and used up, else `unknown`: a failed status ends the attempt in some LMSs. `texts` gives the objectives'
 * descriptions where they are loaded.
 */
export function report(
  course: CourseStructure,
  state: LearningState,
  texts?: Pick<CourseText, 'objectives'>,
): Report {
  return {
    counts: state.mode === 'normal',
    completion: isFinished(course, state) ? 'completed' : 'incomplete',
    success: successOf(course, state),
    sessionSuccess: sessionSuccessOf(course, state),
    ...(state.best && { score: { raw: state.best.score } }),
    ...(state.best?.passed && { passedIn: state.best.number }),
    progress: progressOf(course, state),
    location: locationOf(course, state),
    objectives: course.objectives
      .filter((objective) => objective.graded)
      .sort((a, b) => a.no - b.no)
      .map((objective) => objectiveReport(objective, state, texts?.objectives[objective.id] ?? '')),
    saved: encode(state, course.version),
    ...(isUntouched(course, state) && { untouched: true }),
    ...(state.order.size > 0 && { order: orderText(state.order) }),
  };
}

/** Nothing was done but to look at the first section. It may be so short that it was read at once. */
function isUntouched(course: CourseStructure, state: LearningState): boolean {
  const { done, place, current, best, itemsSeen } = state;
  const first = lookup(course).order[0]?.section.no;
  const gone = place !== undefined && place !== first;
  return !gone && !current && !best && itemsSeen.size === 0 && [...done].every((no) => no === first);
}

function successOf(course: CourseStructure, state: LearningState): Success {
  if (hasPassed(state)) return 'passed';
  return hasFailedForGood(course, state) ? 'failed' : 'unknown';
}

/** Failed also where the learner leaves after a failed try of this launch. */
function sessionSuccessOf(course: CourseStructure, state: LearningState): Success {
  const success = successOf(course, state);
  const leavesFailed = state.exiting && state.submittedThisLaunch && state.latest?.passed === false;
  return success === 'unknown' && leavesFailed ? 'failed' : success;
}

function locationOf(course: CourseStructure, { place }: LearningState): string {
  if (typeof place !== 'number') return place ?? '';
  return lookup(course).sectionsByNumber.get(place)?.section.id ?? '';
}

/** An objective that no submitted form has tested yet is incomplete and unknown. */
function objectiveReport(
  { id, no }: ObjectiveStructure,
  state: LearningState,
  description: string,
): ObjectiveReport {
  const result = state.best?.objectives.find(({ objective }) => objective === no);
  if (!result) return { id, description, completion: 'incomplete', success: 'unknown' };
  return {
    id,
    description,
    score: { raw: objectiveScore(result) },
    completion: 'completed',
    success: isMastered(result) ? 'passed' : 'failed',
  };
}

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
  };
}
