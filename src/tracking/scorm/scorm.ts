/**
 * What the two SCORM drivers have in common: when they say what. What differs between them is a `Dialect`. This is what a
 * launch needs before its first screen: to find the LMS, to open the session, to read and to mark the attempt as begun. The
 * writing half (writing.ts) follows it.
 */
import type { CourseStructure, Lms } from '../../course/compiled.ts';
import { browserClock, loadCode, online, type Clock } from '../device/surroundings.ts';
import { createLog, type Log } from '../log.ts';
import type { Driver, DriverOptions, Launch, LaunchedRecord, Problem, RecordWriter } from '../record.ts';
import { ScormCalls } from './calls.ts';
import type { Dialect } from './dialect.ts';
import { findApi } from './find-api.ts';
import { isReplayed, pageLanguage } from './lms-page.ts';

/** A session that the LMS has opened. */
export interface ScormSession {
  readonly dialect: Dialect;
  readonly calls: ScormCalls;
  readonly mode: Launch['mode'];
  /** What the package was made for. */
  readonly lms: Lms;
  readonly clock: Clock;
  /** Statuses as they are in the LMS. */
  readonly earned: Map<string, string>;
  readonly log: Log;
}

/** Loads the writing half. */
type LoadWriting = () => Promise<{ createWriter: (session: ScormSession) => RecordWriter }>;

export function createScormDriver(
  { lms = 'generic' }: Pick<CourseStructure, 'lms'>,
  dialect: Dialect,
  loadWriting: LoadWriting,
  options: DriverOptions,
): Driver {
  const log = createLog();
  let opened: Promise<LaunchedRecord> | undefined;
  const load = options.loadCode ?? loadCode;
  return {
    keeper: 'lms',
    log,
    open: () => (opened ??= open(dialect, lms, () => load('scorm-writing', loadWriting), log, options)),
  };
}

async function open(
  dialect: Dialect,
  lms: Lms,
  loadWriting: LoadWriting,
  log: Log,
  { scope = globalThis, clock = browserClock, online: isOnline = online }: DriverOptions,
): Promise<LaunchedRecord> {
  const { api: name, calls: names } = dialect;
  const launch: Launch = { connected: false, mode: 'normal', saved: '' };
  const found = await findApi(scope, name, names.initialize, clock);
  if (!found)
    return unconnected({ ...launch, problem: { code: 'no-lms', detail: `No ${name} was found.` } }, log);
  const calls = new ScormCalls(found, dialect, isOnline, log);
  const problem = calls.initialize();
  if (problem && !isRunning(calls, dialect, problem)) return unconnected({ ...launch, problem }, log);
  const statuses = read(calls, dialect, launch);
  // Some keep the learner's language to themselves, and speak it all the same
  const spoken = found.holder === scope ? '' : pageLanguage(found.holder);
  const language = languageOf(calls.get(dialect.elements.language)) ?? languageOf(spoken);
  if (language) launch.language = language;
  if (!found.behind && isReplayed(found.holder)) return unconnected({ ...launch, problem: REPLAYED }, log);
  launch.connected = true;
  const earned = launch.mode === 'normal' ? begin(calls, dialect, launch, log) : statuses;
  const session = { dialect, calls, mode: launch.mode, lms, clock, earned, log };
  let writer: RecordWriter | undefined;
  return {
    launch,
    close: () => void calls.finish(),
    async loadWriter() {
      const { createWriter } = await loadWriting();
      return (writer ??= createWriter(session));
    },
  };
}

const REPLAYED: Problem = {
  code: 'session-over',
  detail: 'The browser brought back the page of an earlier launch.',
  cause: 'old-page',
};

function unconnected(launch: Launch, log: Log): LaunchedRecord {
  log.add(`start: ${launch.problem?.code}, ${launch.problem?.detail}`);
  return { launch, close: () => {}, loadWriter: async () => undefined };
}

/** The LMS, or a wrapper around the course, had begun the session before: then its values can be read. */
function isRunning(calls: ScormCalls, { running, elements, unset }: Dialect, { detail }: Problem): boolean {
  if (!running.some((code) => detail.endsWith(`error ${code}`))) return false;
  calls.get(elements.mode);
  const code = calls.error();
  return Number(code) === 0 || unset.includes(code);
}

/** Gives the statuses that decide about the mode, where they had to be read. */
function read(calls: ScormCalls, dialect: Dialect, launch: Launch): Map<string, string> {
  const { elements, unset, passMark, earned } = dialect;
  let statuses = new Map<string, string>();
  const mode = calls.get(elements.mode);
  if (mode === 'review' || mode === 'browse') launch.mode = mode;
  else if (calls.get(elements.credit) === 'no-credit') {
    // Some LMSs say so of what was passed: that is review, and no looking around
    statuses = statusesOf(calls, dialect);
    launch.mode = [...statuses].some(([status, value]) => earned[status]?.includes(value))
      ? 'review'
      : 'browse';
  }
  // Some LMSs pad what they give back; no envelope has space around it
  launch.saved = calls.get(elements.saved).trim();
  if (launch.saved === '') {
    const code = calls.error();
    const detail = `${elements.saved} can't be read: error ${code}`;
    if (Number(code) !== 0 && !unset.includes(code)) launch.problem = { code: 'lms-refused', detail };
  }
  const id = calls.get(elements.id);
  if (id) launch.learner = { id, name: calls.get(elements.name) };
  const percent = passMark(calls.get(elements.passMark));
  // 0 is what LMSs say that were given none; with it everybody would pass
  if (percent > 0 && percent <= 100) launch.passMark = percent;
  return statuses;
}

/** In one form: `es_US`, `spa` and `ES` are common too. */
function languageOf(text: string): string | undefined {
  const tag = text.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

const statusesOf = (calls: ScormCalls, { earned }: Dialect): Map<string, string> =>
  new Map(Object.keys(earned).map((status) => [status, calls.get(status)]));

/** Statuses of an attempt in which nothing has counted yet. */
const NOT_BEGUN: ReadonlySet<string> = new Set(['', 'not attempted', 'unknown', 'browsed']);
const LASTING: ReadonlySet<string> = new Set(['passed', 'completed', 'failed', 'incomplete']);
const FINAL: ReadonlySet<string> = new Set(['passed', 'completed', 'failed']);

/**
 * At once: an LMS may turn a status that was never set, or not in this session, into `completed`, and only `suspend`
 * resumes after a crash. Gives the statuses that the LMS had.
 */
function begin(calls: ScormCalls, dialect: Dialect, launch: Launch, log: Log): Map<string, string> {
  const before = statusesOf(calls, dialect);
  for (const [status, value] of before) {
    // An attempt that an earlier session ended, failed for good perhaps, stays so until a report says otherwise
    const begun = NOT_BEGUN.has(value) ? dialect.begun[status] : value;
    // Where there is a state, a status that reads as nothing can't be read: who knows what it is
    if (value === '' && launch.saved !== '') continue;
    if (begun && (NOT_BEGUN.has(value) || LASTING.has(value))) calls.put(status, begun, 'result');
  }
  if (launch.saved === '' && !launch.problem && [...before.values()].some((value) => FINAL.has(value)))
    launch.wiped = true;
  calls.put(dialect.elements.exit, 'suspend');
  calls.commit();
  if (calls.failure) log.add(`start: ${calls.failure.code}, ${calls.failure.detail}`);
  return before;
}
