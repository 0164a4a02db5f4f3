import type { LessonContent } from '../../course/compiled.ts';
import { prepare } from '../blocks/load.ts';
import type { PlayerStore } from '../store.ts';

/** The lesson of a section, with the code that the section's blocks need. Rejects where the lesson can't be had. */
export async function fetchSection(
  { files, language }: Pick<PlayerStore, 'files' | 'language'>,
  lesson: string,
  section: string,
): Promise<LessonContent> {
  const content = await files.lesson(language, lesson);
  await prepare(content.sections.find(({ id }) => id === section)?.blocks ?? []);
  return content;
}
