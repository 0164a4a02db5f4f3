/**
 * What the xAPI package and cmi5 have in common when they open a launch: they read what it is about and what was saved.
 * Everything that is said, and the means to say it, is loaded when the first screen stands (writing.ts).
 */
import type { CourseStructure } from '../../course/compiled.ts';
import { shortHash } from '../device/hash.ts';
import { browserClock, loadCode, type Clock } from '../device/surroundings.ts';
import { createLog, type Log } from '../log.ts';
import type { Driver, Launch, LaunchedRecord, Problem, RecordWriter } from '../record.ts';
import { learnerOf } from './actor.ts';
import { LrsError, statusOf, waits, type StateKey } from './client.ts';
import { LaunchRefused, type Connection, type Facts, type LrsOptions } from './connection.ts';
import { problemOf, StateRefused } from './problems.ts';
import { readResume, type ReadDocument } from './resume-document.ts';
import { isUuid } from './values.ts';
import type { OpenedSession } from './writing.ts';

/** Milliseconds. */
const READ_AGAIN = [500, 1_500];

/** What a driver has around it, whatever the launch says. */
interface DriverContext {
  course: CourseStructure;
  options: LrsOptions;
  clock: Clock;
  log: Log;
}

export function createLrsDriver(
  course: CourseStructure,
  options: LrsOptions,
  connect: () => Promise<Connection>,
): Driver {
  const log = createLog();
  const context = { course, options, clock: options.clock ?? browserClock, log };
  let opened: Promise<LaunchedRecord> | undefined;
  return { keeper: 'lms', log, open: () => (opened ??= open(context, connect)) };
}

async function open(context: DriverContext, connect: () => Promise<Connection>): Promise<LaunchedRecord> {
  const { log, clock } = context;
  const launch: Launch = { connected: false, mode: 'normal', saved: '' };
  const since = clock.now();
  let returnUrl: string | undefined;
  try {
    const connection = await connect();
    const { registration } = connection;
    if (registration && !isUuid(registration)) await settle(context, connection);
    if (connection.unencrypted) {
      launch.unencrypted = true;
      log.add('warning: an address of the launch is not https');
    }
    const damaged = onceSaid(log);
    const key = keyOf(connection);
    const ask = () => readResume(connection.client, key, damaged, () => clock.now());
    const [facts, { read, problem }] = await Promise.all([
      patiently(clock, () => connection.facts()),
      readAtLaunch(context, ask),
    ]);
    Object.assign(launch, learned(connection, facts), problem && { problem });
    launch.saved = read ? savedIn(read) : '';
    const session = { ...context, connection, facts, key, read, damaged, since };
    if (!facts.marks.has('terminated')) return connected(launch, session);
    returnUrl = facts.returnUrl;
    launch.problem = { code: 'session-over', detail: 'The session was ended.', cause: 'left' };
    void loadWriting(session).then(({ sendLeftovers }) => sendLeftovers(session), nothing);
  } catch (error) {
    launch.problem = problemOf(error);
    log.add(`start: ${launch.problem.code}, ${launch.problem.detail}`);
  }
  return { launch, returnUrl, again: 'here', close: nothing, loadWriter: async () => undefined };
}

/** Where it can't be fetched, what the launch says has to do. */
const settle = ({ options, log }: DriverContext, connection: Connection): Promise<void> =>
  (options.loadCode ?? loadCode)('odd-registration', () => import('./odd-registration.ts')).then(
    (code) => code.settle(connection, log),
    nothing,
  );

/** No state is written so. */
const ILLEGIBLE = '?';

/** A document in which no state can be read is not none: it proves no new attempt, and the device's work is not put aside. */
const savedIn = ({ kept, document }: ReadDocument): string =>
  kept.saved || (document?.value ? ILLEGIBLE : '');

const nothing = (): void => {};

function loadWriting({ options }: OpenedSession): Promise<typeof import('./writing.ts')> {
  // The writing half imports it: the browser would find it a round trip later
  import('../scorm/formats.ts').catch(nothing);
  return (options.loadCode ?? loadCode)('lrs-writing', () => import('./writing.ts'));
}

function connected(launch: Launch, session: OpenedSession): LaunchedRecord {
  launch.connected = true;
  let writer: RecordWriter | undefined;
  async function loadWriter(): Promise<RecordWriter> {
    const { createWriter } = await loadWriting(session);
    return (writer ??= createWriter(session, launch));
  }
  const { registration } = session.connection;
  return {
    launch,
    attempt: registration && shortHash(registration),
    returnUrl: session.facts.returnUrl,
    again: 'here',
    knownById: true,
    // Where the code is in the browser's cache it may come in time; if not, nobody says that there was a visit
    close: () => void loadWriter().then((loaded) => loaded.finish(undefined, 'page'), nothing),
    // whoever needs it tells
    fetchWriter: () => void loadWriting(session).catch(nothing),
    loadWriter,
  };
}

const keyOf = ({ actor, activity, registration }: Connection): StateKey => ({
  agent: actor,
  activityId: activity,
  stateId: 'resume',
  ...(registration && { registration }),
});

function onceSaid(log: Log): () => void {
  let said = false;
  return () => {
    if (!said) log.add('state: the document is none of this course, and was passed over');
    said = true;
  };
}

const learned = (connection: Connection, { mode, language, setting }: Facts): Partial<Launch> => ({
  mode,
  learner: learnerOf(connection.actor),
  ...(language && { language }),
  ...(setting.masteryScore !== undefined && { passMark: setting.masteryScore * 100 }),
});

/** Unreadable is not empty: what is there is read again, and merged, before anything is written over it. */
async function readAtLaunch(
  { clock, log }: DriverContext,
  ask: () => Promise<ReadDocument>,
): Promise<{ read?: ReadDocument; problem?: Problem }> {
  try {
    return { read: await patiently(clock, ask) };
  } catch (error) {
    if (statusOf(error) === 401) throw error;
    // Some credentials are good for statements alone: what is said first tells whether these are
    const isForbidden = statusOf(error) === 403 && error instanceof Error;
    const problem = problemOf(isForbidden ? new StateRefused(error.message) : error);
    log.add(`start: ${problem.code}, ${problem.detail}`);
    return { problem };
  }
}

const mayPass = (error: unknown): boolean =>
  error instanceof LrsError ? waits(error.status) : error instanceof LaunchRefused && error.mayPass;

async function patiently<Value>(clock: Clock, ask: () => Promise<Value>): Promise<Value> {
  for (const wait of READ_AGAIN) {
    try {
      return await ask();
    } catch (error) {
      if (!mayPass(error)) throw error;
      const asked = error instanceof LrsError ? error.wait : undefined;
      await new Promise<void>((resolve) => clock.after(Math.min(asked ?? wait, 5_000), resolve));
    }
  }
  return ask();
}
