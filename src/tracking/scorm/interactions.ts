/** Where each answer stands among the LMS's interactions, and what is told of it. */
import { INTERACTION_LIMIT } from '../../learning/limits.ts';
import type { InteractionReport } from '../../learning/types.ts';
import type { ScormCalls } from './calls.ts';
import type { WritingDialect } from './dialect.ts';
import type { LmsTraits } from './lms-traits.ts';

const PARENT = 'cmi.interactions';

const FURTHER_SPELLING = /^correct_responses\.[1-9]/;

/** Of two attempts that have become one, both may have this index. */
const nameOf = ({ index, at }: InteractionReport): string => `${index} ${at}`;

/** 1: another attempt's, which this one took over. */
const ofAnother = ({ elsewhere }: InteractionReport): number => (elsewhere ? 1 : 0);

export class Interactions {
  readonly #calls: ScormCalls;
  readonly #words: WritingDialect;
  readonly #traits: LmsTraits;
  readonly #has: (field: string) => boolean;
  /** Rows that are told. */
  readonly #most: number;
  /** Once an answer has a place it keeps it. */
  readonly #places = new Map<string, number>();
  /** Fields that this LMS took in other words only. */
  readonly #reworded = new Set<string>();
  /** The first index that is free as far as this page knows. Undefined where the LMS doesn't count. */
  #free: number | undefined;

  constructor(calls: ScormCalls, words: WritingDialect, traits: LmsTraits, has: (field: string) => boolean) {
    this.#calls = calls;
    this.#words = words;
    this.#traits = traits;
    this.#most = traits.mostInteractions ?? words.mostInteractions ?? Infinity;
    this.#has = has;
  }

  get count(): number {
    return this.#free ?? 0;
  }

  /** Rows that another device may have written are taken, though this one's state knows nothing of them. */
  look(): void {
    const count = parseInt(this.#calls.get(`${PARENT}._count`), 10);
    // Beyond what an attempt can come to it is none: it would end all tries
    if (count <= INTERACTION_LIMIT) this.#free = Math.max(this.#free ?? 0, count);
  }

  /** @param earlier Of those, the indexes that an earlier session had handed in already. */
  put(answers: readonly InteractionReport[], earlier: ReadonlySet<number> = new Set()): void {
    if (answers.length === 0 || !this.#has('id')) return;
    // In their own order: no gap is taken, and no place of this attempt by one of another
    for (const answer of [...answers].sort(
      (one, other) => ofAnother(one) - ofAnother(other) || one.index - other.index,
    )) {
      const place = this.#places.get(nameOf(answer)) ?? this.#placeOf(answer, earlier);
      if (place < this.#most) this.#putOne(answer, place);
    }
  }

  #placeOf({ index, elsewhere }: InteractionReport, earlier: ReadonlySet<number>): number {
    if (this.#free === undefined) return index;
    // An LMS that lost earlier rows takes no gap; one that has more than this page knew of keeps them
    return earlier.has(index) && !elsewhere ? Math.min(index, this.#free) : this.#free;
  }

  #putOne(answer: InteractionReport, place: number): void {
    const calls = this.#calls;
    const row = `${PARENT}.${place}`;
    if (!calls.put(`${row}.id`, this.#words.interactionId(answer))) return;
    this.#places.set(nameOf(answer), place);
    if (this.#free !== undefined) this.#free = Math.max(this.#free, place + 1);
    for (const [field, value] of this.#words.interaction(answer, place))
      if (this.#has(field) && !this.#isLeftOut(field)) this.#putField(row, field, value);
  }

  #isLeftOut(field: string): boolean {
    return this.#traits.wantsOneSpelling === true && FURTHER_SPELLING.test(field);
  }

  #putField(row: string, field: string, value: string): void {
    const calls = this.#calls;
    const other = this.#words.inOtherWords?.(field, value);
    if (!this.#reworded.has(field)) {
      if (calls.put(`${row}.${field}`, value) || other === undefined) return;
    }
    if (other !== undefined && calls.put(`${row}.${field}`, other)) this.#reworded.add(field);
  }
}
