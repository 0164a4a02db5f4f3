/** What happened, told from two states or from what a block says was done in it. Pure. */
import type { CourseStructure } from '../course/compiled.ts';
import { lookup } from './lookup.ts';
import { lessonProgress } from './progress.ts';
import { creditOf, isMastered, objectiveScore } from './scoring.ts';
import type { Doing, ActivityEvent, LearningState } from './types.ts';

/** Between two states of one launch. Where nothing counts, nothing happens. */
export function activityEvents(
  course: CourseStructure,
  before: LearningState,
  after: LearningState,
  at: number,
): ActivityEvent[] {
  if (after.mode !== 'normal') return [];
  return [...lessonsCompleted(course, before, after, at), ...trySubmitted(course, before, after)];
}

/** In a block that may be done as often as wished. */
export function blockActivity(
  course: CourseStructure,
  state: LearningState,
  block: string,
  doing: Doing,
  at: number,
): ActivityEvent[] {
  const place = lookup(course).blocks.get(block);
  if (!place || state.mode !== 'normal') return [];
  const where = { lesson: place.lesson.id, block, at };
  if ('way' in doing) return [{ type: 'scenario-ended', ...where, way: doing.way, ending: doing.ending }];
  const { question, response } = doing;
  return [
    {
      type: 'check-answered',
      ...where,
      question,
      response,
      correct: creditOf(question, response, false) === 1,
    },
  ];
}

function lessonsCompleted(
  course: CourseStructure,
  before: LearningState,
  after: LearningState,
  at: number,
): ActivityEvent[] {
  if (before.done === after.done) return [];
  const read = (state: LearningState, index: number): boolean =>
    lessonProgress(course.lessons[index]!, state).stage === 'read';
  return course.lessons.flatMap(({ id }, index) =>
    read(after, index) && !read(before, index) ? [{ type: 'lesson-completed' as const, lesson: id, at }] : [],
  );
}

function trySubmitted(course: CourseStructure, before: LearningState, after: LearningState): ActivityEvent[] {
  const { latest, current } = after;
  if (!latest || after.triesSubmitted === before.triesSubmitted) return [];
  const objectives = latest.objectives.flatMap((result) => {
    const id = lookup(course).objectivesByNumber.get(result.objective)?.id;
    return id === undefined ? [] : [{ id, score: objectiveScore(result), mastered: isMastered(result) }];
  });
  return [
    {
      type: 'try-submitted',
      number: latest.number,
      startedAt: current?.startedAt ?? latest.submittedAt,
      score: latest.score,
      passed: latest.passed,
      objectives,
      at: latest.submittedAt,
    },
  ];
}
