import { describe, expect, it } from 'vitest';
import type { Item, Response } from '../../../src/course/compiled.ts';
import { creditOf, initialState, isMastered, step } from '../../../src/learning/index.ts';
import { UNITS } from '../../../src/learning/items/points.ts';
import { resultOf, scoreOf } from '../../../src/learning/scoring.ts';
import { bank, course, fillIn, match, one, order, several, takeTry, trueFalse } from './builders.ts';

const choice = (ids: string): Response => ({ type: 'choice', ids: Array.from(ids) });
const ordered = (ids: string): Response => ({ type: 'order', ids: Array.from(ids) });
const text = (typed: string): Response => ({ type: 'fill-in', text: typed });
const pairs = (ids: Record<string, string>): Response => ({ type: 'match', pairs: ids });

describe('points of an answer', () => {
  const table: [what: string, item: Item, response: Response | undefined, partial: number, whole: number][] =
    [
      ['one: the right option', one(0), choice('b'), 1, 1],
      ['one: a wrong option', one(0), choice('a'), 0, 0],
      ['one: two options', one(0), choice('ab'), 0, 0],
      ['one: an option that it does not have', one(0), choice('z'), 0, 0],
      ['one: not answered', one(0), undefined, 0, 0],
      ['one: an answer of another type', one(0), { type: 'true-false', answer: true }, 0, 0],
      ['several: all right ones', several(0), choice('abc'), 1, 1],
      ['several: in another order', several(0), choice('cab'), 1, 1],
      ['several: two of three', several(0), choice('ab'), 2 / 3, 0],
      ['several: two of three and a wrong one', several(0), choice('abd'), 1 / 3, 0],
      ['several: all right ones and a wrong one', several(0), choice('abcd'), 2 / 3, 0],
      ['several: everything', several(0), choice('abcde'), 1 / 3, 0],
      ['several: wrong ones alone', several(0), choice('de'), 0, 0],
      ['several: more wrong than right', several(0), choice('ade'), 0, 0],
      ['several: a right one and one that it does not have', several(0), choice('az'), 1 / 3, 0],
      ['true-false: right', trueFalse(0), { type: 'true-false', answer: true }, 1, 1],
      ['true-false: wrong', trueFalse(0), { type: 'true-false', answer: false }, 0, 0],
      ['match: all pairs', match(0), pairs({ a: 'a', b: 'b', c: 'c' }), 1, 1],
      ['match: one of three', match(0), pairs({ a: 'a', b: 'c', c: 'b' }), 1 / 3, 0],
      ['match: two, the third open', match(0), pairs({ a: 'a', b: 'b' }), 2 / 3, 0],
      ['match: the extra one', match(0), pairs({ a: 'a', b: 'b', c: '1' }), 2 / 3, 0],
      ['match: nothing', match(0), pairs({}), 0, 0],
      ['order: right', order(0), ordered('abcd'), 1, 1],
      ['order: the first put last', order(0), ordered('bcda'), 2 / 3, 0],
      ['order: two halves changed', order(0), ordered('cdab'), 2 / 3, 0],
      ['order: two neighbours changed', order(0), ordered('acbd'), 0, 0],
      ['order: reversed', order(0), ordered('dcba'), 0, 0],
      ['order: a step missing', order(0), ordered('abc'), 2 / 3, 0],
      ['fill-in: as listed', fillIn(0), text('determination'), 1, 1],
      ['fill-in: capitals and spaces', fillIn(0), text('  Determination '), 1, 1],
      ['fill-in: another word', fillIn(0), text('termination'), 0, 0],
      ['fill-in: nothing', fillIn(0, 'purpose', ['']), text(' '), 0, 0],
      ['fill-in: accents', fillIn(0, 'purpose', ['autodeterminación']), text('AUTODETERMINACION'), 1, 1],
      ['fill-in: curly quotes', fillIn(0, 'purpose', ["don't"]), text('don’t'), 1, 1],
      ['fill-in: a second accepted form', fillIn(0, 'purpose', ['a', 'one two']), text('one  two'), 1, 1],
    ];
  it.each(table)('%s', (_what, item, response, partial, whole) => {
    expect(creditOf(item, response, true)).toBe(partial);
    expect(creditOf(item, response, false)).toBe(whole);
  });

  it('is always a whole number of 2,520ths, rounded down', () => {
    const eleven = several(0, 'purpose', 'abcdefghijk', 'abcdefghijkl');
    expect(creditOf(eleven, choice('a'), true) * UNITS).toBe(229);
    expect(creditOf(eleven, choice('abcdefghijk'), true)).toBe(1);
  });
});

describe('score', () => {
  it.each([
    [0, 5, 0],
    [5 * UNITS, 5, 100],
    [2 * UNITS, 3, 66.66],
    [UNITS, 3, 33.33],
    [0, 0, 0],
  ])('%d units of %d items is %d', (units, items, score) => {
    expect(scoreOf(units, items)).toBe(score);
  });

  it('passes at the pass mark exactly and not a hair below it', () => {
    const items = Array.from({ length: 50 }, (_, no) => one(no));
    const submitted = (units: number) => ({
      number: 1,
      submittedAt: 0,
      form: items.map((_, no) => ({
        item: no,
        flagged: false,
        latency: 0,
        answeredAfter: 0,
        credit: Math.max(0, Math.min(UNITS, units - no * UNITS)) / UNITS,
      })),
    });
    const at = resultOf(course(), bank(...items), submitted(40 * UNITS), 80);
    expect([at.score, at.passed]).toEqual([80, true]);
    // 79.9992 per cent: a rounded score would be 80
    const below = resultOf(course(), bank(...items), submitted(40 * UNITS - 1), 80);
    expect([below.score, below.passed]).toEqual([79.99, false]);
  });

  it('takes the LMS’s mastery score in place of the course’s, both ways', () => {
    const of = course();
    const items = bank(one(0), one(1), one(2, 'limits'), one(3, 'limits'));
    const launched = (passMark?: number) =>
      step(of, initialState(), {
        type: 'launched',
        mode: 'normal',
        ...(passMark !== undefined && { passMark }),
      });
    const three = { course: of, bank: items, right: 3 };
    expect(takeTry(launched(), three).best).toMatchObject({ score: 75, passed: false });
    expect(takeTry(launched(75), three).best).toMatchObject({ score: 75, passed: true });
    expect(takeTry(launched(75.01), three).best).toMatchObject({ passed: false });
    expect(takeTry(launched(Number.NaN), three).best).toMatchObject({ passed: false });
    expect(takeTry(launched(100), { course: of, bank: items }).best).toMatchObject({
      score: 100,
      passed: true,
    });
  });

  it('is not put off by a scaled mastery score that became 55.000000000000007 per cent', () => {
    const of = course({ assessment: { blueprint: [{ objective: 'purpose', count: 20 }] } });
    const items = bank(...Array.from({ length: 20 }, (_, no) => one(no)));
    const state = step(of, initialState(), { type: 'launched', mode: 'normal', passMark: 0.55 * 100 });
    expect(takeTry(state, { course: of, bank: items, right: 11 }).best).toMatchObject({
      score: 55,
      passed: true,
    });
  });
});

describe('mastery', () => {
  it.each([
    [3, 2, true],
    [3, 1.5, false],
    [4, 2 + 2 / 3, true],
    [4, 2.5, false],
    [1, 2 / 3, true],
    [0, 0, false],
  ])('%d items with %d points: %s', (items, points, mastered) => {
    expect(isMastered({ items, points })).toBe(mastered);
  });
});
