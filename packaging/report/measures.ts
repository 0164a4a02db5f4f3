/** The measures of a course that have limits. */
import type { CourseStructure, LessonContent } from '../../src/course/compiled.ts';
import type { CompiledCourse } from '../compile/types.ts';
import type { Readings } from './blind/readings.ts';
import { blueprintPart } from './blueprint.ts';
import { cuePart } from './cues.ts';
import type { Part } from './limits.ts';
import { minutesPart } from './minutes.ts';
import { nearestPart } from './nearest.ts';
import { needsPart } from './needs.ts';
import { keyedUntaught, proofPart } from './proof.ts';
import { scenarioPart } from './scenarios.ts';

/** Of one language. */
export function measuresOf(course: CompiledCourse, language: string, readings: Readings): Part[] {
  const { structure, banks, marks } = course;
  const lessons = structure.lessons.flatMap(({ id }) => course.lessons[language]?.[id] ?? []);
  const minutes = minutesPart(
    structure,
    lessons.map((lesson) => withoutOptional(lesson, structure)),
    language,
  );
  const bank = banks[language];
  if (!bank || bank.items.length === 0) return [minutes];
  const graded = bank.items;
  const practice = Object.values(course.practice[language] ?? {}).flat();
  const first = language === structure.languages[0];
  return [
    minutes,
    blueprintPart(structure, graded, language),
    needsPart(graded, marks, keyedUntaught(graded, readings, language)),
    cuePart(graded, practice, language),
    scenarioPart(lessons),
    nearestPart(graded, lessons),
    proofPart(structure, bank, readings, { language, first }),
  ];
}

/** Without the sections that a learner may skip. */
export function withoutOptional(lesson: LessonContent, structure: CourseStructure): LessonContent {
  const { sections = [] } = structure.lessons.find(({ id }) => id === lesson.id) ?? {};
  const optional = new Set(sections.filter((section) => section.optional).map(({ id }) => id));
  return { ...lesson, sections: lesson.sections.filter(({ id }) => !optional.has(id)) };
}
