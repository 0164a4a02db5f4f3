/**
 * What is said once in a registration: `completed`, `passed`, and `failed` once in a session. The outbox, an earlier page
 * and, where there may have been earlier sessions, the LRS are asked before it is said.
 */
import { wasSent, type OnceVerb, type SaidOnce } from './already-sent.ts';
import { LrsError } from './client.ts';
import type { Connection } from './connection.ts';
import type { Entry } from './entry.ts';
import { randomUuid } from './ids.ts';
import type { Outbox } from './outbox.ts';
import type { AlreadySent } from './resume-document.ts';
import type { StatementClient } from './statement-client.ts';
import type { Statements } from './statements.ts';
import { verbId, type Verb } from './verbs.ts';

export interface OnceOptions {
  client: StatementClient;
  connection: Connection;
  statements: Statements;
  outbox: Outbox;
}

type Say = (id: string) => void;

export class OnceVerbs {
  readonly #options: OnceOptions;
  /** Put into the outbox, here or by an earlier page: sent when the LRS has taken it. */
  readonly #said = new Map<OnceVerb, string>();
  readonly #asked = new Map<SaidOnce, Promise<void>>();
  #stopped = false;

  constructor(options: OnceOptions) {
    this.#options = options;
  }

  /** The asking that is under way or over; undefined where nobody asked. */
  askedFor(verb: OnceVerb): Promise<void> | undefined {
    return this.#asked.get(verb);
  }

  /**
   * Says it unless the LRS has it. Undefined: nothing to wait for; rejects where nobody could be asked.
   * @param unless What an earlier session may have sent, and what this is not said after.
   */
  say(verb: SaidOnce, unless: readonly SaidOnce[], sent: AlreadySent, say: Say): Promise<void> | undefined {
    if (this.#asked.has(verb)) return this.#asked.get(verb);
    const waits = this.#waitingId(verb);
    if (waits === undefined && unless.length > 0) return this.#ask(verb, unless, sent, say);
    this.#asked.set(verb, Promise.resolve());
    if (waits === undefined) this.#sayNow(verb, say);
    else this.#remember(verb, waits);
    return undefined;
  }

  /** Those that the LRS has taken since, with their ids. */
  takeDelivered(): AlreadySent {
    const delivered = [...this.#said].filter(([, id]) => this.#options.outbox.isDelivered(id));
    for (const [verb] of delivered) {
      this.#said.delete(verb);
      this.#dropOlder(verb);
    }
    return Object.fromEntries(delivered);
  }

  /** What is asked for now is not said any more. */
  stop(): void {
    this.#stopped = true;
  }

  /**
   * One id for what is said once, so that two pages or devices that say it at one time say it once. Without a registration
   * next year's attempt would have the same.
   */
  id(...what: string[]): string {
    const { connection, statements } = this.#options;
    return connection.registration === undefined ? randomUuid() : statements.onceId(...what);
  }

  #ask(verb: SaidOnce, unless: readonly SaidOnce[], sent: AlreadySent, say: Say): Promise<void> {
    const answer = this.#sayUnlessSent(verb, unless, sent, say);
    this.#asked.set(verb, answer);
    answer.catch(() => this.#asked.delete(verb));
    return answer;
  }

  async #sayUnlessSent(
    verb: SaidOnce,
    unless: readonly SaidOnce[],
    sent: AlreadySent,
    say: Say,
  ): Promise<void> {
    const { client, connection } = this.#options;
    const { actor: agent, activity, registration } = connection;
    const query = { agent, activity, ...(registration === undefined ? {} : { registration }) };
    const found = await Promise.all(unless.map((one) => wasSent(client, one, sent, query)));
    if (found[unless.indexOf(verb)]) this.#dropOlder(verb);
    if (found.includes(true)) return;
    // Too late for this page: the next launch says it, and nobody may call it told
    if (this.#stopped) throw new LrsError('POST statements', 0);
    this.#sayNow(verb, say);
  }

  #sayNow(verb: SaidOnce, say: Say): void {
    const id = verb === 'failed' ? randomUuid() : this.id(verb);
    say(id);
    this.#remember(verb, id);
  }

  #remember(verb: SaidOnce, id: string): void {
    if (verb !== 'failed') this.#said.set(verb, id);
  }

  /** What a session that is over had to say of it is said. */
  #dropOlder(verb: Verb): void {
    const { connection, outbox } = this.#options;
    for (const entry of outbox.others())
      if (isSaid(entry, verb, connection.activity)) outbox.replace(entry, 'delivered');
  }

  /** An earlier page has it in the outbox, and the LRS has not got it yet. */
  #waitingId(verb: Verb): string | undefined {
    const { connection, outbox } = this.#options;
    return outbox.waiting().find((entry) => isSaid(entry, verb, connection.activity))?.statement.id;
  }
}

const isSaid = ({ statement }: Entry, verb: Verb, activity: string): boolean =>
  statement.verb.id === verbId(verb) && statement.object.id === activity;
