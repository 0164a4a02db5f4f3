/** What comes before and after a section: no first screen needs it. */
import type { CourseStructure } from '../../course/compiled.ts';
import type { CoursePlace } from '../navigation.ts';

export interface Neighbour {
  lesson: string;
  section: string;
  newLesson: boolean;
}

/** The section before or after, over the lessons' edges. */
export function neighbour(
  course: CourseStructure,
  { lesson, lessonIndex, index }: CoursePlace,
  by: 1 | -1,
): Neighbour | undefined {
  const near = lesson.sections[index + by];
  if (near) return { lesson: lesson.id, section: near.id, newLesson: false };
  const other = course.lessons[lessonIndex + by];
  const section = by === 1 ? other?.sections[0] : other?.sections.at(-1);
  return other && section && { lesson: other.id, section: section.id, newLesson: true };
}
