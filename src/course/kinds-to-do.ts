/** Blocks in which there is something to do or to answer: what each is compiled to, and its description. */
import type { Html, InlineHtml } from './html.ts';
import { type Kind, NOTHING, nothing, unread, readOnly } from './kind.ts';
import { readOfQuestion, sameOfQuestion, type Question } from './questions.ts';
import { decisionsOnTheWay, oneWay, wayThrough, type ScenarioBlock } from './scenes.ts';
import { count, fields, id, oneOf } from './source-words.ts';

export type { Scene, ScenarioBlock, Speaker } from './scenes.ts';

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
  /** A look-back: asks first what is due of earlier lessons, this file of practice among it. */
  due?: string;
  /** The section that teaches what its own question asks, where that is an earlier one. */
  teaches?: string;
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
export interface ConfidenceBlock {
  kind: 'confidence';
  id: string;
  moment: 'before' | 'after';
}
export interface PracticeBlock {
  kind: 'practice';
  id: string;
  file: string;
  /** Offered beside it: so many of its questions as an exam asks them, and the minutes that an exam would give. */
  run?: { items: number; minutes: number };
}
export type BlockToDo =
  | CardsBlock
  | SortBlock
  | CheckBlock
  | CommitmentsBlock
  | ScenarioBlock
  | PracticeBlock
  | ReflectionBlock
  | CompareBlock
  | ConfidenceBlock;

const SECONDS_A_CARD = { turned: 2, sorted: 4 };
const SECONDS_A_DECISION = 10;

export const KINDS_TO_DO = {
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
    attributes: fields({ due: id.optional(), teaches: id.optional() }),
    same: ({ question, due, teaches }) => ({ ...sameOfQuestion(question), due, teaches }),
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
    same: ({ scenes }) => ({
      'scenes, choices and endings': scenes.map(wayThrough),
      speakers: scenes.flatMap(({ id: scene, speaker }) =>
        speaker ? [`${scene} ${speaker.id} ${speaker.mood}`] : [],
      ),
    }),
    read: oneWay,
    seconds: (block) => SECONDS_A_DECISION * decisionsOnTheWay(block),
  },
  practice: {
    form: 'line',
    id: 'counts',
    code: 'later',
    attributes: fields({ file: id, run: count.optional(), minutes: count.optional() }),
    same: ({ file, run }) => ({ file, run }),
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
} satisfies { [K in BlockToDo['kind']]: Kind<Extract<BlockToDo, { kind: K }>> };
