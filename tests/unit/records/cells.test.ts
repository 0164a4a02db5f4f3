/** What stands in a cell, as systems write it. */
import { describe, expect, it } from 'vitest';
import { secondsIn, timeIn } from '../../../src/workbench/records/import/cells.ts';

describe('a date', () => {
  it.each([
    // the short names of Tuesday and of March are one in three languages
    ['mar, 24 nov 2026', '2026-11-24 00:00:00'],
    ['mar. 24 nov. 2026', '2026-11-24 00:00:00'],
    ['mar 24 mar 2026', '2026-03-24 00:00:00'],
    ['Tue, Mar 24, 2026', '2026-03-24 00:00:00'],
    ['25-Nov-2026', '2026-11-25 00:00:00'],
    ['25/nov/2026 13:14', '2026-11-25 13:14:00'],
    ['25-Nov-2026 10:15 AM America/New York', '2026-11-25 10:15:00'],
    ['2026/11/25 13:14', '2026-11-25 13:14:00'],
    ['Quarta, 25 de novembro de 2026 às 13:14', '2026-11-25 13:14:00'],
  ])('as %s', (cell, time) => {
    expect(timeIn(cell)).toBe(time);
  });

  it.each([
    ['11/25/2026 01:14 PST', '2026-11-25 01:14:00'],
    ['11/25/2026 13:14 America/Bogota', '2026-11-25 13:14:00'],
    ['11/25/2026 15:14 AEST', '2026-11-25 15:14:00'],
    ['11/25/2026 1:14 p. m.', '2026-11-25 13:14:00'],
    ['11/25/2026 1:14:00 PM (GMT-5)', '2026-11-25 13:14:00'],
  ])('has its hour, whatever is said of the zone: %s', (cell, time) => {
    expect(timeIn(cell)).toBe(time);
  });

  it.each(['2026/13/01', '30-Feb-2026', 'Nov-2026', 'soon'])('is none: %s', (cell) => {
    expect(timeIn(cell)).toBeUndefined();
  });
});

describe('a time that was spent', () => {
  it.each([
    ['PT1H2M3S', 3723],
    ['P1DT1S', 86_401],
    ['0001:02:03.05', 3723.05],
    ['1h 2m', 3720],
    ['1 hr 2 min 3 sec', 3723],
    ['2 hours', 7200],
    ['62 min', 3720],
    ['45s', 45],
    ['90', 90],
    // a cell of Excel that is formatted as a time: its day 0
    ['1899-12-30 01:15:00', 4500],
    ['1899-12-31 12:00:00', 129_600],
  ])('as %s', (cell, seconds) => {
    expect(secondsIn(cell)).toBeCloseTo(seconds);
  });

  it.each(['01:02', 'an hour', '2026-11-25 10:00:00', ''])(
    'is none, or nobody can know which: %s',
    (cell) => {
      expect(secondsIn(cell)).toBeUndefined();
    },
  );
});
