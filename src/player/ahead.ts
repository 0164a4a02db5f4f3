/**
 * What a section needs is asked for at once, before there is code to show it: for whoever comes back as soon as the LMS has said where
 * they left, while the player is still on its way, and for whoever is new once the cover stands. What fails, or was guessed wrong,
 * is asked for again by whoever needs it.
 */
import { whereIn } from '../learning/where.ts';
import type { OpenedLaunch } from '../tracking/session/open-launch.ts';
import { fetchKind } from './blocks/sources.ts';
import type { CourseFiles } from './course-files.ts';
import { pickLanguage } from './language.ts';

/** Where the learner left; nothing for a new one, whose cover waits for none of it. */
export function fetchPlace(files: CourseFiles, opened: OpenedLaunch): void {
  const { saved, launch } = opened.opening;
  const [latest] = saved;
  if (latest === undefined) return;
  const { languages } = files.course;
  const { language, section } = whereIn(latest);
  const wishes = [languages[language ?? NaN], launch.language, ...navigator.languages];
  fetchAhead(files, opened, pickLanguage(languages, wishes), section);
}

/** @param place the section's number; undefined, or of none: what every section needs */
export function fetchAhead(
  files: CourseFiles,
  { record }: OpenedLaunch,
  language: string,
  place: number | undefined,
): void {
  const coming: Promise<unknown>[] = [
    import('./store-actions.ts'),
    import('./shell/within.ts'),
    files.text(language),
  ];
  for (const { id, sections } of files.course.lessons) {
    const section = sections.find(({ no }) => no === place);
    if (!section) continue;
    const kinds = [...section.blocks.map(({ kind }) => kind), ...(section.besides ?? [])];
    coming.push(files.lesson(language, id), ...kinds.map(fetchKind));
  }
  for (const one of coming) one.catch(() => undefined);
  // last: browsers fetch six at a time, and these are small
  record.fetchWriter?.();
}
