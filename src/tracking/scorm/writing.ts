/** The writing half of the SCORM drivers: it comes after the first screen. */
import type { InteractionReport, ObjectiveReport, Report } from '../../learning/types.ts';
import type { Log } from '../session/log.ts';
import type { Writing, Written } from '../record.ts';
import type { OtherSpelling, ScormCalls } from './calls.ts';
import { putStatuses, type Dialect, type Value } from './scorm.ts';

/** What differs between the drivers when they write. */
export interface WritingDialect {
  readonly otherSpelling?: OtherSpelling;
  time(milliseconds: number): string;
  location(report: Report): readonly Value[];
  /** Fields below a `score`. */
  score(raw: number): readonly Value[];
  /** Below an objective, its id aside. */
  objective(objective: ObjectiveReport): readonly Value[];
  /** Below an interaction, its id aside. */
  interaction(answer: InteractionReport): readonly Value[];
  objectiveId(objective: ObjectiveReport): string;
  interactionId(answer: InteractionReport): string;
  /** What to ask the LMS for at the learner's exit. */
  navigation(report: Report): readonly Value[];
}

/** Where an objective stands in the LMS, and its score there. */
interface Row {
  place: number;
  floor: number;
}

/** Below every score. */
const UNTESTED = -1;

/** The hundredth by which a resent score differs for a moment. */
const TOLERANCE = 0.01;

export class ScormWriter {
  readonly #dialect: Dialect;
  readonly #words: WritingDialect;
  readonly #calls: ScormCalls;
  /** Statuses as they are in the LMS. */
  readonly #earned: Map<string, string>;
  readonly #log: Log;
  /** The parts that the LMS has, asked when the first is written. */
  readonly #children = new Map<string, string>();
  #scoreFloor: number | undefined;
  #objectives: Map<string, Row> | undefined;
  /** Added to the index of interactions where the LMS brought back fewer than were written. */
  #shift = 0;

  constructor(
    dialect: Dialect,
    words: WritingDialect,
    calls: ScormCalls,
    earned: Map<string, string>,
    log: Log,
  ) {
    this.#dialect = dialect;
    this.#words = words;
    this.#calls = calls;
    this.#earned = earned;
    this.#log = log;
  }

  /** @param always False: only if more than the time has changed; the finish stores that. */
  write(writing: Writing, always: boolean): Written {
    const calls = this.#calls;
    calls.forgive();
    // What an earlier commit may have lost is written in another spelling, stored, and then put right
    for (let round = 0; round < 2; round++) {
      this.#putAll(writing);
      const { size } = calls.touched;
      if (size === 0 || (size === 1 && !always && calls.touched.has(this.#dialect.elements.time))) break;
      if (!calls.commit()) break;
    }
    const problem = calls.failure ?? calls.warning;
    if (problem) this.#log.add(`write: ${problem.code}, ${problem.detail}`);
    return { stored: !calls.failure, ...(problem && { problem }) };
  }

  #putAll({ report, saved, interactions, activeTime }: Writing): void {
    const calls = this.#calls;
    const { elements } = this.#dialect;
    const { location, time } = this.#words;
    calls.put(elements.saved, saved, true);
    if (calls.touched.has(elements.saved)) calls.verify(elements.saved);
    calls.put(elements.exit, 'suspend');
    for (const [element, value] of location(report)) calls.put(element, value);
    this.#putScore(report);
    putStatuses(calls, this.#dialect, this.#earned, report);
    this.#putObjectives(report);
    for (const answer of interactions) this.#putInteraction(answer);
    calls.put(elements.time, time(activeTime));
  }

  #putScore({ score }: Report): void {
    if (!score) return;
    const calls = this.#calls;
    const { elements } = this.#dialect;
    this.#scoreFloor ??= Number(calls.get(`${elements.score}.raw`)) || 0;
    if (score.raw < this.#scoreFloor - TOLERANCE) return;
    this.#scoreFloor = Math.max(this.#scoreFloor, score.raw);
    for (const [field, value] of this.#words.score(score.raw)) {
      if (field === 'raw' || this.#has(elements.score, field)) {
        calls.put(`${elements.score}.${field}`, value, field === 'raw');
      }
    }
  }

  /** Each at the place where its id is found; a new one goes to the end. One that has less than the LMS holds stays as it is there. */
  #putObjectives({ objectives }: Report): void {
    const calls = this.#calls;
    if (!objectives.some(({ score, success }) => score || success !== 'unknown')) return;
    if (!this.#has('cmi.objectives', 'id')) return;
    const rows = (this.#objectives ??= this.#readObjectives());
    for (const objective of objectives) {
      const id = this.#words.objectiveId(objective);
      const { place, floor } = rows.get(id) ?? { place: rows.size, floor: UNTESTED };
      if (!calls.put(`cmi.objectives.${place}.id`, id)) continue;
      const raw = objective.score?.raw ?? UNTESTED;
      rows.set(id, { place, floor: Math.max(floor, raw) });
      if (raw < floor - TOLERANCE) continue;
      this.#putFields('cmi.objectives', place, this.#words.objective(objective));
    }
  }

  #readObjectives(): Map<string, Row> {
    const calls = this.#calls;
    const rows = new Map<string, Row>();
    const count = Number(calls.get('cmi.objectives._count')) || 0;
    for (let place = 0; place < count; place++) {
      const start = `cmi.objectives.${place}`;
      const id = calls.get(`${start}.id`);
      const held = this.#has('cmi.objectives', 'score') ? parseFloat(calls.get(`${start}.score.raw`)) : NaN;
      rows.set(id || `#${place}`, { place, floor: Number.isNaN(held) ? UNTESTED : held });
      if (id) calls.known(`${start}.id`, id);
    }
    return rows;
  }

  /** At the index that the answer keeps; an LMS that lost earlier ones takes no gap, so there after its last. */
  #putInteraction(answer: InteractionReport): void {
    const calls = this.#calls;
    if (!this.#has('cmi.interactions', 'id')) return;
    const id = this.#words.interactionId(answer);
    if (!calls.put(`cmi.interactions.${answer.index + this.#shift}.id`, id)) {
      const count = Number(calls.get('cmi.interactions._count') || NaN);
      if (!(count < answer.index + this.#shift)) return;
      this.#shift = count - answer.index;
      if (!calls.put(`cmi.interactions.${count}.id`, id)) return;
    }
    this.#putFields('cmi.interactions', answer.index + this.#shift, this.#words.interaction(answer));
  }

  #putFields(parent: string, place: number, fields: readonly Value[]): void {
    for (const [field, value] of fields) {
      if (this.#has(parent, field)) this.#calls.put(`${parent}.${place}.${field}`, value);
    }
  }

  #has(parent: string, field: string): boolean {
    const known = this.#children.get(parent) || this.#calls.get(`${parent}._children`);
    this.#children.set(parent, known);
    return known.split(',').some((name) => name.trim() === field.replace(/\..*/, ''));
  }

  /** A refusal is no fault: many LMSs have no such requests. */
  navigate(report: Report): void {
    for (const [element, value] of this.#words.navigation(report)) this.#calls.put(element, value);
  }
}
