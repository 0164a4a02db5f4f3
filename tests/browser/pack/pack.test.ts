/** Packing in a browser: the same bytes as in Node, from the same course, player and choices. */
import { expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { hash } from '../../../packaging/hash.ts';
import { contentFiles } from '../../../packaging/pack/content.ts';
import { chooseCourse, pack } from '../../../packaging/pack/packages.ts';
import { fromText } from '../../../packaging/pack/portable.ts';
import { CHOICES, type PackedInNode } from './packed.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    packInNode(): Promise<string>;
  }
}

it('makes the packages that Node makes, byte for byte', async () => {
  const inNode = fromText(await commands.packInNode()) as PackedInNode;
  const { course, standards } = chooseCourse(inNode.course, CHOICES);
  const content = contentFiles(course, inNode.player.strings);
  const hashes: Record<string, string> = {};
  for (const standard of standards) {
    const { name, bytes } = await pack(standard, content, inNode.player);
    hashes[name] = hash(bytes);
  }
  expect(Object.keys(hashes)).toHaveLength(7);
  for (const name of Object.keys(hashes)) expect(name, 'says for which LMS').toMatch(/-moodle\.(zip|html)$/);
  expect(hashes).toEqual(inNode.hashes);
});
