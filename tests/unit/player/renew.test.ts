/** "Try again" loads the page anew where code can't be had in it any more, and never where the learner would lose by that. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pressedAgain, renewWhenPressed } from '../../../src/player/renew.ts';
import { retriableImport } from '../../../src/player/retriable-import.ts';
import type { PlayerStore } from '../../../src/player/store.ts';

const reloads: string[] = [];
let names = 0;
let name = '';

beforeEach(() => {
  name = `code-${(names += 1)}`;
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('location', { href: 'https://lms.example/course/index.html#tea' });
  vi.stubGlobal('fetch', async () => new Response());
});
afterEach(() => {
  vi.unstubAllGlobals();
  reloads.length = 0;
});

interface Standing {
  again?: 'around' | 'here' | 'elsewhere';
  kind?: 'saved' | 'saving' | 'not-saved' | 'nothing-to-save';
  held?: 'lms' | 'device' | 'page';
}

function stand({ again = 'around', kind = 'saved', held = 'lms' }: Standing = {}): void {
  renewWhenPressed({
    opened: { record: { again } },
    session: {},
    status: { kind, held },
    reload: (around?: 'launch') => void reloads.push(around ?? 'page'),
  } as unknown as PlayerStore);
}

/** As a browser does that remembers a failure and doesn't say of which file. */
const fails = (): Promise<unknown> =>
  retriableImport(name, () => Promise.reject(new Error('failed'))).catch(() => undefined);

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function press(): Promise<void> {
  pressedAgain();
  // what is asked for may be found out by drawing first
  await Promise.resolve();
  await fails();
  await nextTask();
}

it.each<[Standing, string[]]>([
  [{}, ['launch']],
  [{ again: 'here' }, ['page']],
  [{ again: 'elsewhere' }, []],
  [{ kind: 'not-saved', held: 'device' }, ['launch']],
  [{ kind: 'not-saved', held: 'page' }, []],
  [{ kind: 'saving', held: 'page' }, []],
  [{ again: 'here', kind: 'nothing-to-save', held: 'page' }, ['page']],
])('where things stand as %j: %j', async (standing, expected) => {
  stand(standing);
  await fails();
  await press();
  expect(reloads).toEqual(expected);
});

it('not by itself, and not after the press is over', async () => {
  stand();
  await fails();
  await fails();
  pressedAgain();
  await nextTask();
  await fails();
  await nextTask();
  expect(reloads).toEqual([]);
});

it('not at the first failure: another attempt may do', async () => {
  stand();
  await press();
  expect(reloads).toEqual([]);
  await press();
  expect(reloads).toEqual(['launch']);
});

it.each<[string, () => Promise<Response>]>([
  ['is not reached', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['has trouble of its own', async () => new Response('', { status: 503 })],
])('not while the server %s', async (_what, answer) => {
  vi.stubGlobal('fetch', answer);
  stand();
  await fails();
  await press();
  expect(reloads).toEqual([]);
});
