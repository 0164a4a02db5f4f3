/**
 * A strict LRS (xAPI 1.0.3) in memory. It refuses what the specification lets it refuse, answers errors in the several
 * ways that real ones do, and fails on demand. `fetch` can stand in for the browser's.
 */
import type { LrsHabit } from './lrs-habits.ts';
import { applyFault, concerns, type Answered, type LrsAnswer, type LrsFault } from './lrs-faults.ts';
import { checkNames, DOCUMENTS, isKept, onTheWay, versionOf } from './lrs-documents.ts';
import { merged } from './lrs-merge.ts';
import { activityTold, matching, QUERY, type Stored } from './lrs-query.ts';
import { abandoned, asKept, ok, requestTo, type LrsRequest } from './lrs-request.ts';
import { documentKey, hasNull, json, only, Refused, same, UUID } from './lrs-text.ts';
import type { Statement } from './xapi-types.ts';

/** Answered in an error's body: JSON, a page of HTML, or nothing. */
const BODIES = ['{"error":"refused"}', '<!doctype html><title>Error</title>', ''];

export class Lrs {
  endpoint = 'https://lrs.example/xapi/';
  auth = 'Basic dXNlcjpzZWNyZXQ=';
  readonly habits = new Set<LrsHabit>();
  readonly statements: Stored[] = [];
  /** In one answer, however many are asked for. */
  largestPage = 1000;
  readonly documents = new Map<string, string>();
  /** What was refused by rule, in words. */
  readonly refusals: string[] = [];
  readonly requests: LrsRequest[] = [];
  /** Asked before each request. */
  fault: (request: LrsRequest) => LrsFault | undefined = () => undefined;
  /** What somebody else's validator has to say about a statement; nothing when it is good. */
  validate: (statement: unknown) => readonly string[] = () => [];
  /** How time passes while an answer is delayed. */
  wait: (milliseconds: number) => Promise<void> = (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    });
  /** Content files of the course, by relative name. */
  files: Readonly<Record<string, unknown>> = {};

  /** Stands in for the browser's. */
  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    await Promise.resolve();
    const beside = this.beside(url, init);
    if (beside) return beside;
    const request = this.toRequest(url, init);
    const answer = request && this.answer(request);
    if (!answer) throw new TypeError('Failed to fetch');
    if (answer === 'hangs') return abandoned(init.signal);
    const { status, headers, body, delay } = answer;
    const own = this.habits.has('slow') ? 250 : 0;
    if (delay || own) await this.wait((delay ?? 0) + own);
    return new Response(status === 204 ? null : (body ?? ''), { status, headers: headers ?? {} });
  };

  /** What is no request to the LRS: a file of the course. */
  protected beside(url: string, _init: RequestInit): Response | undefined {
    if (/^https?:/.test(url)) return undefined;
    const file = this.files[url];
    return file === undefined ? new Response('', { status: 404 }) : new Response(JSON.stringify(file));
  }

  toRequest(url: string, init: RequestInit): LrsRequest | undefined {
    return requestTo(this.endpoint, url, init);
  }

  answer(request: LrsRequest): Answered {
    this.requests.push(request);
    const fault = this.fault(request);
    if (this.habits.has('no-match-headers') && namesVersion(request)) return undefined;
    return applyFault(concerns(fault, request.body) ? fault : undefined, {
      handle: () => this.handle(asKept(request, fault)),
      error: (status, after) => this.error(status, after),
      remember: () => this.remember(),
    });
  }

  /** The status by which it does not take a request. */
  private failsAt(request: LrsRequest): number | undefined {
    if (this.habits.has('fails-at-some-activities') && this.isOdd(request)) return 500;
    return this.habits.has('refuses-some-activities') && this.isOdd(request) ? 403 : undefined;
  }

  private isOdd({ resource, method, body }: LrsRequest): boolean {
    if (resource !== 'statements' || method === 'GET') return false;
    const given = json(body);
    const batch = (Array.isArray(given) ? given : [given]) as Statement[];
    return batch.some(({ object }) => object.id.endsWith('5'));
  }

  private error(status: number, after?: number): LrsAnswer {
    const body = BODIES[this.requests.length % BODIES.length]!;
    return { status, body, headers: after === undefined ? {} : { 'Retry-After': String(after) } };
  }

  /** The way back to what is stored now, or half of the way. */
  protected remember(): (keep: 'none' | 'half') => void {
    const count = this.statements.length;
    const documents = new Map(this.documents);
    return (keep) => {
      const came = keep === 'half' ? Math.floor((this.statements.length - count) / 2) : 0;
      this.statements.length = count + came;
      for (const [key, text] of this.documents) {
        const before = documents.get(key);
        if (before === text) continue;
        if (keep === 'half') this.documents.set(key, text.slice(0, text.length / 2));
        else if (before === undefined) this.documents.delete(key);
        else this.documents.set(key, before);
      }
    };
  }

  private handle(request: LrsRequest): LrsAnswer {
    try {
      this.authorise(request);
      if (!/^1\.0\.\d+$/.test(request.headers['x-experience-api-version'] ?? ''))
        throw new Refused(400, 'no version header');
      const failure = this.failsAt(request);
      if (failure) return this.error(failure);
      const answer = this.route(request);
      return { ...answer, headers: { 'X-Experience-API-Version': '1.0.3', ...answer.headers } };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const isStatement = request.resource === 'statements' && error.status !== 401;
      const status = isStatement && this.habits.has('forbids-everything') ? 403 : error.status;
      this.refusals.push(`${request.method} ${request.resource}: ${status} ${error.message}`);
      return this.error(status);
    }
  }

  protected authorise(request: LrsRequest): void {
    if (request.headers['authorization'] !== this.auth) throw new Refused(401, 'credentials');
  }

  private route(request: LrsRequest): LrsAnswer {
    const { method, resource } = request;
    if (resource === 'statements' && method === 'POST') return this.post(request);
    if (resource === 'statements' && method === 'PUT') return this.put(request);
    if (resource === 'statements' && method === 'GET') return this.get(request);
    if (resource === 'activities') return this.activityAsked(request);
    if (Object.hasOwn(DOCUMENTS, resource)) return this.document(request);
    throw new Refused(404, 'no such resource');
  }

  // ---- statements ------------------------------------------------------------------------------------------------

  private post({ body, query, headers }: LrsRequest): LrsAnswer {
    only(query, []);
    if (headers['content-type'] !== 'application/json') throw new Refused(400, 'content type');
    const given = json(body);
    const sent = (Array.isArray(given) ? given : [given]) as Statement[];
    const batch = this.habits.has('fills-in') ? sent.map(filledIn) : sent;
    const ids = batch.map(({ id }) => id);
    if (new Set(ids).size !== ids.length) throw new Refused(400, 'two equal ids in a batch');
    const fresh: Statement[] = [];
    for (const statement of batch) {
      const known = this.statements.find(({ id }) => id === statement.id);
      if (known && (this.habits.has('always-conflict') || !same(known, statement)))
        throw new Refused(409, `id ${statement.id} is taken`);
      if (known) continue;
      const judgedBy = this.habits.has('judges-before-request') ? [] : fresh;
      this.check(statement, [...this.statements, ...judgedBy]);
      fresh.push(statement);
    }
    // All or nothing
    const stored = new Date().toISOString();
    this.statements.push(...fresh.map((statement) => ({ ...statement, stored })));
    this.accepted(fresh);
    return { status: 200, body: JSON.stringify(ids), headers: { 'Content-Type': 'application/json' } };
  }

  /** One, whose id stands in the address (part three, 2.1.1). */
  private put(request: LrsRequest): LrsAnswer {
    only(request.query, ['statementId']);
    const id = request.query.get('statementId');
    const given = json(request.body) as Statement;
    if (id === null || (given.id ?? id) !== id) throw new Refused(400, 'statementId');
    this.post({ ...request, query: new URLSearchParams(), body: JSON.stringify({ ...given, id }) });
    return { status: 204 };
  }

  /** @throws Refused */
  protected check(statement: Statement, _before: readonly Statement[]): void {
    const faults = this.validate(statement);
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
    only(query, QUERY);
    const id = query.get('statementId');
    if (id !== null) {
      const one = this.statements.find((statement) => statement.id === id);
      return one ? ok(one) : { status: 404 };
    }
    const asked = new URLSearchParams(query);
    if (this.habits.has('finds-other-attempts')) asked.delete('registration');
    const ordered = matching(this.statements, asked);
    const from = Number(query.get('from') ?? 0);
    const until = from + Math.min(Number(query.get('limit') ?? 100) || 100, this.largestPage);
    return ok({
      statements: ordered.slice(from, until),
      more: until < ordered.length ? this.more(query, until) : '',
    });
  }

  /** Where the rest is, below the host (2.5.1 of part two). */
  private more(query: URLSearchParams, from: number): string {
    const further = new URLSearchParams(query);
    further.set('from', String(from));
    return `${new URL(this.endpoint).pathname}statements?${further}`;
  }

  /** Also of one that no statement is about (part three, 2.5). */
  private activityAsked({ method, query }: LrsRequest): LrsAnswer {
    if (method !== 'GET') throw new Refused(405, 'method');
    only(query, ['activityId']);
    const id = query.get('activityId');
    if (!id) throw new Refused(400, 'activityId is missing');
    return ok(activityTold(this.statements, id));
  }

  // ---- documents ---------------------------------------------------------------------------------------------------

  private document(request: LrsRequest): LrsAnswer {
    const { method, resource, query, headers, body } = request;
    checkNames(resource, query);
    if (this.habits.has('forbids-state') && isKept(resource, query)) throw new Refused(403, 'the state');
    const key = documentKey(resource, query);
    const held = this.readDocument(key, request);
    const etagOf = (text: string): string => versionOf(text, this.habits);
    const tag = (etag: string): Record<string, string> => (this.habits.has('no-etags') ? {} : { ETag: etag });
    if (method === 'GET') {
      if (held === undefined) return { status: 404 };
      const shown = tag(onTheWay(etagOf(held), this.habits));
      return { status: 200, body: held, headers: { 'Content-Type': 'application/json', ...shown } };
    }
    if (method !== 'PUT' && method !== 'POST' && method !== 'DELETE') throw new Refused(405, 'method');
    this.checkDocument(query);
    const [match, none] = [headers['if-match'], headers['if-none-match']];
    const isOther = match !== undefined && (held === undefined || !['*', etagOf(held)].includes(match));
    // Not a fault of anybody: somebody else was faster
    if (isOther || (none === '*' && held !== undefined)) return this.error(412);
    if (held !== undefined && match === undefined && this.habits.has('asks-for-match'))
      throw new Refused(409, 'no version is named');
    if (method === 'DELETE') {
      this.documents.delete(key);
      return { status: 204 };
    }
    const kept = method === 'POST' ? merged(held, body, headers['content-type']) : body;
    this.documents.set(key, kept);
    return { status: 204, headers: this.habits.has('no-etag-after-put') ? {} : tag(etagOf(kept)) };
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

const namesVersion = ({ headers }: LrsRequest): boolean =>
  headers['if-match'] !== undefined || headers['if-none-match'] !== undefined;

const filledIn = (statement: Statement): Statement =>
  Object.assign({ id: globalThis.crypto.randomUUID(), timestamp: new Date().toISOString() }, statement);
