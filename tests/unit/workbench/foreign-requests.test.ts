import { beforeEach, describe, expect, it } from 'vitest';
import { Lrs } from '../../../src/lms/lrs.ts';
import { toRequest } from '../../../src/workbench/server/lrs-requests.ts';

const VERSION = { 'X-Experience-API-Version': '1.0.1' };
const ACTOR = { account: { homePage: 'https://lms.example', name: 'ana-1' } };
const ID = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
/** As an old tool sends it: no context, no registration. */
const BARE = {
  actor: ACTOR,
  verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
  object: { id: 'https://example.org/page' },
  timestamp: '2026-01-02T03:04:05.678Z',
};

describe('what packages of other tools ask of an LRS', () => {
  let lrs: Lrs;
  beforeEach(() => {
    lrs = new Lrs();
  });

  function ask(method: string, path: string, body?: unknown): Promise<Response> {
    return lrs.fetch(`${lrs.endpoint}${path}`, {
      method,
      headers: { ...VERSION, Authorization: lrs.auth, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  it('one statement by its id, twice the same, and never another', async () => {
    expect((await ask('PUT', `statements?statementId=${ID}`, BARE)).status).toBe(204);
    expect((await ask('PUT', `statements?statementId=${ID}`, { ...BARE, id: ID })).status).toBe(204);
    const other = { ...BARE, object: { id: 'https://example.org/other' } };
    expect((await ask('PUT', `statements?statementId=${ID}`, other)).status).toBe(409);
    expect((await ask('PUT', 'statements', BARE)).status).toBe(400);
    expect(lrs.statements.map(({ id }) => id)).toEqual([ID]);
  });

  it('statements without a context, and those since a moment', async () => {
    await ask('PUT', `statements?statementId=${ID}`, BARE);
    const found = async (query: string): Promise<number> => {
      const { statements } = (await (await ask('GET', `statements?${query}`)).json()) as {
        statements: unknown[];
      };
      return statements.length;
    };
    expect(await found('limit=10&format=exact')).toBe(1);
    expect(await found('registration=11111111-2222-4333-8444-555555555555')).toBe(0);
    expect(await found('since=2000-01-01T00:00:00Z')).toBe(1);
    expect(await found('until=2000-01-01T00:00:00Z')).toBe(0);
  });

  it('a whole request in a form', () => {
    const form = new URLSearchParams({
      statementId: ID,
      Authorization: lrs.auth,
      'X-Experience-API-Version': '1.0.1',
      'Content-Type': 'application/json',
      content: JSON.stringify(BARE),
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const request = toRequest(
      'POST',
      headers,
      new URLSearchParams({ method: 'PUT' }),
      'statements',
      String(form),
    );
    expect(request).toMatchObject({ method: 'PUT', body: JSON.stringify(BARE) });
    expect([...request.query.keys()]).toEqual(['statementId']);
    expect(lrs.answer(request)).toMatchObject({ status: 204 });
  });

  it('documents put away and thrown away again', async () => {
    const state = new URLSearchParams({
      agent: JSON.stringify(ACTOR),
      activityId: 'https://example.org/a',
      stateId: 'resume',
    });
    const profile = new URLSearchParams({ activityId: 'https://example.org/a', profileId: 'settings' });
    for (const path of [`activities/state?${state}`, `activities/profile?${profile}`]) {
      expect((await ask('PUT', path, { a: 1 })).status).toBe(204);
      expect(await (await ask('GET', path)).json()).toEqual({ a: 1 });
      expect((await ask('DELETE', path)).status).toBe(204);
      expect((await ask('GET', path)).status).toBe(404);
    }
  });
});
