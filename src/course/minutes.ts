/** How long the course takes: one figure for its first page, for catalogues of LMSs and for authors. */
import type { CourseStructure } from './compiled.ts';

/** What a learner needs for an item of the assessment, on average. */
export const MINUTES_PER_ITEM = 1;

/** The lessons as their authors state them, and a minute for each item of a form. */
export function learningMinutes({
  lessons,
  assessment,
}: Pick<CourseStructure, 'lessons' | 'assessment'>): number {
  const items = assessment?.blueprint.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return lessons.reduce((sum, { minutes }) => sum + minutes, 0) + Math.ceil(items * MINUTES_PER_ITEM);
}
