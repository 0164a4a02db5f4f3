/** `"2026-12-31T10:00:00.123Z"` as microseconds since 1970; with `Z` or an offset such as `+01:00`. */

const DAY: i64 = 86_400_000_000;

let time: i64 = 0;
export function timeFound(): i64 {
  return time;
}

/** The day that was met last, as it is written: most statements are of the same one as the statement before. */
let dayBytes: u64 = 0x2d31302d30373931; // 1970-01-
let dayRest: u16 = 0x3130; // 01
let midnight: i64 = 0;

/** More than any part of a time may be, where it is no number. */
const NONE: u32 = 1000;

function twoDigits(p: usize): u32 {
  const tens = <u32>load<u8>(p) - 0x30;
  const ones = <u32>load<u8>(p, 1) - 0x30;
  return tens > 9 || ones > 9 ? NONE : tens * 10 + ones;
}

/** @returns behind it; 0 where it isn't written so, and somebody else has to read it */
export function timeAt(from: usize): usize {
  if (load<u8>(from) != 0x22 || !readDay(from + 1)) return 0;
  let p = from + 1;
  if (load<u8>(p, 10) != 0x54 || load<u8>(p, 13) != 0x3a || load<u8>(p, 16) != 0x3a) return 0;
  const hours = twoDigits(p + 11);
  const minutes = twoDigits(p + 14);
  const seconds = twoDigits(p + 17);
  if (hours > 23 || minutes > 59 || seconds > 59) return 0;
  time = midnight + <i64>(hours * 3600 + minutes * 60 + seconds) * 1_000_000;
  p += 19;
  if (load<u8>(p) == 0x2e) p = addFraction(p + 1);
  if (p == 0) return 0;
  p = subtractZone(p);
  return p != 0 && load<u8>(p) == 0x22 ? p + 1 : 0;
}

function readDay(p: usize): bool {
  const bytes = load<u64>(p);
  const rest = load<u16>(p, 8);
  if (bytes == dayBytes && rest == dayRest) return true;
  const century = twoDigits(p);
  const yearOf = twoDigits(p + 2);
  const month = twoDigits(p + 5);
  const day = twoDigits(p + 8);
  if (century > 99 || yearOf > 99 || load<u8>(p, 4) != 0x2d || load<u8>(p, 7) != 0x2d) return false;
  const year = century * 100 + yearOf;
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return false;
  midnight = daysBefore(year, month, day) * DAY;
  dayBytes = bytes;
  dayRest = rest;
  return true;
}

function daysIn(year: u32, month: u32): u32 {
  if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/** Since 1970. Years begin in March here, so that the day which some have is the last. */
function daysBefore(year: u32, month: u32, day: u32): i64 {
  const from = month <= 2 ? year - 1 : year;
  const months = month <= 2 ? month + 9 : month - 3;
  const days = from * 365 + from / 4 - from / 100 + from / 400 + (153 * months + 2) / 5 + day - 1;
  return <i64>days - 719_468;
}

/** Up to microseconds. */
function addFraction(from: usize): usize {
  let p = from;
  let scale: u32 = 100_000;
  let part: u32 = 0;
  let digit = <u32>load<u8>(p) - 0x30;
  while (digit <= 9) {
    part += digit * scale;
    scale /= 10;
    p += 1;
    digit = <u32>load<u8>(p) - 0x30;
  }
  if (p == from || p - from > 6) return 0;
  time += part;
  return p;
}

function subtractZone(p: usize): usize {
  const sign = load<u8>(p);
  if (sign == 0x5a) return p + 1;
  if ((sign != 0x2b && sign != 0x2d) || load<u8>(p, 3) != 0x3a) return 0;
  const hours = twoDigits(p + 1);
  const minutes = twoDigits(p + 4);
  if (hours > 23 || minutes > 59) return 0;
  const offset = <i64>(hours * 60 + minutes) * 60_000_000;
  time += sign == 0x2d ? offset : -offset;
  return p + 6;
}
