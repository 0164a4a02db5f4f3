/** A short course in two languages with a bank of every type of question, as its files would bring it. */
import type {
  Bank,
  CourseStructure,
  CourseText,
  FirstScreen,
  LaterFiles,
  LaterWords,
  LessonContent,
  TextFile,
} from '../../src/course/compiled.ts';
import { course, mixedBank } from '../unit/learning/builders.ts';

const LANGUAGES = ['en', 'es'] as const;

const files = (language: string): CourseStructure['files'][string] => ({
  name: language === 'en' ? 'English' : 'Español',
  text: `text-${language}.json`,
  first: `first-${language}.json`,
  lessons: { compass: `compass-${language}.json`, deciding: `deciding-${language}.json` },
});

const later = (language: string): LaterFiles => ({
  rest: `rest-${language}.json`,
  bank: `bank-${language}.json`,
  practice: {},
  glossary: '',
  sources: '',
  pages: {},
});

/**
 * @param tries How often the assessment may be taken.
 * @param lms The LMS that the package is made for.
 */
export function shortCourse(tries: number | 'unlimited', lms: CourseStructure['lms']): CourseStructure {
  const of = course({
    assessment: { tries, blueprint: ['purpose', 'limits'].map((objective) => ({ objective, count: 3 })) },
    completion: { checks: false },
  });
  return {
    ...of,
    ...(lms && { lms }),
    files: Object.fromEntries(LANGUAGES.map((language) => [language, files(language)])),
  };
}

const text = (language: string): CourseText => ({
  language,
  title: `The course (${language})`,
  description: '',
  keywords: [],
  objectives: { purpose: `Purpose (${language})`, limits: `Limits (${language})` },
  lessons: Object.fromEntries(
    ['compass', 'deciding'].map((id) => [id, { title: `${id} (${language})`, sections: {} }]),
  ),
  pages: {},
  help: [],
  ui: { 'test.title': `Assessment (${language})`, 'results.try': `Try {number} (${language})` },
});

const lesson = (id: string, language: string): LessonContent => ({
  id,
  title: `${id} (${language})`,
  goals: [],
  sections: [],
});

export const BANK: Bank = mixedBank(24, ['purpose', 'limits']);

export const first = (language: string): FirstScreen => ({ text: text(language) });

/** By their names. */
export const FILES: Readonly<Record<string, unknown>> = Object.fromEntries(
  LANGUAGES.flatMap((language) => [
    [`text-${language}.json`, { ...text(language), files: later(language) } satisfies TextFile],
    [`rest-${language}.json`, { help: [], ui: {} } satisfies LaterWords],
    [`first-${language}.json`, first(language)],
    [`bank-${language}.json`, { ...BANK, language }],
    [`compass-${language}.json`, lesson('compass', language)],
    [`deciding-${language}.json`, lesson('deciding', language)],
  ]),
);
