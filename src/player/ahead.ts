/**
 * Whoever comes back waits for more than the cover: what their section needs is asked for as soon as the LMS has said where they left,
 * while the player is still on its way. What fails, or was guessed wrong, is asked for again by whoever needs it.
 */
import type { OpenedLaunch } from '../tracking/session/open-launch.ts';
import { whereIn } from '../learning/where.ts';
import { sources } from './blocks/sources.ts';
import type { CourseFiles } from './course-files.ts';
import { pickLanguage } from './language.ts';

export function fetchAhead(files: CourseFiles, { opening: { saved, launch } }: OpenedLaunch): void {
  const [latest] = saved;
  if (latest === undefined) return;
  const { languages, lessons } = files.course;
  const { language: chosen, section: left } = whereIn(latest);
  const language = pickLanguage(languages, [
    languages[chosen ?? NaN],
    launch.language,
    ...navigator.languages,
  ]);
  const coming: Promise<unknown>[] = [
    import('./store-actions.ts'),
    import('./shell/deferred.ts'),
    files.text(language),
  ];
  for (const { id, sections } of lessons) {
    const section = sections.find(({ no }) => no === left);
    if (!section) continue;
    coming.push(files.lesson(language, id), ...section.blocks.map(({ kind }) => sources[kind]()));
  }
  for (const one of coming) one.catch(() => undefined);
}
