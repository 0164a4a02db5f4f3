/**
 * The kinds of blocks: what each is compiled to, how it stands in a course file, whether it counts, when its code is
 * fetched, what no language may change of it, what of it is read, and what it takes to do. All lists of kinds follow from here.
 *
 * Only packaging imports values from here: they bring Zod. What stands inside a block of YAML is checked where it is
 * built (`packaging/compile/blocks`); a component draws it (`src/player/blocks`).
 */
import { z } from 'zod';
import type { Html, InlineHtml } from './html.ts';
import { readOfQuestion, sameOfQuestion, type Question, type Shape } from './questions.ts';
import { decisionsOnTheWay, oneWay, wayThrough } from './scenes.ts';
import { fields, id, oneOf, words } from './source-words.ts';

/** In `html`: `<a class="term" data-term="ID">`, `<a class="cite" data-cite="KEY">`, `<a data-go="ID">` are acted on by the player. */
export interface ProseBlock {
  kind: 'prose';
  html: Html;
}
export interface CalloutBlock {
  kind: 'callout';
  type: 'key' | 'note' | 'warning' | 'example';
  title?: string;
  html: Html;
}
export interface FigureBlock {
  kind: 'figure';
  /** Inlined, sanitised SVG, its ids prefixed; or a raster picture. */
  picture: { svg: Html } | { src: string; width: number; height: number };
  alt: string;
  caption?: Html;
  description?: Html;
}
export interface ExpandBlock {
  kind: 'expand';
  title: string;
  html: Html;
}
export interface TabsBlock {
  kind: 'tabs';
  tabs: readonly { title: string; html: Html }[];
}
export interface StepsBlock {
  kind: 'steps';
  steps: readonly { title: string; html: Html }[];
}
export interface CardsBlock {
  kind: 'cards';
  id: string;
  cards: readonly { front: InlineHtml; back: Html }[];
}
export interface SortBlock {
  kind: 'sort';
  id: string;
  question: InlineHtml;
  buckets: readonly { id: string; label: string }[];
  cards: readonly { id: string; text: InlineHtml; bucket: string; why: Html }[];
}
export interface CheckBlock {
  kind: 'check';
  id: string;
  question: Question;
}
export interface ReflectionBlock {
  kind: 'reflection';
  id: string;
  prompt: Html;
}
export interface CompareBlock {
  kind: 'compare';
  id: string;
  prompt: Html;
  /** An answer to compare one's own with, and what to look for in it. */
  model: Html;
  points: readonly InlineHtml[];
}
export interface CommitmentsBlock {
  kind: 'commitments';
  id: string;
  intro: InlineHtml;
  items: readonly { id: string; text: InlineHtml }[];
}
export interface Scene {
  id: string;
  text: Html;
  /** Empty where the scene is an ending. */
  choices: readonly { id: string; text: InlineHtml; then: string; because: Html }[];
  ending?: 'good' | 'mixed' | 'poor';
  debrief?: Html;
  /** false: a good ending at a cost. For the report of editors alone. */
  comfort?: boolean;
}
export interface ScenarioBlock {
  kind: 'scenario';
  id: string;
  title: string;
  intro: Html;
  /** The first is where it starts. */
  scenes: readonly Scene[];
}
export interface ConfidenceBlock {
  kind: 'confidence';
  id: string;
  moment: 'before' | 'after';
}
export interface TakeawayBlock {
  kind: 'takeaway';
  title: string;
  html: Html;
}
export interface PracticeBlock {
  kind: 'practice';
  id: string;
  file: string;
}
export type Block =
  | ProseBlock
  | CalloutBlock
  | FigureBlock
  | ExpandBlock
  | TabsBlock
  | StepsBlock
  | CardsBlock
  | SortBlock
  | CheckBlock
  | ReflectionBlock
  | CompareBlock
  | CommitmentsBlock
  | ScenarioBlock
  | ConfidenceBlock
  | TakeawayBlock
  | PracticeBlock;

export type BlockKind = Block['kind'];

/** How a block is written. */
export interface Form {
  /** `:::name` around YAML or Markdown, `::name` on one line, or (`text`) Markdown that is in no block. */
  form: 'yaml' | 'markdown' | 'line' | 'text';
  /** `counts`: part of the learner's progress. `needed`: has an id, and the structure doesn't know it. */
  id: 'counts' | 'needed' | 'none';
  /** Beside the id; attributes are text. */
  attributes: z.ZodObject;
}

interface Kind<B extends Block = Block> extends Form {
  /** `first`: in most sections, so its code comes with the first screen. `later`: when it is first needed. */
  code: 'first' | 'later';
  same(block: B): Shape;
  /** The HTML that everybody reads who takes the section once: of a scenario one way through, of boxes to open nothing. */
  read(block: B): Html[];
  /** Seconds to look, think and press, beside reading its words. */
  seconds(block: B): number;
}

const NOTHING = fields({});
const nothing = () => ({});
const unread = () => [];
const readOnly = () => 0;

const SECONDS_A_CARD = { turned: 2, sorted: 4 };
const SECONDS_A_DECISION = 10;

const KINDS = {
  prose: {
    form: 'text',
    id: 'none',
    code: 'first',
    attributes: NOTHING,
    same: nothing,
    read: ({ html }) => [html],
    seconds: readOnly,
  },
  callout: {
    form: 'markdown',
    id: 'none',
    code: 'first',
    attributes: fields({
      type: oneOf(['key', 'note', 'warning', 'example']),
      title: words('a title', 200).exactOptional(),
    }),
    same: nothing,
    read: ({ html }) => [html],
    seconds: readOnly,
  },
  figure: {
    form: 'markdown',
    id: 'none',
    code: 'first',
    attributes: fields({
      src: z.string({ error: 'the name of a file in media, such as src=compass.svg' }),
      /** Empty only where the picture carries no meaning. */
      alt: z.string({
        error: 'what the picture shows, such as alt="A compass."; alt="" if it carries no meaning',
      }),
    }),
    same: nothing,
    read: ({ caption }) => [caption ?? ''],
    seconds: () => 5,
  },
  expand: {
    form: 'markdown',
    id: 'none',
    code: 'later',
    attributes: fields({ title: words('the words that are always shown', 200) }),
    same: nothing,
    read: unread,
    seconds: readOnly,
  },
  tabs: {
    form: 'markdown',
    id: 'none',
    code: 'later',
    attributes: NOTHING,
    same: nothing,
    read: ({ tabs }) => tabs.map(({ html }) => html),
    seconds: readOnly,
  },
  steps: {
    form: 'yaml',
    id: 'none',
    code: 'later',
    attributes: NOTHING,
    same: nothing,
    read: ({ steps }) => steps.flatMap(({ title, html }) => [`<p>${title}</p>`, html]),
    seconds: readOnly,
  },
  takeaway: {
    form: 'markdown',
    id: 'none',
    code: 'later',
    attributes: fields({ title: words('a title', 200) }),
    same: nothing,
    read: ({ html }) => [html],
    seconds: readOnly,
  },
  cards: {
    form: 'yaml',
    id: 'counts',
    code: 'later',
    attributes: NOTHING,
    same: ({ cards }) => ({ 'number of cards': cards.length }),
    read: ({ cards }) => cards.flatMap(({ front, back }) => [front, back]),
    seconds: ({ cards }) => SECONDS_A_CARD.turned * cards.length,
  },
  sort: {
    form: 'yaml',
    id: 'counts',
    code: 'later',
    attributes: NOTHING,
    same: ({ buckets, cards }) => ({
      'buckets’ ids': buckets.map((bucket) => bucket.id),
      'cards and their buckets': cards.map((card) => `${card.id} ${card.bucket}`),
    }),
    read: ({ question, cards }) => [question, ...cards.flatMap(({ text, why }) => [text, why])],
    seconds: ({ cards }) => SECONDS_A_CARD.sorted * cards.length,
  },
  check: {
    form: 'yaml',
    id: 'counts',
    code: 'later',
    attributes: NOTHING,
    same: ({ question }) => sameOfQuestion(question),
    read: ({ question }) => readOfQuestion(question),
    seconds: () => 15,
  },
  commitments: {
    form: 'yaml',
    id: 'counts',
    code: 'later',
    attributes: NOTHING,
    same: ({ items }) => ({ 'commitments’ ids': items.map((item) => item.id) }),
    read: ({ intro, items }) => [intro, ...items.map(({ text }) => text)],
    seconds: () => 20,
  },
  scenario: {
    form: 'yaml',
    id: 'counts',
    code: 'later',
    attributes: NOTHING,
    same: ({ scenes }) => ({ 'scenes, choices and endings': scenes.map(wayThrough) }),
    read: oneWay,
    seconds: (block) => SECONDS_A_DECISION * decisionsOnTheWay(block),
  },
  practice: {
    form: 'line',
    id: 'counts',
    code: 'later',
    attributes: fields({ file: id }),
    same: ({ file }) => ({ file }),
    read: unread,
    seconds: readOnly,
  },
  reflection: {
    form: 'markdown',
    id: 'needed',
    code: 'later',
    attributes: NOTHING,
    same: nothing,
    read: ({ prompt }) => [prompt],
    seconds: () => 45,
  },
  compare: {
    form: 'yaml',
    id: 'needed',
    code: 'later',
    attributes: NOTHING,
    same: nothing,
    read: ({ prompt, model, points }) => [prompt, model, ...points],
    seconds: () => 90,
  },
  confidence: {
    form: 'line',
    id: 'needed',
    code: 'later',
    attributes: fields({ moment: oneOf(['before', 'after']) }),
    same: ({ moment }) => ({ moment }),
    read: unread,
    seconds: () => 20,
  },
} satisfies { [K in BlockKind]: Kind<Extract<Block, { kind: K }>> };

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

export const kindOfBlock = (kind: BlockKind): Kind => KINDS[kind];

const { prose: _prose, ...written } = KINDS;
/** By name, parts included. */
export const FORMS: Readonly<Record<BlockName, Form>> = { ...written, ...PARTS };
export const WRITTEN_KINDS = Object.keys(written) as WrittenKind[];
