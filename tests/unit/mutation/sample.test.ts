/** The sample of files that mutations are tried on. */
import { describe, expect, it } from 'vitest';
import { drawn, scoreOf } from '../../mutation/sample.ts';

const FILES = Array.from({ length: 40 }, (_, no) => `src/${String(no).padStart(2, '0')}.ts`);
const lines = (file: string): number => 10 + Number(/\d+/.exec(file)?.[0]);
const sum = (files: readonly string[]): number => files.reduce((all, file) => all + lines(file), 0);

describe('a sample', () => {
  it('is the same for the same seed, whatever order the files are listed in, and another for another', () => {
    const sample = drawn(FILES, lines, 0.25, 7);
    expect(drawn(FILES.toReversed(), lines, 0.25, 7)).toEqual(sample);
    expect(drawn(FILES, lines, 0.25, 8)).not.toEqual(sample);
  });

  it.each([0.1, 0.25, 0.5])(
    'has the share of the lines that was asked for, and not a file more: %f',
    (share) => {
      for (const seed of [1, 2, 3]) {
        const sample = drawn(FILES, lines, share, seed);
        expect(sum(sample)).toBeGreaterThanOrEqual(share * sum(FILES));
        expect(sum(sample)).toBeLessThan(share * sum(FILES) + 50);
      }
    },
  );

  it('is all where all is asked for', () => {
    expect(drawn(FILES, lines, 1, 1)).toEqual(FILES);
  });
});

it('counts a change that never ends as noticed, and one that no test reaches as missed', () => {
  expect(scoreOf(['Killed', 'Timeout', 'Killed', 'Survived', 'NoCoverage', 'Ignored', 'RuntimeError'])).toBe(
    '60.0 % of 5 changes are noticed',
  );
  expect(scoreOf([])).toBe('0.0 % of 0 changes are noticed');
});
