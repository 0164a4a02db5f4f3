/** The course's objectives among the LMS's: each at the place where its id is found, and never lowered there. */
import type { ObjectiveFloor, Report } from '../../learning/types.ts';
import type { ScormCalls } from './calls.ts';
import type { Value, WritingDialect } from './dialect.ts';
import { sameIdentifier } from './formats.ts';

/** Where an objective stands, by which id, and its score there. */
interface Row {
  place: number;
  id: string;
  floor: number;
}

/** Below every score. */
export const UNTESTED = -1;

/** The hundredth by which a resent score differs for a moment. */
export const TOLERANCE = 0.01;

const PARENT = 'cmi.objectives';
/** Ten times what SCORM 2004 asks an LMS to keep (RTE 4.2.17): a count beyond it is none. */
const MOST = 1_000;

/**
 * A score that the LMS had at the launch, said again by a page that is left open, would be put over a higher one of another
 * device: its raw points, and what else of it the LMS has as this page would say it.
 */
export function knowScore(calls: ScormCalls, score: string, fields: readonly Value[]): void {
  for (const [field, value] of fields) {
    const element = `${score}.${field}`;
    if (field === 'raw' || calls.number(element) === Number(value)) calls.known(element, value);
  }
}

export class Objectives {
  readonly #calls: ScormCalls;
  readonly #words: WritingDialect;
  readonly #has: (field: string) => boolean;
  #rows: Map<string, Row> | undefined;
  /** The LMS has told how many it holds. */
  #isCounted = false;

  constructor(calls: ScormCalls, words: WritingDialect, has: (field: string) => boolean) {
    this.#calls = calls;
    this.#words = words;
    this.#has = has;
  }

  /** What the LMS holds of those with these ids. */
  held(ids: readonly string[]): ObjectiveFloor[] {
    if (!this.#has('id')) return [];
    const rows = (this.#rows ??= this.#read());
    return ids.flatMap((id) => {
      const { floor = UNTESTED } = rows.get(sameIdentifier(id)) ?? {};
      return floor > UNTESTED ? [{ id, score: floor }] : [];
    });
  }

  /** A new one goes to the end. One that has less than the LMS holds stays as it is there. */
  put(objectives: Report['objectives']): void {
    const calls = this.#calls;
    if (!objectives.some(({ score, success }) => score || success !== 'unknown')) return;
    if (!this.#has('id')) return;
    const rows = (this.#rows ??= this.#read());
    for (const objective of objectives) {
      const own = this.#words.objectiveId(objective);
      const key = sameIdentifier(own);
      const row = rows.get(key) ?? { place: rows.size, id: own, floor: UNTESTED };
      const { place, id, floor } = row;
      if (!calls.put(`${PARENT}.${place}.id`, id)) {
        // Its own may stand there from an earlier launch: the next one must not be written over it
        if (!this.#isCounted) rows.set(key, row);
        continue;
      }
      const raw = objective.score?.raw ?? UNTESTED;
      rows.set(key, { place, id, floor: Math.max(floor, raw) });
      if (raw >= floor - TOLERANCE) this.#putFields(place, this.#words.objective(objective));
    }
  }

  #putFields(place: number, fields: readonly Value[]): void {
    for (const [field, value] of fields)
      if (this.#has(field)) this.#calls.put(`${PARENT}.${place}.${field}`, value);
  }

  #read(): Map<string, Row> {
    const calls = this.#calls;
    const rows = new Map<string, Row>();
    const told = calls.get(`${PARENT}._count`);
    this.#isCounted = told !== '';
    const count = Math.min(Number(told) || 0, MOST);
    for (let place = 0; place < count; place++) {
      const start = `${PARENT}.${place}`;
      const id = calls.get(`${start}.id`);
      const held = this.#has('score') ? calls.percent(`${start}.score.raw`) : NaN;
      const floor = Number.isNaN(held) ? UNTESTED : held;
      rows.set(sameIdentifier(id) || `#${place}`, { place, id, floor });
      if (id) calls.known(`${start}.id`, id);
      if (floor > UNTESTED) knowScore(calls, `${start}.score`, this.#words.score(floor));
    }
    return rows;
  }
}
