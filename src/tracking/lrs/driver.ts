/**
 * What the xAPI package and cmi5 have in common when they open a launch: they read what it is about and what was saved,
 * and say that it has begun. What is written then is in `writer.ts`.
 */
import type { CourseStructure } from '../../course/compiled.ts';
import { deviceStorage } from '../device/storage.ts';
import { browserClock, type Clock } from '../device/surroundings.ts';
import { createLog, type Log } from '../log.ts';
import type { Driver, Launch, LaunchedRecord, Problem } from '../record.ts';
import { learnerOf } from './actor.ts';
import { LrsError, statusOf } from './client.ts';
import type { Connection, Facts, LrsOptions } from './connection.ts';
import { createCourseTexts, type CourseTexts } from './course-texts.ts';
import { define } from './define.ts';
import { ownerHash, randomUuid } from './ids.ts';
import { browserLock } from './lock.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { Entry } from './outbox-storage.ts';
import { problemOf } from './problems.ts';
import { createReissue } from './reissue.ts';
import { createResumeState, type ResumeDocument, type ResumeState } from './resume-state.ts';
import { createStatementPolicy } from './statement-policy.ts';
import { createStatements, type Setting } from './statements.ts';
import { LrsWriter, type LrsSession } from './writer.ts';

/** Milliseconds. */
const READ_AGAIN = [500, 1_500];

/** What a driver has around it, whatever the launch says. */
interface DriverContext {
  course: CourseStructure;
  options: LrsOptions;
  clock: Clock;
  log: Log;
  texts: CourseTexts;
}

export function createLrsDriver(
  course: CourseStructure,
  options: LrsOptions,
  connect: () => Promise<Connection>,
): Driver {
  const log = createLog();
  const texts = createCourseTexts(course, options.fetch);
  const context = { course, options, clock: options.clock ?? browserClock, log, texts };
  let opened: Promise<LaunchedRecord> | undefined;
  return { keeper: 'lms', log, open: () => (opened ??= open(context, connect)) };
}

async function open(context: DriverContext, connect: () => Promise<Connection>): Promise<LaunchedRecord> {
  const { log } = context;
  const launch: Launch = { connected: false, mode: 'normal', saved: '' };
  let returnUrl: string | undefined;
  try {
    const connection = await connect();
    if (connection.unencrypted) {
      launch.unencrypted = true;
      log.add('warning: an address of the launch is not https; what is sent there can be read on the way');
    }
    const resume = createResumeState(connection.client, keyOf(connection), context.course);
    const [facts, kept] = await Promise.all([
      patiently(context.clock, connection.facts),
      readResume(context, resume),
    ]);
    const session = sessionOf(context, connection, facts, resume, kept);
    Object.assign(launch, learned(connection, facts), kept.problem && { problem: kept.problem });
    launch.saved = kept.saved;
    if (!facts.marks.has('terminated')) return connected(launch, session);
    returnUrl = facts.returnUrl;
    // The learner ended it, and the page came back: what is still on the device goes out, nothing new
    launch.problem = { code: 'session-over', detail: 'The session was ended.' };
    void session.outbox.flush();
  } catch (error) {
    launch.problem = problemOf(error);
    log.add(`start: ${launch.problem.code}, ${launch.problem.detail}`);
  }
  return { launch, returnUrl, close: () => {}, loadWriter: async () => undefined };
}

function connected(launch: Launch, session: LrsSession): LaunchedRecord {
  const writer = new LrsWriter(session);
  writer.begin(launch.saved !== '');
  launch.connected = true;
  return {
    launch,
    returnUrl: session.facts.returnUrl,
    close: () => void writer.finish(undefined, 'page'),
    loadWriter: async () => writer,
  };
}

const keyOf = ({ actor, activity, registration }: Connection) => ({
  agent: actor,
  activityId: activity,
  stateId: 'resume',
  ...(registration && { registration }),
});

const learned = (connection: Connection, { mode, language, setting }: Facts): Partial<Launch> => ({
  mode,
  learner: learnerOf(connection.actor),
  ...(language && { language }),
  ...(setting.masteryScore !== undefined && { passMark: setting.masteryScore * 100 }),
});

type Found = ResumeDocument & { problem?: Problem };

/** Unreadable is not empty: what is there is read again, and merged, before anything is written over it. */
async function readResume({ clock, log }: DriverContext, resume: ResumeState): Promise<Found> {
  try {
    return await patiently(clock, resume.read);
  } catch (error) {
    if (statusOf(error) === 401 || statusOf(error) === 403) throw error;
    const problem = problemOf(error);
    log.add(`start: ${problem.code}, ${problem.detail}`);
    return { saved: '', sent: {}, problem };
  }
}

async function patiently<Value>(clock: Clock, ask: () => Promise<Value>): Promise<Value> {
  for (const wait of READ_AGAIN) {
    try {
      return await ask();
    } catch (error) {
      const status = statusOf(error);
      if (!(error instanceof LrsError) || (status > 0 && status < 500 && status !== 429)) throw error;
      await new Promise<void>((resolve) => clock.after(Math.min(error.wait ?? wait, 5_000), resolve));
    }
  }
  return ask();
}

function sessionOf(
  context: DriverContext,
  connection: Connection,
  facts: Facts,
  resume: ResumeState,
  { sent, saved, problem }: Found,
): LrsSession {
  const { course, clock, log, texts } = context;
  const { endpoint, actor, activity, registration = '' } = connection;
  const setting: Setting = { ...facts.setting, since: clock.now() };
  const owner = ownerHash([endpoint, JSON.stringify(actor), activity, registration].join('\n'));
  const outbox = outboxOf(context, connection, facts, setting, owner);
  const statements = createStatements(course, setting, texts, owner);
  const resumed = saved !== '' || Object.keys(sent).length > 0 || problem !== undefined;
  const policy = createStatementPolicy({
    connection,
    facts,
    setting,
    statements,
    outbox,
    clock,
    sent,
    resumed,
  });
  return { clock, log, texts, facts, setting, outbox, resume, statements, policy };
}

function outboxOf(
  { course, options, clock, log, texts }: DriverContext,
  { client, activity, actor }: Connection,
  facts: Facts,
  setting: Setting,
  owner: string,
): Outbox {
  const outbox: Outbox = createOutbox({
    storage: deviceStorage(options.storage),
    owner,
    page: randomUuid().slice(0, 4),
    clock,
    log,
    send: (statements, leaving) =>
      client.send(
        statements.map((statement) => ({ ...statement, actor })),
        leaving,
      ),
    find: (id) => client.statement(id),
    mine: ({ session }) => session === setting.session,
    prepare: () => reissue(),
    describe: (entry) => describe(course, texts, entry),
    ...(options.random && { random: options.random }),
    lock: options.lock ?? browserLock,
  });
  const reissue =
    facts.mode === 'normal'
      ? createReissue({ course, client, activity, setting, clock, log, outbox })
      : async (): Promise<void> => {};
  return outbox;
}

async function describe(course: CourseStructure, texts: CourseTexts, entry: Entry): Promise<Entry> {
  const { about, statement } = entry;
  if (!about) return entry;
  await texts.load(about);
  const object = { ...statement.object, ...define(course, texts, about, statement.object.id).activity };
  return { ...entry, statement: { ...statement, object } };
}
