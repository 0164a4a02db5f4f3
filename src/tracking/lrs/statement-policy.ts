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
import type { Connection, Facts } from './connection.ts';
import { randomUuid } from './ids.ts';
import type { Outbox } from './outbox.ts';
import type { AlreadySent } from './resume-document.ts';
import { mergeSent } from './resume-state.ts';
import type { StatementClient } from './statement-client.ts';
import type { Setting } from './context.ts';
import { verbId, type MadeStatement, type Statements, type Verb } from './statements.ts';
import { wasSent, type OnceVerb } from './already-sent.ts';

export interface StatementPolicyOptions {
  client: StatementClient;
  connection: Connection;
  facts: Facts;
  setting: Setting;
  statements: Statements;
  outbox: Outbox;
  clock: Clock;
  /** What earlier sessions sent. */
  sent: AlreadySent;
  /** There may have been earlier sessions: the LRS is asked before anything is sent once for all. */
  resumed: boolean;
}

export interface StatementPolicy {
  /** What the LRS has taken in this registration so far, to be kept with the saved state. */
  readonly sent: AlreadySent;
  /** Another page or device has sent this. */
  learn(theirs: AlreadySent): void;
  put(made: MadeStatement): void;
  observe(events: readonly ActivityEvent[], answers: readonly InteractionReport[]): void;
  /**
   * All that a report says. What has to be asked first is a promise; it rejects where nobody could be asked.
   * @param leaving A learner who leaves after a failed try has failed in this session; one who could not leave may pass in
   * it still. A page that closes calls no try failed any more.
   */
  write(writing: Writing, leaving?: Leaving): Promise<void>[];
  /** From here on nothing is sent. */
  stop(): void;
}

export function createStatementPolicy({
  client,
  connection,
  facts,
  setting,
  statements,
  outbox,
  clock,
  sent: before,
  resumed,
}: StatementPolicyOptions): StatementPolicy {
  let sent = before;
  /** Put into the outbox, here or by an earlier page: sent when the LRS has taken it. */
  const said = new Map<OnceVerb, string>();
  let mayBeSent = resumed;
  let stopped = false;
  /** The try that was submitted in this session, by its score; `owed`: its answers came again from an earlier one. */
  let tried: { score: number } | 'owed' | undefined;
  const asked = new Map<OnceVerb | 'failed', Promise<void>>();

  function put({ statement, about }: MadeStatement): void {
    const { session } = setting;
    outbox.put({ statement, ...(session === undefined ? {} : { session }), ...(about && { about }) });
  }

  function observe(events: readonly ActivityEvent[], answers: readonly InteractionReport[]): void {
    // In the order in which they were given: those of an earlier sitting are dated one after the other
    for (const answer of [...answers].sort((one, other) => one.at - other.at))
      put(statements.answered(answer, clock.now()));
    for (const event of events) {
      if (event.type === 'try-submitted') tried = { score: event.score };
      for (const made of statements.activityDone(event)) put(made);
    }
    if (answers.length > 0) tried ??= 'owed';
  }

  function progress({ progress: done }: Report): void {
    const percent = Math.min(Math.floor(done * 100), 99);
    if (percent <= (sent.progress ?? 0)) return;
    sent = { ...sent, progress: percent };
    put(statements.progressed(clock.now(), onceId('progressed', String(percent)), percent));
  }

  /** One id for what is said once, so that two pages or devices that say it at one time say it once. Without a registration
   * next year's attempt would have the same. */
  const onceId = (...what: string[]): string =>
    connection.registration === undefined ? randomUuid() : statements.onceId(...what);

  function learn(theirs: AlreadySent): void {
    sent = mergeSent(sent, theirs);
    mayBeSent = true;
    // What still waits here is news no more, and would be told after it
    for (const entry of outbox.waiting()) {
      const percent = entry.statement.result?.extensions?.[CMI5_IDS.progress];
      if (typeof percent === 'number' && percent < (theirs.progress ?? 0)) outbox.replace(entry, 'delivered');
    }
  }

  /** Sends it unless the LRS has it; asks where an earlier session may have sent it. Undefined: nothing to wait for. */
  function once(
    verb: OnceVerb | 'failed',
    ask: boolean,
    say: (id: string) => void,
  ): Promise<void> | undefined {
    if (asked.has(verb)) return asked.get(verb);
    const waits = waitingId(verb);
    if (waits !== undefined || !ask) {
      asked.set(verb, Promise.resolve());
      if (waits === undefined) say(idOf(verb));
      else if (verb !== 'failed') said.set(verb, waits);
      return undefined;
    }
    const answer = askFirst(verb, say);
    asked.set(verb, answer);
    answer.catch(() => asked.delete(verb));
    return answer;
  }

  async function askFirst(verb: OnceVerb | 'failed', say: (id: string) => void): Promise<void> {
    const { actor: agent, activity, registration } = connection;
    const query = { agent, activity, ...(registration === undefined ? {} : { registration }) };
    const was = await wasSent(client, verb, sent, query);
    if (!was && !stopped) say(idOf(verb));
  }

  const idOf = (verb: OnceVerb | 'failed'): string => (verb === 'failed' ? randomUuid() : onceId(verb));

  /** An earlier page has it in the outbox, and the LRS has not got it yet. */
  const waitingId = (verb: Verb): string | undefined =>
    outbox
      .waiting()
      .find(
        ({ statement }) => statement.verb.id === verbId(verb) && statement.object.id === connection.activity,
      )?.statement.id;

  function conclude(
    verb: 'passed' | 'failed',
    { activeTime, saved, report }: Writing,
    id: string,
    score: number | undefined,
  ): void {
    facts.marks.set('judged');
    if (verb === 'passed') said.set(verb, id);
    const token = unseal(saved)?.token;
    const record = token && verb === 'passed' ? recordNumber(token, report.passedIn) : undefined;
    put(statements.passedOrFailed(verb, clock.now(), id, activeTime, score, record));
  }

  /** One of passed and failed in a session (cmi5 9.3.4, 9.3.5): what comes second is for the next one. */
  function success(writing: Writing, leaving: Leaving | undefined): Promise<void> | undefined {
    const { success: reported, sessionSuccess, score } = writing.report;
    if (asked.has('passed') || facts.marks.has('judged')) return asked.get('passed');
    if (reported === 'passed')
      return once('passed', mayBeSent, (id) => conclude('passed', writing, id, score?.raw));
    // In the session in which the try was submitted; the saved state says `failed` in every later one too
    if (sessionSuccess !== 'failed' || leaving === 'page' || tried === undefined) return undefined;
    if (reported !== 'failed' && leaving !== 'exit') return undefined;
    const failed = tried === 'owed' ? score?.raw : tried.score;
    return once('failed', tried === 'owed', (id) => conclude('failed', writing, id, failed));
  }

  function completion({ report, activeTime }: Writing): Promise<void> | undefined {
    if (report.completion !== 'completed') return undefined;
    return once('completed', mayBeSent, (id) => {
      said.set('completed', id);
      put(statements.completed(clock.now(), id, activeTime));
    });
  }

  return {
    get sent() {
      for (const [verb, id] of said) {
        if (!outbox.isDelivered(id)) continue;
        sent = { ...sent, [verb]: id };
        said.delete(verb);
      }
      return sent;
    },
    learn,
    put,
    observe,
    write(writing, leaving) {
      observe([], writing.interactions);
      progress(writing.report);
      return [success(writing, leaving), completion(writing)].filter((answer) => answer !== undefined);
    },
    stop() {
      stopped = true;
    },
  };
}
