/** Which page is loaded again, where pages stand in pages. */
import { expect, it } from 'vitest';
import { reloadPage } from '../../../src/player/reload.ts';

/** Windows from the outermost to the course's own; of each whether it is another site's. Gives the name of the one loaded. */
function loaded(outermost: boolean, ...around: ('own' | 'foreign')[]): string {
  const seen: string[] = [];
  let parent: unknown;
  for (const [place, whose] of around.entries()) {
    const location = {
      get href(): string {
        if (whose === 'foreign') throw new DOMException('Blocked a frame', 'SecurityError');
        return 'https://lms.example/';
      },
      reload: () => void seen.push(`${place} ${whose}`),
    };
    const window: Record<string, unknown> = { location };
    window['parent'] = parent ?? window;
    parent = window;
  }
  reloadPage(outermost, parent as Parameters<typeof reloadPage>[1]);
  return seen.join();
}

it('loads the page alone, where that is asked for', () => {
  expect(loaded(false, 'own', 'own')).toBe('1 own');
});

it('loads the outermost page of the LMS', () => {
  expect(loaded(true, 'own', 'own', 'own')).toBe('0 own');
  expect(loaded(true, 'own')).toBe('0 own');
});

it('loads the LMS’s page within another site’s: the course alone would find the same ended session', () => {
  expect(loaded(true, 'foreign', 'own', 'own')).toBe('1 own');
});

it('loads the page itself where all around is another site’s', () => {
  expect(loaded(true, 'foreign', 'own')).toBe('1 own');
});
