/** What a page that hands a course over packs: the course as its authors wrote it, and the player that was built for it. */
import type { CourseFolder } from '../compile/files.ts';
import { readFolder } from '../compile/read-folder.ts';
import type { PlayerFiles } from '../pack/player-files.ts';
import { toText } from '../pack/portable.ts';
import { buildPlayer } from '../player/build.ts';

export const material = (folder: CourseFolder, player: PlayerFiles): string =>
  toText({ folder: { ...folder, shownAs: 'course' }, player });

/** Made when it is first asked for, and kept; a failure isn't. @param course its folder */
export function materialOf(course: string): () => Promise<string> {
  let made: Promise<string> | undefined;
  return () => {
    made ??= make(course).catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

const make = async (course: string): Promise<string> =>
  material(await readFolder(course), await buildPlayer());
