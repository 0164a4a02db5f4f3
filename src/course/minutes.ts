/** How long the course takes: one figure for its first page, for catalogues of LMSs and for authors. */
import type { CourseStructure } from './compiled.ts';

/** What a learner needs for an item of the assessment, on average. */
export const MINUTES_PER_ITEM = 1;

/** A minute for each item of a form. */
export function itemMinutes({ assessment }: Pick<CourseStructure, 'assessment'>): number {
  const items = assessment?.blueprint.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return Math.ceil(items * MINUTES_PER_ITEM);
}

/** The lessons as their authors state them, and a minute for each item of a form. */
export function learningMinutes(course: Pick<CourseStructure, 'lessons' | 'assessment'>): number {
  return course.lessons.reduce((sum, { minutes }) => sum + minutes, 0) + itemMinutes(course);
}
