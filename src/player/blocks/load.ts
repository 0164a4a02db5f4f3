/** Fetches the code of blocks, each kind once. */
import type { Block, LazyKind } from '../../course/compiled.ts';
import { retriableImport } from '../retriable-import.ts';
// in most sections: they come along
import './callout.ts';
import './figure.ts';
import { fetchKind, sources } from './sources.ts';

type Kind = Block['kind'];

const isLazy = (kind: Kind): kind is LazyKind => Object.hasOwn(sources, kind);

/** Whether a kind can be drawn at once. */
export function isReady(kind: Kind): boolean {
  return !isLazy(kind) || customElements.get(`cm-${kind}`) !== undefined;
}

/** Fetches the code of a kind. Rejects when it can't be fetched; may be called again. */
export async function load(kind: Kind): Promise<void> {
  if (isLazy(kind) && !isReady(kind)) await retriableImport(kind, () => fetchKind(kind));
}

/** Fetches all that these blocks need, so that a page can be shown whole. What fails is left to each block to say. */
export async function prepare(blocks: readonly Block[]): Promise<void> {
  await Promise.allSettled([...new Set(blocks.map((block) => block.kind))].map(load));
}
