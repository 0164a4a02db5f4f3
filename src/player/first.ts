/**
 * What is done with the LMS's answer while the player (`start.ts`) is still on its way: whoever is new sees the cover, and for whoever
 * comes back what they need is asked for.
 */
import type { CourseText, FirstScreen, LaunchFile } from '../course/compiled.ts';
import { passMarkOf } from '../learning/pass-mark.ts';
import type { Launch } from '../tracking/record.ts';
import type { OpenedLaunch } from '../tracking/session/open-launch.ts';
import { addressed } from './address.ts';
import { fetchAhead, fetchPlace } from './ahead.ts';
import { CourseFiles } from './course-files.ts';
import { isNew, isRecorded } from './is-new.ts';
import { pickLanguage } from './language.ts';
import { setLocale } from './locale.ts';
import { painted } from './painted.ts';
import { reloadAround } from './reload.ts';
import { Cover } from './shell/cover.ts';

type Player = typeof import('./start.ts');

/**
 * Rejects where there is no player. Whoever has the cover hears of it when something is pressed; but where the server has it by then they get
 * another page, which has the cover again: a script that failed may stay so for as long as the page lives (`renew.ts`).
 */
export async function begin(
  file: LaunchFile,
  opened: Promise<OpenedLaunch>,
  fetchPlayer: () => Promise<Player>,
): Promise<void> {
  const files = new CourseFiles(file);
  void opened.then((launched) => fetchPlace(files, launched));
  const cover = earlyCover(files, file.first, opened);
  const { start } = await fetchPlayer().catch(async (error: unknown) => {
    const stands = await cover;
    if (!stands) throw error;
    await stands.pressed;
    await renewed(await opened);
    throw error;
  });
  await start(files, file.first, opened);
}

/** Ends only where there is no other page, or that would have no player either. */
async function renewed({ record }: OpenedLaunch): Promise<void> {
  if (record.again === 'elsewhere' || !(await isPlayerThere())) return;
  if (record.again === 'around') reloadAround();
  else location.reload();
  await new Promise(() => {});
}

/** A page to sign in at may stand in its place. */
async function isPlayerThere(): Promise<boolean> {
  const { href = '' } = document.querySelector<HTMLLinkElement>('link#player') ?? {};
  const answer = await fetch(href, { cache: 'no-store' }).catch(() => undefined);
  return answer?.ok === true && /javascript/.test(answer.headers.get('content-type') ?? '');
}

/** Undefined for everybody else, and where the player was there before. */
async function earlyCover(
  files: CourseFiles,
  first: FirstScreen,
  opened: Promise<OpenedLaunch>,
): Promise<Cover | undefined> {
  const launched = await opened;
  const { opening } = launched;
  const { launch } = opening;
  if (!isNew(opening, addressed() !== '')) return undefined;
  const text = await words(files, first, launch);
  if (document.querySelector('cm-course') ?? customElements.get('cm-course')) return undefined;
  const { course } = files;
  setLocale(text.language, text.ui);
  const cover = new Cover(course);
  const counts = isRecorded(launch);
  cover.draw({ text, launch, counts, passMark: passMarkOf(course, launch), surrounded: false });
  const around = document.createElement('cm-course');
  // it has its own main when it has its code
  around.setAttribute('role', 'main');
  around.append(cover);
  document.body.append(around);
  void follow(files, launched, text.language);
  return cover;
}

/** Nothing comes before the cover. */
async function follow(files: CourseFiles, launched: OpenedLaunch, language: string): Promise<void> {
  await painted();
  performance.mark('first-screen');
  fetchAhead(files, launched, language, files.course.lessons[0]?.sections[0]?.no);
}

/** Words in another language are better than none. */
async function words(files: CourseFiles, first: FirstScreen, { language }: Launch): Promise<CourseText> {
  const wanted = pickLanguage(files.course.languages, [language, ...navigator.languages]);
  return (await files.first(wanted).catch(() => first)).text;
}
