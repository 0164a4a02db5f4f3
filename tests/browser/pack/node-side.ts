/** What Node does of the test: builds the player, compiles the short course, and packs it. Prints it as one text. */
import path from 'node:path';
import { compileCourse } from '../../../packaging/compile/read-folder.ts';
import { hash } from '../../../packaging/hash.ts';
import { contentFiles } from '../../../packaging/pack/content.ts';
import { chooseCourse, pack } from '../../../packaging/pack/packages.ts';
import { toText } from '../../../packaging/pack/portable.ts';
import { buildPlayer } from '../../../packaging/player/build.ts';
import { CHOICES, type PackedInNode } from './packed.ts';

const player = await buildPlayer();
const short = path.resolve(import.meta.dirname, '../../fixtures/courses/short');
const { course: compiled } = await compileCourse(short);
const { course, standards } = chooseCourse(compiled, CHOICES);
const content = contentFiles(course, player.strings);
const hashes: Record<string, string> = {};
for (const standard of standards) {
  const { name, bytes } = await pack(standard, content, player);
  hashes[name] = hash(bytes);
}
const packed: PackedInNode = { course: compiled, player, hashes };
process.stdout.write(toText(packed));
