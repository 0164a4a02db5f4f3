/** What the LMS is told: a pure function of the state. The answers of a submitted form are in `interactions.ts`. */
import type { CourseStructure, CourseText, ObjectiveStructure } from '../course/compiled.ts';
import { encode } from './codec.ts';
import { hasFailedForGood, hasPassed, isFinished, progressOf } from './completion.ts';
import { lookup } from './lookup.ts';
import { orderText } from './answer-order.ts';
import { isMastered, objectiveScore } from './scoring.ts';
import type { LearningState, ObjectiveReport, Report, Success } from './types.ts';

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
