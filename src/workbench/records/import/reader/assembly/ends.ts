/**
 * Where a value ends, and no more: brackets are counted, whatever their kind. What lies between is given to the engine, which says
 * whether it is JSON. Each answers with the place behind the value, and 0 where there is none.
 */

const QUOTE: u8 = 0x22;
const BACKSLASH: u8 = 0x5c;
/** `[` and `{` are alike, and so are `]` and `}`, but for this bit. */
const FOLD: u8 = 0x20;
const OPEN: u8 = 0x7b;
const CLOSE: u8 = 0x7d;

/** Behind the last line that is whole. */
let limit: usize = 0;
export function setLimit(to: usize): void {
  limit = to;
}

export function isBlank(byte: u8): bool {
  return byte == 0x20 || byte == 0x09 || byte == 0x0d;
}

export function skipBlanks(from: usize): usize {
  let p = from;
  while (isBlank(load<u8>(p))) p += 1;
  return p;
}

/** What may stand behind a value. */
export function isBehindValue(p: usize): bool {
  const byte = load<u8>(p);
  return byte == 0x2c || byte == CLOSE || isBlank(byte);
}

function endOfString(from: usize): usize {
  const quotes = i8x16.splat(QUOTE);
  const backslashes = i8x16.splat(BACKSLASH);
  let p = from + 1;
  while (p < limit) {
    const bytes = v128.load(p);
    const found = i8x16.bitmask(v128.or(i8x16.eq(bytes, quotes), i8x16.eq(bytes, backslashes)));
    if (found == 0) {
      p += 16;
      continue;
    }
    p += ctz(found);
    if (load<u8>(p) == QUOTE) return p + 1;
    p += 2;
  }
  return 0;
}

function endOfBrackets(from: usize): usize {
  const quotes = i8x16.splat(QUOTE);
  const opens = i8x16.splat(OPEN);
  const closes = i8x16.splat(CLOSE);
  const folds = i8x16.splat(FOLD);
  let depth = 0;
  let p = from;
  while (p < limit) {
    const bytes = v128.load(p);
    const folded = v128.or(bytes, folds);
    const brackets = v128.or(i8x16.eq(folded, opens), i8x16.eq(folded, closes));
    const found = i8x16.bitmask(v128.or(i8x16.eq(bytes, quotes), brackets));
    if (found == 0) {
      p += 16;
      continue;
    }
    p += ctz(found);
    const byte = load<u8>(p);
    if (byte == QUOTE) {
      p = endOfString(p);
      if (p == 0) return 0;
      continue;
    }
    p += 1;
    depth += (byte | FOLD) == OPEN ? 1 : -1;
    if (depth == 0) return p;
  }
  return 0;
}

/** A number, or a word such as `true`. */
function endOfWord(from: usize): usize {
  let p = from;
  while (p < limit) {
    const byte = load<u8>(p);
    if (byte == 0x2c || byte == CLOSE || byte <= 0x20) return p == from ? 0 : p;
    if (byte == QUOTE || byte == 0x3a || (byte | FOLD) == OPEN || (byte | FOLD) == CLOSE) return 0;
    p += 1;
  }
  return 0;
}

export function endOfValue(from: usize): usize {
  const byte = load<u8>(from);
  if (byte == QUOTE) return endOfString(from);
  return (byte | FOLD) == OPEN ? endOfBrackets(from) : endOfWord(from);
}

/** A string of ASCII without escapes: it needs nobody to say that it is JSON. */
export function endOfPlain(from: usize): usize {
  if (load<u8>(from) != QUOTE) return 0;
  const quotes = i8x16.splat(QUOTE);
  const backslashes = i8x16.splat(BACKSLASH);
  const least = i8x16.splat(0x20);
  let p = from + 1;
  while (p < limit) {
    const bytes = v128.load(p);
    // as signed numbers, bytes beyond ASCII are less than a space, too
    const others = i8x16.bitmask(v128.or(i8x16.eq(bytes, backslashes), i8x16.lt_s(bytes, least)));
    const found = i8x16.bitmask(i8x16.eq(bytes, quotes));
    if (found != 0) {
      const at = ctz(found);
      return (others & ((1 << at) - 1)) == 0 ? p + at + 1 : 0;
    }
    if (others != 0) return 0;
    p += 16;
  }
  return 0;
}

export function endOfLine(from: usize): usize {
  const newlines = i8x16.splat(0x0a);
  let p = from;
  while (p < limit) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(p), newlines));
    if (found != 0) return p + ctz(found) + 1;
    p += 16;
  }
  return limit;
}
