import { materialOf } from '../../../packaging/commands/material.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkbench, type Workbench } from '../../../src/workbench/server/index.ts';

let data: string;
let workbench: Workbench;
let port: number;
const taken: number[] = [];

interface Answer {
  status: number;
  body: string;
}

beforeAll(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), 'guard-'));
  workbench = await startWorkbench({
    port: 24_170,
    data,
    course: 'course',
    material: materialOf('tests/fixtures/courses/short'),
    packages: data,
    page: data,
  });
  port = Number(new URL(workbench.address).port);
});
afterAll(async () => {
  await workbench.close();
  await rm(data, { recursive: true });
});

/** With headers that a browser would not let a test set; `OWN` is the workbench's port and `DEVICE` the first device's, which may be others than were asked for. */
async function ask(...asked: Parameters<typeof answerTo>): Promise<number> {
  return (await answerTo(...asked)).status;
}

function answerTo(
  to: number,
  headers: Record<string, string>,
  method = 'GET',
  where = '/api/state',
): Promise<Answer> {
  const named = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    value.replace('OWN', String(port)).replace('DEVICE', String(port + 1)),
  ]);
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: to, path: where, method, headers: Object.fromEntries(named) };
    const asking = request(options, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (more: string) => (body += more));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    asking.on('error', reject);
    asking.end();
  });
}

describe('the workbench answers', () => {
  it('its own page', async () => {
    const host = `127.0.0.1:${port}`;
    expect(await ask(port, { host })).toBe(200);
    expect(await ask(port, { host, origin: workbench.address, 'sec-fetch-site': 'same-origin' })).toBe(200);
  });

  it.each([
    ['a name that was pointed at this machine', { host: 'evil.example' }],
    ['that name with the port', { host: 'evil.example:OWN' }],
    ['another port of this machine in the name', { host: '127.0.0.1:80' }],
    ['the name of a device', { host: 'localhost:OWN' }],
  ])('nobody who came by %s', async (_, headers) => {
    expect(await ask(port, headers)).toBe(421);
    expect(await ask(port, headers, 'GET', '/')).toBe(421);
    expect(await ask(port + 1, headers, 'GET', '/p/any/index.html')).toBe(421);
  });

  it('whoever came by another name with where to go, and with nothing of that name', async () => {
    for (const host of ['localhost:OWN', 'evil.example'])
      expect(await answerTo(port, { host }, 'GET', '/')).toEqual({
        status: 421,
        body: `This server answers to its own address only. Open ${workbench.address} instead.`,
      });
  });

  it.each([
    ['a page of a stranger', { origin: 'https://evil.example' }],
    ['a page without an origin, in a sandbox', { origin: 'null' }],
    ['a package on a device', { origin: 'http://127.0.0.1:DEVICE' }],
    ['a picture in a package', { 'sec-fetch-site': 'same-site' }],
    ['a picture in a page elsewhere', { 'sec-fetch-site': 'cross-site' }],
  ])('not to %s', async (_, headers) => {
    const host = `127.0.0.1:${port}`;
    expect(await ask(port, { host, ...headers })).toBe(403);
    expect(await ask(port, { host, ...headers }, 'POST', '/api/launches')).toBe(403);
  });

  it('on a device nobody of another origin, the workbench itself included', async () => {
    const host = `127.0.0.1:${port + 1}`;
    const where = '/lms/any/attempt';
    expect(await ask(port + 1, { host, origin: workbench.address }, 'POST', where)).toBe(403);
    expect(await ask(port + 1, { host, origin: `http://localhost:${port + 2}` }, 'POST', where)).toBe(403);
    expect(await ask(port + 1, { host }, 'GET', '/api/state')).toBe(404);
  });

  it('gives out no file beside the page', async () => {
    const host = `127.0.0.1:${port}`;
    for (const where of [
      '/workbench.duckdb/..',
      '/..%2fworkbench.duckdb',
      '/assets/..%2f..%2fpackage.json',
      '/.git',
    ])
      expect(await ask(port, { host }, 'GET', where), where).toBe(404);
  });
});

describe('a second workbench', () => {
  it('takes the next ports where these are taken', async () => {
    const other = await mkdtemp(path.join(os.tmpdir(), 'guard-'));
    const second = await startWorkbench({
      port,
      data: other,
      course: 'course',
      material: materialOf('tests/fixtures/courses/short'),
      packages: other,
      page: other,
      taken: (one) => taken.push(one),
    });
    expect(taken[0]).toBe(port);
    expect(Number(new URL(second.address).port)).toBeGreaterThanOrEqual(port + 3);
    await second.close();
    await rm(other, { recursive: true });
  });
});
