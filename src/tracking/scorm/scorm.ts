/**
 * What the two SCORM drivers have in common: when they say what. What differs between them is a `Dialect`. This is what a
 * launch needs before its first screen: to find the LMS, to open the session, to read and to mark the attempt as begun. The
 * writing half (writing.ts) follows it.
 */
import { browserClock, loadCode, online } from '../device/surroundings.ts';
import { createLog, type Log } from '../log.ts';
import type { Driver, DriverOptions, Launch, LaunchedRecord, RecordWriter } from '../record.ts';
import { ScormCalls } from './calls.ts';
import type { Dialect } from './dialect.ts';
import { findApi } from './find-api.ts';

/** A session that the LMS has opened. */
export interface ScormSession {
  readonly dialect: Dialect;
  readonly calls: ScormCalls;
  readonly mode: Launch['mode'];
  /** Statuses as they are in the LMS. */
  readonly earned: Map<string, string>;
  readonly log: Log;
}

/** Loads the writing half. */
type LoadWriting = () => Promise<{ createWriter: (session: ScormSession) => RecordWriter }>;

export function createScormDriver(
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
    open: () => (opened ??= open(dialect, () => load('scorm-writing', loadWriting), log, options)),
  };
}

async function open(
  dialect: Dialect,
  loadWriting: LoadWriting,
  log: Log,
  { scope = globalThis, clock = browserClock, online: isOnline = online }: DriverOptions,
): Promise<LaunchedRecord> {
  const { api: name, calls: names } = dialect;
  const launch: Launch = { connected: false, mode: 'normal', saved: '' };
  const api = await findApi(scope, name, names.initialize, clock);
  if (!api)
    return unconnected({ ...launch, problem: { code: 'no-lms', detail: `No ${name} was found.` } }, log);
  const calls = new ScormCalls(api, dialect, isOnline, log);
  const problem = calls.initialize();
  if (problem) return unconnected({ ...launch, problem }, log);
  launch.connected = true;
  read(calls, dialect, launch);
  const earned = launch.mode === 'normal' ? begin(calls, dialect, log) : new Map<string, string>();
  const session = { dialect, calls, mode: launch.mode, earned, log };
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

function unconnected(launch: Launch, log: Log): LaunchedRecord {
  log.add(`start: ${launch.problem?.code}, ${launch.problem?.detail}`);
  return { launch, close: () => {}, loadWriter: async () => undefined };
}

function read(calls: ScormCalls, { elements, unset, passMark }: Dialect, launch: Launch): void {
  const mode = calls.get(elements.mode);
  if (mode === 'review' || mode === 'browse') launch.mode = mode;
  else if (calls.get(elements.credit) === 'no-credit') launch.mode = 'browse';
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

/** Statuses of an attempt in which nothing has counted yet. */
const NOT_BEGUN: ReadonlySet<string> = new Set(['', 'not attempted', 'unknown', 'browsed']);

/**
 * At once: an LMS may turn a status that was never set into `completed`, and only `suspend` resumes after a crash. Gives
 * the statuses that the LMS had.
 */
function begin(calls: ScormCalls, { earned, statuses, elements }: Dialect, log: Log): Map<string, string> {
  const before = new Map<string, string>();
  for (const status of Object.keys(earned)) {
    const value = calls.get(status);
    calls.known(status, value);
    before.set(status, value);
  }
  // An attempt that an earlier session ended, failed for good perhaps, stays so until a report says otherwise
  for (const [status, begun] of statuses({ completion: 'incomplete', success: 'unknown' }))
    if (NOT_BEGUN.has(before.get(status) ?? '')) calls.put(status, begun, true);
  calls.put(elements.exit, 'suspend');
  calls.commit();
  if (calls.failure) log.add(`start: ${calls.failure.code}, ${calls.failure.detail}`);
  return before;
}
