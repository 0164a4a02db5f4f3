/**
 * What the xAPI package and cmi5 have in common behind `LearnerRecord`: statements through the outbox, the saved state
 * through the State API. Everything that a write tells is on the device before its first await.
 */
import type { CourseStructure } from '../../course/compiled.ts';
import type { ActivityEvent, InteractionReport, Report } from '../../learning/types.ts';
import { createLog } from '../session/log.ts';
import type { Launch, LearnerRecord, Leaving, Problem, Writing, Written } from '../record.ts';
import { browserClock, deviceStore } from '../device/surroundings.ts';
import { learnerOf } from './actor.ts';
import { createAdoption } from './adopt.ts';
import { LrsError, statusOf } from './client.ts';
import { define } from './define.ts';
import type { Door, Facts, LrsOptions } from './door.ts';
import { randomUuid, shortHash } from './ids.ts';
import { createOutbox, type Delivery, type Entry, type Outbox } from './outbox.ts';
import { browserLock } from './lock.ts';
import { problemOf, settled } from './problems.ts';
import { createResumeState, type Kept, type ResumeState } from './resume-state.ts';
import { createStatements, type Setting, type Statements } from './statements.ts';
import { createTeller, type Teller } from './teller.ts';
import { createWords } from './words.ts';

/** Milliseconds. */
const SOON = 1_000;
const READ_AGAIN = [500, 1_500];

interface Open {
  door: Door;
  facts: Facts;
  setting: Setting;
  outbox: Outbox;
  resume: ResumeState;
  statements: Statements;
  teller: Teller;
}

export function createLrsRecord(
  course: CourseStructure,
  options: LrsOptions,
  openDoor: () => Promise<Door>,
): LearnerRecord {
  const clock = options.clock ?? browserClock;
  const store = options.store === undefined ? deviceStore() : (options.store ?? undefined);
  const log = createLog();
  const words = createWords(course, options.fetch);
  let open: Open | undefined;
  let started: Promise<Launch> | undefined;
  let finished: Promise<Written> | undefined;
  let cancelSoon: (() => void) | undefined;
  let wordsWanted = false;

  // ---- the start ---------------------------------------------------------------------------------------------------

  async function start(): Promise<Launch> {
    const launch: Launch = { connected: false, mode: 'normal', saved: '' };
    try {
      const door = await openDoor();
      if (door.unencrypted) {
        launch.unencrypted = true;
        log.add('warning: an address of the launch is not https; what is sent there can be read on the way');
      }
      const key = {
        agent: door.actor,
        activityId: door.activity,
        stateId: 'resume',
        ...(door.registration && { registration: door.registration }),
      };
      const resume = createResumeState(door.client, key, course);
      const [facts, kept] = await Promise.all([patiently(door.facts), readKept(resume)]);
      const setting: Setting = { ...facts.setting, since: clock.now() };
      const owner = shortHash(
        [door.endpoint, JSON.stringify(door.actor), door.activity, door.registration ?? ''].join('\n'),
      );
      const outbox = openOutbox(door, facts, setting, owner);
      const statements = createStatements(course, setting, words, owner);
      const { told, saved } = kept;
      const resumed = saved !== '' || Object.keys(told).length > 0 || kept.problem !== undefined;
      const teller = createTeller({ door, facts, setting, statements, outbox, clock, told, resumed });
      open = { door, facts, setting, resume, outbox, statements, teller };
      Object.assign(launch, learned(door, facts), kept.problem && { problem: kept.problem });
      launch.saved = saved;
      if (facts.marks.has('terminated')) return over(launch);
      begin(open, kept);
      launch.connected = true;
    } catch (error) {
      launch.problem = problemOf(error);
      log.add(`start: ${launch.problem.code}, ${launch.problem.detail}`);
    }
    return launch;
  }

  /** The session was ended by the learner, and the page came back: what is still on the device goes out, nothing new. */
  function over(launch: Launch): Launch {
    launch.problem = { code: 'session-over', detail: 'The session was ended.' };
    void open?.outbox.flush();
    return launch;
  }

  function begin({ facts, statements, teller }: Open, kept: Kept): void {
    if (!facts.marks.has('initialized')) {
      teller.put(statements.initialized(clock.now(), randomUuid()));
      if (kept.saved !== '' && facts.mode === 'normal')
        teller.put(statements.resumed(clock.now(), randomUuid()));
      facts.marks.set('initialized');
    }
    // Not before the first screen is there: sending takes the xAPI library, and words in other languages
    flushIn(SOON);
  }

  /** Unreadable is not empty: what is there is read again, and merged, before anything is written over it. */
  async function readKept(resume: ResumeState): Promise<Kept & { problem?: Problem }> {
    try {
      return await patiently(resume.read);
    } catch (error) {
      if (statusOf(error) === 401 || statusOf(error) === 403) throw error;
      log.add(`start: ${(error as Error).message}`);
      return { saved: '', told: {}, problem: problemOf(error) };
    }
  }

  async function patiently<Value>(ask: () => Promise<Value>): Promise<Value> {
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

  // ---- statements --------------------------------------------------------------------------------------------------

  function openOutbox(door: Door, facts: Facts, setting: Setting, owner: string): Outbox {
    const { client, activity } = door;
    const adopt = createAdoption({
      course,
      client,
      activity,
      setting,
      clock,
      log,
      outbox: () => open?.outbox,
    });
    return createOutbox({
      store,
      owner,
      page: randomUuid().slice(0, 4),
      clock,
      log,
      send: (statements, leaving) =>
        door.client.send(
          statements.map((statement) => ({ ...statement, actor: door.actor })),
          leaving,
        ),
      find: (id) => door.client.statement(id),
      mine: ({ session }) => session === setting.session,
      prepare: facts.mode === 'normal' ? adopt : async () => {},
      complete,
      ...(options.random && { random: options.random }),
      lock: options.lock ?? browserLock,
    });
  }

  async function complete(entry: Entry): Promise<Entry> {
    const { about, statement } = entry;
    if (!about) return entry;
    await words.load(about);
    const object = { ...statement.object, ...define(course, words, about, statement.object.id).activity };
    return { ...entry, statement: { ...statement, object } };
  }

  function note(happenings: readonly ActivityEvent[], answers: readonly InteractionReport[]): void {
    if (!open || finished || open.facts.mode !== 'normal') return;
    open.teller.note(happenings, answers);
    if (happenings.length > 0) flushIn(SOON);
  }

  function flushIn(wait: number): void {
    cancelSoon ??= clock.after(wait, () => {
      cancelSoon = undefined;
      void open?.outbox.flush();
    });
  }

  // ---- writing -----------------------------------------------------------------------------------------------------

  async function write(writing: Writing): Promise<Written> {
    if (!open || finished)
      return { stored: false, problem: { code: 'session-over', detail: 'No session is open.' } };
    if (open.facts.mode !== 'normal' || !writing.report.counts) return { stored: true };
    return deliver(open, writing);
  }

  async function deliver({ outbox, resume, teller }: Open, writing: Writing): Promise<Written> {
    const { saved, report } = writing;
    const waits = teller.tell(writing, false);
    const { told } = teller;
    fetchWords(report);
    const state = settled(resume.write({ saved, told }));
    const answers = await Promise.all(waits.map(settled));
    const delivery = await outbox.flush();
    let problem = await state;
    // What was told once is kept with the state that goes with it
    if (!problem && teller.told !== told) problem = await settled(resume.write({ saved, told: teller.told }));
    return written(delivery, [problem, ...answers]);
  }

  function written(delivery: Delivery, problems: readonly (Problem | undefined)[]): Written {
    const problem =
      (delivery.outcome === 'delivered'
        ? undefined
        : problemOf(new LrsError('POST statements', delivery.status))) ?? problems.find(Boolean);
    if (problem) {
      log.add(`write: ${problem.code}, ${problem.detail}`);
      return { stored: false, problem };
    }
    const refused = open?.outbox.setAside ?? 0;
    return refused === 0
      ? { stored: true }
      : { stored: true, problem: { code: 'lms-refused', detail: `${refused} statements refused` } };
  }

  /** The first section is on the screen: the names in other languages can be fetched without being in anybody's way. */
  function fetchWords({ location }: Report): void {
    if (wordsWanted || location === '') return;
    wordsWanted = true;
    void words.loadAll();
  }

  async function close(writing: Writing | undefined, leaving: Leaving): Promise<Written> {
    if (!open) return { stored: false, problem: { code: 'no-lms', detail: 'There is no session.' } };
    cancelSoon?.();
    const counts = open.facts.mode === 'normal' && writing?.report.counts === true;
    if (leaving === 'page') return closePage(open, writing, counts);
    const { facts, outbox } = open;
    const answer: Written = counts && writing ? await deliver(open, writing) : { stored: true };
    terminate(open, writing);
    const delivery = await outbox.flush();
    if (delivery.outcome === 'delivered') facts.marks.forget();
    return answer.stored ? written(delivery, []) : answer;
  }

  /** Best effort, in this turn; what does not arrive is on the device. */
  function closePage(opened: Open, writing: Writing | undefined, counts: boolean): Written {
    const { facts, outbox, resume, teller } = opened;
    if (counts && writing) void Promise.allSettled(teller.tell(writing, true));
    if (facts.pageEnds) terminate(opened, writing);
    else teller.stop();
    if (counts && writing) resume.leave({ saved: writing.saved, told: teller.told });
    outbox.leave();
    if (!counts) return { stored: true };
    const detail = 'The page was closed; nobody waited for an answer.';
    return { stored: false, problem: { code: 'not-stored', detail } };
  }

  function terminate({ facts, setting, statements, teller }: Open, writing: Writing | undefined): void {
    const activeTime = writing?.activeTime ?? clock.now() - setting.since;
    teller.put(statements.terminated(clock.now(), randomUuid(), activeTime));
    teller.stop();
    facts.marks.set('terminated');
  }

  return {
    traits: { place: 'lrs', savedLimit: 64_000, separateSuccess: true, returns: true },
    log,
    start: () => (started ??= start()),
    note,
    write,
    finish: (writing, leaving) => (finished ??= close(writing, leaving)),
    get returnUrl() {
      return open?.facts.returnUrl;
    },
  };
}

const learned = (door: Door, facts: Facts): Partial<Launch> => ({
  mode: facts.mode,
  learner: learnerOf(door.actor),
  ...(facts.language && { language: facts.language }),
  ...(facts.setting.masteryScore !== undefined && { passMark: facts.setting.masteryScore * 100 }),
});
