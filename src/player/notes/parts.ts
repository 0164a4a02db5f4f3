/** The parts of a course that private things belong to, with what is in them as far as it can be had. */
import type { LessonContent, PageContent } from '../../course/compiled.ts';
import type { PlayerStore } from '../store.ts';
import type { Part } from './collect.ts';
import { ProseText } from './prose-text.ts';

export async function partsOf(store: PlayerStore): Promise<readonly Part[]> {
  const { course, files, language, text } = store;
  const lessons = await Promise.all(
    course.lessons.map(async ({ id, sections }): Promise<readonly Part[]> => {
      const content = await files.lesson(language, id).catch((): LessonContent | undefined => undefined);
      return sections.map((section) => ({
        id: section.id,
        title: store.sectionTitle(id, section.id),
        around: store.lessonTitle(id),
        blocks: content && (content.sections.find((one) => one.id === section.id)?.blocks ?? []),
      }));
    }),
  );
  const pages = await Promise.all(
    Object.entries(text.pages).map(async ([id, title]): Promise<Part> => {
      const content = await files.page(language, id).catch((): PageContent | undefined => undefined);
      return { id, title, around: title, blocks: content?.blocks };
    }),
  );
  return [...lessons.flat(), ...pages];
}

/** A part's running text, as it stands on its page; undefined where it could not be had. */
export function textOf({ blocks }: Part): string | undefined {
  if (!blocks) return undefined;
  const parts = blocks.flatMap((block) => {
    if (block.kind !== 'prose') return [];
    const part = document.createElement('template');
    part.innerHTML = `<div class="prose">${block.html}</div>`;
    return [...part.content.children];
  });
  return new ProseText(parts).text;
}
