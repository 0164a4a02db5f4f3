/** What is asked of the LRS (xAPI 1.0.3, part three, 2): statements by filter and page, one by its id. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ANNA } from '../../../src/lms/cmi5.ts';
import { BEN } from '../../fakes/ben.ts';
import { ask, COURSE, type Json, lrs, PART, renew, statement, uuid, VERBS } from './lrs-asked.ts';

beforeEach(renew);

const found = async (query: Record<string, string> = {}): Promise<{ ids: number[]; more: string }> => {
  const answer = await ask('GET', `statements?${new URLSearchParams(query)}`);
  const { statements, more } = (await answer.json()) as { statements: { id: string }[]; more: string };
  return { ids: statements.map(({ id }) => Number(id.slice(-12))), more };
};

describe('statements', () => {
  beforeEach(async () => {
    await ask('POST', 'statements', [
      statement(1),
      statement(2, { actor: BEN }),
      statement(3, { verb: { id: `${VERBS}passed`, display: {} } }),
      statement(4, { object: { id: PART } }),
      statement(5, { context: { registration: uuid(901) } }),
    ]);
  });

  it('come newest first, or in the order in which they came', async () => {
    expect(await found()).toEqual({ ids: [5, 4, 3, 2, 1], more: '' });
    expect((await found({ ascending: 'true' })).ids).toEqual([1, 2, 3, 4, 5]);
    expect((await found({ ascending: 'false' })).ids).toEqual([5, 4, 3, 2, 1]);
  });

  it.each([
    [{ agent: JSON.stringify({ account: BEN.account }) }, [2]],
    [{ agent: JSON.stringify(ANNA) }, [5, 4, 3, 1]],
    [{ verb: `${VERBS}passed` }, [3]],
    [{ activity: PART }, [4]],
    [{ registration: uuid(901) }, [5]],
    [{ verb: `${VERBS}answered`, activity: COURSE, registration: uuid(900) }, [2, 1]],
    [{ verb: `${VERBS}failed` }, []],
  ])('are found by %j', async (query, ids) => {
    expect((await found(query)).ids).toEqual(ids);
  });

  it('are found by when they were stored, after the one and up to the other', async () => {
    for (const [at, one] of lrs.statements.entries()) one.stored = `2026-01-0${at + 1}T00:00:00Z`;
    expect((await found({ since: '2026-01-02T00:00:00Z' })).ids).toEqual([5, 4, 3]);
    expect((await found({ until: '2026-01-02T00:00:00Z' })).ids).toEqual([2, 1]);
    expect((await found({ since: '2026-01-02T00:00:00Z', until: '2026-01-04T00:00:00Z' })).ids).toEqual([
      4, 3,
    ]);
  });

  it('come a page at a time, and the rest where the answer says', async () => {
    const first = await found({ limit: '2', ascending: 'true' });
    expect([first.ids, first.more]).toEqual([[1, 2], '/xapi/statements?limit=2&ascending=true&from=2']);
    const further = await lrs.fetch(new URL(first.more, lrs.endpoint).href, {
      method: 'GET',
      headers: { Authorization: lrs.auth, 'X-Experience-API-Version': '1.0.3' },
    });
    const { statements, more } = (await further.json()) as { statements: { id: string }[]; more: string };
    expect(statements.map(({ id }) => id)).toEqual([uuid(3), uuid(4)]);
    expect((await found({ limit: '2', ascending: 'true', from: '4' })).ids).toEqual([5]);
    expect(more).toContain('from=4');
    expect(await found({ limit: '5' })).toEqual({ ids: [5, 4, 3, 2, 1], more: '' });
  });

  it('come as many as the LRS gives at most, and a hundred where nobody asks for a number', async () => {
    lrs.largestPage = 3;
    expect((await found({ limit: '4' })).ids).toEqual([5, 4, 3]);
    lrs.largestPage = 1000;
    await ask(
      'POST',
      'statements',
      Array.from({ length: 100 }, (_, at) => statement(at + 10)),
    );
    expect((await found()).ids).toHaveLength(100);
    expect((await found({ limit: '0' })).ids).toHaveLength(100);
    expect((await found({ limit: '104' })).ids).toHaveLength(104);
  });

  it('come one by its id, as it was stored', async () => {
    const one = await ask('GET', `statements?statementId=${uuid(2)}`);
    expect(await one.json()).toEqual({ ...statement(2, { actor: BEN }), stored: lrs.statements[1]!.stored });
    expect((await ask('GET', `statements?statementId=${uuid(77)}`)).status).toBe(404);
  });

  it('take no parameter that the resource hasn’t', async () => {
    expect((await ask('GET', 'statements?format=ids')).status).toBe(200);
    expect((await ask('GET', 'statements?colour=red')).status).toBe(400);
    expect((await ask('POST', 'statements?limit=1', [statement(9)])).status).toBe(400);
    expect(lrs.refusals).toEqual([
      'GET statements: 400 unknown parameter colour',
      'POST statements: 400 unknown parameter limit',
    ]);
  });
});

describe('one statement whose id stands in the address', () => {
  const put = async (query: string, body: Json): Promise<number> =>
    (await ask('PUT', `statements${query}`, body)).status;

  it('is stored under it', async () => {
    const { id: _id, ...bare } = statement(1);
    expect(await put(`?statementId=${uuid(1)}`, bare)).toBe(204);
    expect(await put(`?statementId=${uuid(2)}`, statement(2))).toBe(204);
    expect(lrs.statements.map(({ id }) => id)).toEqual([uuid(1), uuid(2)]);
  });

  it('is refused under another, or under none', async () => {
    expect(await put(`?statementId=${uuid(2)}`, statement(1))).toBe(400);
    expect(await put('', statement(1))).toBe(400);
    expect(await put(`?statementId=${uuid(1)}&limit=1`, statement(1))).toBe(400);
    expect(lrs.statements).toEqual([]);
  });
});

describe('what a statement has to be', () => {
  it.each([
    ['an id of another form', { id: 'one' }],
    ['an id with something around it', { id: `x${uuid(1)}` }],
    ['a version that no UUID has', { id: '00000000-0000-9000-8000-000000000001' }],
    ['no time', { timestamp: undefined }],
    ['a day', { timestamp: '2026-01-05' }],
    ['something after its time', { timestamp: '2026-01-05T10:00:00Z!' }],
    ['who vouches for it', { authority: ANNA }],
    ['null somewhere deep', { result: { extensions: { a: [1, { b: null }] } } }],
    ['groups of 2.0', { context: { contextGroups: [] } }],
    ['a score below its least', { result: { score: { scaled: 0, raw: -1, min: 0, max: 10 } } }],
    ['a scaled score above 1', { result: { score: { scaled: 1.1, raw: 10, min: 0, max: 10 } } }],
    ['a scaled score below -1', { result: { score: { scaled: -1.1, raw: 0, min: 0, max: 10 } } }],
  ])('is not to have %s', async (_what, changes) => {
    expect((await ask('POST', 'statements', statement(1, changes))).status).toBe(400);
    expect(lrs.statements).toEqual([]);
  });

  it.each([
    ['fractions of a second', { timestamp: '2026-01-05T10:00:00.123Z' }],
    ['an id in capitals', { id: 'ABCDEF00-0000-4000-8000-00000000000A' }],
    ['the least score', { result: { score: { scaled: -1, raw: 0, min: 0, max: 10 } } }],
    ['the greatest score', { result: { score: { scaled: 1, raw: 10, min: 0, max: 10 } } }],
  ])('may have %s', async (_what, changes) => {
    expect((await ask('POST', 'statements', statement(1, changes))).status).toBe(200);
  });

  it('is JSON, and says so', async () => {
    expect((await ask('POST', 'statements', '{"id":')).status).toBe(400);
    expect(lrs.refusals.at(-1)).toBe('POST statements: 400 not JSON');
    const text = await ask('POST', 'statements', statement(1), { 'Content-Type': 'text/plain' });
    expect(text.status).toBe(400);
    expect(lrs.refusals.at(-1)).toBe('POST statements: 400 content type');
  });

  it('is answered with the ids, as JSON of this version', async () => {
    const answer = await ask('POST', 'statements', [statement(1), statement(2)]);
    expect(await answer.json()).toEqual([uuid(1), uuid(2)]);
    expect(answer.headers.get('Content-Type')).toBe('application/json');
    expect(answer.headers.get('X-Experience-API-Version')).toBe('1.0.3');
  });
});

describe('the version of the specification', () => {
  it.each([
    ['1.0.3', 200],
    ['1.0.12', 200],
    ['1.0', 400],
    ['1.1.0', 400],
    ['11.0.3', 400],
    ['1.0.3 ', 400],
  ])('%j gives %i', async (version, status) => {
    const answer = lrs.answer({
      method: 'GET',
      resource: 'statements',
      query: new URLSearchParams(),
      headers: { authorization: lrs.auth, 'x-experience-api-version': version },
      body: '',
    });
    expect(answer).toMatchObject({ status });
  });
});

describe('an activity', () => {
  const asked = (id: string): Promise<Response> =>
    ask('GET', `activities?${new URLSearchParams({ activityId: id })}`);

  it('has all that statements told of it, the latest word last', async () => {
    const type = 'http://adlnet.gov/expapi/activities/module';
    const parts = [{ id: PART, definition: { type, name: { en: 'Part' }, description: { en: 'Of it' } } }];
    await ask('POST', 'statements', [
      statement(1, { context: { contextActivities: { parent: parts } } }),
      statement(2, { object: { id: PART, definition: { type, name: { es: 'Parte' } } } }),
      statement(3, { object: { id: PART } }),
      statement(4, { object: { id: COURSE, definition: { type, name: { en: 'Course' } } } }),
    ]);
    expect(await (await asked(PART)).json()).toEqual({
      objectType: 'Activity',
      id: PART,
      definition: { type, name: { en: 'Part', es: 'Parte' }, description: { en: 'Of it' } },
    });
  });

  it('of which nothing was told is its id', async () => {
    const answer = await asked(PART);
    expect([answer.status, await answer.json()]).toEqual([200, { objectType: 'Activity', id: PART }]);
  });

  it('is asked for by its id, and only read', async () => {
    expect((await ask('GET', 'activities')).status).toBe(400);
    expect((await ask('GET', 'activities?activityId=a&agent=b')).status).toBe(400);
    expect((await ask('PUT', 'activities?activityId=a', {})).status).toBe(405);
  });
});

describe('beside the LRS', () => {
  it('there are the files of the course, and nothing else', async () => {
    lrs.files = { 'content/course.json': { a: 1 } };
    const file = await lrs.fetch('content/course.json', {});
    expect([file.status, await file.json()]).toEqual([200, { a: 1 }]);
    expect((await lrs.fetch('content/other.json', {})).status).toBe(404);
  });

  it.each(['https://other.example/xapi/statements', 'https://lrs.example/elsewhere'])(
    '%s is not reached',
    async (url) => {
      await expect(lrs.fetch(url, {})).rejects.toThrow(TypeError);
      expect(lrs.requests).toEqual([]);
    },
  );

  it('refusals have a body that is JSON, a page or nothing, by turns', async () => {
    const bodies: string[] = [];
    for (let nth = 0; nth < 3; nth++) bodies.push(await (await ask('GET', 'about')).text());
    expect(bodies.toSorted()).toEqual(['', '<!doctype html><title>Error</title>', '{"error":"refused"}']);
  });

  it('has a story of what was stored', async () => {
    await ask('POST', 'statements', [statement(1), statement(2, { object: { id: PART } })]);
    expect(lrs.story).toEqual(['answered course', 'answered part']);
    expect(lrs.verbs('answered').map(({ id }) => id)).toEqual([uuid(1), uuid(2)]);
    expect(lrs.verbs('passed')).toEqual([]);
  });
});

describe('people', () => {
  it.each([
    [{ mbox: 'mailto:a@example.org' }, { mbox: 'mailto:b@example.org' }],
    [{ mbox_sha1sum: 'aa' }, { mbox_sha1sum: 'bb' }],
    [{ openid: 'https://a.example' }, { openid: 'https://b.example' }],
    [
      { account: { homePage: 'https://a.example', name: '1' } },
      { account: { homePage: 'https://b.example', name: '1' } },
    ],
  ])('are told apart by %j, and not by their names', async (one, other) => {
    await ask('POST', 'statements', [
      statement(1, { actor: { ...one, name: 'One' } }),
      statement(2, { actor: { ...other, name: 'One' } }),
    ]);
    expect((await found({ agent: JSON.stringify({ ...one, name: 'Another' }) })).ids).toEqual([1]);
  });

  it('a statement sent again is the same in whatever order its parts stand', async () => {
    await ask('POST', 'statements', statement(1));
    const turned = Object.fromEntries(Object.entries(statement(1)).toReversed());
    expect((await ask('POST', 'statements', turned)).status).toBe(200);
    expect((await ask('POST', 'statements', statement(1, { object: { id: PART } }))).status).toBe(409);
    expect(lrs.statements).toHaveLength(1);
  });
});
