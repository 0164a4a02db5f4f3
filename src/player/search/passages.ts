/** What of a block is searched: what a reader finds on the page, and no answer, key or reason that comes after one. */
import type { Block } from '../../course/compiled.ts';
import { plainText, POINT } from './plain-text.ts';

export interface Passage {
  text: string;
  /** Of a block that an address can name. */
  block?: string;
}

/** @param named Ids of the blocks that an address can name. */
export function passagesOf(blocks: readonly Block[], named: ReadonlySet<string>): Passage[] {
  return blocks.flatMap((block) => {
    const text = words(block).map(plainText).filter(Boolean).join(POINT);
    if (!text) return [];
    return 'id' in block && named.has(block.id) ? [{ text, block: block.id }] : [{ text }];
  });
}

function words(block: Block): string[] {
  switch (block.kind) {
    case 'prose':
      return [block.html];
    case 'callout':
    case 'expand':
    case 'takeaway':
      return [block.title ?? '', block.html];
    case 'figure':
      return [block.alt, block.caption ?? '', block.description ?? ''];
    case 'tabs':
      return block.tabs.flatMap(({ title, html }) => [title, html]);
    case 'steps':
      return block.steps.flatMap(({ title, html }) => [title, html]);
    case 'cards':
      return block.cards.flatMap(({ front, back }) => [front, back]);
    case 'sort':
      return [block.question, ...block.cards.map(({ text }) => text)];
    case 'check':
      return [block.question.stem];
    case 'commitments':
      return [block.intro, ...block.items.map(({ text }) => text)];
    case 'scenario':
      // where it leads is for who takes the way
      return [block.title, block.intro, block.scenes[0]?.text ?? ''];
    case 'reflection':
    case 'compare':
      return [block.prompt];
    case 'confidence':
    case 'practice':
      return [];
  }
}
