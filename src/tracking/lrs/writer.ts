/**
 * What a session writes to an LRS: statements through the outbox, the saved state through the State API. Everything that
 * a write tells is on the device before its first await.
 */
import type { ActivityEvent, InteractionReport, Report } from '../../learning/types.ts';
import type { Clock } from '../device/surroundings.ts';
import type { Log } from '../log.ts';
import type { Leaving, Problem, RecordWriter, Writing, Written } from '../record.ts';
import type { Facts } from './connection.ts';
import type { CourseTexts } from './course-texts.ts';
import { randomUuid } from './ids.ts';
import { backOff } from './back-off.ts';
import type { Outbox } from './outbox.ts';
import type { Delivery } from './outbox.types.ts';
import { isApart, isOver, problemIn, problemWith } from './delivery-problem.ts';
import type { ResumeDocument } from './resume-document.ts';
import type { ResumeState } from './resume-state.ts';
import type { StatementClient } from './statement-client.ts';
import type { StatementPolicy } from './statement-policy.ts';
import type { Setting } from './context.ts';
import type { Statements } from './statements.ts';

/** A session with an LRS. */
export interface LrsSession {
  clock: Clock;
  log: Log;
  client: Pick<StatementClient, 'pause'>;
  texts: CourseTexts;
  facts: Facts;
  setting: Setting;
  outbox: Outbox;
  resume: ResumeState;
  statements: Statements;
  policy: StatementPolicy;
  /** 0 to 1: for back-off. */
  random: () => number;
}

/** Milliseconds. */
const SOON = 1_000;
/** Nobody goes from one device to another in less. */
const PAUSE = 5_000;

const FINISHED: Written = {
  stored: false,
  problem: { code: 'session-over', detail: 'The session was finished.' },
};

export class LrsWriter implements RecordWriter {
  readonly #session: LrsSession;
  readonly #recovered: (() => void)[] = [];
  #finished: Promise<Written> | undefined;
  /** Why the session is over: nothing more is sent. */
  #over: Problem | undefined;
  /** What Save and exit has to say, until the LRS has it. */
  #exiting: { writing: Writing | undefined } | undefined;
  #cancelSoon: (() => void) | undefined;
  #textsWanted = false;
  /** The state of the last write: what an earlier one has to say about its own never follows it. */
  #newest = '';
  /** The state that the LRS has not taken, while it is away. */
  #unstored: ResumeDocument | undefined;
  #cancelProbe: (() => void) | undefined;
  #failures = 0;

  constructor(session: LrsSession) {
    this.#session = session;
    session.resume.onElsewhere(({ sent }) => session.policy.learn(sent));
  }

  /** Says, once in a session, that it has begun. */
  begin(resumed: boolean): void {
    const { facts, setting, statements, policy, outbox } = this.#session;
    if (!facts.marks.has('initialized')) {
      policy.put(statements.initialized(setting.since, randomUuid()));
      if (resumed && facts.mode === 'normal') policy.put(statements.resumed(setting.since, randomUuid()));
      facts.marks.set('initialized');
    }
    void outbox.flush();
  }

  observe(events: readonly ActivityEvent[], answers: readonly InteractionReport[]): void {
    const { facts, policy } = this.#session;
    if (this.#finished || facts.mode !== 'normal') return;
    policy.observe(events, answers);
    if (events.length > 0) this.#flushSoon();
  }

  get hasInPage(): boolean {
    return this.#session.outbox.hasInPage;
  }

  onElsewhere(listener: (saved: string) => void): void {
    this.#session.resume.onElsewhere(({ saved }) => listener(saved));
  }

  onRecovered(listener: () => void): void {
    this.#recovered.push(listener);
  }

  async write(writing: Writing): Promise<Written> {
    if (this.#finished) return FINISHED;
    if (this.#over) return { stored: false, problem: this.#over };
    return this.#counts(writing) ? this.#deliver(writing) : { stored: true };
  }

  finish(writing: Writing | undefined, leaving: Leaving): Promise<Written> {
    this.#finished ??= this.#finish(writing, leaving);
    return this.#finished;
  }

  /** The page goes while Save and exit waits: a browser drops its requests, so that they are sent anew, to outlive the page. */
  left(): void {
    if (!this.#exiting) return;
    const { writing } = this.#exiting;
    this.#exiting = undefined;
    this.#terminate(writing);
    this.#sendLast(writing);
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

  /**
   * The state and the statements side by side: an LRS may take seconds to answer. After a pause the state goes first, for
   * its answer may tell of more progress on another device; only a learner who leaves is not kept waiting.
   */
  async #deliver(writing: Writing, leaving = false): Promise<Written> {
    const { outbox, resume, policy } = this.#session;
    const asking = policy.write(writing, leaving ? 'exit' : undefined);
    this.#fetchTexts(writing.report);
    const kept = { saved: writing.saved, sent: policy.sent };
    this.#newest = kept.saved;
    const stateFirst = !leaving && resume.quiet() > PAUSE;
    const state = problemIn(resume.write(kept)).then((problem) => this.#heard(problem));
    if (stateFirst) await state;
    const answers = await Promise.all(asking.map(problemIn));
    const delivery = await outbox.flush(leaving);
    const problem = await state;
    if (kept.saved === this.#newest) {
      this.#unstored = problem && !isApart(problem) ? kept : undefined;
      if (!problem) this.#keepSent(kept);
    }
    return this.#written(delivery, [problem, ...answers]);
  }

  /** With the state that goes with it; the LRS has the last word about it, so nobody waits. */
  #keepSent({ saved, sent: before }: ResumeDocument): void {
    const { resume, policy } = this.#session;
    const { sent } = policy;
    if (sent !== before) resume.write({ saved, sent }).catch(() => undefined);
  }

  #written(delivery: Delivery, problems: readonly (Problem | undefined)[]): Written {
    const others = problems.filter((problem) => !isApart(problem));
    const other = this.#over ?? others.find(isOver) ?? others.find(Boolean);
    const problem = problemWith(delivery, other) ?? problems.find(isApart);
    const { log, outbox } = this.#session;
    if (problem) {
      log.add(`write: ${problem.code}, ${problem.detail}`);
      // What another session has to say can't be hurried
      const isForNext = problem.code === 'refused-result' && delivery.outcome === 'delivered';
      if (isOver(problem)) this.#stop(problem);
      else if (!isForNext && !isApart(problem)) this.#probe();
      return {
        stored: false,
        problem,
        ...(!other && delivery.outcome === 'adopting' && { own: true as const }),
      };
    }
    this.#failures = 0;
    const refused = outbox.setAside;
    return refused === 0
      ? { stored: true }
      : { stored: true, problem: { code: 'lms-refused', detail: `${refused} statements refused` } };
  }

  #heard(problem: Problem | undefined): Problem | undefined {
    if (problem && isOver(problem)) this.#stop(problem);
    return problem;
  }

  /** The page says that nothing more is sent from it, whichever part of the record it was that told. */
  #stop(problem: Problem): void {
    this.#over = problem;
    this.#cancelSoon?.();
    this.#cancelProbe?.();
    this.#session.outbox.end();
  }

  /** Until the LRS is there again: then what failed is written anew at once, and not when its turn comes. */
  #probe(): void {
    const { clock, client, random } = this.#session;
    if (this.#finished) return;
    this.#cancelProbe ??= clock.after(backOff(this.#failures++, client.pause(), random()), () => {
      this.#cancelProbe = undefined;
      void this.#tryAgain();
    });
  }

  async #tryAgain(): Promise<void> {
    const { outbox, resume } = this.#session;
    if (this.#finished) return;
    const kept = this.#unstored?.saved === this.#newest ? this.#unstored : undefined;
    const state = kept && problemIn(resume.write(kept)).then((problem) => this.#heard(problem));
    const [problem, { outcome }] = await Promise.all([state, outbox.flush()]);
    if (this.#over || outcome === 'over') return;
    if (problem || outcome !== 'delivered') return this.#probe();
    if (kept && this.#unstored === kept) this.#unstored = undefined;
    this.#failures = 0;
    for (const listener of this.#recovered) listener();
  }

  /** The first section is on the screen: the names in other languages can be fetched without being in anybody's way. */
  #fetchTexts({ location }: Report): void {
    if (this.#textsWanted || location === '') return;
    this.#textsWanted = true;
    void this.#session.texts.loadAll();
  }

  async #finish(writing: Writing | undefined, leaving: Leaving): Promise<Written> {
    this.#cancelSoon?.();
    this.#cancelProbe?.();
    if (leaving === 'page') return this.#leave(writing);
    const { facts, outbox, resume, policy } = this.#session;
    this.#exiting = { writing };
    let answer: Written = { stored: true };
    if (!this.#over && this.#counts(writing)) {
      // The LRS has this state since a moment ago: what else there is goes along with the last statement
      if (resume.has(writing.saved)) await Promise.all(policy.write(writing, 'exit').map(problemIn));
      else answer = await this.#deliver(writing, true);
    }
    this.#terminate(writing);
    const delivery = await outbox.flush();
    if (delivery.outcome === 'delivered' || delivery.outcome === 'adopting') {
      facts.marks.forget();
      this.#exiting = undefined;
    }
    if (!answer.stored && !isApart(answer.problem)) return answer;
    const ended = this.#written(delivery, []);
    return answer.stored || !ended.stored ? ended : answer;
  }

  /** Best effort, in this turn; what does not arrive is on the device. */
  #leave(writing: Writing | undefined): Written {
    const { facts, policy } = this.#session;
    const counts = this.#counts(writing);
    if (counts) void Promise.allSettled(policy.write(writing, 'page'));
    if (facts.pageEnds) this.#terminate(writing);
    else policy.stop();
    this.#sendLast(writing);
    if (!counts) return { stored: true };
    const detail = 'The page was closed; nobody waited for an answer.';
    return { stored: false, problem: { code: 'not-stored', detail } };
  }

  #sendLast(writing: Writing | undefined): void {
    const { outbox, resume, policy } = this.#session;
    if (this.#over) return;
    if (this.#counts(writing)) {
      this.#newest = writing.saved;
      resume.leave({ saved: writing.saved, sent: policy.sent });
    }
    outbox.leave();
  }

  /** Once, for a page may have said it as it went, and live on. */
  #terminate(writing: Writing | undefined): void {
    const { clock, facts, setting, statements, policy } = this.#session;
    if (facts.marks.has('terminated')) return;
    const activeTime = writing?.activeTime ?? clock.now() - setting.since;
    policy.put(statements.terminated(clock.now(), randomUuid(), activeTime));
    policy.stop();
    facts.marks.set('terminated');
  }
}
