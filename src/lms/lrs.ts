/**
 * A strict LRS (xAPI 1.0.3) in memory. It refuses what the specification lets it refuse, answers errors in the several
 * ways that real ones do, and fails on demand. `fetch` can stand in for the browser's; `lrs-server.ts` puts it on a port.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Actor, Statement } from '../tracking/lrs/types.ts';

const require = createRequire(import.meta.url);
const { default: validate } = require('@learninglocker/xapi-validation') as { default: Validate };
type Validate = (statement: unknown) => { constructor: { name: string } }[];

/** What a validator of other authors has to say about a statement; empty when it is good. */
export const warnings = (statement: unknown): string[] =>
  validate(statement).map((warning) => `${warning.constructor.name} ${JSON.stringify(warning)}`);

export interface LrsRequest {
  method: string;
  /** Below the endpoint: `statements`. */
  resource: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: string;
}

export interface LrsAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/**
 * - `offline`: the request does not arrive.
 * - `lost`: it arrives and is done, and the answer is lost.
 * - a status, perhaps with Retry-After in seconds.
 */
export type LrsFault = 'offline' | 'lost' | { status: number; after?: number };

/** Answered in an error's body: JSON, a page of HTML, or nothing. */
const BODIES = ['{"error":"refused"}', '<!doctype html><title>Error</title>', ''];

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export class Refused extends Error {
  readonly status: number;
  constructor(status: number, why: string) {
    super(why);
    this.status = status;
  }
}

export class Lrs {
  endpoint = 'https://lrs.example/xapi/';
  auth = 'Basic dXNlcjpzZWNyZXQ=';
  readonly statements: Statement[] = [];
  readonly documents = new Map<string, string>();
  /** What was refused by rule, in words. */
  readonly refusals: string[] = [];
  readonly requests: LrsRequest[] = [];
  /** Asked before each request. */
  fault: (request: LrsRequest) => LrsFault | undefined = () => undefined;
  /** Answers 409 to an id that it has, whatever the content. */
  alwaysConflict = false;
  /** Shows ETags. */
  etags = true;
  /** Tells the new ETag with a PUT. */
  etagAfterPut = true;
  /** Content files of the course, by relative name. */
  files: Readonly<Record<string, unknown>> = {};

  /** Stands in for the browser's. */
  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    await Promise.resolve();
    if (!/^https?:/.test(url)) {
      const file = this.files[url];
      return file === undefined ? new Response('', { status: 404 }) : new Response(JSON.stringify(file));
    }
    const request = this.toRequest(url, init);
    if (!request) throw new TypeError('Failed to fetch');
    const answer = this.answer(request);
    if (!answer) throw new TypeError('Failed to fetch');
    const { status, headers, body } = answer;
    return new Response(status === 204 ? null : (body ?? ''), { status, headers: headers ?? {} });
  };

  toRequest(url: string, init: RequestInit): LrsRequest | undefined {
    const address = new URL(url);
    const base = new URL(this.endpoint);
    if (address.origin !== base.origin || !address.pathname.startsWith(base.pathname)) return undefined;
    return {
      method: init.method ?? 'GET',
      resource: address.pathname.slice(base.pathname.length),
      query: address.searchParams,
      headers: Object.fromEntries(
        Object.entries(init.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
      ),
      body: typeof init.body === 'string' ? init.body : '',
    };
  }

  /** Undefined where no answer arrives. */
  answer(request: LrsRequest): LrsAnswer | undefined {
    this.requests.push(request);
    const fault = this.fault(request);
    if (fault === 'offline') return undefined;
    if (typeof fault === 'object') return this.error(fault.status, fault.after);
    const answer = this.handle(request);
    return fault === 'lost' ? undefined : answer;
  }

  private error(status: number, after?: number): LrsAnswer {
    const body = BODIES[this.requests.length % BODIES.length]!;
    return { status, body, headers: after === undefined ? {} : { 'Retry-After': String(after) } };
  }

  private handle(request: LrsRequest): LrsAnswer {
    try {
      this.authorise(request);
      if (!/^1\.0\.\d+$/.test(request.headers['x-experience-api-version'] ?? ''))
        throw new Refused(400, 'no version header');
      const answer = this.route(request);
      return { ...answer, headers: { 'X-Experience-API-Version': '1.0.3', ...answer.headers } };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.refusals.push(`${request.method} ${request.resource}: ${error.status} ${error.message}`);
      return this.error(error.status);
    }
  }

  protected authorise(request: LrsRequest): void {
    if (request.headers['authorization'] !== this.auth) throw new Refused(401, 'credentials');
  }

  private route(request: LrsRequest): LrsAnswer {
    const { method, resource } = request;
    if (resource === 'statements' && method === 'POST') return this.post(request);
    if (resource === 'statements' && method === 'GET') return this.get(request);
    if (resource === 'activities/state' || resource === 'agents/profile') return this.document(request);
    throw new Refused(404, 'no such resource');
  }

  // ---- statements ------------------------------------------------------------------------------------------------

  private post({ body, query, headers }: LrsRequest): LrsAnswer {
    only(query, []);
    if (headers['content-type'] !== 'application/json') throw new Refused(400, 'content type');
    const given = json(body);
    const batch = (Array.isArray(given) ? given : [given]) as Statement[];
    const ids = batch.map(({ id }) => id);
    if (new Set(ids).size !== ids.length) throw new Refused(400, 'two equal ids in a batch');
    const fresh: Statement[] = [];
    for (const statement of batch) {
      const known = this.statements.find(({ id }) => id === statement.id);
      if (known && (this.alwaysConflict || !same(known, statement)))
        throw new Refused(409, `id ${statement.id} is taken`);
      if (known) continue;
      this.check(statement, [...this.statements, ...fresh]);
      fresh.push(statement);
    }
    // All or nothing
    const stored = new Date().toISOString();
    this.statements.push(...fresh.map((statement) => ({ ...statement, stored })));
    this.accepted(fresh);
    return { status: 200, body: JSON.stringify(ids), headers: { 'Content-Type': 'application/json' } };
  }

  /** @throws Refused */
  protected check(statement: Statement, _before: readonly Statement[]): void {
    const faults = warnings(statement);
    if (faults.length > 0) throw new Refused(400, faults.join('; '));
    if (!UUID.test(statement.id ?? '')) throw new Refused(400, 'the client makes the ids');
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(statement.timestamp ?? ''))
      throw new Refused(400, 'timestamp');
    if ('stored' in statement || 'authority' in statement) throw new Refused(400, 'set by the LRS');
    if (hasNull(statement)) throw new Refused(400, 'null');
    if (/"contextAgents"|"contextGroups"/.test(JSON.stringify(statement)))
      throw new Refused(400, 'a property of 2.0');
    const { score } = statement.result ?? {};
    if (score && (score.raw < score.min || score.raw > score.max || Math.abs(score.scaled) > 1))
      throw new Refused(400, 'score');
  }

  protected accepted(_statements: readonly Statement[]): void {}

  private get({ query }: LrsRequest): LrsAnswer {
    only(query, [
      'statementId',
      'agent',
      'verb',
      'activity',
      'registration',
      'limit',
      'ascending',
      'related_activities',
    ]);
    const id = query.get('statementId');
    if (id !== null) {
      const found = this.statements.find((statement) => statement.id === id);
      return found ? ok(found) : { status: 404 };
    }
    const agent = query.get('agent');
    const found = this.statements.filter(
      ({ actor, verb, object, context }) =>
        (agent === null || identifier(json(agent) as Actor) === identifier(actor)) &&
        (query.get('verb') ?? verb.id) === verb.id &&
        (query.get('activity') ?? object.id) === object.id &&
        (query.get('registration') ?? context.registration) === context.registration,
    );
    return ok({
      statements: found.toReversed().slice(0, Number(query.get('limit') ?? 100) || 100),
      more: '',
    });
  }

  // ---- documents ---------------------------------------------------------------------------------------------------

  private document(request: LrsRequest): LrsAnswer {
    const { method, resource, query, headers, body } = request;
    const names =
      resource === 'agents/profile'
        ? ['agent', 'profileId']
        : ['agent', 'activityId', 'stateId', 'registration'];
    only(query, names);
    for (const name of names) {
      if (!query.get(name) && name !== 'registration') throw new Refused(400, `${name} is missing`);
    }
    const registration = query.get('registration');
    if (registration !== null && !UUID.test(registration)) throw new Refused(400, 'registration');
    const key = documentKey(resource, query);
    const held = this.readDocument(key, request);
    const etag = held === undefined ? undefined : `"${createHash('sha1').update(held).digest('hex')}"`;
    const tag = (text: string): Record<string, string> =>
      this.etags ? { ETag: `"${createHash('sha1').update(text).digest('hex')}"` } : {};
    if (method === 'GET') {
      if (held === undefined) return { status: 404 };
      return { status: 200, body: held, headers: { 'Content-Type': 'application/json', ...tag(held) } };
    }
    if (method !== 'PUT') throw new Refused(405, 'method');
    this.checkDocument(query);
    const [match, none] = [headers['if-match'], headers['if-none-match']];
    if ((match !== undefined && match !== etag) || (none === '*' && held !== undefined)) {
      // Not a fault of anybody: somebody else was faster
      return this.error(412);
    }
    this.documents.set(key, body);
    return { status: 204, headers: this.etagAfterPut ? tag(body) : {} };
  }

  protected readDocument(key: string, _request: LrsRequest): string | undefined {
    return this.documents.get(key);
  }

  protected checkDocument(_query: URLSearchParams): void {}

  /** Verbs of what is stored, in order, with the last part of what they are about. */
  get story(): string[] {
    return this.statements.map(
      ({ verb, object }) => `${verb.id.split('/').at(-1)} ${object.id.split('/').at(-1)}`,
    );
  }

  verbs(verb: string): Statement[] {
    return this.statements.filter((statement) => statement.verb.id.endsWith(`/${verb}`));
  }
}

export const documentKey = (resource: string, query: URLSearchParams): string =>
  [
    resource,
    identifier(json(query.get('agent') ?? '{}') as Actor),
    query.get('activityId'),
    query.get('stateId') ?? query.get('profileId'),
    query.get('registration'),
  ].join('|');

function only(query: URLSearchParams, names: readonly string[]): void {
  for (const name of query.keys())
    if (!names.includes(name)) throw new Refused(400, `unknown parameter ${name}`);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(400, 'not JSON');
  }
}

const hasNull = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.values(value).some(hasNull));

export const identifier = ({ mbox, mbox_sha1sum: sha1, openid, account }: Actor): string =>
  mbox ?? sha1 ?? openid ?? `${account?.homePage} ${account?.name}`;

/** Whether a statement sent again is the same. */
export function same(one: object, other: object): boolean {
  return textOf(one) === textOf(other);
}

function textOf(statement: object): string {
  const rest: Record<string, unknown> = { ...statement };
  delete rest['stored'];
  return JSON.stringify(sorted(rest));
}

function ok(value: unknown): LrsAnswer {
  return { status: 200, body: JSON.stringify(value), headers: { 'Content-Type': 'application/json' } };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
