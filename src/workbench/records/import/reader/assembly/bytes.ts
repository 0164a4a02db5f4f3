/** Sixteen bytes at a time. */

const FIRST: u64 = 0x9e3779b97f4a7c15;
const SECOND: u64 = 0xc2b2ae3d27d4eb4f;

/** A number of 64 bits made of bytes. Two that have the same are compared (`known.ts`). */
export function hashOf(from: usize, length: usize): u64 {
  let p = from;
  let a: u64 = FIRST ^ <u64>length;
  let b: u64 = SECOND;
  const end = from + length;
  while (p + 16 <= end) {
    a = (a ^ load<u64>(p)) * FIRST;
    b = (b ^ load<u64>(p, 8)) * SECOND;
    a ^= a >>> 31;
    b ^= b >>> 29;
    p += 16;
  }
  if (p + 8 <= end) {
    a = (a ^ load<u64>(p)) * FIRST;
    a ^= a >>> 31;
    p += 8;
  }
  if (p < end) b = (b ^ beginning(load<u64>(p), end - p)) * SECOND;
  const both = a ^ rotl(b, 23);
  const mixed = (both ^ (both >>> 32)) * FIRST;
  return mixed ^ (mixed >>> 29);
}

/** The first bytes of a word, fewer than eight. */
export function beginning(word: u64, length: usize): u64 {
  return word & (((<u64>1) << ((<u64>length) << 3)) - 1);
}

// @inline
export function same(one: usize, other: usize, length: usize): bool {
  if (length < 16) {
    const all = (1 << (<i32>length)) - 1;
    return (i8x16.bitmask(i8x16.eq(v128.load(one), v128.load(other))) & all) == all;
  }
  const lastOne = one + length - 16;
  const lastOther = other + length - 16;
  let p = one;
  let q = other;
  while (p + 48 < lastOne) {
    const first = v128.or(differ(p, q), differ(p + 16, q + 16));
    const second = v128.or(differ(p + 32, q + 32), differ(p + 48, q + 48));
    if (v128.any_true(v128.or(first, second))) return false;
    p += 64;
    q += 64;
  }
  while (p < lastOne) {
    if (v128.any_true(differ(p, q))) return false;
    p += 16;
    q += 16;
  }
  return !v128.any_true(differ(lastOne, lastOther));
}

function differ(one: usize, other: usize): v128 {
  return v128.xor(v128.load(one), v128.load(other));
}

/** Which of sixteen bytes are such a one, a bit each. */
export function whichAre(p: usize, byte: i8): u32 {
  return i8x16.bitmask(i8x16.eq(v128.load(p), i8x16.splat(byte)));
}

/** ASCII. @returns after it */
export function write(to: usize, words: string): usize {
  const length = words.length;
  for (let at = 0; at < length; at += 1) store<u8>(to + at, <u8>words.charCodeAt(at));
  return to + length;
}

export function writeNumber(to: usize, number: u32): usize {
  let end = to + 1;
  for (let rest = number; rest >= 10; rest /= 10) end += 1;
  let p = end;
  let rest = number;
  do {
    p -= 1;
    store<u8>(p, <u8>(0x30 + (rest % 10)));
    rest /= 10;
  } while (rest != 0);
  return end;
}
