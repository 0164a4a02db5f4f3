/** All that is private, by where in the course it belongs. */
import type { Block, CommitmentsBlock, CompareBlock, ReflectionBlock } from '../../course/compiled.ts';
import type { PrivateNotes } from '../private-notes.ts';
import { bookmarkedBy, isMark, marksOf, type Mark } from './own-marks.ts';

/** A section of a lesson, or a page of the course. */
export interface Part {
  readonly id: string;
  readonly title: string;
  /** Of its lesson; the title of a page once more. */
  readonly around: string;
  /** Undefined where they could not be had. */
  readonly blocks: readonly Block[] | undefined;
}

type PrivateBlock = ReflectionBlock | CompareBlock | CommitmentsBlock;

/** What was written or ticked in a block. */
export interface Answer {
  /** Its keys among the private notes. */
  readonly keys: readonly string[];
  /** As it is kept: a text, or the ids of what was ticked. */
  readonly text: string;
  /** Undefined where the course has it no more. */
  readonly block: PrivateBlock | undefined;
}

/** What belongs to one part of the course. */
export interface OwnPart {
  /** Undefined: of parts that the course has no more. */
  readonly part: Part | undefined;
  /** Keys: one, or several of sections that the course has no more. */
  readonly bookmarks: readonly string[];
  readonly marks: readonly Mark[];
  readonly answers: readonly Answer[];
}

export const OTHERS = ['practice', 'progress', 'confidence', 'ways', 'name'] as const;
export type Other = (typeof OTHERS)[number];

export interface Collected {
  /** In the order of the course; what it has no more at the end. */
  readonly parts: readonly OwnPart[];
  /** Kept by the course for the learner, and nothing to be read: keys by their kind. */
  readonly others: ReadonlyMap<Other, readonly string[]>;
}

/** How the keys of the others begin. */
const OF_OTHERS: readonly (readonly [start: string, Other])[] = [
  ['spaced:', 'practice'],
  ['practice:', 'practice'],
  ['run:', 'practice'],
  ['mastery:', 'progress'],
  ['confidence-', 'confidence'],
  ['ways:', 'ways'],
  ['/certificate-name', 'name'],
];

/** After the key of a comparison's text: the key of the points that were ticked. */
const POINTS = '/points';

export function collect(notes: PrivateNotes, parts: readonly Part[]): Collected {
  const marks = marksOf(notes);
  const others = new Map<Other, string[]>();
  const bookmarks: string[] = [];
  const answers: Answer[] = [];
  const blocks = parts.flatMap((part) => (part.blocks ?? []).filter(isPrivate));
  for (const [key, text] of notes.entries) {
    const other = OF_OTHERS.find(([start]) => key.startsWith(start))?.[1];
    if (other) others.set(other, [...(others.get(other) ?? []), key]);
    else if (bookmarkedBy(key) !== undefined) bookmarks.push(key);
    else if (!isMark(key) && !key.endsWith(POINTS))
      answers.push({ keys: [key, key + POINTS], text, block: blocks.find(({ id }) => id === key) });
  }
  const own = [...parts, undefined].map((part) => ({
    part,
    bookmarks: bookmarks.filter((key) => isOf(part, bookmarkedBy(key), parts)),
    marks: marks.filter(({ section }) => isOf(part, section, parts)),
    answers: answers.filter(({ block }) => partOf(block, parts) === part),
  }));
  return { parts: own.filter(isSomething), others };
}

const isSomething = ({ bookmarks, marks, answers }: OwnPart): boolean =>
  bookmarks.length + marks.length + answers.length > 0;

const isPrivate = (block: Block): block is PrivateBlock =>
  block.kind === 'reflection' || block.kind === 'compare' || block.kind === 'commitments';

const isOf = (part: Part | undefined, section: string | undefined, parts: readonly Part[]): boolean =>
  part ? part.id === section : section !== undefined && !parts.some(({ id }) => id === section);

const partOf = (block: PrivateBlock | undefined, parts: readonly Part[]): Part | undefined =>
  block && parts.find(({ blocks }) => blocks?.includes(block));
