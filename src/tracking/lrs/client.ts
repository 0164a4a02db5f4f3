/**
 * The conversation with an LRS: @xapi/xapi over an adapter of our own on `fetch`. The library's own adapters have no
 * time-out, no `keepalive` and (on fetch) lose the status of an error; and its cache buster is a parameter that a strict
 * LRS refuses, where `cache: 'no-store'` does the same.
 *
 * Of the library `sendStatements`, `getStatement`, `getStatements` and `setState` are used, and nothing else.
 *
 * The library brings 17 KB (gzip) of axios, whatever is used of it. So it comes after the first screen: the documents
 * that a launch reads are read through the adapter alone.
 *
 * Nothing here logs, and no error carries a header, an address or a body: those hold credentials and names.
 */
import type XAPI from '@xapi/xapi';
import type { Actor, BareStatement, Statement } from './types.ts';

/** `status` is 0 where no answer came: network, time-out, CORS. */
export class LrsError extends Error {
  readonly status: number;
  /** Milliseconds that the LRS asked to wait. */
  readonly wait: number | undefined;
  /** A 403 to this alone: the session goes on. */
  readonly alone: boolean;
  constructor(what: string, status: number, wait?: number, alone = false) {
    super(status === 0 ? `${what}: no answer` : `${what}: ${status}`);
    this.status = status;
    this.wait = wait;
    this.alone = alone;
  }
}

/** No answer, time-out, too many requests, or a fault of the server. */
export const waits = (status: number): boolean =>
  status === 0 || status === 408 || status === 425 || status === 429 || status >= 500;

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface ClientOptions {
  endpoint: string;
  /** The whole Authorization header. */
  auth: string;
  fetch?: Fetch;
  /** `X-Experience-API-Version`. */
  version?: string;
  /** Milliseconds. */
  timeout?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
}

export interface Client {
  send(statements: readonly Statement[], leaving?: boolean): Promise<void>;
  /** Undefined where the LRS does not have it. */
  statement(id: string): Promise<BareStatement | undefined>;
  /** The newest one of this verb, about this activity in this registration. */
  latest(query: StatementQuery): Promise<BareStatement | undefined>;
  state(key: StateKey): Promise<Document | undefined>;
  /** Gives the new ETag where the LRS tells one. */
  putState(key: StateKey, value: unknown, match: Match, leaving?: boolean): Promise<string | undefined>;
  profile(agent: Actor, profileId: string): Promise<unknown>;
  /** For how many milliseconds the LRS has asked, with any answer, to be left alone. */
  pause(): number;
}

export interface StatementQuery {
  agent: Actor;
  verb: string;
  activity: string;
  registration?: string;
}

export interface StateKey {
  agent: Actor;
  activityId: string;
  stateId: string;
  registration?: string;
}

export interface Document {
  value: unknown;
  etag: string | undefined;
}

/** `new`: only where there is none yet. Undefined: whatever is there. */
export type Match = { etag: string } | 'new' | undefined;

const TIMEOUT = 20_000;

export function createClient(options: ClientOptions): Client {
  const version = (options.version ?? '1.0.3') as '1.0.3';
  const { endpoint, auth, now = Date.now } = options;
  let notBefore = 0;
  const patient =
    (send: Adapter): Adapter =>
    async (request) => {
      try {
        return await send(request);
      } catch (error) {
        if (error instanceof LrsError && error.wait !== undefined)
          notBefore = Math.max(notBefore, now() + error.wait);
        throw error;
      }
    };
  const connections = new Map<boolean, XAPI>();
  const library = later(() => import('@xapi/xapi'));

  async function lrs(leaving = false): Promise<XAPI> {
    const { default: Library } = await library();
    let connection = connections.get(leaving);
    if (!connection) {
      connection = new Library({
        endpoint,
        auth,
        version,
        adapter: patient(adapter(options, leaving)) as never,
      });
      connections.set(leaving, connection);
    }
    return connection;
  }

  /** A document; undefined where there is none. */
  async function read(
    resource: string,
    key: Readonly<Record<string, unknown>>,
  ): Promise<Document | undefined> {
    const query = Object.entries(key).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    const url = `${endpoint.replace(/\/?$/, '/')}${resource}?${new URLSearchParams(query)}`;
    const headers = { Authorization: auth, 'X-Experience-API-Version': version };
    try {
      const answer = await patient(adapter(options, false))({ url, method: 'GET', headers });
      return { value: answer.data, etag: answer.headers['etag'] };
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  }

  return {
    async send(statements, leaving = false) {
      await (await lrs(leaving)).sendStatements({ statements: statements as never });
    },
    statement: async (id) => orNothing((await lrs()).getStatement({ statementId: id })),
    async latest({ agent, verb, activity, registration }) {
      const query = {
        agent: agent as never,
        verb,
        activity,
        limit: 1,
        ...(registration ? { registration } : {}),
      };
      const { data } = await (await lrs()).getStatements(query);
      return (data as unknown as { statements?: BareStatement[] } | null)?.statements?.[0];
    },
    state: (key) => read('activities/state', { ...key }),
    async putState(key, value, match, leaving = false) {
      const condition =
        match === 'new'
          ? { matchHeader: 'If-None-Match', etag: '*' }
          : match
            ? { matchHeader: 'If-Match', etag: match.etag }
            : {};
      const { headers } = await (
        await lrs(leaving)
      ).setState({ ...key, ...condition, state: value } as never);
      return headers['etag'] as string | undefined;
    },
    profile: async (agent, profileId) => (await read('agents/profile', { agent, profileId }))?.value,
    pause: () => Math.max(notBefore - now(), 0),
  };
}

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

export const statusOf = (error: unknown): number => (error instanceof LrsError ? error.status : 0);

async function orNothing<Value>(answer: Promise<{ data: unknown }>): Promise<Value | undefined> {
  try {
    return (await answer).data as Value;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

interface AdapterRequest {
  url: string;
  method: string;
  headers?: Record<string, string | undefined>;
  data?: unknown;
}

interface AdapterAnswer {
  data: unknown;
  headers: Record<string, string>;
  status: number;
}

type Adapter = (request: AdapterRequest) => Promise<AdapterAnswer>;

function adapter(options: ClientOptions, leaving: boolean): Adapter {
  const send = options.fetch ?? ((url, init) => fetch(url, init));
  return async ({ url, method, headers, data }) => {
    const what = `${method} ${url.slice(options.endpoint.length).replace(/^\/|\?.*$/gs, '')}`;
    let response: Response;
    let body: string;
    try {
      response = await send(url, {
        method,
        headers: Object.fromEntries(
          Object.entries(headers ?? {}).flatMap(([name, value]) => (value ? [[name, value]] : [])),
        ),
        ...(data === undefined ? {} : { body: typeof data === 'string' ? data : JSON.stringify(data) }),
        cache: 'no-store',
        credentials: 'omit',
        keepalive: leaving,
        // A redirect would take the credential to another host, or turn a POST into a GET
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(options.timeout ?? TIMEOUT),
      });
      body = await response.text();
    } catch {
      throw new LrsError(what, 0);
    }
    if (!response.ok)
      throw new LrsError(what, response.status, retryAfter(response.headers.get('Retry-After')));
    return { data: parsed(body), headers: Object.fromEntries(response.headers), status: response.status };
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** Seconds, or a date (RFC 9110, 10.2.3). */
export function retryAfter(text: string | null, now = Date.now()): number | undefined {
  if (!text) return undefined;
  const seconds = Number(text);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(text) - now;
  return Number.isFinite(wait) ? Math.max(wait, 0) : undefined;
}
