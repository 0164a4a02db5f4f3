/**
 * What completion asks for, and what is left of it.
 *
 * The rule is the course's: lessons read, checks answered, assessment passed, in any combination. One thing is added:
 * where the course has an assessment, nothing is complete before that is **decided** (passed, or no tries left), even
 * where the rule doesn't ask for a pass, because some LMSs open a completed course for review only, and the learner
 * could not take the assessment any more.
 *
 * An assessment that was failed for good (no tries left) where the rule asks for a pass: the course isn't complete for
 * the learner (`isComplete`, `LearningState.completed`), but nothing more can be done in this LMS attempt; once the
 * rest of the rule is met, the LMS is told `completed` with success `failed` (`isFinished`). Only that pair tells a
 * supervisor that this attempt is over and that it takes a new one.
 */
import type { CourseStructure } from '../course/compiled.ts';
import { lookup } from './lookup.ts';
import type { LearningState, Try } from './types.ts';
import { passMarkOf } from './pass-mark.ts';

/** A condition that isn't met yet, with ids for links. */
export type Unmet =
  | {
      kind: 'lesson';
      lesson: string;
      /** Those that have to be seen and weren't, in course order. */
      sections: readonly string[];
    }
  | { kind: 'check'; lesson: string; section: string; block: string }
  | {
      kind: 'assessment';
      /** False where the course only waits for the assessment to be decided. */
      passRequired: boolean;
      /** Per cent. */
      passMark: number;
      triesLeft: number | 'unlimited';
      /** A try has begun and isn't submitted. */
      underWay: boolean;
      /** Best score so far, 0 to 100. */
      best: number | undefined;
    };

/** Whether a form is being filled in. */
export const isOpen = (current: Try | undefined): current is Try =>
  current !== undefined && current.submittedAt === undefined;

/**
 * Tries that may still be submitted, the one under way included: that one may be submitted even where an edit has since
 * allowed fewer. 0 where the course has no assessment.
 */
export function triesLeft(course: CourseStructure, state: LearningState): number | 'unlimited' {
  if (!course.assessment) return 0;
  const { tries } = course.assessment;
  return tries === 'unlimited'
    ? tries
    : Math.max(isOpen(state.current) ? 1 : 0, tries - state.triesSubmitted);
}

export const hasPassed = (state: LearningState): boolean => state.best?.passed === true;

/** Not passed, and no tries left. */
export const hasFailedForGood = (course: CourseStructure, state: LearningState): boolean =>
  course.assessment !== undefined && !hasPassed(state) && triesLeft(course, state) === 0;

/**
 * Whether a submitted form may show its keys and the reasons: once the learner has passed, or when no try is left. Before
 * that the next try would be one of memory, since a later form may hold the same items.
 */
export const showsKeys = (course: CourseStructure, state: LearningState): boolean =>
  hasPassed(state) || triesLeft(course, state) === 0;

/** Every unmet condition: lessons, then checks, in course order, then the assessment. Empty once the course was completed. */
export function whatIsLeft(course: CourseStructure, state: LearningState): Unmet[] {
  if (state.completed) return [];
  return [...lessonsLeft(course, state), ...checksLeft(course, state), ...assessmentLeft(course, state)];
}

/** Whether the course is complete for the learner. What was complete once stays so. */
export const isComplete = (course: CourseStructure, state: LearningState): boolean =>
  state.completed || (lessonsAndChecksMet(course, state) && assessmentLeft(course, state).length === 0);

/** Whether the LMS is told `completed`: complete, or failed for good with the rest of the rule met. */
export const isFinished = (course: CourseStructure, state: LearningState): boolean =>
  isComplete(course, state) || (hasFailedForGood(course, state) && lessonsAndChecksMet(course, state));

/**
 * How much of what completion asks for is done, 0 to 1; 1 only when the course is complete. Each section and each check
 * weighs the same; the assessment weighs as much as a lesson does on average.
 */
export function progressOf(course: CourseStructure, state: LearningState): number {
  if (state.completed) return 1;
  const { order, checks } = lookup(course);
  const asked = [
    ...(course.completion.lessons
      ? order.filter(({ required }) => required).map(({ section }) => section.no)
      : []),
    ...(course.completion.checks ? checks.map(({ block }) => block.no) : []),
  ];
  const done = asked.filter((no) => state.done.has(no)).length;
  if (!course.assessment) return asked.length === 0 ? 1 : done / asked.length;
  const weight = Math.max(1, Math.round(asked.length / Math.max(1, course.lessons.length)));
  const decided = assessmentLeft(course, state).length === 0 ? weight : 0;
  return (done + decided) / (asked.length + weight);
}

function lessonsAndChecksMet(course: CourseStructure, state: LearningState): boolean {
  const { order, checks } = lookup(course);
  const { completion } = course;
  return (
    (!completion.lessons ||
      order.every(({ section, required }) => !required || state.done.has(section.no))) &&
    (!completion.checks || checks.every(({ block }) => state.done.has(block.no)))
  );
}

function lessonsLeft(course: CourseStructure, state: LearningState): Unmet[] {
  if (!course.completion.lessons) return [];
  return course.lessons.flatMap((lesson) => {
    if (lesson.optional) return [];
    const unseen = lesson.sections.filter((section) => !section.optional && !state.done.has(section.no));
    if (unseen.length === 0) return [];
    return [{ kind: 'lesson' as const, lesson: lesson.id, sections: unseen.map(({ id }) => id) }];
  });
}

function checksLeft(course: CourseStructure, state: LearningState): Unmet[] {
  if (!course.completion.checks) return [];
  return lookup(course)
    .checks.filter(({ block }) => !state.done.has(block.no))
    .map(({ lesson, section, block }) => {
      return { kind: 'check', lesson: lesson.id, section: section.id, block: block.id };
    });
}

function assessmentLeft(course: CourseStructure, state: LearningState): Unmet[] {
  if (!course.assessment || hasPassed(state)) return [];
  const left = triesLeft(course, state);
  if (!course.completion.assessment && left === 0) return [];
  return [
    {
      kind: 'assessment',
      passRequired: course.completion.assessment,
      passMark: passMarkOf(course, state),
      triesLeft: left,
      underWay: isOpen(state.current),
      best: state.best?.score,
    },
  ];
}
