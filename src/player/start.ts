/** Shows the course of a launch that has begun. */
import type { OpenedLaunch } from '../tracking/session/open-launch.ts';
import { addressed } from './addressed.ts';
import type { CourseFiles } from './course-files.ts';
import { fetchFirst, firstScreen } from './first-screen.ts';
import { setLocale } from './locale.ts';
import './shell/course.ts';
import { PlayerStore } from './store.ts';

const shell = {
  within: () => import('./shell/within.ts'),
  around: () => import('./shell/around.ts'),
};

/**
 * Draws the first screen, with the course's title alone where the LMS takes its time, and fetches the rest.
 * @param covered whether the launch has drawn the cover: it is taken as it stands
 */
export async function start(
  files: CourseFiles,
  opened: Promise<OpenedLaunch>,
  covered: Promise<boolean>,
): Promise<void> {
  const { start: first } = files;
  const standing = document.querySelector('cm-course');
  if (!standing) setLocale(first.text.language, first.text.ui);
  const store = new PlayerStore(files, first, shell);
  const connected = store.connect(addressed() !== '', opened);
  // an LMS that is there answers before anything could be seen: then the course is drawn once
  await (standing ? connected : Promise.race([connected, new Promise((resolve) => setTimeout(resolve))]));
  show(store);
  await connected;
  if (!(await covered)) {
    await firstScreen();
    if (store.phase === 'cover') fetchFirst(files, store.language);
  }
  await store.fetchDeferred();
  void shell.around().then(
    ({ prefetch }) => prefetch(store),
    () => undefined,
  );
}

function show(store: PlayerStore): void {
  const standing = document.querySelector('cm-course');
  const course = standing ?? document.createElement('cm-course');
  course.store = store;
  if (standing) course.begins();
  else document.body.append(course);
  for (const sign of ['keydown', 'pointerdown', 'scroll', 'touchmove'] as const) {
    addEventListener(sign, () => store.active(), { passive: true, capture: true });
  }
  addEventListener('pageshow', (event) => event.persisted && store.restored());
}
