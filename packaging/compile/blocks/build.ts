import type { Block } from '../../../src/course/compiled.ts';
import type { Spot } from '../context.ts';
import type { ParsedBlock } from '../directives.ts';

/** Renders one kind of block. Undefined where the block has a fault. */
export type Build = (block: ParsedBlock, spot: Spot) => Block | undefined;
