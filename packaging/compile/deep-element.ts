/**
 * Where markup goes deeper than whoever walks its tree could follow. Only the parser knows: which ends close something,
 * and whether a slash does, hangs on all that came before.
 */
import { defaultTreeAdapter, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Elements in one another, below the root of all: all that walks the tree calls itself for each. */
const DEEPEST = 100;

class TooDeep extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super('Too deep.');
    this.offset = offset;
  }
}

/** The offset of the first element that stands too deep, found before the parser has read on. */
export function deepElement(markup: string): number | undefined {
  let open = -1;
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush(item: Parent): void {
      open++;
      if (open > DEEPEST) throw new TooDeep(startOf(item));
    },
    onItemPop(): void {
      open--;
    },
  };
  try {
    parseFragment(markup, { treeAdapter, sourceCodeLocationInfo: true, scriptingEnabled: false });
  } catch (error) {
    if (error instanceof TooDeep) return error.offset;
    throw error;
  }
  return undefined;
}

function startOf(item: Parent): number {
  return item.sourceCodeLocation?.startOffset ?? 0;
}
