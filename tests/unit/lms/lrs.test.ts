/** The LRS by itself: rules, faults and habits. */
import { createHash } from 'node:crypto';
import { assert, property } from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LrsFault } from '../../../src/lms/lrs-faults.ts';
import { Lrs } from '../../../src/lms/lrs.ts';
import { sha1 } from '../../../src/lms/sha1.ts';
import { anyText } from '../any-text.ts';
import { ask, headers, lrs, send, state, statement, useLrs, uuid } from './lrs-sent.ts';

beforeEach(() => {
  useLrs(new Lrs());
});

describe('the LRS', () => {
  it.each([
    ['no id', { id: undefined }, 400],
    ['a timestamp without a zone', { timestamp: '2026-01-05T10:00:00' }, 400],
    ['an offset', { timestamp: '2026-01-05T10:00:00+01:00' }, 400],
    ['null', { result: { response: null } }, 400],
    ['what the LRS sets', { stored: '2026-01-05T10:00:00Z' }, 400],
    ['a property of 2.0', { context: { contextAgents: [] } }, 400],
    ['a score above its most', { result: { score: { scaled: 1, raw: 11, min: 0, max: 10 } } }, 400],
  ])('refuses a statement with %s, and the rest of its request', async (_what, changes, status) => {
    expect(await send(statement(1), statement(2, changes))).toBe(status);
    expect(lrs.statements).toEqual([]);
    expect(lrs.refusals).toHaveLength(1);
  });

  it('asks a validator that it is given', async () => {
    lrs.validate = () => ['wrong'];
    expect(await send(statement(1))).toBe(400);
    expect(lrs.refusals[0]).toContain('wrong');
  });

  it('takes the same statement twice, and another one under its id never', async () => {
    expect(await send(statement(1))).toBe(200);
    expect(await send(statement(1))).toBe(200);
    expect(await send(statement(1, { timestamp: '2026-01-05T10:00:01Z' }))).toBe(409);
    expect(lrs.statements).toHaveLength(1);
    expect(await send(statement(2), statement(2))).toBe(400);
    lrs.habits.add('always-conflict');
    expect(await send(statement(1))).toBe(409);
  });

  it('refuses a wrong credential, no version, another resource and another method', async () => {
    expect((await ask('GET', 'statements', undefined, { Authorization: 'Basic x' })).status).toBe(401);
    expect((await ask('GET', 'statements', undefined, { 'X-Experience-API-Version': '2.0.0' })).status).toBe(
      400,
    );
    expect((await ask('GET', 'about')).status).toBe(404);
    expect((await ask('PATCH', state())).status).toBe(405);
    expect((await ask('GET', `${state()}&since=x`)).status).toBe(400);
  });

  it('knows the versions of a document', async () => {
    expect((await ask('GET', state())).status).toBe(404);
    const first = await ask('PUT', state(), { a: 1 }, { 'If-None-Match': '*' });
    expect(first.status).toBe(204);
    const etag = first.headers.get('ETag') ?? '';
    expect(etag).toBe(`"${createHash('sha1').update('{"a":1}').digest('hex')}"`);
    expect((await ask('PUT', state(), { a: 2 }, { 'If-None-Match': '*' })).status).toBe(412);
    expect((await ask('PUT', state(), { a: 2 }, { 'If-Match': '"x"' })).status).toBe(412);
    expect((await ask('PUT', state(), { a: 2 }, { 'If-Match': etag })).status).toBe(204);
    expect(await (await ask('GET', state())).json()).toEqual({ a: 2 });
    expect((await ask('PUT', state('none'), {}, { 'If-Match': etag })).status).toBe(412);
  });

  it('shows versions as its habits are', async () => {
    lrs.habits.add('no-etag-after-put');
    expect((await ask('PUT', state(), {})).headers.has('ETag')).toBe(false);
    expect((await ask('GET', state())).headers.has('ETag')).toBe(true);
    lrs.habits.add('no-etags');
    expect((await ask('GET', state())).headers.has('ETag')).toBe(false);
  });

  it.each([
    ['weak-etags', /^W\/"\w+"$/, 204],
    ['renamed-etags', /^"\w+-gzip"$/, 412],
  ] as const)('shows versions as a server before it makes them: %s', async (habit, shown, strong) => {
    lrs.habits.add(habit);
    const first = await ask('PUT', state(), { a: 1 });
    const etag = (await ask('GET', state())).headers.get('ETag') ?? '';
    expect(etag).toMatch(shown);
    expect((await ask('PUT', state(), { a: 2 }, { 'If-Match': etag })).status).toBe(412);
    const own = { 'If-Match': etag.replace('W/', '') };
    expect((await ask('PUT', state(), { a: 2 }, own)).status).toBe(strong);
    // An answer without a body is not compressed
    expect(first.headers.get('ETag')).toMatch(/^"\w+"$/);
  });

  it.each([
    ['asks-for-match', {}, 409],
    ['asks-for-match', { 'If-Match': '*' }, 204],
    ['asks-for-match', { 'If-Match': `"${sha1('{"a":1}')}"` }, 204],
    ['own-etags', { 'If-Match': `"${sha1('{"a":1}')}"` }, 412],
    ['own-etags', {}, 204],
  ] as const)('%s: a document is replaced by a request with %j: %s', async (habit, named, status) => {
    lrs.habits.add(habit);
    expect((await ask('PUT', state(), { a: 1 })).status).toBe(204);
    expect((await ask('PUT', state(), { a: 2 }, named)).status).toBe(status);
  });

  it('forbids whatever is asked about the state, and lets no version be named, where it has that habit', async () => {
    lrs.habits.add('no-match-headers');
    await expect(ask('PUT', state(), { a: 1 }, { 'If-None-Match': '*' })).rejects.toThrow('Failed to fetch');
    expect((await ask('PUT', state(), { a: 1 })).status).toBe(204);
    lrs.habits.add('forbids-state');
    expect((await ask('GET', state())).status).toBe(403);
    expect((await ask('PUT', state(), { a: 2 })).status).toBe(403);
  });

  it('gives a statement the id and the time that it lacks, where it has that habit', async () => {
    const { id: _id, timestamp: _time, ...bare } = statement(1);
    expect((await ask('POST', 'statements', bare)).status).toBe(400);
    lrs.habits.add('fills-in');
    expect((await ask('POST', 'statements', bare)).status).toBe(200);
    expect(lrs.statements[0]).toMatchObject({ id: expect.any(String), timestamp: expect.any(String) });
  });

  it('names versions by SHA-1', () => {
    assert(
      property(anyText(200), (text) => {
        expect(sha1(text)).toBe(createHash('sha1').update(text).digest('hex'));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a fault', () => {
  const once = (fault: LrsFault): void => {
    const faults = [fault];
    lrs.fault = () => faults.shift();
  };
  const stored = (): number => lrs.statements.length;

  it('offline: the request does not arrive', async () => {
    once('offline');
    await expect(send(statement(1))).rejects.toThrow(TypeError);
    expect(stored()).toBe(0);
  });

  it('lost: it arrives, and the answer is lost', async () => {
    once('lost');
    await expect(send(statement(1))).rejects.toThrow(TypeError);
    expect(stored()).toBe(1);
  });

  it('hangs: nothing is answered until whoever asked gives up', async () => {
    once('hangs');
    const giveUp = new AbortController();
    let settled = false;
    const asked = lrs.fetch(`${lrs.endpoint}statements`, {
      method: 'POST',
      headers: headers(lrs.auth),
      body: JSON.stringify(statement(1)),
      signal: giveUp.signal,
    });
    void asked.catch(() => undefined).finally(() => (settled = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([settled, stored()]).toEqual([false, 1]);
    giveUp.abort();
    await expect(asked).rejects.toThrow('abort');
  });

  it('unstored: it says yes, and keeps nothing', async () => {
    once('unstored');
    expect(await send(statement(1))).toBe(200);
    expect(stored()).toBe(0);
    expect((await ask('PUT', state(), { a: 1 })).status).toBe(204);
    once('unstored');
    expect((await ask('PUT', state(), { a: 2 })).status).toBe(204);
    expect(await (await ask('GET', state())).json()).toEqual({ a: 1 });
    once('unstored');
    await ask('PUT', state('new'), {});
    expect((await ask('GET', state('new'))).status).toBe(404);
    expect(lrs.documents.size).toBe(1);
  });

  it('half: it says yes, and keeps a half', async () => {
    once('half');
    expect(await send(statement(1), statement(2), statement(3), statement(4))).toBe(200);
    expect(lrs.statements.map(({ id }) => id)).toEqual([uuid(1), uuid(2)]);
    once('half');
    await ask('PUT', state(), 'abcdef');
    expect(await (await ask('GET', state())).text()).toBe('"abc');
  });

  it('cuts: it says yes, and keeps the beginning of a document, and all of a statement', async () => {
    once({ cuts: 4 });
    expect((await ask('PUT', state(), 'abcdef')).status).toBe(204);
    expect(await (await ask('GET', state())).text()).toBe('"abc');
    once({ cuts: 4 });
    expect(await send(statement(1))).toBe(200);
    expect(stored()).toBe(1);
  });

  it.each([400, 401, 403, 413, 429, 500, 503])(
    '%i: it refuses, with or without having stored',
    async (status) => {
      once({ status, after: 7 });
      const answer = await ask('POST', 'statements', statement(1));
      expect([answer.status, answer.headers.get('Retry-After'), stored()]).toEqual([status, '7', 0]);
      once({ status, stored: true });
      expect(await send(statement(1))).toBe(status);
      expect(stored()).toBe(1);
    },
  );

  it.each(['', '<!doctype html><title>Log in</title>', 'null', '[]'])(
    'answers %j, and has done it',
    async (answers) => {
      once({ answers });
      const answer = await ask('POST', 'statements', statement(1));
      expect([answer.status, await answer.text(), stored()]).toEqual([200, answers, 1]);
    },
  );

  it('answers a page instead, and has done nothing', async () => {
    once({ instead: '<!doctype html><title>Log in</title>' });
    const answer = await ask('POST', 'statements', statement(1));
    expect([answer.status, (await answer.text()).slice(0, 9), stored()]).toEqual([200, '<!doctype', 0]);
  });

  it('delay: the answer takes its time', async () => {
    const waits: number[] = [];
    lrs.wait = async (milliseconds) => void waits.push(milliseconds);
    once({ delay: 5000 });
    expect(await send(statement(1))).toBe(200);
    expect(waits).toEqual([5000]);
  });
});
