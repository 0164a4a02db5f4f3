/** LRSs that answer in ways of their own: what is right in them is taken in, and what isn't is told as of an LRS and not of a file. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endpointOf } from '../../../src/workbench/records/import/lrs-client.ts';
import { importLrs } from '../../../src/workbench/records/import/lrs.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import { emptyStore } from '../../fakes/records-store.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

let store: Store;
let server: Server;
let answers: Answer[];
let waited: number[];
beforeEach(async () => {
  store = await emptyStore();
  answers = [];
  waited = [];
  server = createServer((request, response) => answers.shift()?.(response, request));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  store.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const statement = (number: number, more: object = {}) => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  actor: { mbox: `mailto:p${number}@example.org` },
  verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
  object: { id: 'https://example.org/course' },
  timestamp: '2026-03-01T09:00:00Z',
  stored: '2026-03-01T10:00:00Z',
  ...more,
});
const page =
  (...statements: readonly unknown[]): Answer =>
  (response) =>
    response.end(JSON.stringify({ statements, more: '' }));
const busy =
  (headers: Record<string, string>): Answer =>
  (response) =>
    response.writeHead(429, headers).end();

const take = () =>
  importLrs(
    store,
    {
      endpoint: endpointOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}/xapi/`),
      key: 'user',
      secret: 'secret',
    },
    { wait: async (milliseconds) => waited.push(milliseconds) },
  );
const times = async () =>
  (await store.query('select happened from records.events order by event')).map(({ happened }) => happened);

describe('an LRS', () => {
  it('is not stopped by one statement whose time nobody can read: then it counts by when it was stored', async () => {
    answers = [page(statement(1), statement(2, { timestamp: '2026-03-01T09:00:60Z' }), statement(3))];
    expect(await take()).toMatchObject({ rows: 3 });
    expect(await times()).toEqual(['2026-03-01 09:00:00', '2026-03-01 10:00:00', '2026-03-01 09:00:00']);
  });

  it('is named where something of it can’t be read, and no line of a file that nobody has', async () => {
    answers = [page(statement(1), { hello: 'world' }, statement(2, { actor: { objectType: 'Group' } }))];
    expect((await take()).notes?.join(' ')).toMatch(
      /^Of the objects 1 is no statement.* 1 statement is a group’s/,
    );
    answers = [page(statement(3, { actor: 'Ann' }))];
    await expect(take()).rejects.toThrow(
      /^127\.0\.0\.1:\d+: One of its statements can’t be read\. Ask whoever keeps the LRS to void it\./,
    );
  });

  it('is asked again where a page breaks off', async () => {
    const brokenOff: Answer = (response) => {
      response
        .writeHead(200, { 'Content-Length': '5000' })
        .write('{"statements":[', () => response.destroy());
    };
    answers = [brokenOff, page(statement(1))];
    expect(await take()).toMatchObject({ rows: 1 });
    expect(waited).toEqual([2000]);
  });

  it('says no list of statements where one of them is nothing', async () => {
    answers = [page(null)];
    await expect(take()).rejects.toThrow(/no list of statements/);
  });

  it('is waited for by its own clock, and for a while where it names no time to come', async () => {
    const after = { Date: 'Sun, 01 Mar 2026 10:00:00 GMT', 'Retry-After': 'Sun, 01 Mar 2026 10:00:30 GMT' };
    answers = [busy(after), busy({ 'Retry-After': '0' }), busy({ 'Retry-After': '0' }), page(statement(1))];
    expect(await take()).toMatchObject({ rows: 1 });
    expect(waited).toEqual([30_000, 4000, 8000]);
  });

  it('that speaks the second version alone is asked in it', async () => {
    const seen: unknown[] = [];
    const onlyTwo =
      (answer: Answer): Answer =>
      (response, request) => {
        seen.push(request.headers['x-experience-api-version']);
        if (seen.at(-1) === '2.0.0') answer(response, request);
        else response.writeHead(400).end();
      };
    const more: Answer = (response) =>
      response.end(JSON.stringify({ statements: [statement(1)], more: '/xapi/statements?more=1' }));
    answers = [onlyTwo(more), onlyTwo(more), onlyTwo(page(statement(2)))];
    expect(await take()).toMatchObject({ rows: 2 });
    expect(seen).toEqual(['1.0.3', '2.0.0', '2.0.0']);
  });

  it('that names further pages without end is left where no statement is on them, and what came is kept', async () => {
    let number = 0;
    const further =
      (...statements: readonly unknown[]): Answer =>
      (response) =>
        response.end(JSON.stringify({ statements, more: `/xapi/statements?more=${(number += 1)}` }));
    const empty = (count: number): Answer[] => Array.from({ length: count }, () => further());
    answers = [further(statement(1)), ...empty(100), further(statement(2)), ...empty(200)];
    await expect(take()).rejects.toThrow(
      /The LRS names further pages without end, and no statement is on them\. What came before it is kept/,
    );
    expect(await times()).toHaveLength(2);
    expect(answers, 'nobody asks on').toHaveLength(99);
  });
});
