/**
 * The validated course as the player and the packager see it: plain data, compiled from the course files by
 * `packaging/compile`. Nothing here is imported at run time; these are types alone.
 *
 * Two halves. The **structure** is the same in every language and is always loaded. The **words** are one set of
 * files a language, loaded when they are shown. HTML strings come from sanitised Markdown and are safe to render.
 *
 * Blocks are described in `kinds.ts` and questions in `questions.ts`, each with what its author writes.
 */
import type { Block, CountingKind, LazyKind } from './kinds.ts';
import type { Html } from './html.ts';
import type { Question } from './questions.ts';
import type { Condition, SettingsOf } from './settings.ts';

export type * from './html.ts';
export type * from './kinds.ts';
export type * from './questions.ts';
export type { Lms } from './settings.ts';

/** A permanent small number from the ledger. Saved state is bit sets over these numbers. Starts at 0 in each kind. */
export type LedgerNumber = number;

/** Which conditions must all be met for the course to be complete. */
export type CompletionRule = Record<Condition, boolean>;

export interface AssessmentSettings extends SettingsOf<'assessment'> {
  /** Whether several-choice, matching and ordering items give part of their point. */
  partialCredit: boolean;
  /** Items of each objective in a form; at most 50 together. In the order of `objectives`. */
  blueprint: readonly { objective: string; count: number }[];
}

export interface ObjectiveStructure {
  id: string;
  no: LedgerNumber;
  /** In the blueprint, so items test it. */
  graded: boolean;
}

export interface BlockStructure {
  id: string;
  /** Sections and counting blocks share one number space: one bit each in the saved state. */
  no: LedgerNumber;
  kind: CountingKind;
}

export interface SectionStructure {
  id: string;
  no: LedgerNumber;
  /** May be skipped; never blocks gating or completion. */
  optional: boolean;
  /** Those that count. */
  blocks: readonly BlockStructure[];
  /** Kinds of the others whose code is fetched: a player asks for it before it has the section. */
  besides?: readonly LazyKind[];
}

export interface LessonStructure {
  id: string;
  no: LedgerNumber;
  minutes: number;
  optional: boolean;
  objectives: readonly string[];
  sections: readonly SectionStructure[];
}

/** File names relative to the page, content-hashed. */
export interface LanguageFiles {
  /** The language's name in itself, with a capital: `Español`. Looked up when packed, since the cover shows it. */
  name: string;
  /** `FirstScreen`. Absent in the default language, in which it comes with the structure (`LaunchFile`). */
  first?: string;
  /** `TextFile`. */
  text: string;
  /** `LessonContent`, by id: whoever comes back has theirs asked for before the words are there. */
  lessons: Readonly<Record<string, string>>;
}

/** Names of what is fetched after the words: they come with these, since the first screen needs none of them. */
export interface LaterFiles {
  /** `LaterWords`. */
  rest: string;
  /** Absent where the course has no assessment. */
  bank?: string;
  practice: Readonly<Record<string, string>>;
  glossary: string;
  sources: string;
  /** `PortraitsFile`. Absent where nobody is shown. */
  portraits?: string;
  pages: Readonly<Record<string, string>>;
}

export interface CourseStructure extends SettingsOf<'course'>, Partial<SettingsOf<'pack'>> {
  id: string;
  /** Absolute IRI, stable for ever. */
  iri: string;
  version: string;
  /** BCP 47 tags; the first is the default. */
  languages: readonly string[];
  organisation?: { name?: string; logo?: string };
  completion: CompletionRule;
  assessment?: AssessmentSettings;
  /** What SCORM 1.2's one status says at success. */
  status12: 'passed' | 'completed';
  objectives: readonly ObjectiveStructure[];
  lessons: readonly LessonStructure[];
  /** There are faces for the cover, which keeps their place. */
  faces?: true;
  files: Readonly<Record<string, LanguageFiles>>;
}

export interface HelpLine {
  name: string;
  what: string;
  tel?: string;
  url?: string;
}

/** The words of the course's frame in one language, the interface's own strings included. */
export interface CourseText {
  language: string;
  title: string;
  description: string;
  keywords: readonly string[];
  objectives: Readonly<Record<string, string>>;
  /** Titles by id. */
  lessons: Readonly<Record<string, { title: string; sections: Readonly<Record<string, string>> }>>;
  pages: Readonly<Record<string, string>>;
  disclaimer?: Html;
  help: readonly HelpLine[];
  /** The interface's strings by key (`src/player/strings`). */
  ui: Readonly<Record<string, string>>;
}

/**
 * The words of the frame that a section needs, as a file, with the names of the other files in their language. What the
 * records are told stands among them.
 */
export interface TextFile extends CourseText {
  files: LaterFiles;
}

/** The others: they come with what stands around a section. `ui` holds the rest of the interface's. */
export type LaterWords = Pick<CourseText, 'disclaimer' | 'help' | 'ui'>;

/**
 * What the first screen of a new learner, the cover, needs: the words of the interface that it uses, title, description and
 * disclaimer.
 */
export interface FirstScreen {
  text: CourseText;
}

/**
 * The one file of content that the page preloads: the structure, and the first screen in the default language. In the
 * package its lessons are packed (`packed.ts`).
 */
export interface LaunchFile {
  course: CourseStructure;
  first: FirstScreen;
}

/** Somebody of the cast, with a calm face. */
export interface Portrait {
  /** Among the portraits. */
  face: string;
  /** Says the name, too. */
  alt: string;
}

export interface LessonContent {
  id: string;
  title: string;
  goals: readonly string[];
  /** Whom it is about. */
  people?: readonly Portrait[];
  note?: Html;
  sections: readonly { id: string; title: string; blocks: readonly Block[] }[];
}

export interface PageContent {
  id: string;
  title: string;
  blocks: readonly Block[];
}

export interface GlossaryEntry {
  id: string;
  term: string;
  definition: Html;
}

export interface Source {
  key: string;
  title: string;
  publisher: string;
  /** The language of title and publisher: the course's first. */
  language: string;
  url?: string;
  read?: string;
  /** By language. */
  note?: Readonly<Record<string, string>>;
  /** Ids of the sections and pages that cite it. */
  citedIn: readonly string[];
}

// ---- items -----------------------------------------------------------------------------------------------------

export interface ItemFacts {
  id: string;
  no: LedgerNumber;
  /** A few plain words: what a learner sees in the results. */
  name: string;
  /** The name in the course's first language, where it is another: records of one item are alike for all learners. */
  recordName?: string;
  objective: string;
  level: 'judgement' | 'recall';
  /** The section that teaches it. */
  teaches: string;
}
export type Item = Question & ItemFacts;

/** The graded items in one language; ids, types, keys and option ids are the same in every language. */
export interface Bank {
  language: string;
  items: readonly Item[];
}
