/**
 * What is said when: puts the statements of happenings, answers and reports into the outbox, each once. Everything that
 * needs no question is there before the first await.
 */
import type { ActivityEvent, InteractionReport, Report } from '../../learning/types.ts';
import type { Writing } from '../record.ts';
import type { Clock } from '../device/surroundings.ts';
import type { Door, Facts } from './door.ts';
import { randomUuid } from './ids.ts';
import type { Outbox } from './outbox.ts';
import type { Told } from './resume-state.ts';
import { verbId, type Made, type Setting, type Statements, type Verb } from './statements.ts';
import { wasTold, type OnceVerb } from './told.ts';

export interface TellerOptions {
  door: Door;
  facts: Facts;
  setting: Setting;
  statements: Statements;
  outbox: Outbox;
  clock: Clock;
  /** What earlier sessions told. */
  told: Told;
  /** There may have been earlier sessions: the LRS is asked before anything is said once for all. */
  resumed: boolean;
}

export interface Teller {
  /** Told in this registration so far, to be kept with the saved state. */
  readonly told: Told;
  put(made: Made): void;
  note(happenings: readonly ActivityEvent[], answers: readonly InteractionReport[]): void;
  /**
   * All that a report tells. What has to be asked first is a promise; it rejects where nobody could be asked.
   * @param closing the page is closing: nothing is judged any more.
   */
  tell(writing: Writing, closing: boolean): Promise<void>[];
  /** From here on nothing is said. */
  stop(): void;
}

export function createTeller({
  door,
  facts,
  setting,
  statements,
  outbox,
  clock,
  told: before,
  resumed,
}: TellerOptions): Teller {
  let told = before;
  let stopped = false;
  /** The try that was submitted in this session, by its score; `owed`: its answers came again from an earlier one. */
  let tried: { score: number } | 'owed' | undefined;
  const asked = new Map<OnceVerb | 'failed', Promise<void>>();

  function put({ statement, about }: Made): void {
    const { session } = setting;
    outbox.put({ statement, ...(session === undefined ? {} : { session }), ...(about && { about }) });
  }

  function note(happenings: readonly ActivityEvent[], answers: readonly InteractionReport[]): void {
    for (const answer of answers) put(statements.answered(answer));
    for (const happening of happenings) {
      if (happening.type === 'try-submitted') tried = { score: happening.score };
      for (const made of statements.happened(happening)) put(made);
    }
    if (answers.length > 0) tried ??= 'owed';
  }

  function progress({ progress: done }: Report): void {
    const percent = Math.min(Math.floor(done * 100), 99);
    if (percent <= (told.progress ?? 0)) return;
    told = { ...told, progress: percent };
    put(statements.progressed(clock.now(), randomUuid(), percent));
  }

  /** Says it unless the LRS has it; asks where an earlier session may have said it. Undefined: nothing to wait for. */
  function once(
    verb: OnceVerb | 'failed',
    ask: boolean,
    say: (id: string) => void,
  ): Promise<void> | undefined {
    if (asked.has(verb)) return asked.get(verb);
    const waits = isWaiting(verb);
    if (waits || !ask) {
      asked.set(verb, Promise.resolve());
      if (!waits) say(randomUuid());
      return undefined;
    }
    const answer = askFirst(verb, say);
    asked.set(verb, answer);
    answer.catch(() => asked.delete(verb));
    return answer;
  }

  async function askFirst(verb: OnceVerb | 'failed', say: (id: string) => void): Promise<void> {
    const { actor: agent, activity, registration } = door;
    const query = { agent, activity, ...(registration === undefined ? {} : { registration }) };
    const was = await wasTold(door.client, verb, told, query);
    if (!was && !stopped) say(randomUuid());
  }

  /** An earlier page of this session has said it, and the LRS has not heard it yet. */
  const isWaiting = (verb: Verb): boolean =>
    outbox
      .waiting()
      .some(({ statement }) => statement.verb.id === verbId(verb) && statement.object.id === door.activity);

  function judge(
    verb: 'passed' | 'failed',
    { activeTime }: Writing,
    id: string,
    score: number | undefined,
  ): void {
    facts.marks.set('judged');
    if (verb === 'passed') told = { ...told, passed: id };
    put(statements.judged(verb, clock.now(), id, activeTime, score));
  }

  /** One of passed and failed in a session (cmi5 9.3.4, 9.3.5): what comes second is for the next one. */
  function judgement(writing: Writing, closing: boolean): Promise<void> | undefined {
    const { success, sessionSuccess, score } = writing.report;
    if (asked.has('passed') || facts.marks.has('judged')) return asked.get('passed');
    if (success === 'passed')
      return once('passed', resumed, (id) => judge('passed', writing, id, score?.raw));
    // In the session in which the try was submitted; the saved state says `failed` in every later one too
    if (sessionSuccess !== 'failed' || closing || tried === undefined) return undefined;
    const failed = tried === 'owed' ? score?.raw : tried.score;
    return once('failed', tried === 'owed', (id) => judge('failed', writing, id, failed));
  }

  function completion({ report, activeTime }: Writing): Promise<void> | undefined {
    if (report.completion !== 'completed') return undefined;
    return once('completed', resumed, (id) => {
      told = { ...told, completed: id };
      put(statements.completed(clock.now(), id, activeTime));
    });
  }

  return {
    get told() {
      return told;
    },
    put,
    note,
    tell(writing, closing) {
      note([], writing.interactions);
      progress(writing.report);
      return [judgement(writing, closing), completion(writing)].filter((answer) => answer !== undefined);
    },
    stop() {
      stopped = true;
    },
  };
}
