/** Shows the course of a launch that has begun. */
import type { FirstScreen } from '../course/compiled.ts';
import type { OpenedLaunch } from '../tracking/session/open-launch.ts';
import { fetchAhead } from './ahead.ts';
import type { CourseFiles } from './course-files.ts';
import { setLocale } from './locale.ts';
import { painted } from './painted.ts';
import './shell/course.ts';
import { addressed } from './shell/route.ts';
import { PlayerStore } from './store.ts';

const shell = {
  within: () => import('./shell/within.ts'),
  around: () => import('./shell/around.ts'),
};

/** Draws the first screen, with the course's title alone where the LMS takes its time, and fetches the rest. */
export async function start(
  files: CourseFiles,
  first: FirstScreen,
  opened: Promise<OpenedLaunch>,
): Promise<void> {
  setLocale(first.text.language, first.text.ui);
  const store = new PlayerStore(files, first, shell);
  const connected = store.connect(addressed() !== '', opened);
  // an LMS that is there answers before anything could be seen: then the course is drawn once
  await Promise.race([connected, new Promise((resolve) => setTimeout(resolve))]);
  show(store);
  await connected;
  await painted();
  performance.mark('first-screen');
  if (store.phase === 'cover') fetchAhead(files, store.language, files.course.lessons[0]?.sections[0]?.no);
  await store.fetchDeferred();
  void shell.around().then(
    ({ prefetch }) => prefetch(store),
    () => undefined,
  );
}

function show(store: PlayerStore): void {
  const course = document.createElement('cm-course');
  course.store = store;
  document.body.append(course);
  for (const sign of ['keydown', 'pointerdown', 'scroll', 'touchmove'] as const) {
    addEventListener(sign, () => store.active(), { passive: true, capture: true });
  }
  addEventListener('pageshow', (event) => event.persisted && store.restored());
}
