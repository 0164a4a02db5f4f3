/** The course's files, fetched when they are shown and kept. */
import type {
  Bank,
  CourseStructure,
  CourseText,
  FirstScreen,
  GlossaryEntry,
  Item,
  LanguageFiles,
  LaterFiles,
  LaterWords,
  LaunchFile,
  LessonContent,
  PageContent,
  Source,
  TextFile,
} from '../course/compiled.ts';
import type { PortraitsFile } from '../course/portraits.ts';
import { own } from '../course/own.ts';
import { putBack } from '../course/plain-words.ts';
import { ContentError, readJson, type Reader } from './read.ts';

/** Files by language, each fetched once. One that failed is tried again when it is next asked for. */
export class CourseFiles {
  readonly course: CourseStructure;
  private readonly start: FirstScreen;
  private readonly read: Reader;
  private readonly kept = new Map<string, Promise<unknown>>();

  constructor({ course, first }: LaunchFile, read: Reader = readJson) {
    this.course = course;
    this.start = first;
    this.read = read;
  }

  async first(language: string): Promise<FirstScreen> {
    return language === this.start.text.language ? this.start : this.file(this.files(language).first);
  }

  /** The words that a section needs. */
  text(language: string): Promise<CourseText> {
    return this.words(language);
  }

  /** The others. */
  rest(language: string): Promise<LaterWords> {
    return this.later(language, ({ rest }) => rest);
  }

  lesson(language: string, id: string): Promise<LessonContent> {
    return this.file(own(this.files(language).lessons, id));
  }

  bank(language: string): Promise<Bank> {
    return this.later(language, ({ bank }) => bank);
  }

  practice(language: string, name: string): Promise<readonly Item[]> {
    return this.later(language, ({ practice }) => own(practice, name));
  }

  glossary(language: string): Promise<readonly GlossaryEntry[]> {
    return this.later(language, ({ glossary }) => glossary);
  }

  sources(language: string): Promise<readonly Source[]> {
    return this.later(language, ({ sources }) => sources);
  }

  portraits(language: string): Promise<PortraitsFile> {
    return this.later(language, ({ portraits }) => portraits);
  }

  page(language: string, id: string): Promise<PageContent> {
    return this.later(language, ({ pages }) => own(pages, id));
  }

  private words(language: string): Promise<TextFile> {
    return this.file(this.files(language).text);
  }

  private async later<T>(language: string, name: (files: LaterFiles) => string | undefined): Promise<T> {
    return this.file(name((await this.words(language)).files));
  }

  private files(language: string): LanguageFiles {
    const files = own(this.course.files, language);
    if (!files) throw new ContentError(language, new Error('no such language'));
    return files;
  }

  private file<T>(name: string | undefined): Promise<T> {
    if (name === undefined) return Promise.reject(new ContentError('', new Error('no such file')));
    const url = new URL(name, document.baseURI).href;
    let found = this.kept.get(url);
    if (!found) {
      found = this.read(url).then(putBack);
      this.kept.set(url, found);
      found.catch(() => this.kept.delete(url));
    }
    return found as Promise<T>;
  }
}
