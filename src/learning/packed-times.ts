/** Times as the state keeps them: small, and the same before and after saving. */

/** 2020-01-01T00:00:00Z in milliseconds; earlier moments come from a clock that is wrong and are taken for this one. */
const FIRST = 1_577_836_800_000;

/** Seconds after FIRST; enough for 136 years. */
const LAST_SECOND = 0xffff_ffff;

/** Seconds from 2020 to the moment (milliseconds since 1970), whole, from 0 to 2^32 − 1. */
export function toSeconds(at: number): number {
  const seconds = Math.floor((at - FIRST) / 1000);
  return seconds > 0 ? Math.min(seconds, LAST_SECOND) : 0;
}

export const fromSeconds = (seconds: number): number => FIRST + seconds * 1000;

/** The moment in whole seconds. */
export const wholeSecond = (at: number): number => fromSeconds(toSeconds(at));

const MANTISSA_BITS = 11;
const MANTISSA = 2 ** MANTISSA_BITS - 1;
const UNITS = [1, 4, 64, 1024] as const;

/** Bits of a packed span. */
export const SPAN_BITS = MANTISSA_BITS + 2;

/** A span of seconds in 13 bits: exact for half an hour, then to 4 seconds (2 hours), 64 seconds (36 hours), 1,024 seconds (24 days, its limit). */
export function packSpan(seconds: number): number {
  const span = seconds > 0 ? Math.floor(seconds) : 0;
  const scale = UNITS.findIndex((unit) => Math.floor(span / unit) <= MANTISSA);
  if (scale < 0) return (3 << MANTISSA_BITS) | MANTISSA;
  return (scale << MANTISSA_BITS) | Math.floor(span / UNITS[scale]!);
}

export const unpackSpan = (packed: number): number => UNITS[packed >> MANTISSA_BITS]! * (packed & MANTISSA);

/** The span as it will be read back. */
export const keptSpan = (seconds: number): number => unpackSpan(packSpan(seconds));
