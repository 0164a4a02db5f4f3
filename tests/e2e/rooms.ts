/** The workbench without packages, and its rooms in a browser: for what a supervisor or a coordinator brings along. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { Bench } from './workbench.ts';

export interface Rooms {
  readonly browser: Browser;
  /** Of the workbench. */
  readonly address: string;
  open(where: string): Promise<Page>;
}

/** Started before a file's tests, and ended after them. */
export function useRooms(): Rooms {
  let browser: Browser | undefined;
  let bench: Bench | undefined;
  let none: string | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
    none = await mkdtemp(path.join(os.tmpdir(), 'no-packages-'));
    bench = await Bench.make(none);
  });
  afterAll(async () => {
    await browser?.close();
    await bench?.end();
    if (none !== undefined) await rm(none, { recursive: true });
  });
  const rooms: Rooms = {
    get browser() {
      if (!browser) throw new Error('The browser has not been started yet.');
      return browser;
    },
    get address() {
      if (!bench) throw new Error('The workbench has not been started yet.');
      return bench.address;
    },
    async open(where) {
      const page = await rooms.browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
      page.setDefaultTimeout(60_000);
      await page.goto(`${rooms.address}/#${where}`);
      return page;
    },
  };
  return rooms;
}

interface Named {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const file = (name: string, content: string | Uint8Array, mimeType = 'text/csv'): Named => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});

/** As Moodle's Interactions report is downloaded; twelve handed in one form of three questions. */
export function interactions(): string {
  const head = ['Name', 'Email address', 'Attempt', 'Started on', 'Last accessed on', 'Score', 'The course'];
  const questions = [0, 1, 2].flatMap((n) => [
    `Question ${n}`,
    `Response ${n}`,
    `Right answer ${n}`,
    `Result ${n}`,
  ]);
  const handedIn = Array.from({ length: 12 }, (_, n) => {
    const right = (limit: number): string[] => (n < limit ? ['a', 'a', 'correct'] : ['b', 'a', 'incorrect']);
    const who = n === 0 ? '<b>Bold</b> Ann' : `Person ${n + 1}`;
    const score = n < 6 ? '100' : '40';
    const when = `Wednesday, ${n + 1} November 2026, 1:14 PM`;
    return [
      who,
      `p${n + 1}@example.org`,
      '1',
      when,
      when,
      score,
      score,
      'Q901_One',
      ...right(12),
      'Q902_Two',
      ...right(9),
      'Q903_Three',
      ...right(6),
    ];
  });
  const notYet = [
    'Late Lena',
    'lena@example.org',
    '-',
    '-',
    '-',
    '-',
    'Not attempted',
    ...questions.map(() => ''),
  ];
  return [[...head, ...questions], ...handedIn, notYet]
    .map((cells) => cells.map((cell) => `"${cell}"`).join('\t'))
    .join('\n');
}
