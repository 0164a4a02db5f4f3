/**
 * What the rest of the project uses of learning. What the assessment alone needs (`form.ts`, `interactions.ts`, `remediation.ts`) is not
 * among it: all that stands here comes with the first section.
 */
export * from './types.ts';
export { initialState, step, whyNoTry } from './machine.ts';
export { LATENCY_LIMIT, TRY_LIMIT } from './limits.ts';
export {
  canOpen,
  courseProgress,
  isDone,
  lessonProgress,
  resumeAt,
  type LessonProgress,
} from './progress.ts';
export {
  isComplete,
  isOpen,
  progressOf,
  showsKeys,
  triesLeft,
  whatIsLeft,
  type Unmet,
} from './completion.ts';
export { minutesLeft } from './minutes-left.ts';
export { blockActivity, activityEvents } from './activity-events.ts';
export { draw, optionOrder } from './draw.ts';
export { creditOf, isMastered, objectiveScore } from './scoring.ts';
export { report } from './report.ts';
export { decode, encode, versionMark } from './codec.ts';
export { merge } from './merge.ts';
export { bankFacts, worstCase } from './worst-case.ts';
export { comparedFillIn, FILL_IN_ALPHABET, FILL_IN_LIMIT, fitsFillIn, tidyFillIn } from './fill-in.ts';
