/** What the course calls what the records know by an id. */
import { fromHtml } from 'hast-util-from-html';
import { plainText } from '../../../packaging/compile/html.ts';
import type { CompiledCourse } from '../../../packaging/compile/types.ts';
import type { Names } from './way-words.ts';

/** In the course's first language. */
export const titleOf = (course: CompiledCourse): string =>
  course.texts[course.structure.languages[0] ?? '']?.title ?? course.structure.iri;

/** In the course's first language, as everything that the records say of it: lessons, sections, and what can be chosen in a dilemma. */
export function namesOf(course: CompiledCourse): Names {
  const [language = ''] = course.structure.languages;
  const lessons = course.texts[language]?.lessons ?? {};
  return Object.fromEntries([
    ...Object.entries(lessons).flatMap(([id, { title, sections }]) => [
      ...Object.entries(sections),
      [id, title] as const,
    ]),
    ...choicesOf(course, language),
  ]);
}

/** As a way names them: `dilemma scene.choice`. */
function choicesOf(course: CompiledCourse, language: string): [string, string][] {
  return Object.values(course.lessons[language] ?? {})
    .flatMap(({ sections }) => sections)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'scenario' ? [block] : []))
    .flatMap(({ id, scenes }) =>
      scenes.flatMap((scene) =>
        scene.choices.map((choice): [string, string] => [
          `${id} ${scene.id}.${choice.id}`,
          plainText(fromHtml(choice.text, { fragment: true })),
        ]),
      ),
    );
}
