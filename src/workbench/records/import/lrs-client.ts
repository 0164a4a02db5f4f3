/**
 * Reads an LRS page by page (xAPI 1.0.3, 2.1.3 of part three). It asks nobody but the LRS that was named: no redirect is
 * followed, and no page on another host. The key lives in this closure alone.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { mustBeSafe } from '../keyed-address.ts';
import { ImportFailure } from './failure.ts';

export interface LrsAccess {
  endpoint: URL;
  key: string;
  secret: string;
}

export interface LrsControl {
  signal?: AbortSignal | undefined;
  /** A sentence for whoever waits. */
  told?: ((sentence: string) => void) | undefined;
  /** How time passes between two tries, in milliseconds. */
  wait?: ((milliseconds: number, signal?: AbortSignal) => Promise<unknown>) | undefined;
}

export interface LrsStatement {
  stored?: string;
}

export interface LrsPage {
  statements: readonly LrsStatement[];
  /** Everything stored before it can be seen by now (X-Experience-API-Consistent-Through). */
  consistent: string | undefined;
}

/** Statements that are asked for at a time; an LRS may give fewer. */
const PAGE = 1000;
/** So many further pages without a statement are waited for: an LRS may leave out what this key must not see. */
const EMPTY_PAGES = 100;
const TRIES = 5;
const PATIENCE = 60_000;
/** Nobody waits longer before the screen: what came is kept, and the next run goes on from there. */
const LONGEST_WAIT = 600_000;

const refuse = (what: string): ImportFailure =>
  new ImportFailure('The LRS', undefined, what, 'It looks like https://lrs.example.org/xapi/.');

/** @throws ImportFailure that says what is wrong with the address */
export function endpointOf(address: string): URL {
  if (!URL.canParse(address)) throw refuse(`"${address}" is no address.`);
  const url = new URL(address);
  mustBeSafe(url, refuse);
  url.search = '';
  url.hash = '';
  url.pathname = `${url.pathname.replace(/(\/statements)?\/*$/, '')}/`;
  return url;
}

/** @param since what was stored up to then is left out. @throws ImportFailure */
export async function* lrsPages(
  { endpoint, key, secret }: LrsAccess,
  since: string | undefined,
  control: LrsControl = {},
): AsyncGenerator<LrsPage> {
  const authorization = `Basic ${Buffer.from(`${key}:${secret}`, 'utf8').toString('base64')}`;
  const first = new URL('statements', endpoint);
  first.searchParams.set('ascending', 'true');
  first.searchParams.set('limit', String(PAGE));
  if (since !== undefined) first.searchParams.set('since', since);
  const seen = new Set<string>();
  const asking: Asking = { authorization, version: '1.0.3' };
  let next: URL | undefined = first;
  let empty = 0;
  while (next) {
    if (seen.has(next.href))
      throw failed(endpoint, 'The LRS names the same further page again and again.', LATER);
    seen.add(next.href);
    const { headers, body } = await answered(next, asking, control);
    const { statements, more } = pageIn(body, endpoint);
    empty = statements.length === 0 ? empty + 1 : 0;
    if (more && empty > EMPTY_PAGES)
      throw failed(endpoint, 'The LRS names further pages without end, and no statement is on them.', LATER);
    yield {
      statements,
      consistent: headers.get('X-Experience-API-Consistent-Through') ?? undefined,
    };
    next = more ? furtherPage(more, endpoint) : undefined;
  }
}

const LATER = 'What came before it is kept; the next run goes on from there.';

const failed = (endpoint: URL, what: string, todo: string, cause?: unknown): ImportFailure =>
  new ImportFailure(endpoint.host, undefined, what, todo, cause);

function furtherPage(more: string, endpoint: URL): URL {
  const url = URL.canParse(more, endpoint.href) ? new URL(more, endpoint) : undefined;
  if (url?.origin !== endpoint.origin)
    throw failed(endpoint, 'The LRS names a further page in another place, which isn’t asked.', LATER);
  return url;
}

const isObject = (one: unknown): one is object => typeof one === 'object' && one !== null;

function read(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function pageIn(
  body: string,
  endpoint: URL,
): { statements: readonly LrsStatement[]; more: string | undefined } {
  const page = read(body);
  const statements: unknown = isObject(page) && 'statements' in page ? page.statements : undefined;
  if (!isObject(page) || !Array.isArray(statements) || !statements.every(isObject))
    throw failed(
      endpoint,
      'What answers there is no list of statements.',
      'See that the address is that of the LRS (its endpoint).',
    );
  const more = 'more' in page && typeof page.more === 'string' ? page.more : undefined;
  return { statements, more };
}

interface Asking {
  authorization: string;
  /** Of xAPI: the second version where the LRS refuses the first. */
  version: '1.0.3' | '2.0.0';
}

/** All of an answer: what breaks off is none. */
interface Answered {
  ok: boolean;
  status: number;
  headers: Headers;
  body: string;
}

/** Asks until there is an answer that counts. */
async function answered(url: URL, asking: Asking, control: LrsControl): Promise<Answered> {
  for (let tries = 1; ; tries += 1) {
    const response = await request(url, asking, control);
    if (response?.ok) return response;
    if (response?.status === 400 && asking.version === '1.0.3') {
      asking.version = '2.0.0';
      continue;
    }
    const status = response?.status;
    if (response && response.status !== 429 && response.status < 500) throw refused(url, response);
    const wait = waitOf(response, tries);
    if (tries === TRIES || wait > LONGEST_WAIT) throw tooBusy(url, status, wait);
    const why = status === 429 ? 'asks to be asked less often' : 'doesn’t answer';
    control.told?.(`${url.host} ${why}: the next try is in ${Math.ceil(wait / 1000)} s.`);
    await (control.wait ?? pause)(wait, control.signal);
  }
}

const pause = (milliseconds: number, signal?: AbortSignal): Promise<unknown> =>
  sleep(milliseconds, undefined, signal ? { signal } : {});

/** Undefined where nothing came back. */
async function request(
  url: URL,
  { authorization, version }: Asking,
  { signal }: LrsControl,
): Promise<Answered | undefined> {
  signal?.throwIfAborted();
  const tooLong = AbortSignal.timeout(PATIENCE);
  try {
    const response = await fetch(url, {
      headers: {
        Authorization: authorization,
        'X-Experience-API-Version': version,
        Accept: 'application/json',
      },
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, tooLong]) : tooLong,
    });
    const { ok, status, headers } = response;
    return { ok, status, headers, body: await response.text() };
  } catch {
    signal?.throwIfAborted();
    return undefined;
  }
}

/**
 * As Retry-After has it, in seconds or as a date (RFC 9110, 10.2.3), which is of the LRS's own clock; twice as long each time where it
 * says nothing, or no time to come.
 */
function waitOf(response: Answered | undefined, tries: number): number {
  const header = (name: string): string => response?.headers.get(name)?.trim() ?? '';
  const after = header('Retry-After');
  if (/^[1-9]\d*$/.test(after)) return Number(after) * 1000;
  const now = Date.parse(header('Date'));
  const wait = Date.parse(after) - (Number.isNaN(now) ? Date.now() : now);
  return wait > 0 ? wait : 1000 * 2 ** tries;
}

function tooBusy(url: URL, status: number | undefined, wait: number): ImportFailure {
  if (status === undefined)
    return failed(url, 'Nothing answers there.', 'See that the address is right and this machine is online.');
  return wait > LONGEST_WAIT
    ? failed(url, `The LRS asks to be left alone for ${Math.ceil(wait / 60_000)} minutes.`, LATER)
    : failed(url, `The LRS goes on answering ${status}.`, LATER);
}

function refused(url: URL, { status, headers }: Answered): ImportFailure {
  if (status === 401 || status === 403)
    return failed(url, 'The LRS doesn’t take this key.', 'It needs a key that may read statements.');
  if (status >= 300 && status < 400)
    return failed(
      url,
      `The LRS sends on to ${headers.get('Location') ?? 'another place'}, which isn’t asked.`,
      'Name that address if it is the right one.',
    );
  return failed(url, `The answer is ${status}.`, 'See that the address is that of the LRS (its endpoint).');
}
