/** How an objective went over time. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countsAsRemembered,
  historyFrom,
  historyText,
  MOST_PAST,
  standings,
  withPast,
  type Past,
} from '../../../src/learning/mastery.ts';

const TODAY = 20_000;
const practice = (day: number, points: number, items: number): Past => ({ day, tryNumber: 0, points, items });
const test = (day: number, tryNumber: number, points: number, items: number): Past => ({
  day,
  tryNumber,
  points,
  items,
});
const levels = (history: readonly Past[]): string[] =>
  standings(history, TODAY).map(({ points, items, level }) => `${points}/${items} ${level}`);

describe('an answer', () => {
  const missedToday = { box: 0, day: TODAY, missed: true };
  const rests = { box: 2, day: TODAY - 1, missed: false };
  it.each([
    ['of a question that is new', undefined, true, true],
    ['right, of what was missed a moment ago', missedToday, true, false],
    ['wrong, of what was answered today', missedToday, false, false],
    ['right, before its day', rests, true, false],
    ['wrong, before its day', rests, false, true],
    ['right, on its day', { ...rests, day: TODAY - 3 }, true, true],
    ['of a question whose day is in the future', { ...rests, day: TODAY + 5 }, true, true],
  ] as const)('%s', (_what, before, right, counts) => {
    expect(countsAsRemembered(before, right, TODAY)).toBe(counts);
  });
});

describe('the history of an objective', () => {
  it('adds up the practice of a day, and keeps each try apart', () => {
    const history = [test(9, 1, 2, 4), practice(9, 1, 1), practice(9, 0, 1), practice(8, 1, 1)].reduce<
      readonly Past[]
    >(withPast, []);
    expect(history).toEqual([practice(8, 1, 1), practice(9, 1, 2), test(9, 1, 2, 4)]);
  });

  it('has a try once, however often it is told', () => {
    expect(withPast([test(9, 1, 2, 4)], test(9, 1, 2, 4))).toEqual([test(9, 1, 2, 4)]);
  });

  it('is bounded: the oldest go', () => {
    let history: readonly Past[] = [];
    for (let day = 1; day <= MOST_PAST + 5; day += 1) history = withPast(history, practice(day, 1, 1));
    expect(history).toHaveLength(MOST_PAST);
    expect(history[0]?.day).toBe(6);
    expect(historyText(history).length).toBeLessThan(1_000);
  });

  it('is kept as a text that gives it back, parts of points included', () => {
    const third = test(9, 2, 1 + 1 / 3, 3);
    const text = historyText([practice(8, 1, 2), third]);
    expect(text).toBe('8:0:1:2 9:2:1.3333:3');
    expect(historyFrom(text)).toEqual([practice(8, 1, 2), { ...third, points: 1.3333 }]);
  });

  it('loses damaged entries and no others', () => {
    const damaged = ['x', '8:0:1', '8:0:3:2', '8:0:0:0', '-1:0:1:1', '8:0:1:1:1', '', '99999999:0:1:1'];
    expect(historyFrom([...damaged, '7:0:1:2'].join(' '))).toEqual([practice(7, 1, 2)]);
  });

  it('reads any text without harm', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(historyFrom(historyText(historyFrom(text)))).toEqual(historyFrom(text));
      }),
    );
  });
});

describe('mastery', () => {
  it('is two thirds of the latest answers, practice and test alike, and needs three', () => {
    expect(levels([practice(1, 2, 2), practice(2, 0, 1), test(3, 1, 0.5, 1)])).toEqual([
      '2/2 too-few',
      '2/3 mastered',
      '2.5/4 not-yet',
    ]);
  });

  it('forgets what lies more than ten answers back', () => {
    expect(levels([practice(1, 0, 6), practice(2, 5, 5), practice(3, 5, 5)]).at(-1)).toBe('10/10 mastered');
    expect(levels([practice(1, 0, 6), practice(2, 5, 5), practice(3, 4, 4)]).at(-1)).toBe('9/15 not-yet');
  });

  it('counts two thirds of a test with parts of points as it was scored', () => {
    const kept = historyFrom(historyText([test(1, 1, 2 / 3 + 4 / 3, 3)]));
    expect(levels(kept)).toEqual(['2/3 mastered']);
  });

  it('takes a day of the future for today, in its place among the others', () => {
    const days = standings(
      [practice(TODAY - 1, 1, 1), test(TODAY, 1, 1, 1), practice(TODAY + 400, 0, 1)],
      TODAY,
    );
    expect(days.map(({ past }) => [past.day, past.tryNumber])).toEqual([
      [TODAY - 1, 0],
      [TODAY, 0],
      [TODAY, 1],
    ]);
  });
});
