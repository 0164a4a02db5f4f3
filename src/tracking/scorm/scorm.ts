/**
 * What the two SCORM drivers have in common: when they say what. What differs between them is a `Dialect`. This is what a
 * launch needs before its first screen: to find the LMS, to open the session, to read and to mark the attempt as begun. The
 * writing half (scorm-writing.ts) follows it; all calls of a write are made before the first await once it is there.
 */
import type { Report } from '../../learning/types.ts';
import { findApi } from './find-api.ts';
import { createLog, type Log } from '../session/log.ts';
import type {
  FetchCode,
  Launch,
  LearnerRecord,
  Leaving,
  RecordOptions,
  Traits,
  Writing,
  Written,
} from '../record.ts';
import { ScormCalls, type CallRules } from './calls.ts';
import type { ScormWriter, WritingDialect } from './writing.ts';
import { browserClock, online } from '../device/surroundings.ts';

/** An element of the data model, or a part of one, and its value. */
export type Value = readonly [element: string, value: string];

type Elements =
  | 'mode'
  | 'credit'
  | 'saved'
  | 'id'
  | 'name'
  | 'language'
  | 'passMark'
  | 'exit'
  | 'time'
  | 'score';

export interface Dialect extends CallRules {
  readonly traits: Traits;
  /** Name of the API object. */
  readonly api: string;
  readonly elements: Readonly<Record<Elements, string>>;
  /** Statuses, and those of their values that no lower one is written over, from the lower to the higher. */
  readonly earned: Readonly<Record<string, readonly string[]>>;
  /** Error codes after reading that only say: it was never set. */
  readonly unset: readonly string[];
  /** Per cent; NaN where there is none. */
  passMark(text: string): number;
  statuses(report: Pick<Report, 'completion' | 'success'>): readonly Value[];
}

/** Fetches the writing half. */
export type FetchWriting = () => Promise<{ writer: typeof ScormWriter; dialect: WritingDialect }>;

export function createScormRecord(
  dialect: Dialect,
  fetchWriting: FetchWriting,
  options: RecordOptions,
): LearnerRecord {
  return new ScormRecord(dialect, fetchWriting, options);
}

class ScormRecord implements LearnerRecord {
  readonly traits: Traits;
  readonly log: Log = createLog();
  readonly #dialect: Dialect;
  readonly #options: RecordOptions;
  #calls: ScormCalls | undefined;
  #mode: Launch['mode'] = 'normal';
  #started: Promise<Launch> | undefined;
  #finished: Promise<Written> | undefined;
  readonly #fetchWriting: FetchWriting;
  readonly #earned = new Map<string, string>();
  #writer: ScormWriter | undefined;

  constructor(dialect: Dialect, fetchWriting: FetchWriting, options: RecordOptions) {
    this.traits = dialect.traits;
    this.#dialect = dialect;
    this.#fetchWriting = fetchWriting;
    this.#options = options;
  }

  start(): Promise<Launch> {
    this.#started ??= this.#open();
    return this.#started;
  }

  async complete(fetchCode: FetchCode): Promise<void> {
    const calls = this.#calls;
    if (!calls || this.#writer) return;
    const { writer: Writer, dialect } = await fetchCode('scorm-writing', this.#fetchWriting);
    calls.otherSpelling = dialect.otherSpelling;
    this.#writer ??= new Writer(this.#dialect, dialect, calls, this.#earned, this.log);
  }

  async write(writing: Writing): Promise<Written> {
    if (!this.#calls || this.#finished)
      return { stored: false, problem: { code: 'session-over', detail: 'No session is open.' } };
    if (!this.#counts(writing)) return { stored: true };
    return this.#writer?.write(writing, true) ?? NOT_YET;
  }

  finish(writing: Writing | undefined, leaving: Leaving): Promise<Written> {
    this.#finished ??= Promise.resolve(this.#close(writing, leaving));
    return this.#finished;
  }

  // ---- start -----------------------------------------------------------------------------------------------------

  async #open(): Promise<Launch> {
    const { api: name, calls: names } = this.#dialect;
    const { scope = globalThis, clock = browserClock } = this.#options;
    const launch: Launch = { connected: false, mode: 'normal', saved: '' };
    const api = await findApi(scope, name, names.initialize, clock);
    if (!api) return { ...launch, problem: { code: 'no-lms', detail: `No ${name} was found.` } };
    const calls = new ScormCalls(api, this.#dialect, this.#options.online ?? online, this.log);
    const problem = calls.initialize();
    if (problem) return { ...launch, problem };
    this.#calls = calls;
    launch.connected = true;
    this.#read(calls, launch);
    if (launch.mode === 'normal') this.#begin(calls);
    return launch;
  }

  #read(calls: ScormCalls, launch: Launch): void {
    const { elements, unset, passMark } = this.#dialect;
    const mode = calls.get(elements.mode);
    if (mode === 'review' || mode === 'browse') launch.mode = mode;
    else if (calls.get(elements.credit) === 'no-credit') launch.mode = 'browse';
    this.#mode = launch.mode;
    // Some LMSs pad what they give back; no envelope has space around it
    launch.saved = calls.get(elements.saved).trim();
    if (launch.saved === '') {
      const code = calls.error();
      const detail = `${elements.saved} can't be read: error ${code}`;
      if (Number(code) !== 0 && !unset.includes(code)) launch.problem = { code: 'lms-refused', detail };
    }
    const id = calls.get(elements.id);
    if (id) launch.learner = { id, name: calls.get(elements.name) };
    const language = calls.get(elements.language).replaceAll('_', '-');
    if (/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(language)) launch.language = language;
    const percent = passMark(calls.get(elements.passMark));
    // 0 is what LMSs say that were given none; with it everybody would pass
    if (percent > 0 && percent <= 100) launch.passMark = percent;
  }

  /** At once: an LMS may turn a status that was never set into `completed`, and only `suspend` resumes after a crash. */
  #begin(calls: ScormCalls): void {
    const { earned, statuses, elements } = this.#dialect;
    for (const status of Object.keys(earned)) {
      const value = calls.get(status);
      calls.known(status, value);
      this.#earned.set(status, value);
    }
    // An attempt that an earlier session ended, failed for good perhaps, stays so until a report says otherwise
    for (const [status, begun] of statuses({ completion: 'incomplete', success: 'unknown' }))
      if (NOT_BEGUN.has(this.#earned.get(status) ?? '')) calls.put(status, begun, true);
    calls.put(elements.exit, 'suspend');
    calls.commit();
    if (calls.failure) this.log.add(`start: ${calls.failure.code}, ${calls.failure.detail}`);
  }

  // ---- finish ----------------------------------------------------------------------------------------------------

  /** In review and browse nothing is written: an LMS stores it all the same, and a grade falls. */
  #counts(writing: Writing | undefined): writing is Writing {
    return this.#mode === 'normal' && writing?.report.counts === true;
  }

  #close(writing: Writing | undefined, leaving: Leaving): Written {
    const calls = this.#calls;
    if (!calls) return { stored: false, problem: { code: 'no-lms', detail: 'No LMS was found.' } };
    let written: Written = { stored: true };
    if (this.#counts(writing)) {
      written = this.#writer?.write(writing, false) ?? NOT_YET;
      if (leaving === 'exit') this.#writer?.navigate(writing.report);
    }
    const problem = calls.finish();
    return problem ? { stored: false, problem } : written;
  }
}

/** Statuses of an attempt in which nothing has counted yet. */
const NOT_BEGUN: ReadonlySet<string> = new Set(['', 'not attempted', 'unknown', 'browsed']);

const NOT_YET: Written = {
  stored: false,
  problem: { code: 'not-stored', detail: 'The part that writes could not be loaded.' },
};

/** Never lowers what was earned, in this session or before: not after lost data either. */
export function putStatuses(
  calls: ScormCalls,
  { statuses, earned }: Pick<Dialect, 'statuses' | 'earned'>,
  best: Map<string, string>,
  report: Pick<Report, 'completion' | 'success'>,
): void {
  for (const [status, value] of statuses(report)) {
    const ranks = earned[status] ?? [];
    const before = best.get(status) ?? '';
    const now = ranks.indexOf(before) > ranks.indexOf(value) ? before : value;
    best.set(status, now);
    calls.put(status, now, true);
  }
}
