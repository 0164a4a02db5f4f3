/**
 * What is said to an LRS: @xapi/xapi over an adapter of our own on `fetch`. The library's own adapters have no time-out, no
 * `keepalive` and (on fetch) lose the status of an error; and its cache buster is a parameter that a strict LRS refuses,
 * where `cache: 'no-store'` does the same.
 *
 * Of the library `sendStatements`, `getStatement`, `getStatements` and `setState` are used, and nothing else. It brings 17 KB
 * (gzip) of axios, whatever is used of it, so it is loaded when it is needed.
 */
import type XAPI from '@xapi/xapi';
import { LrsError, statusOf, waits, type Client, type Document, type StateKey } from './client.ts';
import type { Actor, BareStatement, Statement } from './types.ts';

export interface Put {
  /** The new one, where the LRS tells it. */
  etag: string | undefined;
  /** An LRS answers 204 to a document that it took (xAPI 1.0.3, part 3, 2.3): something else has answered, or it is odd. */
  isOdd: boolean;
}

export interface StatementQuery {
  agent: Actor;
  verb: string;
  activity: string;
  registration?: string;
}

/** `new`: only where there is none yet. Undefined: whatever is there. */
export type Match = { etag: string } | 'new' | undefined;

/**
 * Ten minutes, in milliseconds. Some ask for days, some by a date that means nothing to a clock that is wrong by years; and
 * a browser's timers run at once where they are set to more than 24 days.
 */
const LONGEST_PAUSE = 600_000;

/** The answer named none of the ids, and nobody may look: the answer has to do, unless it is so because the session is over. */
export class Unsure extends LrsError {}

export class StatementClient {
  readonly #client: Client;
  /** The library's own connections, by whether a request outlives its page. */
  readonly #connections = new Map<boolean, XAPI>();
  readonly #library = later(() => import('./library.ts'));
  #taken = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  /** For how many milliseconds the LRS wants to be left alone. */
  pause(): number {
    const { wait, gone } = this.#client.askedToWait();
    // A clock that was put back has not told since when
    return gone < 0 ? 0 : Math.max(Math.min(wait, LONGEST_PAUSE) - gone, 0);
  }

  /** How often the LRS has taken something, statements or the state. */
  taken(): number {
    return this.#taken;
  }

  /** Rejects where the LRS has not said that it took them all. */
  async send(statements: readonly Statement[], leaving = false): Promise<void> {
    await this.#send(statements, leaving);
    this.#taken++;
  }

  async #send(statements: readonly Statement[], leaving: boolean): Promise<void> {
    const { data } = await (await this.#lrs(leaving)).sendStatements({ statements: statements as never });
    const taken: readonly unknown[] = Array.isArray(data) ? data : [];
    if (statements.every(({ id }) => taken.some((one) => isId(one, id)))) return;
    const last = statements.at(-1)?.id ?? '';
    if (leaving || !(await this.#isTaken(last))) throw new LrsError('POST statements', 0);
  }

  /** Undefined where the LRS does not have it. */
  async statement(id: string): Promise<BareStatement | undefined> {
    const lrs = await this.#lrs();
    const isStatement = (found: unknown): boolean => isId((found as BareStatement | null)?.id, id);
    const found = await answered(() => lrs.getStatement({ statementId: id }), isStatement);
    return isStatement(found) ? { ...(found as BareStatement), id } : undefined;
  }

  /** The newest one of this verb, about this activity in this registration. */
  async latest({ agent, verb, activity, registration }: StatementQuery): Promise<BareStatement | undefined> {
    const query = {
      agent: agent as never,
      verb,
      activity,
      limit: 1,
      ...(registration ? { registration } : {}),
    };
    const lrs = await this.#lrs();
    const data = await answered(() => lrs.getStatements(query), isList);
    // What was asked twice and is no list says nothing: a second pass would be told upon it
    if (data !== undefined && !isList(data)) throw new LrsError('GET statements', 0);
    const [found] = data?.statements ?? [];
    // Another attempt's, from an LRS that takes no notice of what was asked, would stand for this one's pass for ever
    return found && isAbout(found, verb, activity, registration) ? found : undefined;
  }

  state(key: StateKey): Promise<Document | undefined> {
    return this.#client.state(key);
  }

  /** Rejects with what the LRS said. */
  async putState(key: StateKey, value: unknown, match: Match, leaving = false): Promise<Put> {
    const lrs = await this.#lrs(leaving);
    const { headers, status } = await lrs.setState({ ...key, ...conditionOf(match), state: value } as never);
    const isOdd = status !== 204;
    if (!isOdd) this.#taken++;
    return { etag: headers['etag'] as string | undefined, isOdd };
  }

  async #lrs(leaving = false): Promise<XAPI> {
    const { XAPI: Library } = await this.#library();
    const { endpoint, auth, version } = this.#client;
    let connection = this.#connections.get(leaving);
    if (!connection) {
      connection = new Library({ endpoint, auth, version, adapter: this.#client.request(leaving) as never });
      this.#connections.set(leaving, connection);
    }
    return connection;
  }

  /** An LRS answers with the ids of what it took (xAPI 1.0.3, part 3, 2.1.2): where they are missing, it is asked. */
  async #isTaken(id: string): Promise<boolean> {
    try {
      return (await this.statement(id)) !== undefined;
    } catch (error) {
      const status = statusOf(error);
      if (waits(status) || status === 401) throw error;
      if (status === 403) throw new Unsure('GET statements', 403);
      // It lets nobody look: then the answer has to do
      return true;
    }
  }
}

/** Some databases print them in capitals (RFC 4122, 3: they mean the same). */
const isId = (given: unknown, id: string | undefined): boolean =>
  typeof given === 'string' && given.toLowerCase() === id;

const isAbout = (
  { verb, object, context }: BareStatement,
  asked: string,
  activity: string,
  registration: string | undefined,
): boolean =>
  verb?.id === asked &&
  object?.id === activity &&
  (registration === undefined || context?.registration?.toLowerCase() === registration.toLowerCase());

function conditionOf(match: Match): { matchHeader?: string; etag?: string } {
  if (match === 'new') return { matchHeader: 'If-None-Match', etag: '*' };
  return match ? { matchHeader: 'If-Match', etag: match.etag } : {};
}

/** A page for people in the place of an answer: of a door that asks for a password, or of a network that lets nobody through. */
export const isPage = (data: unknown): boolean => typeof data === 'string' && /^\s*</.test(data);

/** A module that could not be fetched is asked for again at the next need: to the outbox that is an LRS without answer. */
function later<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let coming: Promise<Module> | undefined;
  return () => {
    coming ??= load().catch((): never => {
      coming = undefined;
      throw new LrsError('the xAPI library', 0);
    });
    return coming;
  };
}

const isList = (data: unknown): data is { statements: BareStatement[] } =>
  Array.isArray((data as { statements?: unknown } | null | undefined)?.statements);

/**
 * What was answered; undefined where the LRS has none: it answers 404 then, or with a list that is empty (xAPI 1.0.3, part 3,
 * 2.1.3). Anything else may have come in the place of its answer, so it is asked twice.
 */
async function answered(
  ask: () => Promise<{ data: unknown }>,
  isAnswer: (data: unknown) => boolean,
): Promise<unknown> {
  const first = await orNothing(ask());
  return first === undefined || isAnswer(first.data) ? first?.data : (await orNothing(ask()))?.data;
}

async function orNothing(
  answer: Promise<{ data: unknown; status?: number }>,
): Promise<{ data: unknown } | undefined> {
  try {
    const { data, status } = await answer;
    // No content: there is none
    if (status === 204) return undefined;
    if (isPage(data)) throw new LrsError('GET statements', 0);
    return { data };
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}
