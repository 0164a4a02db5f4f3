/** Which page is loaded again, where pages stand in pages. */
import { expect, it } from 'vitest';
import { reloadAround } from '../../../src/player/reload.ts';

/** Windows from the outermost to the course's own; of each whether it is another site's. Gives the name of the one loaded. */
function loaded(...around: ('own' | 'foreign')[]): string {
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
  reloadAround(parent as Parameters<typeof reloadAround>[0]);
  return seen.join();
}

it('loads the outermost page of the LMS', () => {
  expect(loaded('own', 'own', 'own')).toBe('0 own');
  expect(loaded('own')).toBe('0 own');
});

it('loads the LMS’s page within another site’s: the course alone would find the same ended session', () => {
  expect(loaded('foreign', 'own', 'own')).toBe('1 own');
});

it('loads the page itself where all around is another site’s', () => {
  expect(loaded('foreign', 'own')).toBe('1 own');
});
