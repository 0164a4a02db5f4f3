/** What is said to an LRS, and which of its answers count: nothing is called delivered that it has not taken. */
import { describe, expect, it } from 'vitest';
import { ANNA } from '../../../src/lms/cmi5.ts';
import { createClient, LrsError } from '../../../src/tracking/lrs/client.ts';
import { isPage, StatementClient, Unsure } from '../../../src/tracking/lrs/statement-client.ts';
import type { Statement } from '../../../src/tracking/lrs/types.ts';

const FIRST = '11111111-1111-4111-8111-111111111111';
const MIDDLE = '33333333-3333-4333-8333-333333333333';
const LAST = '22222222-2222-4222-8222-222222222222';
const LOGIN = ' <!doctype html><title>Log in</title>';
const KEY = { agent: ANNA, activityId: 'https://course.example/', stateId: 'resume' };

const statement = (id: string): Statement => ({ id }) as Statement;
const ALL = [statement(FIRST), statement(MIDDLE), statement(LAST)];

interface Asked {
  method: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  keepalive: boolean | undefined;
  body: unknown;
}

/** An LRS that answers to what is posted, and to what is read, as the test says. */
function over(
  answer: (method: string) => Response | Promise<Response>,
  now = () => 0,
): { client: StatementClient; asked: Asked[] } {
  const asked: Asked[] = [];
  const client = new StatementClient(
    createClient({
      endpoint: 'https://lrs.example/',
      auth: 'Basic x',
      now,
      fetch: async (url, { method = '', headers, keepalive, body }) => {
        asked.push({
          method,
          query: new URL(url).searchParams,
          headers: headers as Record<string, string>,
          keepalive,
          body,
        });
        return answer(method);
      },
    }),
  );
  return { client, asked };
}

const json = (value: unknown, status = 200): Response => new Response(JSON.stringify(value), { status });
const posted = (value: unknown, read: () => Response) => (method: string) =>
  method === 'POST' ? json(value) : read();
const refusalOf = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('statements that were sent', () => {
  it.each([[[FIRST, MIDDLE, LAST]], [[LAST, FIRST, MIDDLE]], [[LAST, FIRST, 'another', MIDDLE]]])(
    'are taken where the answer names them all, in whatever order: %j',
    async (ids) => {
      const { client, asked } = over(() => json(ids));
      await client.send(ALL);
      expect(client.taken()).toBe(1);
      expect(asked.map(({ method }) => method)).toEqual(['POST']);
      expect(JSON.parse(asked[0]?.body as string)).toEqual(ALL);
    },
  );

  it.each([[[]], [[FIRST, LAST]], [[LAST]], [{}], [null], [FIRST + MIDDLE + LAST]])(
    'are looked for where the answer is %j: the last one stands for all',
    async (said) => {
      const { client, asked } = over(posted(said, () => json({ id: LAST })));
      await client.send(ALL);
      expect(client.taken()).toBe(1);
      expect(asked.map(({ query }) => query.get('statementId'))).toEqual([null, LAST]);
      expect(asked.map(({ keepalive }) => keepalive)).toEqual([false, false]);
    },
  );

  it.each<[string, () => Response, number]>([
    ['does not have it', () => json({}, 404), 0],
    ['has another in its place', () => json({ id: FIRST }), 0],
    ['has nothing in its place', () => json(null), 0],
    ['shows a page for people', () => new Response(LOGIN), 0],
    ['is busy', () => json({}, 503), 503],
    ['is asked too often', () => json({}, 429), 429],
    ['has signed the learner out', () => json({}, 401), 401],
    ['lets this learner look no more', () => json({}, 403), 403],
  ])('are not where the LRS, asked for the last one, %s', async (_name, read, status) => {
    const { client } = over(posted([], read));
    const error = await refusalOf(client.send(ALL));
    expect(error).toBeInstanceOf(LrsError);
    expect(error).toMatchObject({ status, message: expect.stringMatching(/^(POST|GET) statements: /) });
    expect(error instanceof Unsure).toBe(status === 403);
    expect(client.taken()).toBe(0);
  });

  it.each([400, 405, 406])('are where an LRS lets nobody look, with %i', async (status) => {
    const { client } = over(posted([], () => json({}, status)));
    await client.send(ALL);
    expect(client.taken()).toBe(1);
  });

  it('are not looked for by a page that goes', async () => {
    const { client, asked } = over(posted([], () => json({ id: LAST })));
    expect(await refusalOf(client.send(ALL, true))).toMatchObject({
      status: 0,
      message: 'POST statements: no answer',
    });
    expect(asked).toHaveLength(1);
  });
});

describe('one statement', () => {
  it('is told as the LRS has it, or that it has none', async () => {
    expect(await over(() => json({ id: FIRST, verb: {} })).client.statement(FIRST)).toEqual({
      id: FIRST,
      verb: {},
    });
    expect(await over(() => json({}, 404)).client.statement(FIRST)).toBeUndefined();
    expect(await over(() => json({ id: LAST })).client.statement(FIRST)).toBeUndefined();
  });

  it.each(['', null, {}, []])(
    'is asked for twice before an answer that is none is taken for none: %j',
    async (said) => {
      const answers = [json(said), json({ id: FIRST })];
      expect(await over(() => answers.shift()!).client.statement(FIRST)).toEqual({ id: FIRST });
      const { client, asked } = over(() => json(said));
      expect(await client.statement(FIRST)).toBeUndefined();
      expect(asked).toHaveLength(2);
      const absent = over(() => json({}, 404));
      await absent.client.statement(FIRST);
      expect(absent.asked).toHaveLength(1);
    },
  );

  it('is not known where a page for people comes in its place', async () => {
    expect(await refusalOf(over(() => new Response(LOGIN)).client.statement(FIRST))).toMatchObject({
      status: 0,
      message: 'GET statements: no answer',
    });
  });
});

describe('the newest statement', () => {
  const QUERY = { agent: ANNA, verb: 'https://v.example/passed', activity: 'https://course.example/' };
  const about = (
    id: string,
    other: { registration: string | undefined; verb?: string; activity?: string },
  ) => ({
    id,
    verb: { id: other.verb ?? QUERY.verb },
    object: { id: other.activity ?? QUERY.activity },
    ...(other.registration && { context: { registration: other.registration } }),
  });

  it.each([undefined, '2f3c1e0a-7a4b-4c55-9d2e-0d9f5a1b2c3d'])(
    'is asked for by learner, verb, activity and registration: %s',
    async (registration) => {
      const newest = about(LAST, { registration: registration?.toUpperCase() });
      const { client, asked } = over(() => json({ statements: [newest, statement(FIRST)], more: '' }));
      expect(await client.latest({ ...QUERY, ...(registration && { registration }) })).toEqual(newest);
      const [{ query, keepalive }] = asked as [Asked];
      expect(JSON.parse(query.get('agent')!)).toEqual(ANNA);
      expect(query.get('verb')).toBe(QUERY.verb);
      expect(query.get('activity')).toBe(QUERY.activity);
      expect(query.get('limit')).toBe('1');
      expect(query.get('registration')).toBe(registration ?? null);
      expect(keepalive).toBe(false);
    },
  );

  it.each([
    ['another registration', { registration: 'other' }],
    ['none', { registration: undefined }],
    ['another verb', { verb: 'https://v.example/failed' }],
    ['another activity', { activity: 'https://other.example/' }],
  ])('is none of %s', async (_what, other) => {
    const found = about(LAST, { registration: 'own', ...other });
    const { client } = over(() => json({ statements: [found], more: '' }));
    expect(await client.latest({ ...QUERY, registration: 'own' })).toBeUndefined();
  });

  it.each([
    ['an empty list', () => json({ statements: [] })],
    ['404', () => json({}, 404)],
    ['204', () => new Response(null, { status: 204 })],
  ])('is none in %s', async (_what, answer) => {
    const { client, asked } = over(answer);
    expect(await client.latest(QUERY)).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  it.each([{}, null, '', 7, { statements: {} }, { error: 'log in' }])(
    'is not known where %j is answered twice: it would be told once more',
    async (said) => {
      const { client, asked } = over(() => json(said));
      expect(await refusalOf(client.latest(QUERY))).toMatchObject({ status: 0 });
      expect(asked).toHaveLength(2);
    },
  );

  it('is none where the second answer says so', async () => {
    const answers = [json(''), json({}, 404)];
    expect(await over(() => answers.shift()!).client.latest(QUERY)).toBeUndefined();
  });

  it('is asked for twice before an answer that is no list is taken for none', async () => {
    const newest = about(LAST, { registration: undefined });
    const answers = [json(''), json({ statements: [newest] })];
    expect(await over(() => answers.shift()!).client.latest(QUERY)).toEqual(newest);
  });

  it('is not known where a page for people comes in its place', async () => {
    expect(await refusalOf(over(() => new Response(LOGIN)).client.latest(QUERY))).toMatchObject({
      status: 0,
      message: 'GET statements: no answer',
    });
  });
});

describe('the saved state', () => {
  it.each([
    ['new' as const, { 'If-None-Match': '*' }],
    [{ etag: '"5"' }, { 'If-Match': '"5"' }],
    [undefined, {}],
  ])('is put over %j alone', async (match, condition) => {
    const { client, asked } = over(() => new Response(null, { status: 204, headers: { ETag: '"6"' } }));
    expect(await client.putState(KEY, {}, match)).toEqual({ etag: '"6"', isOdd: false });
    const [{ headers, keepalive }] = asked as [Asked];
    const conditions = Object.entries(headers).filter(([name]) => name.startsWith('If-'));
    expect(Object.fromEntries(conditions)).toEqual(condition);
    expect(keepalive).toBe(false);
    expect(client.taken()).toBe(1);
  });

  it('is not believed to be there where the answer is another than 204', async () => {
    const { client } = over(() => json({}));
    expect(await client.putState(KEY, {}, undefined)).toMatchObject({ isOdd: true });
    expect(client.taken()).toBe(0);
  });
});

describe('an LRS that asks to be left alone', () => {
  it.each([
    ['5', 1_000, 4_000],
    ['5', 5_000, 0],
    ['5', 60_000, 0],
    ['86400', 0, 600_000],
    ['86400', 1_000, 599_000],
    ['5', -1, 0],
  ])('for %s seconds is after %i ms left alone for %i ms', async (asked, gone, rest) => {
    let now = 1_000_000;
    const { client } = over(
      () => new Response('', { status: 429, headers: { 'Retry-After': asked } }),
      () => now,
    );
    expect(client.pause()).toBe(0);
    await refusalOf(client.send(ALL));
    now += gone;
    expect(client.pause()).toBe(rest);
  });
});

it.each([
  ['<html>', true],
  [' \n <!doctype html>', true],
  ['a < b', false],
  ['', false],
  [['<html>'], false],
  [undefined, false],
])('%j is a page for people: %s', (data, is) => {
  expect(isPage(data)).toBe(is);
});
