/**
 * The course's words in every language, for the names and definitions in statements: a report reader need not speak
 * the learner's language. They are the player's own content files, fetched after the first screen is shown.
 */
import type { Bank, CourseStructure, CourseText, LessonContent, TextFile } from '../../course/compiled.ts';
import type { Fetch } from './client.ts';
import { putBack } from '../../course/plain-words.ts';
import type { About } from './types.ts';

export interface CourseTexts {
  /** What is there now, by language. */
  texts(): ReadonlyMap<string, CourseText>;
  banks(): ReadonlyMap<string, Bank>;
  lesson(id: string): ReadonlyMap<string, LessonContent>;
  /** Fetches what is missing. Never rejects: a statement with the names of one language is better than none. */
  load(about: About): Promise<void>;
  /** All but the lessons. */
  loadAll(): Promise<void>;
}

const TIMEOUT = 10_000;

export function createCourseTexts(
  course: CourseStructure,
  send: Fetch = (url, init) => fetch(url, init),
): CourseTexts {
  const files = new Map<string, unknown>();
  const coming = new Map<string, Promise<void>>();

  function get(file: string | undefined): Promise<void> {
    if (file === undefined || files.has(file)) return Promise.resolve();
    let answer = coming.get(file);
    if (!answer) {
      // As the player and the preload links ask for it, so that the browser's cache answers
      answer = send(file, { credentials: 'same-origin', signal: AbortSignal.timeout(TIMEOUT) })
        .then(async (response) => void (response.ok && files.set(file, putBack(await response.json()))))
        .catch(() => undefined)
        .finally(() => coming.delete(file));
      coming.set(file, answer);
    }
    return answer;
  }

  const pick = <Kind>(name: (language: string) => string | undefined): ReadonlyMap<string, Kind> =>
    new Map(
      course.languages.flatMap((language) => {
        const file = files.get(name(language) ?? '');
        return file === undefined ? [] : [[language, file as Kind] as const];
      }),
    );
  const wordsOf = (language: string) => course.files[language]?.text;
  /** Known once the words are here. */
  const bankOf = (language: string): string | undefined =>
    (files.get(wordsOf(language) ?? '') as TextFile | undefined)?.files.bank;

  const lessonOf = (language: string, id: string) => course.files[language]?.lessons[id];

  /** The words, and one file besides. */
  async function inEach(name: (language: string) => string | undefined): Promise<void> {
    await Promise.all(
      course.languages.map(async (language) => {
        await get(wordsOf(language));
        await get(name(language));
      }),
    );
  }

  return {
    texts: () => pick<CourseText>(wordsOf),
    banks: () => pick<Bank>(bankOf),
    lesson: (id) => pick<LessonContent>((language) => lessonOf(language, id)),
    load: (about) =>
      inEach((language) =>
        about.of === 'item'
          ? bankOf(language)
          : about.of === 'block'
            ? lessonOf(language, about.lesson)
            : undefined,
      ),
    loadAll: () => inEach(bankOf),
  };
}
