/** The workbench without packages, and its rooms in a browser: for what a supervisor or a coordinator brings along. */
import type { Browser, Page } from 'playwright-core';
import { useBench } from './use-bench.ts';

export interface Rooms {
  readonly browser: Browser;
  /** Of the workbench. */
  readonly address: string;
  open(where: string): Promise<Page>;
}

/** Started before a file's tests, and ended after them. */
export function useRooms(): Rooms {
  const started = useBench();
  return {
    get browser() {
      return started.browser;
    },
    get address() {
      return started.bench.address;
    },
    async open(where) {
      const page = await started.browser.newPage({
        viewport: { width: 1280, height: 900 },
        locale: 'en-US',
      });
      page.setDefaultTimeout(60_000);
      await page.goto(`${started.bench.address}/#${where}`);
      return page;
    },
  };
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
