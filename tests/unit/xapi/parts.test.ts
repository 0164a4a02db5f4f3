/** The small parts: ids, actors, the client's adapter. */
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { learnerOf, readActor } from '../../../src/tracking/lrs/actor.ts';
import { createClient, LrsError, retryAfter, type ClientOptions } from '../../../src/tracking/lrs/client.ts';
import { StatementClient } from '../../../src/tracking/lrs/statement-client.ts';
import { plain } from '../../../src/tracking/lrs/define.ts';
import { launchAddress } from '../../../src/tracking/lrs/launch-address.ts';
import { oddActor } from '../../../src/tracking/lrs/odd-launch.ts';
import { namedUuid, randomUuid, sha1 } from '../../../src/tracking/lrs/ids.ts';
import { browserLock } from '../../../src/tracking/lrs/lock.ts';
import { backOff } from '../../../src/tracking/lrs/back-off.ts';
import type { Entry } from '../../../src/tracking/lrs/entry.ts';
import { OutboxStorage } from '../../../src/tracking/lrs/outbox-storage.ts';
import { deviceStorage } from '../../../src/tracking/device/storage.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakeStore } from '../../fakes/store.ts';
import { ANNA } from '../../../src/lms/cmi5.ts';
import { anyText } from '../any-text.ts';

const newClient = (options: ClientOptions) => new StatementClient(createClient(options));

describe('ids', () => {
  it('SHA-1 is SHA-1', () => {
    fc.assert(
      fc.property(anyText(200), (text) => {
        expect(Buffer.from(sha1(text)).toString('hex')).toBe(createHash('sha1').update(text).digest('hex'));
      }),
    );
  });
  it('are UUIDs of versions 4 and 5', () => {
    expect(randomUuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(namedUuid('x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(namedUuid('x')).toBe(namedUuid('x'));
  });
});

const actorIn = (text: string | undefined) => readActor(text) ?? readActor(oddActor(text));

describe('actors', () => {
  it('are left as they are', () => {
    expect(actorIn(JSON.stringify(ANNA))).toEqual(ANNA);
  });
  it.each([
    [
      { name: ['Ana'], mbox: ['mailto:ana@example.org'] },
      { objectType: 'Agent', name: 'Ana', mbox: 'mailto:ana@example.org' },
    ],
    [
      { givenName: ['Ana'], familyName: ['Rivera'], mbox: ['ana@example.org'] },
      { objectType: 'Agent', name: 'Ana Rivera', mbox: 'mailto:ana@example.org' },
    ],
    [
      {
        name: ['Ana'],
        account: [{ accountServiceHomePage: 'https://x.example', accountName: 'ana' }],
        objectType: 'Agent',
      },
      { objectType: 'Agent', name: 'Ana', account: { homePage: 'https://x.example', name: 'ana' } },
    ],
    [{ openid: ['https://ana.example'] }, { objectType: 'Agent', openid: 'https://ana.example' }],
  ])('in the old form become new: %j', (old, actor) => {
    expect(actorIn(JSON.stringify(old))).toEqual(actor);
  });
  it.each([
    [{ mbox: 'ana@example.org' }, { objectType: 'Agent', mbox: 'mailto:ana@example.org' }],
    [
      { mbox: 'mailto:ana course@example.org' },
      { objectType: 'Agent', mbox: 'mailto:ana+course@example.org' },
    ],
    [
      { name: { en: 'Ana' }, mbox: 5, account: { homePage: 'https://x.example', name: 7 } },
      { objectType: 'Agent', account: { homePage: 'https://x.example', name: '7' } },
    ],
    [
      { mbox: 'mailto:ana@example.org', account: { homePage: 'https://x.example', name: 'ana' } },
      { objectType: 'Agent', account: { homePage: 'https://x.example', name: 'ana' } },
    ],
  ])('in an odd form become what an LRS takes: %j', (odd, actor) => {
    expect(actorIn(JSON.stringify(odd))).toEqual(actor);
  });
  it.each([
    undefined,
    '',
    'x',
    'null',
    '7',
    '[]',
    '{}',
    '{"name":"Nobody"}',
    '{"account":{}}',
    '{"account":null}',
    '{"mbox":[]}',
    '{"mbox":5}',
    '{"mbox":{"a":1}}',
    '{"mbox":"mailto:nobody"}',
  ])('none in %j', (text) => {
    expect(actorIn(text)).toBeUndefined();
  });
  it('tell who learns', () => {
    expect(learnerOf({ name: ' Ana Rivera ', mbox: 'mailto:ana@example.org' })).toEqual({
      id: 'ana@example.org',
      name: 'Ana Rivera',
    });
  });
  it.each([undefined, '', 'ana-1', 'ana@example.org', '7f3c9a52-0b1e-4c55-9d2e-0d9f5a1b2c3d', '4711'])(
    'have no name in %j',
    (name) => {
      const account = { homePage: 'https://x.example', name: 'ana-1' };
      expect(learnerOf({ ...(name !== undefined && { name }), account }).name).toBe('');
    },
  );
});

describe('launch addresses', () => {
  const actor = (text: string) => actorIn(launchAddress(`?a=1&actor=${text}`).get('actor'));
  it.each([
    ['a bare plus in a mailbox', '{"name":"Ana","mbox":"mailto:ana+course@example.org"}'],
    [
      'the plus encoded',
      '%7B%22name%22%3A%22Ana%22%2C%22mbox%22%3A%22mailto%3Aana%2Bcourse%40example.org%22%7D',
    ],
  ])('%s', (_name, text) => {
    expect(actor(text)).toMatchObject({ name: 'Ana', mbox: 'mailto:ana+course@example.org' });
  });
  it('a plus is a space in a name that a form encoded, and a plus where spaces are written otherwise', () => {
    const account = (text: string) =>
      `{"name":"${text}","account":{"homePage":"https://x.example","name":"ana+1"}}`;
    expect(actor(account('Ana+Rivera'))).toMatchObject({ name: 'Ana Rivera' });
    expect(actor(account('Ana%20Rivera'))).toMatchObject({
      name: 'Ana Rivera',
      account: { name: 'ana+1' },
    });
  });
  it('addresses and credentials have no space', () => {
    expect(launchAddress('?endpoint=https://x.example/a+b/').solid('endpoint')).toBe(
      'https://x.example/a+b/',
    );
    expect(launchAddress('?x=%E0%A4').get('x')).toBe('%E0%A4');
    expect(launchAddress('').get('x')).toBeUndefined();
  });
});

describe('the client', () => {
  const KEY = { agent: ANNA, activityId: 'https://a.example', stateId: 'resume' };
  const client = (
    fetch: (url: string, init: RequestInit) => Promise<Response>,
    endpoint = 'https://lrs.example/xapi',
  ) => newClient({ endpoint, auth: 'Basic c2VjcmV0', fetch });

  it.each(['https://lrs.example/xapi', 'https://lrs.example/xapi/'])('joins %s', async (endpoint) => {
    const urls: string[] = [];
    const one = client(async (url) => (urls.push(url), new Response('{}')), endpoint);
    await one.state(KEY);
    await one.send([]);
    expect(urls.map((url) => url.split('?')[0])).toEqual([
      'https://lrs.example/xapi/activities/state',
      'https://lrs.example/xapi/statements',
    ]);
  });

  it('sends what outlives the page with keepalive, and nothing with cookies, referrer or to where it is redirected', async () => {
    const inits: RequestInit[] = [];
    const one = client(async (_url, init) => (inits.push(init), new Response('{}')));
    await one.send([], true);
    await one.putState(KEY, {}, undefined, true);
    await one.send([]);
    expect(inits.map(({ keepalive }) => keepalive)).toEqual([true, true, false]);
    for (const init of inits) {
      expect(init).toMatchObject({
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
        cache: 'no-store',
      });
      expect(init.signal).toBeInstanceOf(AbortSignal);
    }
  });

  it('keeps the status and the wait of an error, and nothing else', async () => {
    const one = client(
      async () => new Response('Basic c2VjcmV0', { status: 429, headers: { 'Retry-After': '7' } }),
    );
    const error = (await one.send([]).catch((thrown: unknown) => thrown)) as LrsError;
    expect(error).toBeInstanceOf(LrsError);
    expect(error).toMatchObject({ status: 429, wait: 7000, message: 'POST statements: 429' });
    expect(JSON.stringify(error) + String(error.stack)).not.toContain('c2VjcmV0');
  });

  it('gives up a request that gets no answer', async () => {
    const one = newClient({
      endpoint: 'https://lrs.example/',
      auth: 'x',
      timeout: 20,
      fetch: (_url, { signal }) =>
        new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () => reject(new Error('aborted'))),
        ),
    });
    await expect(one.send([])).rejects.toMatchObject({ status: 0 });
  });

  it("shows why: the library's own fetch adapter loses the status of an error", async () => {
    const { default: XAPI } = await import('@xapi/xapi');
    const { fetch } = globalThis;
    globalThis.fetch = async () => new Response('{}', { status: 503 });
    const theirs = await new XAPI({ endpoint: 'https://lrs.example/', adapter: 'fetch' })
      .sendStatements({ statements: [] })
      .then(
        () => ({}),
        (error: unknown) => error as object,
      )
      .finally(() => (globalThis.fetch = fetch));
    expect(theirs).not.toHaveProperty('status');
  });

  it('reads Retry-After in seconds and as a date', () => {
    expect(retryAfter('3')).toBe(3000);
    expect(retryAfter('Mon, 05 Jan 2026 10:00:10 GMT', Date.UTC(2026, 0, 5, 10, 0, 0))).toBe(10_000);
    expect(retryAfter('soon')).toBeUndefined();
    expect(retryAfter(null)).toBeUndefined();
  });

  it('backs off from two seconds to ten, half of it by chance, and as long as it is asked to', () => {
    expect([0, 1, 2, 9].map((failures) => backOff(failures, 0, 0))).toEqual([1000, 2000, 4000, 5000]);
    expect([0, 1, 2, 9].map((failures) => backOff(failures, 0, 1))).toEqual([2000, 4000, 8000, 10_000]);
    expect(backOff(0, 300_000, 0)).toBe(300_000);
  });
});

it('HTML becomes one line', () => {
  expect(plain('<p>A <em>b</em>&nbsp;&amp; c&#39;s</p><ul><li>one</li><li>&#x2014;two</li></ul>')).toBe(
    "A b & c's one —two",
  );
});

describe('the storage of the outbox', () => {
  it('gives what came in one and the same millisecond in the order in which it came', () => {
    const storage = new OutboxStorage({
      storage: deviceStorage(new FakeStore()),
      owner: 'anna',
      page: 'page',
      clock: new FakeClock(),
      damaged: () => {},
    });
    // As many as the answers of a form of fifty
    const ids = Array.from({ length: 50 }, (_, n) => `answer ${n}`);
    const timestamp = new Date().toISOString();
    for (const id of ids) {
      const entry: Entry = {
        statement: { id, timestamp, verb: { id: 'v', display: {} }, object: { id: 'o' }, context: {} },
      };
      storage.add(entry);
    }
    expect(storage.everything().map(({ entry }) => entry.statement.id)).toEqual(ids);
  });
});

describe('the lock between tabs', () => {
  const locks = (request: (name: string, options: object, run: () => Promise<unknown>) => Promise<unknown>) =>
    vi.stubGlobal('navigator', { locks: { request } });

  it('does a thing once, though it fails', async () => {
    locks((_name, _options, run) => run());
    let times = 0;
    const send = async (): Promise<void> => {
      times++;
      throw new Error('no answer');
    };
    await expect(browserLock('outbox', send)).rejects.toThrow('no answer');
    expect(times).toBe(1);
  });

  it('is asked for by its name, with patience, and the thing is done once it is had', async () => {
    const asked: string[] = [];
    locks(async (name, options, run) => {
      expect((options as { signal: unknown }).signal).toBeInstanceOf(AbortSignal);
      asked.push(name);
      const answer = await run();
      asked.push('done');
      return answer;
    });
    expect(await browserLock('outbox', async () => (asked.push('sent'), 7))).toBe(7);
    expect(asked).toEqual(['outbox', 'sent', 'done']);
  });

  it('does it all the same where another tab holds the lock for ever', async () => {
    locks(() => Promise.reject(new DOMException('Timed out', 'TimeoutError')));
    expect(await browserLock('outbox', async () => 'sent')).toBe('sent');
  });

  it.each([{}, undefined])('does it where there are no locks: %j', async (navigator) => {
    vi.stubGlobal('navigator', navigator);
    expect(await browserLock('outbox', async () => 'sent')).toBe('sent');
  });
});
