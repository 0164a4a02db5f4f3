/** Scores and texts as an LRS has them. */
import { describe, expect, it } from 'vitest';
import { aboutOf, iriOf } from '../../../src/tracking/lrs/define.ts';
import type { About } from '../../../src/tracking/lrs/types.ts';
import { COURSE } from './harness.ts';
import { createLog } from '../../../src/tracking/log.ts';
import { decidingScore, number, scoreOf } from '../../../src/tracking/lrs/scores.ts';
import { isObject, isText } from '../../../src/tracking/lrs/values.ts';

describe('the score of a pass', () => {
  it.each([
    ['passed', 66.66, 2 / 3, { scaled: 2 / 3, raw: 66.6667 }],
    ['passed', 80, 0.8, { scaled: 0.8, raw: 80 }],
    ['passed', 90, 0.8, { scaled: 0.9, raw: 90 }],
    ['passed', 10, undefined, { scaled: 0.1, raw: 10 }],
    ['failed', 66.66, 2 / 3, { scaled: 0.6666, raw: 66.66 }],
    ['failed', 0, 0.8, { scaled: 0, raw: 0 }],
  ] as const)('%s with %d %% where the LMS asks for %d', (verb, raw, masteryScore, score) => {
    expect(decidingScore(verb, raw, masteryScore)).toEqual({ ...score, min: 0, max: 100 });
  });

  it('has four decimals at most', () => {
    expect(number(1 / 3)).toBe(0.3333);
    expect(scoreOf(83.33333)).toEqual({ scaled: 0.8333, raw: 83.3333, min: 0, max: 100 });
  });
});

it.each([
  [{}, true],
  [{ a: 1 }, true],
  [[], false],
  [null, false],
  ['{}', false],
  [undefined, false],
])('%j is an object: %s', (value, is) => {
  expect(isObject(value)).toBe(is);
});

it.each([
  ['a', true],
  [' a ', true],
  ['', false],
  [' \n', false],
  [7, false],
  [undefined, false],
])('%j is a text: %s', (value, is) => {
  expect(isText(value)).toBe(is);
});

it('S13 the log has nothing at first, and keeps the last fifty lines', () => {
  const log = createLog();
  expect(log.lines).toEqual([]);
  for (let n = 1; n <= 51; n++) log.add(`${n}`);
  expect([log.lines.length, log.lines[0], log.lines.at(-1)]).toEqual([50, '2', '51']);
});

describe('a part of the course in a context', () => {
  it.each<About>([
    { of: 'course' },
    { of: 'lesson', lesson: 'compass' },
    { of: 'assessment' },
    { of: 'try', number: 3 },
    { of: 'objective', id: 'obj-purpose' },
  ])('is known again by its address: %j', (about) => {
    expect(aboutOf(COURSE, 'https://lms.example/activities/42', iriOf(COURSE, about))).toEqual(about);
  });
});
