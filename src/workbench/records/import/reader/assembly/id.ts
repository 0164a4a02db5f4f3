/** A UUID, as 36 characters between quotation marks (RFC 9562, 4), into sixteen bytes. */

const DASH: u8 = 0x2d;
const QUOTE: u8 = 0x22;

let isHex: bool = false;

/** @returns behind it; 0 where it is none */
export function idAt(from: usize, to: usize): usize {
  const p = from + 1;
  if (load<u8>(from) != QUOTE || load<u8>(p, 36) != QUOTE) return 0;
  if (load<u8>(p, 8) != DASH || load<u8>(p, 13) != DASH || load<u8>(p, 18) != DASH || load<u8>(p, 23) != DASH)
    return 0;
  const first = v128.load(p);
  const middle = v128.load(p, 16);
  const last = v128.load(p, 20);
  // 0 to 7, 9 to 12, 14 to 17
  const one = halves(i8x16.shuffle(first, middle, 0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, 16, 17));
  if (!isHex) return 0;
  // 19 to 22, 24 to 35
  const other = halves(
    i8x16.shuffle(middle, last, 3, 4, 5, 6, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31),
  );
  if (!isHex) return 0;
  v128.store(to, i8x16.narrow_i16x8_u(one, other));
  return p + 37;
}

/** Of sixteen digits eight bytes, each with a byte of nothing behind it. */
function halves(digits: v128): v128 {
  const tens = i8x16.sub(digits, i8x16.splat(0x30));
  const letters = i8x16.sub(v128.or(digits, i8x16.splat(0x20)), i8x16.splat(0x57));
  const isDigit = i8x16.lt_u(tens, i8x16.splat(10));
  const isLetter = v128.and(i8x16.ge_u(letters, i8x16.splat(10)), i8x16.lt_u(letters, i8x16.splat(16)));
  isHex = i8x16.all_true(v128.or(isDigit, isLetter));
  const values = v128.bitselect(tens, letters, isDigit);
  const both = v128.or(i16x8.shl(values, 4), i16x8.shr_u(values, 8));
  return v128.and(both, i16x8.splat(0xff));
}
