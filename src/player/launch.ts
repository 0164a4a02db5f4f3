/**
 * Where a launch begins. Each standard's entry calls `launch` with its driver. It is small and there soon, so that the LMS
 * is asked while the player (`start.ts`) is still on its way.
 */
import type { CourseStructure } from '../course/compiled.ts';
import type { Driver, DriverOptions } from '../tracking/record.ts';
import { openLaunch } from '../tracking/session/open-launch.ts';
import { fetchPlace } from './ahead.ts';
import { CourseFiles } from './course-files.ts';
import { retriableImport } from './retriable-import.ts';
import { readLaunch } from './read.ts';
import { restoreTheme } from './restore-theme.ts';

/** Whatever fails, the learner gets a plain sentence and a way on. */
export async function launch(
  createDriver: (course: CourseStructure, options: DriverOptions) => Driver,
): Promise<void> {
  // `too-old.js` looks for this mark
  document.documentElement.dataset['started'] = '';
  restoreTheme();
  try {
    const player = fetchPlayer();
    // awaited below: until then a failure is nobody's
    player.catch(() => undefined);
    const file = await readLaunch();
    const driver = createDriver(file.course, { loadCode: retriableImport });
    const files = new CourseFiles(file);
    const opened = openLaunch({ driver, course: file.course });
    void opened.then((launched) => fetchPlace(files, launched));
    await (await player).start(files, file.first, opened);
  } catch (error) {
    console.error(error);
    apologise();
  }
}

/** By the name that the page gives and preloads: the player is an entry of its own, one script without a wrapper. */
async function fetchPlayer(): Promise<typeof import('./start.ts')> {
  const { href } = document.querySelector<HTMLLinkElement>('link#player') ?? {};
  if (href === undefined) throw new Error('the page names no player');
  return (await import(/* @vite-ignore */ href)) as typeof import('./start.ts');
}

/** Without the course's words there are no others: `too-old.js` finds out why, and the page has the sentences. */
function apologise(): void {
  document.querySelector('cm-course')?.remove();
  delete document.documentElement.dataset['started'];
  document.dispatchEvent(new Event('cm-not-started'));
}
