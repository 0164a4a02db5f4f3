/**
 * What the two SCORM drivers have in common: when they say what. What differs between them is a `Dialect`. This is what a
 * launch needs before its first screen: to find the LMS, to open the session, to read and to mark the attempt as begun. The
 * writing half (writing.ts) follows it.
 */
import type { CourseStructure } from '../../course/compiled.ts';
import { browserClock, languageTag, loadCode, online, type Clock } from '../device/surroundings.ts';
import type { Floor } from '../../learning/types.ts';
import { createLog, type Log } from '../log.ts';
import type {
  Again,
  Driver,
  DriverOptions,
  Launch,
  LaunchedRecord,
  Problem,
  RecordWriter,
} from '../record.ts';
import { ScormCalls } from './calls.ts';
import type { Dialect } from './dialect.ts';
import { findApi } from './find-api.ts';
import { isReplayed, pageLanguage } from './lms-page.ts';
import { traitsOf, type LmsTraits } from './lms-traits.ts';

type ScormCourse = Pick<CourseStructure, 'languages' | 'lms' | 'objectives'>;

/** A session that the LMS has opened. */
export interface ScormSession {
  readonly dialect: Dialect;
  readonly calls: ScormCalls;
  readonly launch: Launch;
  readonly mode: Launch['mode'];
  readonly course: ScormCourse;
  readonly traits: LmsTraits;
  readonly clock: Clock;
  /** Statuses as they were in the LMS, and what was earned since. */
  readonly earned: Map<string, string>;
  readonly log: Log;
}

/** The writing half: it also tells what the LMS holds, before the first write. */
export interface ScormRecord extends RecordWriter {
  floor(): Floor;
}

/** Loads the writing half. */
type LoadWriting = () => Promise<{ createWriter: (session: ScormSession) => ScormRecord }>;

export function createScormDriver(
  course: ScormCourse,
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
    open: () => (opened ??= open(dialect, course, () => load('scorm-writing', loadWriting), log, options)),
  };
}

async function open(
  dialect: Dialect,
  course: ScormCourse,
  loadWriting: LoadWriting,
  log: Log,
  { scope = globalThis, clock = browserClock, online: isOnline = online }: DriverOptions,
): Promise<LaunchedRecord> {
  const { api: name, calls: names } = dialect;
  const launch: Launch = { connected: false, mode: 'normal', saved: '' };
  const found = await findApi(scope, name, names.initialize, clock);
  if (!found)
    return unconnected(
      { ...launch, problem: { code: 'no-lms', detail: `No ${name} was found.` } },
      'here',
      log,
    );
  // A popup that is loaded again finds the same ended session in the window behind it
  const again = found.behind ? 'elsewhere' : 'around';
  const traits = traitsOf(course);
  const calls = new ScormCalls(found, dialect, isOnline, log, traits.meansItsNo);
  const problem = calls.initialize();
  if (problem && !isRunning(calls, dialect, problem)) return unconnected({ ...launch, problem }, again, log);
  // No LMS has nothing there: where it says so, it is asked again before anything is put over it
  const statusOf = (status: string): string => statusIn(calls, status) || statusIn(calls, status);
  const ask = () => new Map(Object.keys(dialect.earned).map((status) => [status, statusOf(status)]));
  let statuses = ask();
  if ([...statuses.values()].every((value) => value === '') && (await isLate(calls, dialect, clock)))
    statuses = ask();
  read(calls, dialect, launch, statuses);
  // Some keep the learner's language to themselves, and speak it all the same
  const spoken = found.holder === scope ? '' : (languageTag(pageLanguage(found.holder)) ?? '');
  // The course's first may be all that the LMS has, for everybody: it says nothing of this learner
  const isAnyones = spoken.split('-')[0] === course.languages[0]?.split('-')[0];
  const language = languageTag(calls.get(dialect.elements.language)) ?? (isAnyones ? '' : spoken);
  if (language) launch.language = language;
  if (!found.behind && isReplayed(found.holder))
    return unconnected({ ...launch, problem: REPLAYED }, again, log);
  launch.connected = true;
  const { mode } = launch;
  const session = { dialect, calls, launch, mode, course, traits, clock, earned: statuses, log };
  if (launch.mode === 'normal') begin(session, launch);
  let writer: RecordWriter | undefined;
  return {
    launch,
    again,
    endsWithPage: traits.endsWithPage === true,
    close: () => void calls.finish(),
    // whoever needs it tells
    fetchWriter: () => void loadWriting().catch(() => undefined),
    async loadWriter() {
      const { createWriter } = await loadWriting();
      if (writer) return writer;
      // Asked again after the first screen, unless the attempt is new: an LMS may have answered with nothing once
      const isNew = [...statuses.values()].every((value) => NEW.has(value));
      if (launch.saved === '' && !isNew) readAgain(calls, dialect, launch);
      const made = createWriter(session);
      const floor: Floor = { ...launch.floor, ...made.floor() };
      // It is of the attempt before
      if (isNew && launch.saved === '') delete floor.score;
      if (Object.keys(floor).length > 0) launch.floor = floor;
      return (writer = made);
    },
  };
}

/** Milliseconds that a learner waits for the first answer. */
const LATE = 1_000;

const REPLAYED: Problem = {
  code: 'session-over',
  detail: 'The browser brought back the page of an earlier launch.',
  cause: 'old-page',
};

function unconnected(launch: Launch, again: Again, log: Log): LaunchedRecord {
  log.add(`start: ${launch.problem?.code}, ${launch.problem?.detail}`);
  return { launch, again, close: () => {}, loadWriter: async () => undefined };
}

/**
 * What stands in the page may hand questions on to another window, and know the answers a moment later: then there is not
 * even a learner.
 */
async function isLate(calls: ScormCalls, { elements }: Dialect, clock: Clock): Promise<boolean> {
  const isSilent = (): boolean => calls.get(elements.id) === '' && calls.get(elements.saved) === '';
  let waited = 0;
  for (; isSilent() && waited < LATE; waited += 100)
    await new Promise<void>((resolve) => clock.after(100, resolve));
  return waited > 0;
}

/**
 * The LMS, or a wrapper around the course, had begun the session before: then its values can be read. The learner's id is one
 * that every LMS must have. A refusal without an error tells nothing by itself.
 */
function isRunning(calls: ScormCalls, { running, elements }: Dialect, { detail }: Problem): boolean {
  const id = calls.get(elements.id);
  return (
    Number(calls.error()) === 0 &&
    running.some((code) => detail.endsWith(`error ${code}`)) &&
    (id !== '' || !detail.endsWith(' 0'))
  );
}

function read(
  calls: ScormCalls,
  dialect: Dialect,
  launch: Launch,
  statuses: ReadonlyMap<string, string>,
): void {
  const { elements, unset, passMark, earned } = dialect;
  const mode = wordIn(calls.get(elements.mode), ['review', 'browse']);
  const isEarned = [...statuses].some(([status, value]) => earned[status]?.includes(value));
  if (mode === 'review' || mode === 'browse') launch.mode = mode;
  // Some LMSs say so of what was passed: that is review, and no looking around
  else if (wordIn(calls.get(elements.credit), ['no-credit']) === 'no-credit')
    launch.mode = isEarned ? 'review' : 'browse';
  // Some LMSs pad what they give back; no envelope has space around it
  const ask = (): string => calls.get(elements.saved).trim();
  // Where no status tells a new attempt, it would be begun over an old one at once: nothing must be said twice
  launch.saved = ask() || ([...statuses.values()].includes('') ? ask() : '');
  if (launch.saved === '') {
    const code = calls.error();
    const detail = `${elements.saved} can't be read: error ${code}`;
    if (Number(code) !== 0 && !unset.includes(code)) launch.problem = { code: 'lms-refused', detail };
  }
  const id = calls.get(elements.id);
  // The device tells learners apart by both: one whose name could not be read would be another
  const name = calls.get(elements.name) || calls.get(elements.name);
  if (id && (name || !calls.gone())) launch.learner = { id, name };
  const percent = passMark(calls.number(elements.passMark));
  // 0 is what LMSs say that were given none; with it everybody would pass
  if (percent > 0 && percent <= 100) launch.passMark = percent;
  if (launch.saved === '' && [...statuses.values()].some((value) => LASTING.has(value))) launch.begun = true;
  const floor = floorOf(calls, dialect, launch, statuses);
  if (floor) launch.floor = floor;
}

function readAgain(calls: ScormCalls, { elements }: Dialect, launch: Launch): void {
  launch.saved = calls.get(elements.saved).trim();
  if (launch.saved === '') return;
  delete launch.begun;
  delete launch.problem;
}

/**
 * The score tells a state that was wiped from a new attempt; that of an attempt that has not begun tells nothing. A pass
 * says that the course is complete only where one status stands for both (SCORM 1.2).
 */
function floorOf(
  calls: ScormCalls,
  { elements, earned }: Dialect,
  { begun }: Launch,
  statuses: ReadonlyMap<string, string>,
): Floor | undefined {
  const values = [...statuses.values()];
  const completed = [...statuses].some(([status, value]) => {
    const words = earned[status] ?? [];
    return words.includes('completed') && words.includes(value);
  });
  const passed = values.includes('passed');
  const raw = begun ? calls.percent(`${elements.score}.raw`) : NaN;
  const floor = {
    ...(completed && { completed }),
    ...((passed || values.includes('failed')) && { passed }),
    // 0 is what LMSs say that have none
    ...(raw > 0 && { score: raw }),
  };
  return Object.keys(floor).length > 0 ? floor : undefined;
}

/** Statuses of an attempt in which nothing has counted yet. */
const NEW: ReadonlySet<string> = new Set(['not attempted', 'unknown', 'browsed']);
const LASTING: ReadonlySet<string> = new Set(['passed', 'completed', 'failed', 'incomplete']);
const STATUSES = [...NEW, ...LASTING];

export const statusIn = (calls: ScormCalls, status: string): string => wordIn(calls.get(status), STATUSES);

/** AICC, from which many LMSs come, takes the first letter for the word, and capitals for small letters. */
function wordIn(text: string, words: readonly string[]): string {
  const said = text.trim().toLowerCase();
  return words.find((word) => said !== '' && word.startsWith(said)) ?? text;
}

/**
 * At once: an LMS may turn a status that was never set, or not in this session, into `completed`, and only `suspend`
 * resumes after a crash.
 */
function begin(session: ScormSession, { saved }: Launch): void {
  const { calls, dialect, earned: statuses, log } = session;
  const { begun, elements } = dialect;
  const mayBeNew = [...statuses.values()].every((value) => value === '' || NEW.has(value));
  for (const [status, value] of statuses) {
    // Where there is a state, a status that reads as nothing can't be read: who knows what it is
    if (value === '' ? saved !== '' : !STATUSES.includes(value)) continue;
    // An attempt that an earlier session ended, failed for good perhaps, stays so until a report says otherwise
    const now = LASTING.has(value) ? value : begun[status];
    if (now && (LASTING.has(now) || mayBeNew)) calls.put(status, now, 'result');
  }
  calls.put(elements.exit, exitOf(session));
  calls.commit();
  if (calls.failure) log.add(`start: ${calls.failure.code}, ${calls.failure.detail}`);
}

const DONE: ReadonlySet<string> = new Set(['passed', 'completed']);

/** One of these statuses says that the course is done. */
export const isDone = (statuses: Iterable<string>): boolean =>
  [...statuses].some((status) => DONE.has(status));

export const exitOf = ({ traits, dialect, earned }: ScormSession): string => {
  const endsForGood = traits.wantsDoneUnsuspended12 && dialect.api === 'API';
  return endsForGood && isDone(earned.values()) ? '' : 'suspend';
};
