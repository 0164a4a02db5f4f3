/**
 * What is sent when: puts the statements of events, answers and reports into the outbox, each once. Everything that needs
 * no question is there before the first await.
 */
import type { ActivityEvent, InteractionReport, Report } from '../../learning/types.ts';
import type { Leaving, Writing } from '../record.ts';
import type { Clock } from '../device/surroundings.ts';
import { unseal } from '../envelope.ts';
import { recordNumber } from '../record-number.ts';
import { CMI5_IDS } from './cmi5-ids.ts';
import type { Facts } from './connection.ts';
import type { Setting } from './context.ts';
import { OnceVerbs, type OnceOptions } from './once-verbs.ts';
import { ResultRefused } from './problems.ts';
import type { SessionTimes } from './session-times.ts';
import type { AlreadySent } from './resume-document.ts';
import { mergeSent } from './resume-document-writing.ts';
import type { MadeStatement } from './statement-maker.ts';

const JUDGED = 'This session has said that the learner failed: the next one says the pass.';

export interface StatementPolicyOptions extends OnceOptions {
  facts: Facts;
  setting: Setting;
  times: SessionTimes;
  clock: Clock;
  /** What earlier sessions sent. */
  sent: AlreadySent;
  /** There may have been earlier sessions: the LRS is asked before anything is sent once for all. */
  resumed: boolean;
}

export class StatementPolicy {
  readonly #options: StatementPolicyOptions;
  readonly #once: OnceVerbs;
  #sent: AlreadySent;
  #mayBeSent: boolean;
  /** The try that was submitted in this session, by its score; `owed`: its answers came again from an earlier one. */
  #tried: { score: number } | 'owed' | undefined;

  constructor(options: StatementPolicyOptions) {
    this.#options = options;
    this.#once = new OnceVerbs(options);
    this.#sent = options.sent;
    this.#mayBeSent = options.resumed;
  }

  /** What the LRS has taken in this registration so far, to be kept with the saved state. */
  get sent(): AlreadySent {
    const delivered = this.#once.takeDelivered();
    if (Object.keys(delivered).length > 0) this.#sent = { ...this.#sent, ...delivered };
    return this.#sent;
  }

  /** Another page or device has sent this. */
  learn(theirs: AlreadySent): void {
    const { outbox } = this.#options;
    this.#sent = mergeSent(this.#sent, theirs);
    this.#mayBeSent = true;
    // What still waits here is news no more, and would be told after it
    for (const entry of outbox.waiting()) {
      const percent = entry.statement.result?.extensions?.[CMI5_IDS.progress];
      if (typeof percent === 'number' && percent < (theirs.progress ?? 0)) outbox.replace(entry, 'delivered');
    }
  }

  put({ statement, about }: MadeStatement): void {
    const { outbox, setting, times } = this.#options;
    const { session } = setting;
    times.stamp(Date.parse(statement.timestamp));
    outbox.put({ statement, ...(session === undefined ? {} : { session }), ...(about && { about }) });
  }

  observe(events: readonly ActivityEvent[], answers: readonly InteractionReport[]): void {
    const { statements, clock } = this.#options;
    // In the order in which they were given: those of an earlier sitting are dated one after the other
    for (const answer of [...answers].sort((one, other) => one.at - other.at))
      this.put(statements.answered(answer, clock.now()));
    for (const event of events) {
      if (event.type === 'try-submitted') this.#tried = { score: event.score };
      for (const made of statements.activityDone(event)) this.put(made);
    }
    if (answers.length > 0) this.#tried ??= 'owed';
  }

  /**
   * All that a report says. What has to be asked first is a promise; it rejects where nobody could be asked.
   * @param leaving A learner who leaves after a failed try has failed in this session; one who could not leave may pass in
   * it still. A page that closes calls no try failed any more.
   */
  write(writing: Writing, leaving?: Leaving): Promise<void>[] {
    this.observe([], writing.interactions);
    this.#progress(writing.report);
    return [this.#success(writing, leaving), this.#completion(writing)].filter(
      (answer) => answer !== undefined,
    );
  }

  /** From here on nothing is sent. */
  stop(): void {
    this.#once.stop();
  }

  #progress({ progress: done }: Report): void {
    const { statements, clock } = this.#options;
    const percent = Math.min(Math.floor(done * 100), 99);
    if (percent <= (this.#sent.progress ?? 0)) return;
    this.#sent = { ...this.#sent, progress: percent };
    const id = this.#once.id('progressed', String(percent));
    this.put(statements.progressed(clock.now(), id, percent));
  }

  /**
   * One of passed and failed in a session (cmi5 9.3.4, 9.3.5): a pass that comes second, from another tab or device, is for the
   * next one, and is not called stored unless the LRS has it.
   */
  #success(writing: Writing, leaving: Leaving | undefined): Promise<void> | undefined {
    const { success: reported, sessionSuccess, score } = writing.report;
    const asked = this.#once.askedFor('passed');
    if (asked) return asked;
    const isJudged = this.#options.facts.marks.has('judged');
    if (reported === 'passed')
      return this.#once.say('passed', this.#mayBeSent || isJudged ? ['passed'] : [], this.#sent, (id) => {
        if (isJudged && this.#options.setting.session !== undefined) throw new ResultRefused(JUDGED);
        this.#conclude('passed', writing, id, score?.raw);
      });
    if (isJudged) return undefined;
    const tried = this.#tried;
    // In the session in which the try was submitted; the saved state says `failed` in every later one too
    if (sessionSuccess !== 'failed' || leaving === 'page' || tried === undefined) return undefined;
    if (reported !== 'failed' && leaving !== 'exit') return undefined;
    const failed = tried === 'owed' ? score?.raw : tried.score;
    // Never after a pass, which a state that nobody could read may know of
    const unless = [
      ...(tried === 'owed' ? ['failed' as const] : []),
      ...(this.#mayBeSent ? ['passed' as const] : []),
    ];
    return this.#once.say('failed', unless, this.#sent, (id) =>
      this.#conclude('failed', writing, id, failed),
    );
  }

  #conclude(
    verb: 'passed' | 'failed',
    { activeTime, saved, report }: Writing,
    id: string,
    score: number | undefined,
  ): void {
    const { facts, statements, clock } = this.#options;
    facts.marks.set('judged');
    const token = unseal(saved)?.token;
    const record = token && verb === 'passed' ? recordNumber(token, report.passedIn) : undefined;
    this.put(statements.passedOrFailed(verb, clock.now(), id, activeTime, score, record));
  }

  #completion({ report, activeTime }: Writing): Promise<void> | undefined {
    if (report.completion !== 'completed') return undefined;
    const { statements, clock } = this.#options;
    return this.#once.say('completed', this.#mayBeSent ? ['completed'] : [], this.#sent, (id) =>
      this.put(statements.completed(clock.now(), id, activeTime)),
    );
  }
}
