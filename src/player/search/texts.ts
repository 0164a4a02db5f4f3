/** What of a block is searched: what a reader finds on the page, and no answer, key or reason that comes after one. */
import type { Block } from '../../course/compiled.ts';
import { plainText, POINT } from './plain-text.ts';

export interface SearchedText {
  text: string;
  /** Of a block that an address can name. */
  block?: string;
}

/** @param named Ids of the blocks that an address can name. */
export function textsOf(blocks: readonly Block[], named: ReadonlySet<string>): SearchedText[] {
  return blocks.flatMap((block) => {
    const text = words(block).map(plainText).filter(Boolean).join(POINT);
    if (!text) return [];
    return 'id' in block && named.has(block.id) ? [{ text, block: block.id }] : [{ text }];
  });
}

/**
 * The fields that a page shows from the beginning, of a block and of its parts, in the order of reading. What is told after
 * an answer has other names.
 */
const SHOWN = [
  'title',
  'intro',
  'prompt',
  'question',
  'html',
  'alt',
  'caption',
  'description',
  'front',
  'back',
  'text',
];

/** A kind that keeps words under one of these names for later is named here. */
function words(block: Block): string[] {
  if (block.kind === 'check') return [block.question.stem];
  // where it leads is for who takes the way
  if (block.kind === 'scenario') return [block.title, block.intro, block.scenes[0]?.text ?? ''];
  return [block, ...partsOf(block)].flatMap(shown);
}

const partsOf = (block: Block): object[] =>
  Object.values(block)
    .flatMap((value: unknown) => (Array.isArray(value) ? (value as unknown[]) : []))
    .filter((part) => typeof part === 'object' && part !== null);

function shown(part: object): string[] {
  const fields = new Map<string, unknown>(Object.entries(part));
  return SHOWN.map((name) => fields.get(name)).filter((value) => typeof value === 'string');
}
