/** Keys of a statement, and of its context. One with escapes may be any: such a line isn't taken. */
import { beginning, same, write } from './bytes';
import { skipBlanks } from './ends';
import { followings, FOLLOWING, KEYS, KINDS } from './room';

export const ID: u32 = 1;
export const ACTOR: u32 = 2;
export const VERB: u32 = 3;
export const OBJECT: u32 = 4;
export const RESULT: u32 = 5;
export const CONTEXT: u32 = 6;
export const TIMESTAMP: u32 = 7;
export const STORED: u32 = 8;
export const REGISTRATION: u32 = 9;
export const LANGUAGE: u32 = 10;
export const REVISION: u32 = 11;
export const ACTIVITIES: u32 = 12;
export const RESPONSE: u32 = 13;
export const SUCCESS: u32 = 14;
export const SCORE: u32 = 15;
export const EXTENSIONS: u32 = 16;
export const DURATION: u32 = 17;
/** A duration that is a number already. */
export const SECONDS: u32 = 18;
/** From here on any other one, by its length: as a number for what is remembered of it. */
export const OTHER: u32 = KEYS;

/** Where keys stand. */
export const IN_STATEMENT: u32 = 0;
export const IN_CONTEXT: u32 = 1;
export const IN_RESULT: u32 = 2;

/** Keys of up to eight bytes are compared as numbers. */
const ROOM: u32 = 32;
const names: usize = heap.alloc(32 * <usize>ROOM);

function name(key: u32, words: string): void {
  write(names + <usize>(key * ROOM), words);
}
name(ID, 'id');
name(ACTOR, 'actor');
name(VERB, 'verb');
name(OBJECT, 'object');
name(RESULT, 'result');
name(CONTEXT, 'context');
name(TIMESTAMP, 'timestamp');
name(STORED, 'stored');
name(REGISTRATION, 'registration');
name(LANGUAGE, 'language');
name(REVISION, 'revision');
name(ACTIVITIES, 'contextActivities');
name(RESPONSE, 'response');
name(SUCCESS, 'success');
name(SCORE, 'score');
name(EXTENSIONS, 'extensions');
name(DURATION, 'duration');

function isNamed(key: u32, from: usize, length: usize): bool {
  if (length > 8) return same(from, names + <usize>(key * ROOM), length);
  const word = load<u64>(from);
  return (length == 8 ? word : beginning(word, length)) == load<u64>(names + <usize>(key * ROOM));
}

const QUOTE: u8 = 0x22;

let key: u32 = 0;
/** Which it was that was read last. */
export function keyFound(): u32 {
  return key;
}
let place: usize = 0;
/** Where it stands. */
export function keyPlace(): usize {
  return place;
}

/** Of what stands between two values, such as `,"verb":`, up to the length of a bit each: these bits, its key, its length and that key's. */
const BYTES: u32 = 31;
function following(before: u32, where: u32): usize {
  return followings + FOLLOWING * <usize>(where * KINDS + before);
}

/**
 * What followed a key's value the last time mostly follows it again: then nobody has to look for the next key's end, and what it is.
 * @param from behind that value, or behind the bracket @param before its key; 0 behind the bracket
 * @returns where the next value begins; 0 where something else follows
 */
export function valueExpected(from: usize, before: u32, where: u32): usize {
  const last = following(before, where);
  const all = load<u32>(last, 32);
  const first = i8x16.bitmask(i8x16.eq(v128.load(from), v128.load(last)));
  const second = i8x16.bitmask(i8x16.eq(v128.load(from, 16), v128.load(last, 16)));
  if (all == 0 || ((first | (second << 16)) & all) != all) return 0;
  key = load<u32>(last, 36);
  const value = from + load<u32>(last, 40);
  place = value - load<u32>(last, 44);
  return value;
}

/** From then on, what stands from `from` to a value is expected there. */
export function expect(from: usize, before: u32, where: u32, value: usize): void {
  const length = <u32>(value - from);
  if (length > BYTES) return;
  const last = following(before, where);
  v128.store(last, v128.load(from));
  v128.store(last, v128.load(from, 16), 16);
  store<u32>(last, (1 << length) - 1, 32);
  store<u32>(last, key, 36);
  store<u32>(last, length, 40);
  store<u32>(last, <u32>(value - place), 44);
}

/** @returns where the value of the key at `from` begins; 0 where there is no key, or one with escapes */
export function valueBehind(from: usize, where: u32): usize {
  if (load<u8>(from) != QUOTE) return 0;
  const quotes = i8x16.splat(QUOTE);
  const backslashes = i8x16.splat(0x5c);
  const newlines = i8x16.splat(0x0a);
  let p = from + 1;
  while (true) {
    const bytes = v128.load(p);
    const ends = v128.or(i8x16.eq(bytes, backslashes), i8x16.eq(bytes, newlines));
    const found = i8x16.bitmask(v128.or(i8x16.eq(bytes, quotes), ends));
    if (found != 0) {
      p += ctz(found);
      break;
    }
    p += 16;
  }
  if (load<u8>(p) != QUOTE) return 0;
  place = from;
  key = keyIn(where, from + 1, p - from - 1);
  p = skipBlanks(p + 1);
  if (load<u8>(p) != 0x3a) return 0;
  p = skipBlanks(p + 1);
  if (key == OTHER) key += <u32>(p - from) & (KEYS - 1);
  return p;
}

function either(one: u32, from: usize, length: usize): u32 {
  return isNamed(one, from, length) ? one : OTHER;
}

function keyIn(where: u32, from: usize, length: usize): u32 {
  if (where == IN_STATEMENT) return keyOf(from, length);
  return where == IN_CONTEXT ? keyOfContext(from, length) : keyOfResult(from, length);
}

function keyOf(from: usize, length: usize): u32 {
  switch (<i32>length) {
    case 2:
      return either(ID, from, length);
    case 4:
      return either(VERB, from, length);
    case 5:
      return either(ACTOR, from, length);
    case 6:
      if (isNamed(OBJECT, from, length)) return OBJECT;
      return isNamed(RESULT, from, length) ? RESULT : either(STORED, from, length);
    case 7:
      return either(CONTEXT, from, length);
    case 9:
      return either(TIMESTAMP, from, length);
    default:
      return OTHER;
  }
}

function keyOfContext(from: usize, length: usize): u32 {
  switch (<i32>length) {
    case 8:
      return isNamed(LANGUAGE, from, length) ? LANGUAGE : either(REVISION, from, length);
    case 12:
      return either(REGISTRATION, from, length);
    case 17:
      return either(ACTIVITIES, from, length);
    default:
      return OTHER;
  }
}

function keyOfResult(from: usize, length: usize): u32 {
  switch (<i32>length) {
    case 5:
      return either(SCORE, from, length);
    case 7:
      return either(SUCCESS, from, length);
    case 8:
      return isNamed(RESPONSE, from, length) ? RESPONSE : either(DURATION, from, length);
    case 10:
      return either(EXTENSIONS, from, length);
    default:
      return OTHER;
  }
}
