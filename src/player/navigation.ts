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
