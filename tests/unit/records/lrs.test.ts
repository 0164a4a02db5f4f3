/** An LRS as a source: the strict one of this project, over HTTP. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Lrs } from '../../../src/lms/lrs.ts';
import { endpointOf } from '../../../src/workbench/records/import/lrs-client.ts';
import { importLrs, type LrsImport } from '../../../src/workbench/records/import/lrs.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import { LrsServer } from '../../fakes/lrs-server.ts';
import { emptyStore } from '../../fakes/records-store.ts';

const COURSE = 'https://example.test/course';
const ACCESS = { key: 'user', secret: 'secret' };

let server: LrsServer<Lrs>;
let lrs: Lrs;
let store: Store;
let told: string[];
let waited: number[];
beforeEach(async () => {
  server = new LrsServer(new Lrs());
  await server.start();
  ({ lrs } = server);
  store = await emptyStore();
  told = [];
  waited = [];
});
afterEach(async () => {
  store.close();
  await server.stop();
});

/** Statements stored together, as an LRS stores what came in one request. */
function keep(count: number, stored: string): void {
  for (let made = 0; made < count; made += 1) {
    const number = lrs.statements.length;
    lrs.statements.push({
      id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      actor: { account: { homePage: 'https://lms.example.test', name: `p${number % 5}` } },
      verb: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { en: 'completed' } },
      object: {
        id: `${COURSE}/lessons/l${number}`,
        definition: { type: 'http://adlnet.gov/expapi/activities/lesson' },
      },
      context: { registration: 'r' },
      timestamp: '2026-03-01T09:00:00Z',
      stored,
    });
  }
}

const take = (control: LrsImport = {}) =>
  importLrs(
    store,
    { endpoint: endpointOf(lrs.endpoint), ...ACCESS },
    {
      told: (sentence) => told.push(sentence),
      wait: async (milliseconds) => waited.push(milliseconds),
      batch: 1,
      ...control,
    },
  );
const events = async (): Promise<number> => (await store.query('select event from records.events')).length;
const asked = (): string[] => lrs.requests.map(({ query }) => query.get('since') ?? '');

describe('an LRS as a source', () => {
  it('reads every page', async () => {
    lrs.largestPage = 7;
    keep(20, '2026-03-01T10:00:00.000Z');
    expect(await take()).toMatchObject({ title: 'an LRS', rows: 20 });
    expect(await events()).toBe(20);
    expect(lrs.requests).toHaveLength(3);
    expect(lrs.refusals).toEqual([]);
  });

  it('asks the next time for what was stored since, and counts nothing twice', async () => {
    keep(3, '2026-03-01T10:00:00.000Z');
    await take();
    keep(2, '2026-03-01T10:00:00.000Z');
    keep(4, '2026-03-02T10:00:00.000Z');
    expect(await take()).toMatchObject({ rows: 6 });
    expect(await take()).toMatchObject({ rows: 0 });
    expect(await events()).toBe(9);
    expect(asked()).toEqual(['', '2026-03-01T09:59:59.999Z', '2026-03-02T09:59:59.999Z']);
  });

  it('goes on where it was interrupted, though statements of one request stand on two pages', async () => {
    lrs.largestPage = 4;
    keep(2, '2026-03-01T10:00:00.000Z');
    keep(6, '2026-03-02T10:00:00.000Z');
    lrs.fault = () => (lrs.requests.length > 1 ? 'offline' : undefined);
    await expect(take()).rejects.toThrow(/Nothing answers there\. See that the address is right/);
    expect(await events()).toBe(4);
    lrs.fault = () => undefined;
    lrs.requests.length = 0;
    expect(await take()).toMatchObject({ rows: 4 });
    expect(asked()[0]).toBe('2026-03-02T09:59:59.999Z');
    expect(await events()).toBe(8);
  });

  it('takes in what came before a fault that is none of the network', async () => {
    lrs.largestPage = 4;
    keep(8, '2026-03-02T10:00:00.000Z');
    lrs.fault = () => (lrs.requests.length > 1 ? { answers: '<!doctype html>' } : undefined);
    await expect(take({ batch: 100 })).rejects.toThrow(/no list of statements/);
    expect(await events()).toBe(4);
  });

  it('waits as long as the LRS asks it to, and says so', async () => {
    keep(1, '2026-03-01T10:00:00.000Z');
    lrs.fault = () => (lrs.requests.length === 1 ? { status: 429, after: 30 } : undefined);
    await take();
    expect(waited).toEqual([30_000]);
    expect(told[0]).toMatch(/asks to be asked less often: the next try is in 30 s\.$/);
    expect(await events()).toBe(1);
  });

  it('doesn’t wait for an hour, and gives up on an LRS that is always busy', async () => {
    lrs.fault = () => ({ status: 429, after: 3600 });
    await expect(take()).rejects.toThrow(/left alone for 60 minutes\. What came before it is kept/);
    expect(waited).toEqual([]);
    lrs.fault = () => ({ status: 503 });
    await expect(take()).rejects.toThrow(/goes on answering 503/);
    expect(waited).toEqual([2000, 4000, 8000, 16_000]);
  });

  it('says when the key is refused, asks no second time, and names the key nowhere', async () => {
    lrs.auth = 'another';
    const error: unknown = await take().catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/doesn’t take this key/);
    expect(String(error)).not.toMatch(/secret|dXNlcjpzZWNyZXQ/);
    expect(lrs.requests).toHaveLength(1);
  });

  it('stops when it is told to, and keeps what is whole', async () => {
    lrs.largestPage = 4;
    keep(12, '2026-03-01T10:00:00.000Z');
    const stop = new AbortController();
    const progress = (rows: number): void => {
      if (rows >= 4) stop.abort();
    };
    await expect(take({ signal: stop.signal, progress })).rejects.toThrow(/abort/i);
    expect(await events()).toBe(4);
    await take();
    expect(await events()).toBe(12);
  });

  it.each([
    ['http://lrs.example.test/xapi', /must begin with https/],
    ['https://key:secret@lrs.example.test/xapi', /key doesn’t belong in the address/],
    ['lrs', /is no address/],
    ['ftp://localhost/xapi', /must begin with https/],
  ])('refuses the address %s', (address, message) => {
    expect(() => endpointOf(address)).toThrow(message);
  });

  it.each([
    ['https://lrs.example.test/xapi', 'https://lrs.example.test/xapi/'],
    ['https://lrs.example.test/xapi/statements?limit=1', 'https://lrs.example.test/xapi/'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
  ])('takes %s for the endpoint %s', (address, endpoint) => {
    expect(endpointOf(address).href).toBe(endpoint);
  });
});

describe('an LRS that leads elsewhere', () => {
  let elsewhere: string[];
  let other: ReturnType<typeof createServer>;
  beforeEach(async () => {
    elsewhere = [];
    other = createServer((request, response) => {
      elsewhere.push(request.url ?? '');
      response.end('{"statements":[]}');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => other.close(resolve)));
  const place = (): string => `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;

  it('isn’t followed to a further page on another host', async () => {
    lrs.fault = () => ({ answers: JSON.stringify({ statements: [], more: `${place()}more` }) });
    await expect(take()).rejects.toThrow(/further page in another place/);
    expect(elsewhere).toEqual([]);
  });

  it('isn’t followed in a circle', async () => {
    lrs.fault = () => ({ answers: JSON.stringify({ statements: [], more: '/xapi/statements?more=1' }) });
    await expect(take()).rejects.toThrow(/again and again/);
    expect(lrs.requests).toHaveLength(2);
  });

  it('isn’t followed by a redirect, which would carry the key along', async () => {
    const redirecting = createServer((_request, response) => {
      response.writeHead(307, { Location: `${place()}xapi/statements` }).end();
    });
    await new Promise<void>((resolve) => redirecting.listen(0, '127.0.0.1', resolve));
    const endpoint = endpointOf(`http://127.0.0.1:${(redirecting.address() as AddressInfo).port}/xapi/`);
    await expect(importLrs(store, { endpoint, ...ACCESS })).rejects.toThrow(/sends on to .*isn’t asked/);
    expect(elsewhere).toEqual([]);
    redirecting.closeAllConnections();
    await new Promise((resolve) => redirecting.close(resolve));
  });
});
