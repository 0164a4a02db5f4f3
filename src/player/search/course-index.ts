/** An index of the course, made in the page when search is opened: none travels in the package. */
import MiniSearch, { type SearchOptions } from 'minisearch';
import { collect, type Collected, type Document, type Files } from './documents.ts';
import { excerpt, marked, richness, type Piece } from './excerpt.ts';
import { wordsOf } from './words.ts';

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

const LENIENT: SearchOptions = {
  prefix: true,
  // one letter in five may be another, and two that are swapped count as two, in words that are long enough to be meant all the same
  fuzzy: (word) => (word.length > 4 ? 0.2 : false),
  boost: { title: 4 },
};

export class CourseIndex {
  /** Something of the course could not be had, so it is not found either. */
  readonly missing: boolean;
  private readonly documents: readonly Document[];
  private readonly index = new MiniSearch<Document & { id: number }>({
    fields: ['title', 'text'],
    extractField: (document, field) =>
      field === 'text'
        ? document.texts.map(({ text }) => text).join('\n')
        : String(document[field as 'id' | 'title']),
    tokenize: (text) => wordsOf(text).map(({ folded }) => folded),
    // they come folded
    processTerm: (word) => word,
  });

  private constructor({ documents, missing }: Collected) {
    this.documents = documents;
    this.missing = missing;
  }

  static async of(files: Files, language: string, pages: readonly string[]): Promise<CourseIndex> {
    const made = new CourseIndex(await collect(files, language, pages));
    const numbered = made.documents.map((document, id) => ({ ...document, id }));
    await made.index.addAllAsync(numbered, { chunkSize: SLICE });
    return made;
  }

  /** What has all the words; where nothing has, what has any of them. The best comes first. */
  find(query: string): Hit[] {
    if (query.trim().length < SHORTEST) return [];
    const all = this.index.search(query, { ...LENIENT, combineWith: 'AND' });
    const results = all.length > 0 ? all : this.index.search(query, LENIENT);
    return results.map(({ id, match }) => this.hit(id as number, new Set(Object.keys(match))));
  }

  private hit(id: number, sought: ReadonlySet<string>): Hit {
    const document = this.documents[id]!;
    const { title, to, texts } = document;
    const ranked = texts.map((one) => ({ one, worth: richness(one.text, sought) }));
    const best = ranked.reduce<(typeof ranked)[number] | undefined>(
      (better, one) => (better && better.worth >= one.worth ? better : one),
      undefined,
    );
    const found = best && best.worth > 0 ? best.one.block : undefined;
    return {
      document,
      title: marked(title, sought),
      excerpt: excerpt(best?.one.text ?? '', sought),
      to: found ?? to,
    };
  }
}
