/** Finding one's way in a course's structure. */
import type { CourseStructure, LessonStructure, SectionStructure } from '../course/compiled.ts';

export interface CoursePlace {
  lesson: LessonStructure;
  section: SectionStructure;
  /** Of the lesson in the course, and of the section in the lesson; from 0. */
  lessonIndex: number;
  index: number;
}

/** The section that an id of a lesson, section or counting block leads to. */
export function placeOf(course: CourseStructure, id: string): CoursePlace | undefined {
  for (const [lessonIndex, lesson] of course.lessons.entries()) {
    for (const [index, section] of lesson.sections.entries()) {
      const found = id === section.id || id === lesson.id || section.blocks.some((block) => block.id === id);
      if (found) return { lesson, section, lessonIndex, index };
    }
  }
  return undefined;
}

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
