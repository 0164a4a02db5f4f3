/**
 * The course's structure as the first file holds it: the first screen waits for its bytes, so it has no key and no default
 * that can be put back, and no id says its lesson's again.
 */
import type { LaunchFile, LessonStructure } from './compiled.ts';
import type { CountingKind } from './kinds.ts';

type PackedBlock = readonly [id: string, no: number, kind: CountingKind];
type PackedSection = readonly [id: string, no: number, optional: 0 | 1, ...blocks: PackedBlock[]];
type PackedLesson = readonly [
  id: string,
  no: number,
  minutes: number,
  optional: 0 | 1,
  objectives: readonly string[],
  ...sections: PackedSection[],
];

export interface PackedLaunch extends Omit<LaunchFile, 'course'> {
  course: Omit<LaunchFile['course'], 'lessons'> & { lessons: readonly PackedLesson[] };
}

export function packLaunch({ course, first }: LaunchFile): PackedLaunch {
  return { course: { ...course, lessons: course.lessons.map(packLesson) }, first };
}

export function unpackLaunch({ course, first }: PackedLaunch): LaunchFile {
  return { course: { ...course, lessons: course.lessons.map(unpackLesson) }, first };
}

function packLesson({ id, no, minutes, optional, objectives, sections }: LessonStructure): PackedLesson {
  const short = (name: string): string => (name.startsWith(`${id}-`) ? name.slice(id.length) : name);
  return [
    id,
    no,
    minutes,
    optional ? 1 : 0,
    objectives,
    ...sections.map((section): PackedSection => [
      short(section.id),
      section.no,
      section.optional ? 1 : 0,
      ...section.blocks.map((block): PackedBlock => [short(block.id), block.no, block.kind]),
    ]),
  ];
}

function unpackLesson([id, no, minutes, optional, objectives, ...sections]: PackedLesson): LessonStructure {
  // no id begins with a hyphen
  const whole = (name: string): string => (name[0] === '-' ? id + name : name);
  return {
    id,
    no,
    minutes,
    optional: optional > 0,
    objectives,
    sections: sections.map(([section, sectionNo, skippable, ...blocks]) => ({
      id: whole(section),
      no: sectionNo,
      optional: skippable > 0,
      blocks: blocks.map(([block, blockNo, kind]) => ({ id: whole(block), no: blockNo, kind })),
    })),
  };
}
