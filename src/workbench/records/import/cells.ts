/** What is written in a cell of an export: numbers with either decimal mark, dates as LMSs spell them. */
import { stampOf } from '../stamp.ts';

/** Earlier versions of Moodle fill what is empty in a report of SCORM as for a page. */
export const FILLED = '&nbsp;';

const NOTHING = new Set(['', '-', '–', '—', 'n/a', 'null', FILLED]);

export const isNothing = (cell: string): boolean => NOTHING.has(cell.toLowerCase());

/** `83.33`, `83,33`, `83 %`, `1,234.5`. Undefined where it is no number. */
export function numberIn(cell: string): number | undefined {
  const bare = cell.replace(/[\s\u00a0\u202f%]/g, '');
  if (!/^[-+]?[\d.,]*\d[\d.,]*$/.test(bare)) return undefined;
  const decimalMark = bare.lastIndexOf(',') > bare.lastIndexOf('.') ? ',' : '.';
  const grouped = decimalMark === ',' ? '.' : ',';
  const value = Number(bare.replaceAll(grouped, '').replace(decimalMark, '.'));
  return Number.isFinite(value) ? value : undefined;
}

/** Which of two numbers of `3/4/2026` is the day. */
export type DayOrder = 'day-first' | 'month-first';

const MONTHS = monthNames(['en', 'es', 'pt', 'fr', 'de', 'it', 'ca', 'nl']);

/** Long and short names of the months in some languages, without accents and dots. */
function monthNames(languages: readonly string[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const language of languages) {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      for (let index = 0; index < 12; index += 1)
        names.set(plainWord(format.format(Date.UTC(2026, index, 15))), index + 1);
    }
  }
  return names;
}

/** Without accents and dots. */
export function plainWord(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();
}

/** As it is returned: nearly all cells of a large table, none of which needs a calendar. */
const ISO_STAMP = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8]) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

/**
 * A date as `2026-11-25 13:14:00`, in the zone in which it is written. Undefined where it is none, or where nobody could
 * know which number is the day.
 */
export function timeIn(cell: string, order?: DayOrder): string | undefined {
  if (ISO_STAMP.test(cell)) return cell;
  const iso = /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(cell);
  if (iso)
    return stamp(iso[1], iso[2], iso[3], [Number(iso[4] ?? 0), Number(iso[5] ?? 0), Number(iso[6] ?? 0)]);
  if (/^\d{9,10}$/.test(cell)) return stampOf(new Date(Number(cell) * 1000));
  const clock = clockIn(cell);
  return namedDate(cell, clock) ?? numericDate(cell, clock, order);
}

type Clock = readonly [number, number, number];

function clockIn(cell: string): Clock {
  // what comes after may as well be the name of a zone
  const found = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([ap])\.?\s?m\b)?/iu.exec(
    cell.replaceAll('\u202f', ' '),
  );
  if (!found) return [0, 0, 0];
  const half = found[4]?.toLowerCase();
  const hour = Number(found[1]);
  const twelve = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return [twelve, Number(found[2]), Number(found[3] ?? 0)];
}

/**
 * `Wednesday, 25 November 2026, 1:14 PM`, `November 25, 2026`, `25-Nov-2026`. A day's name stands before the month's, and may be
 * one when it is short: `mar` is *martes* and *marzo*.
 */
function namedDate(cell: string, clock: Clock): string | undefined {
  const month = cell
    .split(/[\s,/-]+/u)
    .map((word) => MONTHS.get(plainWord(word)))
    .findLast((found) => found !== undefined);
  const year = /\b(?:19|20)\d{2}\b/.exec(cell)?.[0];
  const day = /\b([0-3]?\d)\b(?![:\d])/.exec(cell.replace(/\d{1,2}:\d{2}(:\d{2})?/g, ''))?.[1];
  return month && year && day ? stamp(year, String(month), day, clock) : undefined;
}

/** Two numbers and a year, with two digits or four. */
const NUMERIC = /^(\d{1,2})(?:[/-]|\. ?)(\d{1,2})(?:[/-]|\. ?)(\d{4}|\d{2})(?!\d)/;

/** `2.3.2026`: whoever writes a date with dots has the day first, as far as CLDR's locales go; another date of the file may say otherwise. */
export const isDotted = (cell: string): boolean => /^\d{1,2}\. ?\d{1,2}\. ?\d/.test(cell);

function numericDate(cell: string, clock: Clock, order: DayOrder | undefined): string | undefined {
  const [, first, second, year = ''] = NUMERIC.exec(cell) ?? [];
  const known = order ?? orderOf(cell);
  if (first === undefined || known === undefined) return undefined;
  const [day, month] = known === 'month-first' ? [second, first] : [first, second];
  return stamp(year.length === 2 ? `20${year}` : year, month, day, clock);
}

/** Which number of a date is the day: `either` where it doesn't matter, undefined where it matters and nobody can know. */
export function orderOf(cell: string): DayOrder | 'either' | undefined {
  const [, first, second] = NUMERIC.exec(cell) ?? [];
  if (first === undefined || Number(first) === Number(second)) return 'either';
  if (Number(first) > 12) return 'day-first';
  return Number(second) > 12 ? 'month-first' : undefined;
}

/** Undefined where there is no such day. */
function stamp(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  [hour, minute, second]: Clock,
): string | undefined {
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), hour, minute, second));
  if (Number.isNaN(time.getTime())) return undefined;
  if (time.getUTCDate() !== Number(day) || time.getUTCMonth() + 1 !== Number(month)) return undefined;
  return stampOf(time);
}

const ISO_DURATION = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/;
const IN_WORDS =
  /^(?:(\d+) ?d(?:ays?)?)? ?(?:(\d+) ?h(?:ou)?(?:rs?)?)? ?(?:(\d+) ?m(?:in(?:ute)?s?)?)? ?(?:([\d.]+) ?s(?:ec(?:ond)?s?)?)?$/iu;
/** A time in Excel is a part of its day 0, and some hours more are days after it; its other calendar begins four years later. */
const EXCEL_TIME = /^(1899|1900|1904)-\d\d-\d\d \d\d:\d\d:\d\d$/;

/** `PT1H2M3S`, `0001:02:03.05`, `1:02:03`, `1h 2m`, or a number of seconds. */
export function secondsIn(cell: string): number | undefined {
  const parts = cell.length > 1 ? (ISO_DURATION.exec(cell) ?? IN_WORDS.exec(cell)) : undefined;
  if (parts && cell !== 'PT') {
    const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
    return days * 86_400 + hours * 3600 + minutes * 60 + seconds;
  }
  const clock = /^(\d+):(\d{2}):(\d{2}(?:\.\d+)?)$/.exec(cell);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  if (EXCEL_TIME.test(cell)) {
    const zero = cell.startsWith('1904') ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
    return (Date.parse(`${cell.replace(' ', 'T')}Z`) - zero) / 1000;
  }
  return numberIn(cell);
}
