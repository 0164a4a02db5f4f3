/** Straight quotation marks in what learners read, where the typographic ones were meant. A hint for the eye. */
import type { CompiledCourse } from '../compile/types.ts';
import { plainLines } from '../compile/html.ts';

export interface StraightQuote {
  /** Id of the lesson, section, item, term, page or source that it stands in, or `text.yaml`. */
  place: string;
  words: string;
}

/** Words around a mark, as much as finds it again. */
const AROUND = /(?:\S+\s){0,2}\S*["']\S*(?:\s\S+){0,2}/g;

export function straightQuotes(course: CompiledCourse, language: string): StraightQuote[] {
  const lessons = Object.values(course.lessons[language] ?? {});
  const practice = Object.values(course.practice[language] ?? {}).flat();
  const parts: readonly (readonly [string, unknown])[] = [
    ...lessons.map(({ id, title, goals, note }) => [id, [title, goals, note]] as const),
    ...lessons.flatMap(({ sections }) => sections.map((section) => [section.id, section] as const)),
    ...[...(course.banks[language]?.items ?? []), ...practice].map((item) => [item.id, item] as const),
    ...(course.glossary[language] ?? []).map((entry) => [entry.id, entry] as const),
    ...Object.values(course.pages[language] ?? {}).map((page) => [page.id, page] as const),
    ...course.sources.map(
      ({ key, title, publisher, note }) => [key, [title, publisher, note?.[language]]] as const,
    ),
    // titles of lessons and pages stand in those too
    ['text.yaml', { ...course.texts[language], lessons: undefined, pages: undefined }],
  ];
  return parts.flatMap(([place, part]) => {
    const words = new Set(textsIn(part).flatMap((text) => plainLines(text).match(AROUND) ?? []));
    return [...words].map((found) => ({ place, words: found.trim() }));
  });
}

/** Every string of a piece of content. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
