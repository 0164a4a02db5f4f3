/**
 * All that learning and tracking must know of a type of item. Tracking spells what stands here in its standard's way and
 * knows no types: here is no standard's word but the six names that SCORM and xAPI have in common (both take them from
 * the CMI data model), so that nothing of one standard travels in a package of another.
 */
import type { Question, Response } from '../../course/compiled.ts';
import type { BitReader, BitWriter } from '../bits.ts';

/** SCORM 1.2 (RTE 3.4.4), SCORM 2004 (RTE 4.2.9.1) and xAPI (1.0.3, 2.4.4.1) call them the same. */
export type InteractionType = 'choice' | 'true-false' | 'matching' | 'sequencing' | 'fill-in';

/** An answer, or a right one, in no standard's spelling: every interaction of the CMI data model has one of these shapes. */
export type ReportedAnswer =
  | { shape: 'list'; ids: readonly string[] }
  | { shape: 'pairs'; pairs: readonly (readonly [left: string, right: string])[] }
  | { shape: 'truth'; truth: boolean }
  | { shape: 'text'; text: string };

/** What a learner chooses among, moves or matches. */
export interface Part {
  id: string;
  plain: string;
}

/** How answers of one kind stand in the saved state. They describe themselves, so that reading needs no bank. */
export interface AnswerForm<R extends Response = Response> {
  readonly type: R['type'];
  /** Numbers that say what follows; permanent, and no other kind of answer has them. 0 is "no answer". */
  readonly tags: readonly number[];
  tagOf(response: R): number;
  write(out: BitWriter, response: R, tag: number): void;
  /** Throws `Damage` where the bits are no such answer. */
  read(from: BitReader, tag: number): R;
  /** Whether it takes an earlier answer back. */
  isEmpty(response: R): boolean;
  /** Whether what a device kept under this type has its shape. */
  isSound(value: Readonly<Record<string, unknown>>): boolean;
}

export interface ItemKind<Q extends Question = Question, R extends Response = Response> {
  readonly answer: AnswerForm<R>;
  readonly interaction: InteractionType;
  /** Whether an answer may earn a part of the point, where the course gives partial credit. */
  readonly inParts: boolean;
  /** What of an answer fits the question, in the one spelling in which it is kept; undefined where nothing does. */
  keep(question: Q, response: R): R | undefined;
  /** Points of an answer, 0 to 1. */
  credit(question: Q, response: R): number;
  /** Whether nothing of the question is left open. */
  isWhole(question: Q, response: R): boolean;
  /** Ids in the order in which they are shown; empty where nothing has an order. */
  order(question: Q, next: () => number): string[];
  /** One list for what is chosen or moved, two for what is matched, none where nothing has an id. */
  parts(question: Q): readonly (readonly Part[])[];
  /** Bits of the largest answer after its tag, to a question whose first list has these ids. */
  mostBits(ids: readonly string[]): number;
  /** The right answers. */
  right(question: Q): readonly R[];
  reported(question: Q, response: R): ReportedAnswer;
}
