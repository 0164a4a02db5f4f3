/** How long the rest of the course takes, by the minutes that its authors state. */
import type { CourseStructure, LessonStructure } from '../course/compiled.ts';
import { itemMinutes } from '../course/minutes.ts';
import { isComplete, whatIsLeft } from './completion.ts';
import { lessonProgress } from './progress.ts';
import type { LearningState } from './types.ts';

/** A section of a lesson takes its share of the lesson's minutes. */
const lessonMinutes = (lesson: LessonStructure, state: LearningState): number => {
  const { sections, seen } = lessonProgress(lesson, state);
  return sections === 0 ? 0 : (lesson.minutes * (sections - seen)) / sections;
};

/**
 * Of the sections that have to be read and weren't, and of the test where it is still to be passed. 0 once the course is
 * complete; of a new learner it is the course's one figure less its optional lessons.
 */
export function minutesLeft(course: CourseStructure, state: LearningState): number {
  if (isComplete(course, state)) return 0;
  const lessons = course.lessons.filter(({ optional }) => !optional);
  const reading = lessons.reduce((sum, lesson) => sum + lessonMinutes(lesson, state), 0);
  const tested = whatIsLeft(course, state).some(({ kind }) => kind === 'assessment');
  return Math.ceil(reading + (tested ? itemMinutes(course) : 0));
}
