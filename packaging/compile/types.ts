/** What the compiler hands to the packager and to the tests: a whole course as data, before anything is written. */
import type {
  Bank,
  CourseStructure,
  CourseText,
  GlossaryEntry,
  Item,
  LessonContent,
  PageContent,
  Source,
} from '../../src/course/compiled.ts';
import type { Portraits } from '../../src/course/portraits.ts';
import type { ItemSource } from '../../src/course/questions.ts';
import type { RemovedItem } from './ledger.ts';
import type { MediaFile } from './media.ts';

/** The words of the course's frame without the interface's own strings, which the packager adds. */
export type CourseWords = Omit<CourseText, 'ui'>;

/**
 * What authors note of an item for `course:report` alone. It stands apart from the items, since it tells of the key and
 * must never reach a learner's browser.
 */
export type ItemMarks = Pick<ItemSource, 'needs' | 'keyLooks'>;

/** Records of languages are by language tag, in the order of `structure.languages`. */
export interface CompiledCourse {
  /** `files` is empty: the packager names the files. `organisation.logo` is the name of a media file. */
  structure: CourseStructure;
  texts: Readonly<Record<string, CourseWords>>;
  /** By lesson. */
  lessons: Readonly<Record<string, Readonly<Record<string, LessonContent>>>>;
  /** Empty where the course has no assessment. */
  banks: Readonly<Record<string, Bank>>;
  /** By id, of graded and practice items. The packager leaves them out. */
  marks: Readonly<Record<string, ItemMarks>>;
  /** By practice file. */
  practice: Readonly<Record<string, Readonly<Record<string, readonly Item[]>>>>;
  glossary: Readonly<Record<string, readonly GlossaryEntry[]>>;
  /** The same in every language. */
  sources: readonly Source[];
  pages: Readonly<Record<string, Readonly<Record<string, PageContent>>>>;
  /** Pictures that content and `organisation.logo` name. Sorted by name. */
  media: readonly MediaFile[];
  /** Of people whom lessons and scenes show. The same in every language. */
  portraits: Portraits;
  /** In place of the theme's own, as `#rrggbb`: whoever packages the course chooses it. */
  accent?: string;
  /** What file names say of what was chosen: whoever packages the course chooses it. */
  variant?: string;
  /** The highest numbers that the ledger ever gave, for what has been removed as well. -1: none. */
  highest: { blocks: number; items: number; objectives: number };
  /** Items that have left the course: reports of an LMS go on naming them. The packager leaves them out. */
  removed: readonly RemovedItem[];
  /** Typical learning time: the lessons' minutes, and a minute for each item of a form. */
  minutes: number;
}

export interface CompileOptions {
  /** Only these of the course's languages; the first of them is the default. */
  languages?: readonly string[] | undefined;
  /**
   * `strict` (the default): every id has its number in ledger.json. `propose`: ids that have none get the next ones in
   * memory alone, for authors at work.
   */
  ledger?: 'strict' | 'propose';
}
