/**
 * Where the offline edition begins: a page that is one file, opened from a stick or an e-mail. Nothing can be fetched there, and
 * nothing has to be: the player is one script, and the course stands in the page.
 */
import type { CourseStructure } from '../../course/compiled.ts';
import type { Driver } from '../../tracking/record.ts';
import { unpackLaunch, type PackedLaunch } from '../../course/packed.ts';
import { openLaunch } from '../../tracking/session/open-launch.ts';
import { apologise } from '../apologise.ts';
import { CourseFiles } from '../course-files.ts';
import { restoreTheme } from '../restore-theme.ts';
import { start } from '../start.ts';
import { LAUNCH, readBlock, readInlined } from './inlined.ts';

/** Whatever fails, the learner gets a plain sentence. */
export async function launch(createDriver: (course: CourseStructure) => Driver): Promise<void> {
  // `unable.js` looks for this mark
  document.documentElement.dataset['started'] = '';
  restoreTheme();
  try {
    const file = unpackLaunch(readBlock(LAUNCH) as PackedLaunch);
    const opened = openLaunch({ driver: createDriver(file.course), course: file.course });
    await start(new CourseFiles(file, readInlined), file.first, opened);
  } catch (error) {
    apologise(error);
  }
}
