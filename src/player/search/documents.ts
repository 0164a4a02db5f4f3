/** The course as it is searched: a document for each lesson, section, page, term and source, in one language. */
import type {
  CourseStructure,
  GlossaryEntry,
  LessonContent,
  LessonStructure,
  PageContent,
  Source,
} from '../../course/compiled.ts';
import { textsOf, type SearchedText } from './texts.ts';
import { plainText, POINT } from './plain-text.ts';

export interface Document {
  kind: 'lesson' | 'section' | 'page' | 'term' | 'source';
  /** The address that leads to it. */
  to: string;
  title: string;
  /** Language of the title, where it may be another than that of the course's words. */
  language?: string;
  texts: readonly SearchedText[];
}

/** What of the course's files is asked for: never the assessment's, and never the practice's. */
export interface Files {
  readonly course: CourseStructure;
  lesson(language: string, id: string): Promise<LessonContent>;
  page(language: string, id: string): Promise<PageContent>;
  glossary(language: string): Promise<readonly GlossaryEntry[]>;
  sources(language: string): Promise<readonly Source[]>;
}

export interface Collected {
  documents: Document[];
  /** Something could not be had, so it is not among them. */
  missing: boolean;
}

/** One file after the other, so that nothing that the learner waits for stands behind them. */
export async function collect(files: Files, language: string, pages: readonly string[]): Promise<Collected> {
  const jobs: (() => Promise<Document[]>)[] = [
    ...files.course.lessons.map(
      (lesson) => async () => ofLesson(lesson, await files.lesson(language, lesson.id)),
    ),
    async () => (await files.glossary(language)).map(ofTerm),
    ...pages.map((id) => async () => [ofPage(await files.page(language, id))]),
    async () => (await files.sources(language)).map((source) => ofSource(source, language)),
  ];
  const documents: Document[] = [];
  let missing = false;
  for (const job of jobs) {
    try {
      documents.push(...(await job()));
    } catch {
      missing = true;
    }
  }
  return { documents, missing };
}

function ofLesson(
  { id, sections }: LessonStructure,
  { title, goals, note, sections: contents }: LessonContent,
): Document[] {
  const named = new Set(sections.flatMap(({ blocks }) => blocks.map((block) => block.id)));
  const intro = [note ?? '', ...goals].map(plainText).filter(Boolean).join(POINT);
  return [
    { kind: 'lesson', to: id, title, texts: [{ text: intro }] },
    ...contents.map((section): Document => ({
      kind: 'section',
      to: section.id,
      title: section.title,
      texts: textsOf(section.blocks, named),
    })),
  ];
}

const ofPage = ({ id, title, blocks }: PageContent): Document => ({
  kind: 'page',
  to: id,
  title,
  texts: textsOf(blocks, new Set()),
});

const ofTerm = ({ id, term, definition }: GlossaryEntry): Document => ({
  kind: 'term',
  to: `glossary/${id}`,
  title: term,
  texts: [{ text: plainText(definition) }],
});

const ofSource = ({ key, title, publisher, note, language }: Source, words: string): Document => ({
  kind: 'source',
  to: `sources/${key}`,
  title,
  language,
  texts: [{ text: [publisher, note?.[words] ?? note?.[language]].filter(Boolean).join('. ') }],
});
