/** The HTML of compiled content that is read, for counting its words. */
import type { Block } from '../../src/course/compiled.ts';
import { kindOfBlock } from '../../src/course/kinds.ts';

/** The HTML that everybody reads who takes the section once. */
export const htmlOf = (block: Block): string[] => kindOfBlock(block.kind).read(block);

export { readOfQuestion as htmlOfQuestion } from '../../src/course/questions.ts';
