/** An index of the course, made in the page when search is opened: none travels in the package. */
import { collect, type Collected, type Document, type Files } from './documents.ts';
import { excerpt, marked, richness, type Piece } from './excerpt.ts';
import { WordIndex } from './word-index.ts';

export interface Hit {
  document: Document;
  title: Piece[];
  excerpt: Piece[];
  /** The address of the place in it, or of the whole. */
  to: string;
}

/** Documents that are taken in before the page has its turn again: a few milliseconds on a slow phone. */
const SLICE = 4;
/** A search for less would find everything. */
export const SHORTEST = 2;

export class CourseIndex {
  /** Something of the course could not be had, so it is not found either. */
  readonly missing: boolean;
  private readonly documents: readonly Document[];
  private readonly words = new WordIndex();

  private constructor({ documents, missing }: Collected) {
    this.documents = documents;
    this.missing = missing;
  }

  static async of(files: Files, language: string, pages: readonly string[]): Promise<CourseIndex> {
    const made = new CourseIndex(await collect(files, language, pages));
    for (const [number, { title, passages }] of made.documents.entries()) {
      if (number % SLICE === 0) await new Promise((resolve) => setTimeout(resolve));
      made.words.add(title, passages.map(({ text }) => text).join('\n'));
    }
    return made;
  }

  /** The best comes first. */
  find(query: string): Hit[] {
    if (query.trim().length < SHORTEST) return [];
    return this.words.find(query).map(({ document, words }) => this.hit(document, words));
  }

  private hit(id: number, sought: ReadonlySet<string>): Hit {
    const document = this.documents[id]!;
    const { title, to, passages } = document;
    const ranked = passages.map((passage) => ({ passage, worth: richness(passage.text, sought) }));
    const best = ranked.reduce<(typeof ranked)[number] | undefined>(
      (better, one) => (better && better.worth >= one.worth ? better : one),
      undefined,
    );
    const found = best && best.worth > 0 ? best.passage.block : undefined;
    return {
      document,
      title: marked(title, sought),
      excerpt: excerpt(best?.passage.text ?? '', sought),
      to: found ?? to,
    };
  }
}
