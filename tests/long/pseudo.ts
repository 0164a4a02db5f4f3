/**
 * A course as if written in a language that is read from the right: the short one, named Arabic, with the interface's own words turned round
 * letter by letter. What still reads from left to right on the screen did not go through the strings.
 */
import path from 'node:path';
import { compileFolder } from '../../packaging/compile/index.ts';
import { readFolder } from '../../packaging/compile/read-folder.ts';
import { contentFiles } from '../../packaging/pack/content.ts';
import { chooseCourse, pack } from '../../packaging/pack/packages.ts';
import { unzip, type Files } from '../../packaging/pack/zip.ts';
import { buildPlayer } from '../../packaging/player/build.ts';
import { SHORT } from '../e2e/build.ts';

export const FROM_THE_RIGHT = 'ar';

/** RIGHT-TO-LEFT OVERRIDE and its end: every letter between them stands to the left of the one before. */
const turned = (words: string): string => `\u202E${words}\u202C`;

/** Its SCORM 1.2 package, unpacked. */
export async function pseudoPackage(): Promise<Files> {
  const { files } = await readFolder(SHORT);
  const folder = {
    shownAs: 'pseudo',
    files: new Map([...files].flatMap(([file, bytes]) => renamed(file, bytes))),
  };
  const { course, standards } = chooseCourse(compileFolder(folder).course, { standards: ['scorm12'] });
  const player = await buildPlayer();
  const strings = Object.fromEntries(
    Object.entries(player.strings['en'] ?? {}).map(([key, words]) => [key, turned(words)]),
  );
  const [standard] = standards;
  if (!standard) throw new Error('There is no such standard.');
  const content = contentFiles(course, { [FROM_THE_RIGHT]: strings });
  return unzip((await pack(standard, content, player)).bytes);
}

/** The English files in the other language's folder; what names languages names it. */
function renamed(file: string, bytes: Uint8Array): [string, Uint8Array][] {
  if (file.startsWith('es/')) return [];
  if (file.startsWith('en/')) return [[path.posix.join(FROM_THE_RIGHT, file.slice(3)), bytes]];
  if (!file.endsWith('.yaml')) return [[file, bytes]];
  const text = new TextDecoder()
    .decode(bytes)
    .replace('languages: [en, es]', `languages: [${FROM_THE_RIGHT}]`)
    .replaceAll(/^(\s+)es: .*\n/gm, '')
    .replaceAll(/^(\s+)en: /gm, `$1${FROM_THE_RIGHT}: `);
  return [[file, new TextEncoder().encode(text)]];
}
