/**
 * Requests to an LRS, and the documents that a launch reads. What is said to it comes after the first screen
 * (statement-client.ts).
 *
 * Nothing here logs, and no error carries a header, an address or a body: those hold credentials and names.
 */
import type { Actor } from './types.ts';

/** `status` is 0 where no answer came: network, time-out, CORS. */
export class LrsError extends Error {
  readonly status: number;
  /** Milliseconds that the LRS asked to wait. */
  readonly wait: number | undefined;
  /** A 401 or 403 to this alone: the session goes on. */
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

/** What a launch reads with. */
export interface Client {
  readonly endpoint: string;
  readonly auth: string;
  readonly version: '1.0.3';
  /** @param leaving The request outlives its page. */
  request(leaving: boolean): Adapter;
  state(key: StateKey): Promise<Document | undefined>;
  profile(agent: Actor, profileId: string): Promise<unknown>;
  /** For how many milliseconds the LRS has asked, with any answer, to be left alone, and how many of them have gone. */
  askedToWait(): { wait: number; gone: number };
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
  /** As it came. */
  text?: string;
}

const TIMEOUT = 20_000;

export function createClient(options: ClientOptions): Client {
  const version = (options.version ?? '1.0.3') as '1.0.3';
  const { endpoint, auth, now = Date.now } = options;
  let wait = 0;
  let since = 0;

  function request(leaving: boolean): Adapter {
    const send = adapter(options, leaving);
    return async (asked) => {
      try {
        return await send(asked);
      } catch (error) {
        if (error instanceof LrsError && error.wait !== undefined) {
          ({ wait } = error);
          since = now();
        }
        throw error;
      }
    };
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
      const answer = await request(false)({ url, method: 'GET', headers });
      return { value: answer.data, etag: answer.headers['etag'], text: answer.text };
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  }

  return {
    endpoint,
    auth,
    version,
    request,
    state: (key) => read('activities/state', { ...key }),
    profile: async (agent, profileId) => (await read('agents/profile', { agent, profileId }))?.value,
    askedToWait: () => ({ wait, gone: now() - since }),
  };
}

export const statusOf = (error: unknown): number => (error instanceof LrsError ? error.status : 0);

interface AdapterRequest {
  url: string;
  method: string;
  headers?: Record<string, string | undefined>;
  data?: unknown;
}

interface AdapterAnswer {
  data: unknown;
  text: string;
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
    const { headers: told, status } = response;
    return { data: parsed(body), text: body, headers: Object.fromEntries(told), status };
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
  const wait = seconds >= 0 ? seconds * 1000 : Date.parse(text) - now;
  return wait >= 0 ? wait : undefined;
}
