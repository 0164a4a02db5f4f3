/**
 * The course's structure as the first file holds it: the first screen waits for its bytes, so it has no key and no default
 * that can be put back, and no id says its lesson's again.
 */
import type { LanguageFiles, LaunchFile, LessonStructure } from './compiled.ts';
import type { CountingKind, LazyKind } from './kinds.ts';

type PackedBlock = readonly [id: string, no: number, kind: CountingKind];
type PackedSection = readonly [id: string, no: number, optional: 0 | 1, ...(PackedBlock | LazyKind)[]];
type PackedLesson = readonly [
  id: string,
  no: number,
  minutes: number,
  optional: 0 | 1,
  objectives: readonly string[],
  ...sections: PackedSection[],
];

/** Names of the lessons' files in the order of the lessons, of most the hash alone. */
type PackedFiles = Omit<LanguageFiles, 'lessons'> & { lessons: readonly string[] };

export interface PackedLaunch extends Omit<LaunchFile, 'course'> {
  course: Omit<LaunchFile['course'], 'lessons' | 'files'> & {
    lessons: readonly PackedLesson[];
    files: Readonly<Record<string, PackedFiles>>;
  };
}

const lessonFile = (id: string, language: string, hash: string): string =>
  `content/lesson-${id}-${language}-${hash}.json`;

function shortName(id: string, language: string, name: string): string {
  const hash = /-(\w+)\.json$/.exec(name)?.[1] ?? '';
  return name === lessonFile(id, language, hash) ? hash : name;
}

const wholeName = (id: string, language: string, name: string): string =>
  /\W/.test(name) ? name : lessonFile(id, language, name);

export function packLaunch({ course, first }: LaunchFile): PackedLaunch {
  const files = Object.entries(course.files).map(([language, { lessons, ...of }]) => [
    language,
    { ...of, lessons: course.lessons.map(({ id }) => shortName(id, language, lessons[id] ?? '')) },
  ]);
  return {
    course: { ...course, lessons: course.lessons.map(packLesson), files: Object.fromEntries(files) },
    first,
  };
}

export function unpackLaunch({ course, first }: PackedLaunch): LaunchFile {
  const lessons = course.lessons.map(unpackLesson);
  const files = Object.entries(course.files).map(([language, of]) => {
    const names = lessons.map(({ id }, place) => [id, wholeName(id, language, of.lessons[place] ?? '')]);
    return [language, { ...of, lessons: Object.fromEntries(names) }];
  });
  return { course: { ...course, lessons, files: Object.fromEntries(files) }, first };
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
      ...(section.besides ?? []),
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
    sections: sections.map(([section, sectionNo, skippable, ...within]) => {
      const besides = within.filter((one) => typeof one === 'string');
      const blocks = within.filter((one) => typeof one !== 'string');
      return {
        id: whole(section),
        no: sectionNo,
        optional: skippable > 0,
        blocks: blocks.map(([block, blockNo, kind]) => ({ id: whole(block), no: blockNo, kind })),
        ...(besides.length > 0 && { besides }),
      };
    }),
  };
}
