/**
 * The course as the files that the player fetches. The structure names every other file, so its own name is made
 * last; names carry a hash of the content, since an LMS lets browsers keep files for months.
 */
import { createHash } from 'node:crypto';
import type {
  CourseStructure,
  CourseText,
  FirstScreen,
  LanguageFiles,
  LaunchFile,
} from '../../src/course/compiled.ts';
import { isEarly } from '../../src/player/strings/early.ts';
import type { CompiledCourse } from '../compile/types.ts';

export interface ContentFiles {
  files: Map<string, Uint8Array>;
  structure: CourseStructure;
  /** In the order of the course's languages. */
  texts: CourseText[];
  /** Typical learning time. */
  minutes: number;
  /** The name of the `LaunchFile`, which the page preloads. */
  launch: string;
}

export type InterfaceStrings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Ten characters of SHA-256 in hex: the one hash of file names. */
export function contentHash(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 10);
}

/**
 * @param ui the interface's strings by language; English where the course's language has none.
 */
export function contentFiles(course: CompiledCourse, ui: InterfaceStrings): ContentFiles {
  const files = new Map<string, Uint8Array>();
  const put = (name: string, value: unknown): string => {
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    const file = `content/${name}-${contentHash(bytes)}.json`;
    files.set(file, bytes);
    return file;
  };
  for (const { name, bytes } of course.media) files.set(name, bytes);

  const texts = course.structure.languages.map((language) => withStrings(course, language, ui));
  const [main, ...others] = texts;
  if (!main) throw new Error('A course needs a language.');
  const structure: CourseStructure = {
    ...course.structure,
    files: {
      [main.language]: languageFiles(course, main, put),
      ...Object.fromEntries(
        others.map((text) => [
          text.language,
          {
            ...languageFiles(course, text, put),
            first: put(`first-${text.language}`, firstScreen(course, text)),
          },
        ]),
      ),
    },
  };
  const launch: LaunchFile = { course: structure, first: firstScreen(course, main) };
  return { files, structure, texts, minutes: course.minutes, launch: put('course', launch) };
}

function withStrings(course: CompiledCourse, language: string, ui: InterfaceStrings): CourseText {
  const words = course.texts[language];
  if (!words) throw new Error(`The course has no words in "${language}".`);
  return { ...words, ui: { ...ui['en'], ...ui[language.split('-')[0] ?? language], ...ui[language] } };
}

function languageFiles(
  course: CompiledCourse,
  text: CourseText,
  put: (name: string, value: unknown) => string,
): LanguageFiles {
  const { language } = text;
  const each = <T>(values: Readonly<Record<string, T>> | undefined, kind: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(values ?? {}).map(([id, value]) => [id, put(`${kind}-${id}-${language}`, value)]),
    );
  const bank = course.banks[language];
  return {
    text: put(`text-${language}`, text),
    lessons: each(course.lessons[language], 'lesson'),
    ...(bank ? { bank: put(`bank-${language}`, bank) } : {}),
    practice: each(course.practice[language], 'practice'),
    glossary: put(`glossary-${language}`, course.glossary[language] ?? []),
    // the same in every language, and so the same file
    sources: put('sources', course.sources),
    pages: each(course.pages[language], 'page'),
  };
}

/** The part of the words and of the first lesson that the first screen shows: it has to be small. */
function firstScreen(course: CompiledCourse, text: CourseText): FirstScreen {
  const first = course.structure.lessons[0]?.id ?? '';
  const lesson = course.lessons[text.language]?.[first];
  if (!lesson) throw new Error('A course needs a lesson.');
  const titles = text.lessons[first];
  // it stands at the foot of the page and may come a moment later
  const { disclaimer: _later, ...words } = text;
  return {
    text: {
      ...words,
      keywords: [],
      objectives: {},
      help: [],
      pages: {},
      lessons: titles ? { [first]: titles } : {},
      ui: Object.fromEntries(Object.entries(text.ui).filter(([key]) => isEarly(key))),
    },
    lesson: { ...lesson, sections: lesson.sections.slice(0, 1) },
  };
}
