/** The writing half of the SCORM drivers: it comes after the first screen. */
import type { InteractionReport, Report } from '../../learning/types.ts';
import type { Leaving, RecordWriter, Writing, Written } from '../record.ts';
import type { ScormCalls } from './calls.ts';
import type { Value, WritingDialect } from './dialect.ts';
import type { ScormSession } from './scorm.ts';

/** Where an objective stands in the LMS, and its score there. */
interface Row {
  place: number;
  floor: number;
}

/** Below every score. */
const UNTESTED = -1;

const FINISHED: Written = {
  stored: false,
  problem: { code: 'session-over', detail: 'The session was finished.' },
};

/** The hundredth by which a resent score differs for a moment. */
const TOLERANCE = 0.01;

export class ScormWriter implements RecordWriter {
  readonly #session: ScormSession;
  readonly #words: WritingDialect;
  readonly #calls: ScormCalls;
  /** The parts that the LMS has, asked when the first is written. */
  readonly #children = new Map<string, string>();
  #scoreFloor: number | undefined;
  #objectives: Map<string, Row> | undefined;
  /** Added to the index of interactions where the LMS brought back fewer than were written. */
  #shift = 0;
  #finished: Promise<Written> | undefined;

  constructor(session: ScormSession, words: WritingDialect) {
    this.#session = session;
    this.#words = words;
    this.#calls = session.calls;
    this.#calls.otherSpelling = words.otherSpelling;
  }

  async write(writing: Writing): Promise<Written> {
    if (this.#finished) return FINISHED;
    return this.#counts(writing) ? this.#write(writing, true) : { stored: true };
  }

  finish(writing: Writing | undefined, leaving: Leaving): Promise<Written> {
    this.#finished ??= Promise.resolve(this.#finish(writing, leaving));
    return this.#finished;
  }

  #finish(writing: Writing | undefined, leaving: Leaving): Written {
    let written: Written = { stored: true };
    if (this.#counts(writing)) {
      written = this.#write(writing, false);
      if (leaving === 'exit') this.#navigate(writing.report);
    }
    const problem = this.#calls.finish();
    return problem ? { stored: false, problem } : written;
  }

  /** In review and browse nothing is written: an LMS stores it all the same, and a grade falls. */
  #counts(writing: Writing | undefined): writing is Writing {
    return this.#session.mode === 'normal' && writing?.report.counts === true;
  }

  /** @param always False: only if more than the time has changed; the finish stores that. */
  #write(writing: Writing, always: boolean): Written {
    const calls = this.#calls;
    const { dialect, log } = this.#session;
    calls.forgive();
    // What an earlier commit may have lost is written in another spelling, stored, and then put right
    for (let round = 0; round < 2; round++) {
      this.#putAll(writing);
      const { size } = calls.touched;
      if (size === 0 || (size === 1 && !always && calls.touched.has(dialect.elements.time))) break;
      if (!calls.commit()) break;
    }
    const problem = calls.failure ?? calls.warning;
    if (problem) log.add(`write: ${problem.code}, ${problem.detail}`);
    return { stored: !calls.failure, ...(problem && { problem }) };
  }

  #putAll({ report, saved, interactions, activeTime }: Writing): void {
    const calls = this.#calls;
    const { elements } = this.#session.dialect;
    const { location, time } = this.#words;
    calls.put(elements.saved, saved, true);
    if (calls.touched.has(elements.saved)) calls.verify(elements.saved);
    calls.put(elements.exit, 'suspend');
    for (const [element, value] of location(report)) calls.put(element, value);
    this.#putScore(report);
    this.#putStatuses(report);
    this.#putObjectives(report);
    for (const answer of interactions) this.#putInteraction(answer);
    calls.put(elements.time, time(activeTime));
  }

  /** Never lowers what was earned, in this session or before: not after lost data either. */
  #putStatuses(report: Report): void {
    const { dialect, earned } = this.#session;
    for (const [status, value] of dialect.statuses(report)) {
      const ranks = dialect.earned[status] ?? [];
      const before = earned.get(status) ?? '';
      const now = ranks.indexOf(before) > ranks.indexOf(value) ? before : value;
      earned.set(status, now);
      this.#calls.put(status, now, true);
    }
  }

  #putScore({ score }: Report): void {
    if (!score) return;
    const calls = this.#calls;
    const { elements } = this.#session.dialect;
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
  #navigate(report: Report): void {
    for (const [element, value] of this.#words.navigation(report)) this.#calls.put(element, value);
  }
}
