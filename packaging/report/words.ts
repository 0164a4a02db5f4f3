/** The plain words of compiled content, for counting. Blocks of text end in a line break, so that they end a sentence. */
import type { Block } from '../../src/course/compiled.ts';
import { kindOfBlock } from '../../src/course/kinds.ts';

export function plainText(html: string): string {
  return html
    .replace(/<svg\b[^]*?<\/svg>/g, '')
    .replace(/<a class="cite"[^]*?<\/a>/g, '')
    .replace(/<\/(?:p|li|h\d|td|th|tr|blockquote|dt|dd)>|<br\s*\/?>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#x?[\da-f]+);/gi, (entity) => ENTITIES[entity] ?? ' ')
    .replace(/[ \t]+/g, ' ');
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** The HTML that everybody reads who takes the section once. */
export const htmlOf = (block: Block): string[] => kindOfBlock(block.kind).read(block);

export { readOfQuestion as htmlOfQuestion } from '../../src/course/questions.ts';
