/** `"P1DT2H3M4.5S"` in seconds: days, hours, minutes and seconds, of which any may be missing (ISO 8601). */

const QUOTE: u8 = 0x22;

/** Where a result says nothing of it, or not so. */
const NO_SECONDS: f64 = -1;

let seconds: f64 = NO_SECONDS;
export function secondsFound(): f64 {
  return seconds;
}
export function forgetSeconds(): void {
  seconds = NO_SECONDS;
}

/** So many digits, and such a power of ten, are exact as floating point numbers: so their quotient is the nearest to what is written. */
const MOST_DIGITS = 15;

let amount: f64 = 0;

/** A decimal number. @returns behind it; 0 where there is none */
function amountAt(from: usize): usize {
  let p = from;
  let digits: i64 = 0;
  let count = 0;
  let scale: f64 = 1;
  let isFraction = false;
  while (true) {
    const byte = load<u8>(p);
    const digit = <u32>byte - 0x30;
    if (digit <= 9) {
      digits = digits * 10 + digit;
      count += 1;
      if (isFraction) scale *= 10;
    } else if (byte == 0x2e && !isFraction && count > 0) isFraction = true;
    else break;
    p += 1;
  }
  if (count == 0 || count > MOST_DIGITS || load<u8>(p - 1) == 0x2e) return 0;
  amount = <f64>digits / scale;
  return p;
}

/** In the order in which they may stand. */
const D: u8 = 0x44;
const T: u8 = 0x54;
const H: u8 = 0x48;
const M: u8 = 0x4d;
const S: u8 = 0x53;

let left: usize = 0;
/** Of such a unit, where it stands next; 0 where it doesn't. */
function unitAt(p: usize, unit: u8): f64 {
  const behind = amountAt(p);
  if (behind == 0 || load<u8>(behind) != unit) return 0;
  left = behind + 1;
  return amount;
}

/** @returns behind it; 0 where it isn't written so */
export function durationAt(from: usize): usize {
  if (load<u8>(from) != QUOTE || load<u8>(from, 1) != 0x50) return 0;
  left = from + 2;
  const days = unitAt(left, D);
  let hours: f64 = 0;
  let minutes: f64 = 0;
  let rest: f64 = 0;
  if (load<u8>(left) == T) {
    left += 1;
    hours = unitAt(left, H);
    minutes = unitAt(left, M);
    rest = unitAt(left, S);
  }
  if (load<u8>(left) != QUOTE) return 0;
  seconds = days * 86400 + hours * 3600 + minutes * 60 + rest;
  return left + 1;
}
