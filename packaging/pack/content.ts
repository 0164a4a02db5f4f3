/**
 * The course as the files that the player fetches. The structure names every other file, so its own name is made
 * last; names carry a hash of the content, since an LMS lets browsers keep files for months.
 */
import type {
  CourseStructure,
  CourseText,
  FirstScreen,
  LanguageFiles,
  LaterFiles,
  LaterWords,
  TextFile,
} from '../../src/course/compiled.ts';
import { languageName } from '../../src/course/language-name.ts';
import { packPortraits } from '../../src/course/portraits.ts';
import { packLaunch } from '../../src/course/packed.ts';
import { leaveOut } from '../../src/course/plain-words.ts';
import { isEarly, isLater } from '../../src/player/strings/early.ts';
import { OPEN_PEEPS } from '../compile/portraits.ts';
import type { CompiledCourse } from '../compile/types.ts';
import { PackageError } from '../failures.ts';
import { shortHash } from '../hash.ts';
import { causes, type PageWords } from './page.ts';
import { split, stringsFile, stringsOf, type Strings } from './strings.ts';

export interface ContentFiles {
  files: Map<string, Uint8Array>;
  /** Whose drawings are among them, where the course's author didn't bring them. */
  drawnBy: string[];
  structure: CourseStructure;
  /** In the order of the course's languages. */
  texts: CourseText[];
  /** What stands in the page itself: likewise. */
  page: PageWords[];
  /** Typical learning time. */
  minutes: number;
  /** In place of the theme's own. */
  accent?: string;
  /** What file names say of what was chosen. */
  variant?: string;
  /** The name of the `LaunchFile`, which the page preloads. */
  launch: string;
  /** That of the sentences for a start that failed. */
  causes: string;
}

/** Of the hash in a file's name. */
const HASH = 10;

/** @throws PackageError where the interface has no words in one of the course's languages */
export function contentFiles(course: CompiledCourse, strings: Strings): ContentFiles {
  const files = new Map<string, Uint8Array>();
  const put = (name: string, value: unknown, ending = 'json'): string => {
    const bytes = new TextEncoder().encode(JSON.stringify(value, leaveOut));
    const file = `content/${name}-${shortHash(bytes, HASH)}.${ending}`;
    files.set(file, bytes);
    return file;
  };
  for (const { name, bytes } of course.media) files.set(name, bytes);

  const spoken = course.structure.languages.map((language) => speaking(language, strings));
  const texts = spoken.map(({ language, player }) => withStrings(course, language, player));
  const [main, ...others] = texts;
  if (!main) throw new Error('A course needs a language.');
  const structure: CourseStructure = {
    ...course.structure,
    ...(coverOf(course).length > 0 && { faces: true }),
    files: {
      [main.language]: languageFiles(course, main, put),
      ...Object.fromEntries(
        others.map((text) => [
          text.language,
          {
            ...languageFiles(course, text, put),
            first: put(`first-${text.language}`, firstScreen(text)),
          },
        ]),
      ),
    },
  };
  const launch = packLaunch({ course: structure, first: firstScreen(main) });
  const page = spoken.map(({ language, page: words }) => ({ language, words }));
  return {
    files,
    drawnBy: hasPortraits(course) ? [OPEN_PEEPS] : [],
    structure,
    texts,
    page,
    minutes: course.minutes,
    ...(course.accent !== undefined && { accent: course.accent }),
    ...(course.variant !== undefined && { variant: course.variant }),
    launch: put('course', launch),
    // a server that hands out no .json has to be told of too; a list alone is a script as well, which does nothing
    causes: put('causes', [causes(page)], 'js'),
  };
}

function speaking(language: string, strings: Strings): { language: string } & ReturnType<typeof split> {
  const words = stringsOf(language, strings);
  if (!words)
    throw new PackageError(
      `The interface has no words in "${language}": ${stringsFile(language)} is missing.`,
    );
  return { language, ...split(words) };
}

function withStrings(course: CompiledCourse, language: string, ui: CourseText['ui']): CourseText {
  const words = course.texts[language];
  if (!words) throw new Error(`The course has no words in "${language}".`);
  return { ...words, ui };
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
  const lessons = each(course.lessons[language], 'lesson');
  const bank = course.banks[language];
  const { disclaimer, help, keywords: _manifests, ...words } = text;
  const rest: LaterWords = {
    ...(disclaimer !== undefined && { disclaimer }),
    help,
    ui: pick(text.ui, isLater),
  };
  const files: LaterFiles = {
    rest: put(`rest-${language}`, rest),
    ...(bank ? { bank: put(`bank-${language}`, bank) } : {}),
    practice: each(course.practice[language], 'practice'),
    glossary: put(`glossary-${language}`, course.glossary[language] ?? []),
    // these two are the same in every language, and so the same file
    sources: put('sources', course.sources),
    ...(hasPortraits(course)
      ? { portraits: put('portraits', packPortraits(course.portraits, coverOf(course))) }
      : {}),
    pages: each(course.pages[language], 'page'),
  };
  const near = { ...words, keywords: [], help: [], ui: pick(text.ui, (key) => !isLater(key)), files };
  return { name: languageName(language), text: put(`text-${language}`, near satisfies TextFile), lessons };
}

const pick = (words: CourseText['ui'], wanted: (key: string) => boolean): CourseText['ui'] =>
  Object.fromEntries(Object.entries(words).filter(([key]) => wanted(key)));

/** As many as make a group picture. */
const ON_THE_COVER = 12;

/** The first of each lesson's people, in the order of the lessons. */
function coverOf({ structure: { languages, lessons }, lessons: words }: CompiledCourse): string[] {
  const content = words[languages[0] ?? ''];
  const faces = lessons.flatMap(({ id }) => content?.[id]?.people?.[0]?.face ?? []);
  return [...new Set(faces)].slice(0, ON_THE_COVER);
}

const hasPortraits = ({ portraits }: CompiledCourse): boolean => Object.keys(portraits).length > 0;

/** The part of the words that the cover shows: it has to be small. */
function firstScreen({ disclaimer: _later, ...text }: CourseText): FirstScreen {
  return {
    text: {
      ...text,
      keywords: [],
      objectives: {},
      help: [],
      pages: {},
      lessons: {},
      ui: pick(text.ui, isEarly),
    },
  };
}
