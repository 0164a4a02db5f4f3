/**
 * The first screen of who is new: drawn by the launch as soon as the LMS has said so, while the player is on its way. It stands in an
 * element whose class comes with the player, which takes it as it stands (`shell/cover-place.ts`): nothing is drawn twice, and
 * nothing moves.
 */
import { passMarkOf } from '../learning/pass-mark.ts';
import type { OpenedLaunch } from '../tracking/session/open-launch.ts';
import { addressed } from './addressed.ts';
import { fetchAhead } from './ahead.ts';
import type { CourseFiles } from './course-files.ts';
import { languageFor } from './language.ts';
import { setLocale } from './locale.ts';
import { isNew } from './new-learner.ts';
import { painted } from './painted.ts';
import './shell/cover.ts';

/** @returns whether it stands: not for who comes back, nor where the player was there first */
export async function drawCover(files: CourseFiles, { opening }: OpenedLaunch): Promise<boolean> {
  if (!isNew(opening, addressed() !== '')) return false;
  const { course } = files;
  const { launch } = opening;
  // words in another language are better than none
  const { text } = await files.first(languageFor(course.languages, launch)).catch(() => files.start);
  // the player shows the course already, or the page says that it never comes
  const { dataset } = document.documentElement;
  if (document.querySelector('cm-course') || dataset['started'] === undefined) return false;
  setLocale(text.language, text.ui);
  const cover = document.createElement('cm-cover');
  const counts = launch.mode === 'normal';
  cover.show({ course, text, launch, counts, passMark: passMarkOf(course, launch) });
  const around = document.createElement('cm-course');
  around.setAttribute('role', 'main');
  around.append(cover);
  document.body.append(around);
  const bar = document.querySelector('body > .bar');
  if (bar) bar.textContent = text.title;
  await firstScreen();
  fetchFirst(files, text.language);
  return true;
}

/** Once the first screen can be seen. */
export async function firstScreen(): Promise<void> {
  await painted();
  performance.mark('first-screen');
}

/** What the first section needs: it is asked for once the cover stands. */
export function fetchFirst(files: CourseFiles, language: string): void {
  fetchAhead(files, language, files.course.lessons[0]?.sections[0]?.no);
}
