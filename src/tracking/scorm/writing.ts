/** The writing half of the SCORM drivers: it comes after the first screen. */
import type { Floor, Report } from '../../learning/types.ts';
import type { Leaving, Problem, Writing, Written } from '../record.ts';
import type { ScormCalls } from './calls.ts';
import type { WritingDialect } from './dialect.ts';
import { decimal, toldScore } from './formats.ts';
import { Interactions } from './interactions.ts';
import { LostSession } from './lost-session.ts';
import { Objectives, knowScore, TOLERANCE, UNTESTED } from './objectives.ts';
import { exitOf, isDone, statusIn, type ScormRecord, type ScormSession } from './scorm.ts';

const FINISHED: Written = {
  stored: false,
  problem: { code: 'session-over', detail: 'The session was finished.' },
};

/** To say again what a save has lost takes two, of which the first isn’t true; a closing page has room for one. */
const WAITS: Written = {
  stored: false,
  problem: { code: 'not-stored', detail: 'A closing page says nothing twice.' },
};

/** The parts of an element of which the LMS tells nothing. */
const UNTOLD = '*';

/** After so long without a write another device may have written, where the LMS can tell. */
const PAUSE = 180_000;

export class ScormWriter implements ScormRecord {
  readonly #session: ScormSession;
  readonly #words: WritingDialect;
  readonly #calls: ScormCalls;
  /** The parts that the LMS has, asked when the first is written. */
  readonly #children = new Map<string, string>();
  readonly #objectives: Objectives;
  readonly #interactions: Interactions;
  readonly #lost = new LostSession();
  #scoreFloor = UNTESTED;
  /** When this page last knew what the LMS holds. */
  #looked: number | undefined;
  #finished: Promise<Written> | undefined;
  /** The LMS has a good status, and was told in a way that all of them notice. */
  #statusStored = false;
  /** The learner has left, and the LMS is told when the page goes. */
  #open = false;

  constructor(session: ScormSession, words: WritingDialect) {
    this.#session = session;
    this.#words = words;
    this.#calls = session.calls;
    this.#calls.otherSpelling = words.otherSpelling;
    const has =
      (parent: string) =>
      (field: string): boolean =>
        this.#has(parent, field);
    this.#objectives = new Objectives(session.calls, words, has('cmi.objectives'));
    this.#interactions = new Interactions(session.calls, words, session.traits, has('cmi.interactions'));
  }

  floor(): Floor {
    this.#look();
    const count = this.#interactions.count;
    const objectives = this.#objectives.held(this.#session.course.objectives.map(({ id }) => id));
    return {
      // 0 is what some begin with, before a form was handed in: answers say that one was
      ...((this.#scoreFloor > 0 || (this.#scoreFloor === 0 && count > 0)) && { score: this.#scoreFloor }),
      ...(count > 0 && { interactionsCount: count }),
      ...(objectives.length > 0 && { objectives }),
    };
  }

  async write(writing: Writing): Promise<Written> {
    if (this.#finished) return FINISHED;
    if (!this.#counts(writing)) return { stored: true };
    const problem = this.#calls.gone();
    return problem ? { stored: false, problem } : this.#write(writing, true);
  }

  finish(writing: Writing | undefined, leaving: Leaving): Promise<Written> {
    this.#finished ??= Promise.resolve(this.#finish(writing, leaving));
    return this.#finished;
  }

  left(): void {
    if (this.#open) this.#calls.finish();
    this.#open = false;
  }

  #finish(writing: Writing | undefined, leaving: Leaving): Written {
    if (this.#lost.signedOut) return { stored: false, problem: this.#lost.signedOut };
    let written: Written = { stored: true };
    if (this.#counts(writing)) {
      this.#calls.plain = leaving === 'page';
      if (leaving === 'page' && this.#sendsAll) return this.#writeLast(writing);
      written = this.#write(writing, false);
      if (leaving === 'exit') this.#navigate(writing.report);
    }
    if (leaving === 'exit' && this.#session.traits.endsWithPage) {
      this.#open = true;
      return written;
    }
    const problem = this.#calls.finish();
    // What was stored before stays stored, whatever becomes of the end
    return problem ? { stored: written.stored, problem: written.problem ?? problem } : written;
  }

  get #sendsAll(): boolean {
    return this.#words.sendsAll === true || this.#session.traits.sendsAll === true;
  }

  /** In review and browse nothing is written: an LMS stores it all the same, and a grade falls. */
  #counts(writing: Writing | undefined): writing is Writing {
    return this.#session.mode === 'normal' && writing?.report.counts === true;
  }

  /** @param always False: only if more than the time has changed; the finish stores that. */
  #write(writing: Writing, always: boolean): Written {
    const calls = this.#calls;
    const { dialect, log, clock } = this.#session;
    this.#lookBefore(writing);
    const turning = !this.#statusStored && this.#willBeDone(writing.report);
    // What an earlier commit may have lost is written in another spelling, stored, and then put right
    let committed = true;
    for (let round = 0; round < 2 && committed; round++) {
      this.#putAll(writing, !turning);
      // The turn to a good status would go without what belongs to it, and close the attempt
      if (calls.plain && calls.isStuck) return WAITS;
      const { size } = calls.touched;
      if (size === 0 || (size === 1 && !always && calls.touched.has(dialect.elements.time))) break;
      committed = calls.commit();
    }
    // What was spelled otherwise and not taken: the LMS's page may send what it holds when it closes
    if (!committed) calls.plainly(() => this.#putAll(writing, !turning));
    if (turning && committed) this.#storeStatus(writing);
    this.#looked = clock.now();
    const problem = calls.failure ?? calls.warning;
    if (problem) log.add(`write: ${problem.code}, ${problem.detail}`);
    return this.#written(problem);
  }

  /**
   * The end brings all of it along (RTE 3.1.3.2), in the one request for which there is room: what a page that closes has under
   * way may be 64 KiB (Fetch, 4.6), and a second save of the whole record would go beyond that, with the status or the time.
   */
  #writeLast(writing: Writing): Written {
    this.#lookBefore(writing);
    this.#putAll(writing, true);
    const refused = this.#calls.failure;
    const ended = this.#calls.finish();
    const problem = refused ?? ended;
    return problem ? { stored: false, problem } : { stored: true };
  }

  #lookBefore({ interactions }: Writing): void {
    const { clock } = this.#session;
    this.#calls.forgive();
    // A clock that was put back tells no more than that some time has gone
    const isLate = this.#looked === undefined || Math.abs(clock.now() - this.#looked) > PAUSE;
    // A form may be a worse one than another device's, and has rows of its own
    if (isLate || interactions.length > 0) this.#look();
  }

  #written(problem: Problem | undefined): Written {
    const failed = this.#calls.failure;
    if (!failed) this.#lost.stored();
    const over = failed?.code === 'not-stored' ? this.#lost.failed() : undefined;
    if (over) return { stored: false, problem: over };
    return { stored: !failed, ...(problem && { problem }) };
  }

  /**
   * What the LMS has is a floor: this page's own state may be older than what another device wrote. Read after the
   * first screen and before the first write, and again after a pause.
   */
  #look(): void {
    const calls = this.#calls;
    const { dialect } = this.#session;
    const raw = `${dialect.elements.score}.raw`;
    for (const status of Object.keys(dialect.earned)) this.#raise(status, statusIn(calls, status));
    const score = calls.percent(raw);
    if (this.#looked === undefined && !Number.isNaN(score))
      knowScore(calls, dialect.elements.score, this.#words.score(score));
    this.#scoreFloor = Math.max(this.#scoreFloor, Number.isNaN(score) ? UNTESTED : score);
    // Later on it may be this page's own, that no save has brought to the LMS yet
    if (this.#looked === undefined) this.#statusStored = isDone(this.#session.earned.values());
    this.#interactions.look();
    this.#looked = this.#session.clock.now();
  }

  /** Of two statuses the higher one is the one that was earned. */
  #raise(status: string, value: string): string {
    const { dialect, earned } = this.#session;
    const ranks = dialect.earned[status] ?? [];
    const before = earned.get(status) ?? '';
    const now = ranks.indexOf(before) > ranks.indexOf(value) ? before : value;
    earned.set(status, now);
    return now;
  }

  #willBeDone(report: Report): boolean {
    return isDone(this.#session.dialect.statuses(report).map(([, value]) => value));
  }

  /**
   * The turn to a good status, once, in commits of its own. The score is stored before it, for some grade by what they
   * have when the status comes. And it comes once more after it: some builds of Moodle look at their rule of completion
   * only then, and only where it changes, so that with the status it goes out a thousandth beside itself.
   */
  #storeStatus(writing: Writing): void {
    const calls = this.#calls;
    const { dialect, traits } = this.#session;
    const raw = `${dialect.elements.score}.raw`;
    const { score } = writing.report;
    const beside = score && this.#words.otherSpelling?.(raw, decimal(score.raw));
    // No loss where it takes fewer decimals
    if (beside) calls.put(raw, beside);
    this.#putStatuses(writing.report);
    this.#putExit();
    if (!calls.commit()) return;
    for (const way of traits.wantsDetour ? this.#detour() : []) {
      calls.put(...way);
      if (!calls.commit()) return;
    }
    this.#putAll(writing, true);
    this.#statusStored = calls.commit();
  }

  /** Only where an LMS wants it: others lock or close on `completed`. */
  #detour(): [string, string][] {
    const { dialect, earned } = this.#session;
    return [...earned].flatMap(([status, value]) =>
      value === 'passed' && dialect.earned[status]?.includes('completed') ? [[status, 'completed']] : [],
    );
  }

  #putExit(): void {
    const { elements } = this.#session.dialect;
    this.#calls.put(elements.exit, exitOf(this.#session));
  }

  #putAll({ report, saved, interactions, earlier, activeTime }: Writing, statuses: boolean): void {
    const calls = this.#calls;
    const { elements } = this.#session.dialect;
    const { location, time } = this.#words;
    calls.put(elements.saved, saved, 'state');
    if (calls.touched.has(elements.saved)) calls.verify(elements.saved);
    for (const [element, value] of location(report)) calls.put(element, value);
    this.#putScore(report);
    if (statuses) this.#putStatuses(report);
    this.#putExit();
    this.#objectives.put(report.objectives);
    this.#interactions.put(interactions, earlier);
    calls.put(elements.time, time(activeTime));
  }

  /** Never lowers what was earned, in this session or before: not after lost data either. */
  #putStatuses(report: Report): void {
    for (const [status, value] of this.#session.dialect.statuses(report))
      this.#calls.put(status, this.#raise(status, value), 'result');
  }

  #putScore(report: Report): void {
    const raw = toldScore(report, this.#session.launch.passMark);
    if (raw === undefined) return;
    const calls = this.#calls;
    const { elements } = this.#session.dialect;
    if (raw < this.#scoreFloor - TOLERANCE) return;
    this.#scoreFloor = Math.max(this.#scoreFloor, raw);
    for (const [field, value] of this.#words.score(raw)) {
      if (field === 'raw' || this.#has(elements.score, field)) {
        calls.put(`${elements.score}.${field}`, value, field === 'raw' ? 'result' : undefined);
      }
    }
  }

  #has(parent: string, field: string): boolean {
    const known = this.#children.get(parent) || this.#askedFor(parent);
    this.#children.set(parent, known);
    return known === UNTOLD || known.split(',').some((name) => name.trim() === field.replace(/\..*/, ''));
  }

  /** One that lacks the parts says so; some know none of these words, and take all that they are given. */
  #askedFor(parent: string): string {
    const calls = this.#calls;
    const told = calls.get(`${parent}._children`);
    if (told !== '' || calls.threw || Number(calls.error()) > 0) return told;
    calls.guessed.add(parent);
    return UNTOLD;
  }

  /** A refusal is no fault: many LMSs have no such requests. */
  #navigate(report: Report): void {
    for (const [element, value] of this.#words.navigation(report)) this.#calls.put(element, value);
  }
}
