/** Tables of how standards spell values. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/course/compiled.ts';
import {
  decimal,
  description,
  duration,
  identifier,
  itemIdentifier,
  line,
  patterns,
  response,
  SPELLING_12,
  SPELLING_2004,
  timeOfDay,
  timespan,
  timestamp,
} from '../../../src/tracking/scorm/formats.ts';
import { ITEMS } from '../../contract/material.ts';

const HOUR = 3_600_000;

describe('numbers', () => {
  it.each([
    [0, 2, '0'],
    [-0, 2, '0'],
    [-0.001, 2, '0'],
    [0.8, 4, '0.8'],
    [0.83333333, 4, '0.8333'],
    [1, 4, '1'],
    [100, 2, '100'],
    [100, 0, '100'],
    [80, 0, '80'],
    [66.67, 2, '66.67'],
    [66.666666, 2, '66.67'],
    [1e-7, 7, '0.0000001'],
    [1e-9, 7, '0'],
    [-0.5, 2, '-0.5'],
    [2.5, 0, '3'],
  ])('%s to %s places is %s', (value, places, text) => {
    expect(decimal(value, places)).toBe(text);
  });
});

describe('spans of time', () => {
  it.each([
    [0, '0000:00:00.00', 'PT0S'],
    [4, '0000:00:00.00', 'PT0S'],
    [5, '0000:00:00.01', 'PT0.01S'],
    [1_000, '0000:00:01.00', 'PT1S'],
    [1_050, '0000:00:01.05', 'PT1.05S'],
    [1_234.5, '0000:00:01.23', 'PT1.23S'],
    [1_500, '0000:00:01.50', 'PT1.5S'],
    [59_994, '0000:00:59.99', 'PT59.99S'],
    [59_996, '0000:01:00.00', 'PT1M'],
    [60_000, '0000:01:00.00', 'PT1M'],
    [61_050, '0000:01:01.05', 'PT1M1.05S'],
    [HOUR, '0001:00:00.00', 'PT1H'],
    [HOUR + 1_000, '0001:00:01.00', 'PT1H1S'],
    [24 * HOUR, '0024:00:00.00', 'PT24H'],
    [25 * HOUR + 61_000, '0025:01:01.00', 'PT25H1M1S'],
    [1e12, '9999:59:59.99', 'PT277777H46M40S'],
    [-1, '0000:00:00.00', 'PT0S'],
    [Number.NaN, '0000:00:00.00', 'PT0S'],
  ])('%s ms is %s in SCORM 1.2 and %s in ISO 8601', (milliseconds, span, iso) => {
    expect(timespan(milliseconds)).toBe(span);
    expect(duration(milliseconds)).toBe(iso);
  });
});

describe('moments', () => {
  it.each([
    ['2026-01-05T10:00:00.000Z', '2026-01-05T10:00:00.00Z'],
    ['2026-01-05T10:00:00.129Z', '2026-01-05T10:00:00.12Z'],
    ['2026-12-31T23:59:59.999Z', '2026-12-31T23:59:59.99Z'],
  ])('%s is %s', (iso, text) => {
    expect(timestamp(Date.parse(iso))).toBe(text);
  });

  it('has the time of day where the learner is', () => {
    expect(timeOfDay(new Date(2026, 0, 5, 9, 5, 7).getTime())).toBe('09:05:07');
  });
});

describe('identifiers', () => {
  it.each([
    ['Keeping a secret', 'KeepingASecret'],
    ['¿Qué más? (José)', 'QueMasJose'],
    ['obj-purpose', 'objPurpose'],
    ['  a — b  ', 'aB'],
    ['秘密', ''],
  ])('%s is %s', (text, id) => {
    expect(identifier(text)).toBe(id);
  });

  it.each([
    [{ no: 6, name: 'Keeping a secret', id: 'x' }, 'Q07KeepingASecret'],
    [{ no: 120, name: '秘密', id: 'item-secret' }, 'Q121ItemSecret'],
    [{ no: 0, name: 'a'.repeat(59) + ' bcd', id: 'x' }, `Q01A${'a'.repeat(58)}B`],
  ])('%o reads as a question', (item, id) => {
    expect(itemIdentifier(item)).toBe(id);
  });
});

describe('lines', () => {
  it.each([
    [' two\n  lines\t here ', 'two lines here'],
    ['x'.repeat(300), 'x'.repeat(250)],
    [`${'x'.repeat(249)}😀`, 'x'.repeat(249)],
    ['', ''],
  ])('%j is %j', (text, one) => {
    expect(line(text)).toBe(one);
    expect(description(text)).toBe(one);
  });

  it('opens no language tag in a description', () => {
    expect(description(' {lang=en}x')).toBe('(lang=en}x');
  });
});

describe('responses and patterns', () => {
  const [one, several, trueFalse, match, order, word] = ITEMS as [Item, Item, Item, Item, Item, Item];

  it.each([
    [one, { type: 'choice', ids: ['b'] }, 'b', 'b'],
    [several, { type: 'choice', ids: ['b', 't'] }, 'b,t', 'b[,]t'],
    [several, { type: 'choice', ids: [] }, undefined, undefined],
    [trueFalse, { type: 'true-false', answer: true }, 't', 'true'],
    [trueFalse, { type: 'true-false', answer: false }, 'f', 'false'],
    [match, { type: 'match', pairs: { b: '1', a: 'a' } }, 'a.a,b.1', 'a[.]a[,]b[.]1'],
    [match, { type: 'match', pairs: {} }, undefined, undefined],
    [order, { type: 'order', ids: ['b', 'a', 'c'] }, 'b,a,c', 'b[,]a[,]c'],
    [word, { type: 'fill-in', text: ' mutual\nity ' }, 'mutual ity', 'mutual ity'],
    [word, { type: 'fill-in', text: 'a[,]b{c}' }, 'a[,]b{c}', 'a(,)b(c)'],
    [word, { type: 'fill-in', text: '  ' }, undefined, undefined],
    [word, undefined, undefined, undefined],
  ] as const)('$type %#', (item, given, scorm12, scorm2004) => {
    expect(response(item, given, SPELLING_12)).toBe(scorm12);
    expect(response(item, given, SPELLING_2004)).toBe(scorm2004);
  });

  it.each([
    [one, ['b'], ['b']],
    [several, ['b,t'], ['b[,]t']],
    [trueFalse, ['t'], ['true']],
    [match, ['a.a,b.b'], ['a[.]a[,]b[.]b']],
    [order, ['a,b,c'], ['a[,]b[,]c']],
    [word, ['mutual', 'mutuality', '[mutual]'], ['mutual', 'mutuality', '(mutual)']],
  ] as const)('pattern %#', (item, scorm12, scorm2004) => {
    expect(patterns(item, SPELLING_12)).toEqual(scorm12);
    expect(patterns(item, SPELLING_2004)).toEqual(scorm2004);
  });
});
