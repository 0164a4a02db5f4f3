/**
 * Where a launch begins. Each standard's entry calls `launch` with its driver. It is small and there soon, so that the LMS
 * is asked while the rest is still on its way: what is done with its answer (`first.ts`), and behind it the player (`start.ts`).
 */
import type { CourseStructure } from '../course/compiled.ts';
import type { Driver, DriverOptions } from '../tracking/record.ts';
import { openLaunch } from '../tracking/session/open-launch.ts';
import { apologise } from './apologise.ts';
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
    const first = fetchCode<typeof import('./first.ts')>('first');
    // awaited below: until then a failure is nobody's
    first.catch(() => undefined);
    const file = await readLaunch();
    const driver = createDriver(file.course, { loadCode: retriableImport });
    const opened = openLaunch({ driver, course: file.course });
    await (await first).begin(file, opened, () => fetchCode('player'));
  } catch (error) {
    apologise(error);
  }
}

/** By the name that the page gives: each is an entry of its own, one script without a wrapper. */
async function fetchCode<T>(id: 'first' | 'player'): Promise<T> {
  const { href } = document.querySelector<HTMLLinkElement>(`link#${id}`) ?? {};
  if (href === undefined) throw new Error(`the page names no ${id}`);
  return (await import(/* @vite-ignore */ href)) as T;
}
