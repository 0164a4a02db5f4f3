/** The half that writes to an LRS: loaded when the first screen stands. */
import type { CourseStructure } from '../../course/compiled.ts';
import type { Floor } from '../../learning/types.ts';
import { deviceStorage, tabStorage } from '../device/storage.ts';
import type { Clock } from '../device/surroundings.ts';
import type { Log } from '../log.ts';
import type { Launch } from '../record.ts';
import type { StateKey } from './client.ts';
import type { Connection, Facts, LrsOptions } from './connection.ts';
import { createCourseTexts, type CourseTexts } from './course-texts.ts';
import { describe } from './describe.ts';
import { identityOf } from './identity.ts';
import { ownerHash, randomUuid } from './ids.ts';
import { browserLock } from './lock.ts';
import { Outbox } from './outbox.ts';
import type { OutboxStorageOptions } from './outbox-storage.ts';
import type { Role } from './outbox.types.ts';
import type { Entry } from './entry.ts';
import { createReissue } from './reissue.ts';
import type { ReadDocument } from './resume-document.ts';
import { sessionTimes, type SessionTimes } from './session-times.ts';
import { ResumeState } from './resume-state.ts';
import { StatementClient } from './statement-client.ts';
import { StatementPolicy } from './statement-policy.ts';
import { templateOf, type Setting } from './context.ts';
import type { Context } from './types.ts';
import { Statements } from './statements.ts';
import { verbId } from './verbs.ts';
import { waitingResults } from './waiting-results.ts';
import { LrsWriter } from './writer.ts';

/** What the first half has found. */
export interface OpenedSession {
  course: CourseStructure;
  options: LrsOptions;
  clock: Clock;
  log: Log;
  connection: Connection;
  facts: Facts;
  /** Where the saved state lies. */
  key: StateKey;
  /** Undefined: nobody could read it. */
  read: ReadDocument | undefined;
  /** The saved state was of another shape. */
  damaged(): void;
  /** When the launch was opened. */
  since: number;
}

export function createWriter(opened: OpenedSession, launch: Pick<Launch, 'saved' | 'floor'>): LrsWriter {
  const { clock, log, connection, facts, read, options } = opened;
  if (read && !read.kept.saved) launch.saved = envelopeIn(read.document?.value) ?? launch.saved;
  const parts = partsOf(opened);
  const floor = floorIn(opened, parts.outbox);
  if (floor) launch.floor = floor;
  const { sent, saved } = read?.kept ?? { sent: {}, saved: '' };
  // A document of which nothing can be read tells that there was somebody
  const resumed = read === undefined || Boolean(read.document?.value);
  const policy = new StatementPolicy({ connection, facts, clock, sent, resumed, ...parts });
  const writer = new LrsWriter({
    clock,
    log,
    facts,
    policy,
    random: options.random ?? Math.random,
    ...parts,
  });
  writer.begin(saved !== '');
  return writer;
}

/** Last year's attempt has another registration. Where there is none, nobody can tell which one is meant. */
function floorIn({ course, connection, facts }: OpenedSession, outbox: Outbox): Floor | undefined {
  if (facts.mode !== 'normal' || connection.registration === undefined) return undefined;
  return waitingResults(course, connection.activity, [...outbox.others(), ...outbox.waiting()]);
}

/** Of a document that arrived by half the envelope may still name the attempt: what devices keep of it joins by that. */
function envelopeIn(document: unknown): string | undefined {
  return typeof document === 'string' ? /"(1\.\w{10}\.\w{1,6}\.[\w-]*)/.exec(document)?.[1] : undefined;
}

/** The learner ended the session, and the page came back: what is still on the device goes out, nothing new. */
export function sendLeftovers(opened: OpenedSession): void {
  void partsOf(opened).outbox.flush();
}

interface Parts {
  client: StatementClient;
  resume: ResumeState;
  texts: CourseTexts;
  setting: Setting;
  times: SessionTimes;
  statements: Statements;
  outbox: Outbox;
}

function partsOf(opened: OpenedSession): Parts {
  const { course, options, connection, facts } = opened;
  const { endpoint, actor, activity, registration = '', spelled } = connection;
  const texts = createCourseTexts(course, options.fetch);
  const template = templateOf(facts.setting.template);
  const times = sessionTimes(tabStorage(options.tabStorage), facts.setting.session);
  const setting: Setting = {
    ...facts.setting,
    template,
    // What is said after a reload comes after what was said before it, whatever the clock shows
    since: Math.max(opened.since, times.latest() + 1),
    language: options.language ?? pageLanguage,
  };
  const ownerAs = (who: string, attempt = registration): string =>
    ownerHash([endpoint, who, activity, attempt].join('\n'));
  const owner = ownerAs(identityOf(actor));
  const kept = new Set(
    deviceStorage(options.storage)
      .keys('cm-out')
      .map((key) => key.split('|')[1]),
  );
  // Where an earlier player has kept something, what it said must not be said again under another id
  const former = [ownerAs(JSON.stringify(actor)), ownerAs(identityOf(actor), spelled)].find(
    (one) => one !== owner && kept.has(one),
  );
  const statements = new Statements(course, setting, texts, former ?? owner);
  const client = new StatementClient(connection.client);
  const resume = new ResumeState({ ...opened, client });
  const parts = { client, resume, texts, setting, times, statements };
  return { ...parts, outbox: outboxOf(opened, parts, { owner, ...(former && { former }) }) };
}

/** The player sets it to the language that the learner reads in. */
const pageLanguage = (): string | undefined => globalThis.document?.documentElement.lang;

function outboxOf(
  { course, options, clock, log, connection, facts }: OpenedSession,
  { client, resume, texts, setting, times, statements }: Omit<Parts, 'outbox'>,
  owner: Pick<OutboxStorageOptions, 'owner' | 'former'>,
): Outbox {
  const { activity, actor } = connection;
  const outbox: Outbox = new Outbox({
    storage: deviceStorage(options.storage),
    ...owner,
    page: randomUuid().slice(0, 4),
    clock,
    log,
    send: (batch, leaving) =>
      client.send(
        batch.map((statement) => ({
          ...statement,
          actor,
          context: respelled(statement.context, connection),
        })),
        leaving,
      ),
    find: (id) => client.statement(id),
    pause: () => client.pause(),
    taken: () => client.taken(),
    isOver: () => resume.isOver(),
    mine: ({ session }) => session === setting.session,
    role: (entry) => roleOf(entry, setting),
    reissue: (isStopped) => reissue(isStopped),
    describe: (entry) => describe(course, texts, setting, entry),
    ...(options.random && { random: options.random }),
    lock: options.lock ?? browserLock,
  });
  const now = (): number => {
    const at = statements.nextTime(clock.now());
    times.stamp(at);
    return at;
  };
  const reissue =
    facts.mode === 'normal'
      ? createReissue({ course, client, actor, activity, setting, now, log, outbox })
      : async (): Promise<boolean> => true;
  return outbox;
}

/** What an earlier page kept under a registration that no LRS takes. */
const respelled = (context: Context, { registration, spelled }: Connection): Context =>
  spelled !== undefined && registration !== undefined && context.registration === spelled
    ? { ...context, registration }
    : context;

const ROLES: readonly (readonly [verb: string, role: Role])[] = [
  [verbId('initialized'), 'opens'],
  [verbId('terminated'), 'closes'],
  [verbId('passed'), 'decides'],
  [verbId('failed'), 'decides'],
  [verbId('completed'), 'decides'],
];

/** What the course itself is said to be. An LRS without sessions asks for no order. */
function roleOf({ statement }: Entry, { activity, session }: Setting): Role | undefined {
  if (statement.object.id !== activity) return undefined;
  const [, role] = ROLES.find(([verb]) => verb === statement.verb.id) ?? [];
  return role === 'decides' || session !== undefined ? role : undefined;
}
