/** Shows the course of a launch that has begun. */
import type { FirstScreen } from '../course/compiled.ts';
import type { OpenedLaunch } from '../tracking/session/open-launch.ts';
import { addressed } from './address.ts';
import { fetchAhead } from './ahead.ts';
import type { CourseFiles } from './course-files.ts';
import { setLocale } from './locale.ts';
import { painted } from './painted.ts';
import { defineCourse } from './shell/course.ts';
import { keepCover } from './shell/keep-cover.ts';
import { renewWhenPressed } from './renew.ts';
import { retriableImport } from './retriable-import.ts';
import { PlayerStore } from './store.ts';

const shell = {
  within: () => import('./shell/within.ts'),
  around: () => import('./shell/around.ts'),
};

/** Draws what stands beside or instead of the cover, with the course's title alone where the LMS takes its time, and fetches the rest. */
export async function start(
  files: CourseFiles,
  first: FirstScreen,
  opened: Promise<OpenedLaunch>,
): Promise<void> {
  // the cover may stand already (`first.ts`), in its language
  if (!document.querySelector('cm-cover')) setLocale(first.text.language, first.text.ui);
  const store = new PlayerStore(files, first, shell);
  renewWhenPressed(store);
  const connected = store.connect(addressed() !== '', opened);
  // an LMS that is there answers before anything could be seen: then the course is drawn once
  await Promise.race([connected, new Promise((resolve) => setTimeout(resolve))]);
  const stands = document.querySelector('cm-cover') !== null;
  // then nothing takes its place meanwhile
  if (stands) await connected;
  show(store);
  await connected;
  if (!stands) {
    await painted();
    performance.mark('first-screen');
    if (store.phase === 'cover')
      fetchAhead(files, await opened, store.language, files.course.lessons[0]?.sections[0]?.no);
  }
  await store.fetchDeferred();
  void retriableImport('around', shell.around).then(
    ({ prefetch }) => prefetch(store),
    () => undefined,
  );
}

function show(store: PlayerStore): void {
  // with the cover in it, it stands already, and has no code yet
  const course = document.querySelector('cm-course') ?? document.createElement('cm-course');
  course.early = store;
  keepCover(course, store);
  defineCourse();
  if (!course.isConnected) document.body.append(course);
  for (const sign of ['keydown', 'pointerdown', 'scroll', 'touchmove'] as const) {
    addEventListener(sign, () => store.active(), { passive: true, capture: true });
  }
  addEventListener('pageshow', (event) => event.persisted && store.restored());
}
