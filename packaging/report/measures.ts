/** The measures of a course that have limits. */
import type { CompiledCourse } from '../compile/types.ts';
import { blueprintPart } from './blueprint.ts';
import { cuePart } from './cues.ts';
import type { Limit, Part } from './limits.ts';
import { nearestPart } from './nearest.ts';
import { needsPart } from './needs.ts';
import { scenarioPart } from './scenarios.ts';

/** Of one language. Empty where nothing is graded. */
export function measuresOf(course: CompiledCourse, language: string): Part[] {
  const graded = course.banks[language]?.items ?? [];
  if (graded.length === 0) return [];
  const practice = Object.values(course.practice[language] ?? {}).flat();
  const lessons = course.structure.lessons.flatMap(({ id }) => course.lessons[language]?.[id] ?? []);
  return [
    blueprintPart(course.structure, graded, language),
    needsPart(graded, course.marks),
    cuePart(graded, practice, language),
    scenarioPart(lessons),
    nearestPart(graded, lessons),
  ];
}

export interface Passed extends Limit {
  language: string;
}

/** The limits that are passed. */
export function limitsPassed(course: CompiledCourse): Passed[] {
  return course.structure.languages.flatMap((language) =>
    measuresOf(course, language)
      .flatMap(({ limits }) => limits)
      .filter(({ holds }) => !holds)
      .map((limit) => ({ language, ...limit })),
  );
}
