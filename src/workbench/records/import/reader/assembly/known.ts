/** Texts that were met before, by their bytes. Nearly all that a statement says was said by another one. */
import { hashOf, same, whichAre } from './bytes';
import { endOfValue, isBehindValue } from './ends';
import {
  entries,
  guesses,
  GUESSES,
  KINDS,
  known,
  KNOWN_SIZE,
  lately,
  LATELY,
  lasts,
  LONGEST,
  MOST_KNOWN,
  places,
  PLACES,
} from './room';

/** How many there are; the first is number 1. */
let count: u32 = 0;
let end: usize = known;

export function knownCount(): u32 {
  return count;
}

function entry(text: u32): usize {
  return entries + 16 * <usize>text;
}
export function placeOf(text: u32): usize {
  return load<u32>(entry(text));
}
export function lengthOf(text: u32): usize {
  return load<u32>(entry(text), 4);
}
export function numberOf(text: u32): u32 {
  return load<u32>(entry(text), 12);
}
export function setNumber(text: u32, number: u32): void {
  store<u32>(entry(text), number, 12);
}

/** How many are remembered at most: with room for all that one line may bring. */
const MOST: u32 = MOST_KNOWN - <u32>(LONGEST >>> 2);
let most: u32 = MOST;
export function setMost(to: u32): void {
  most = min(to, MOST);
}
export function hasRoom(): bool {
  return count < most && end < known + KNOWN_SIZE - 2 * LONGEST;
}

/** From then on nothing was met before: memory has a bound, however many different texts a file has. */
export function forget(): void {
  memory.fill(places, 0, 4 * PLACES);
  memory.fill(guesses, 0, 4 * GUESSES);
  memory.fill(lasts, 0, 4 * KINDS);
  memory.fill(lately, 0, 32 * LATELY);
  count = 0;
  end = known;
}

export function find(from: usize, length: usize): u32 {
  const hash = hashOf(from, length);
  const part = <u32>(hash >>> 32);
  let at = <u32>hash & (PLACES - 1);
  while (true) {
    const found = load<u32>(places + 4 * at);
    if (found == 0) break;
    if (load<u32>(entry(found), 8) == part && lengthOf(found) == length && same(from, placeOf(found), length))
      return found;
    at = (at + 1) & (PLACES - 1);
  }
  count += 1;
  store<u32>(places + 4 * at, count);
  store<u32>(entry(count), <u32>end);
  store<u32>(entry(count), <u32>length, 4);
  store<u32>(entry(count), part, 8);
  store<u32>(entry(count), 0, 12);
  memory.copy(end, from, length);
  end += length;
  return count;
}

/** Behind the value that was found last. */
let behind: usize = 0;
export function behindValue(): usize {
  return behind;
}

/** Of texts that begin alike up to a quotation mark, the one that was met last lies there. */
function guessFor(from: usize, quotes: i32): usize {
  let left = quotes;
  let length: usize = 0;
  for (; length < 256; length += 16) {
    let found = whichAre(from + length, 0x22);
    const here = <i32>popcnt(found);
    if (here < left) {
      left -= here;
      continue;
    }
    for (; left > 1; left -= 1) found &= found - 1;
    length += ctz(found);
    break;
  }
  return guesses + 4 * (<u32>(hashOf(from, length) ^ ((<u64>quotes) << 7)) & (GUESSES - 1));
}

// @inline
function isThere(guess: u32, from: usize): bool {
  if (guess == 0) return false;
  const length = lengthOf(guess);
  if (!same(from, placeOf(guess), length) || !isBehindValue(from + length)) return false;
  behind = from + length;
  return true;
}

/**
 * The text that begins at `from` and ends with the value at `value`. It is compared with the one that was met last of its kind, and with
 * the last that begins like it: so that nobody has to look for its end.
 * @param kind which last one, below `KINDS`. @param quotes how many quotation marks it takes to tell such texts apart, mostly
 * @returns 0 where the value has no end
 */
export function knownAt(from: usize, value: usize, kind: u32, quotes: i32, line: usize): u32 {
  const last = lasts + 4 * <usize>kind;
  const before = load<u32>(last);
  if (isThere(before, from)) return before;
  const guess = guessFor(from, quotes);
  const guessed = load<u32>(guess);
  if (isThere(guessed, from)) {
    store<u32>(last, guessed);
    return guessed;
  }
  const to = endOfValue(value);
  if (to == 0 || to - line > LONGEST) return 0;
  const found = find(from, to - from);
  store<u32>(guess, found);
  store<u32>(last, found);
  behind = to;
  return found;
}
