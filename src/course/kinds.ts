/**
 * The kinds of blocks: what each is compiled to, how it stands in a course file, whether it counts, when its code is
 * fetched, what no language may change of it, what of it is read, and what it takes to do. Each is described once, in
 * `kinds-to-read.ts` or `kinds-to-do.ts`; all lists of kinds follow from here.
 *
 * Only packaging imports values from here: they bring Zod. What stands inside a block of YAML is checked where it is
 * built (`packaging/compile/blocks`); a component draws it (`src/player/blocks`).
 */
import type { Form, Kind } from './kind.ts';
import { type BlockToDo, KINDS_TO_DO } from './kinds-to-do.ts';
import { type BlockToRead, KINDS_TO_READ } from './kinds-to-read.ts';
import { fields, words } from './source-words.ts';

export type * from './kinds-to-do.ts';
export type * from './kinds-to-read.ts';

export type Block = BlockToRead | BlockToDo;
export type BlockKind = Block['kind'];

const KINDS = { ...KINDS_TO_READ, ...KINDS_TO_DO };

/** What stands only within another block. */
const PARTS = {
  tab: { form: 'markdown', id: 'none', attributes: fields({ title: words('the words on the tab', 60) }) },
} satisfies Record<string, Form>;

type KindsWith<Field extends 'id' | 'code' | 'form', Value> = {
  [K in BlockKind]: (typeof KINDS)[K][Field] extends Value ? K : never;
}[BlockKind];

/** Kinds of blocks that count towards progress: they carry an id and a ledger number. */
export type CountingKind = KindsWith<'id', 'counts'>;
/** Kinds whose code is fetched when it is first needed. */
export type LazyKind = KindsWith<'code', 'later'>;
/** Kinds that have a name in course files. */
export type WrittenKind = Exclude<BlockKind, KindsWith<'form', 'text'>>;
/** What may stand behind the colons. */
export type BlockName = WrittenKind | keyof typeof PARTS;

export const kindOfBlock = (kind: BlockKind): Kind<Block> => KINDS[kind];
export const isLazy = (kind: BlockKind): kind is LazyKind => KINDS[kind].code === 'later';

const { prose: _prose, ...written } = KINDS;
/** By name, parts included. */
export const FORMS: Readonly<Record<BlockName, Form>> = { ...written, ...PARTS };
export const WRITTEN_KINDS = Object.keys(written) as WrittenKind[];
