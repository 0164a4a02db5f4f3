/**
 * What a session writes to an LRS: statements through the outbox, the saved state through the State API. Everything that
 * a write tells is on the device before its first await.
 */
import type { ActivityEvent, InteractionReport, Report } from '../../learning/types.ts';
import type { Clock } from '../device/surroundings.ts';
import type { Log } from '../log.ts';
import type { Leaving, Problem, RecordWriter, Writing, Written } from '../record.ts';
import { LrsError } from './client.ts';
import type { Facts } from './connection.ts';
import type { CourseTexts } from './course-texts.ts';
import { randomUuid } from './ids.ts';
import type { Delivery, Outbox } from './outbox.ts';
import { problemIn, problemOf } from './problems.ts';
import type { ResumeState } from './resume-state.ts';
import type { StatementPolicy } from './statement-policy.ts';
import type { Setting, Statements } from './statements.ts';

/** A session with an LRS. */
export interface LrsSession {
  clock: Clock;
  log: Log;
  texts: CourseTexts;
  facts: Facts;
  setting: Setting;
  outbox: Outbox;
  resume: ResumeState;
  statements: Statements;
  policy: StatementPolicy;
}

/** Milliseconds. */
const SOON = 1_000;

const FINISHED: Written = {
  stored: false,
  problem: { code: 'session-over', detail: 'The session was finished.' },
};

export class LrsWriter implements RecordWriter {
  readonly #session: LrsSession;
  #finished: Promise<Written> | undefined;
  #cancelSoon: (() => void) | undefined;
  #textsWanted = false;

  constructor(session: LrsSession) {
    this.#session = session;
  }

  /** Says, once in a session, that it has begun. */
  begin(resumed: boolean): void {
    const { facts, statements, policy, clock } = this.#session;
    if (!facts.marks.has('initialized')) {
      policy.put(statements.initialized(clock.now(), randomUuid()));
      if (resumed && facts.mode === 'normal') policy.put(statements.resumed(clock.now(), randomUuid()));
      facts.marks.set('initialized');
    }
    // Not before the first screen is there: sending takes the xAPI library, and words in other languages
    this.#flushSoon();
  }

  observe(events: readonly ActivityEvent[], answers: readonly InteractionReport[]): void {
    const { facts, policy } = this.#session;
    if (this.#finished || facts.mode !== 'normal') return;
    policy.observe(events, answers);
    if (events.length > 0) this.#flushSoon();
  }

  async write(writing: Writing): Promise<Written> {
    if (this.#finished) return FINISHED;
    return this.#counts(writing) ? this.#deliver(writing) : { stored: true };
  }

  finish(writing: Writing | undefined, leaving: Leaving): Promise<Written> {
    this.#finished ??= this.#finish(writing, leaving);
    return this.#finished;
  }

  #counts(writing: Writing | undefined): writing is Writing {
    return this.#session.facts.mode === 'normal' && writing?.report.counts === true;
  }

  #flushSoon(): void {
    const { clock, outbox } = this.#session;
    this.#cancelSoon ??= clock.after(SOON, () => {
      this.#cancelSoon = undefined;
      void outbox.flush();
    });
  }

  async #deliver({ saved, report, ...rest }: Writing): Promise<Written> {
    const { outbox, resume, policy } = this.#session;
    const waits = policy.write({ saved, report, ...rest }, false);
    const { sent } = policy;
    this.#fetchTexts(report);
    const state = problemIn(resume.write({ saved, sent }));
    const answers = await Promise.all(waits.map(problemIn));
    const delivery = await outbox.flush();
    let problem = await state;
    // What was sent once is kept with the state that goes with it
    if (!problem && policy.sent !== sent)
      problem = await problemIn(resume.write({ saved, sent: policy.sent }));
    return this.#written(delivery, [problem, ...answers]);
  }

  #written(delivery: Delivery, problems: readonly (Problem | undefined)[]): Written {
    const problem =
      (delivery.outcome === 'delivered'
        ? undefined
        : problemOf(new LrsError('POST statements', delivery.status))) ?? problems.find(Boolean);
    if (problem) {
      this.#session.log.add(`write: ${problem.code}, ${problem.detail}`);
      return { stored: false, problem };
    }
    const refused = this.#session.outbox.setAside;
    return refused === 0
      ? { stored: true }
      : { stored: true, problem: { code: 'lms-refused', detail: `${refused} statements refused` } };
  }

  /** The first section is on the screen: the names in other languages can be fetched without being in anybody's way. */
  #fetchTexts({ location }: Report): void {
    if (this.#textsWanted || location === '') return;
    this.#textsWanted = true;
    void this.#session.texts.loadAll();
  }

  async #finish(writing: Writing | undefined, leaving: Leaving): Promise<Written> {
    this.#cancelSoon?.();
    if (leaving === 'page') return this.#leave(writing);
    const { facts, outbox } = this.#session;
    const answer: Written = this.#counts(writing) ? await this.#deliver(writing) : { stored: true };
    this.#terminate(writing);
    const delivery = await outbox.flush();
    if (delivery.outcome === 'delivered') facts.marks.forget();
    return answer.stored ? this.#written(delivery, []) : answer;
  }

  /** Best effort, in this turn; what does not arrive is on the device. */
  #leave(writing: Writing | undefined): Written {
    const { facts, outbox, resume, policy } = this.#session;
    const counts = this.#counts(writing);
    if (counts) void Promise.allSettled(policy.write(writing, true));
    if (facts.pageEnds) this.#terminate(writing);
    else policy.stop();
    if (counts) resume.leave({ saved: writing.saved, sent: policy.sent });
    outbox.leave();
    if (!counts) return { stored: true };
    const detail = 'The page was closed; nobody waited for an answer.';
    return { stored: false, problem: { code: 'not-stored', detail } };
  }

  #terminate(writing: Writing | undefined): void {
    const { clock, facts, setting, statements, policy } = this.#session;
    const activeTime = writing?.activeTime ?? clock.now() - setting.since;
    policy.put(statements.terminated(clock.now(), randomUuid(), activeTime));
    policy.stop();
    facts.marks.set('terminated');
  }
}
