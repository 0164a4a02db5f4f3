/** One line with one statement. What isn't certain isn't taken: somebody else reads such a line. */
import { durationAt, forgetSeconds, secondsFound } from './duration';
import { endOfPlain, skipBlanks } from './ends';
import { idAt } from './id';
import * as key from './key';
import { behindValue, knownAt, knownCount, lengthOf, placeOf } from './known';
import { arounds, dones, ids, LONGEST, parts, results, seconds, times, whos } from './room';
import { timeAt, timeFound } from './time';
import { AROUND, DONE, hasRoomForOther, RESULT, together, WHO, writeOther } from './together';

/** How many quotation marks tell most texts of a kind apart: often what stands behind `{"id":`. */
const QUOTES = 4;
function quotesOf(which: u32): i32 {
  switch (which) {
    case key.ACTOR:
    case key.ACTIVITIES:
      return 12;
    case key.REGISTRATION:
    case key.LANGUAGE:
    case key.REVISION:
    case key.RESPONSE:
      return 2;
    case key.SCORE:
      return 3;
    case key.SUCCESS:
      return 1;
    default:
      return QUOTES;
  }
}

/** Which text the part of such a key is; 0 where the line has none. Of keys whose values are no texts here, 1 where it has them. */
function textOf(key: u32): u32 {
  return load<u32>(parts + 4 * <usize>key);
}
function setText(key: u32, text: u32): void {
  store<u32>(parts + 4 * <usize>key, text);
}

/** To ask the memory to fill itself takes longer, for so little. */
function clearParts(): void {
  const none = i64x2.splat(0);
  v128.store(parts, none);
  v128.store(parts, none, 16);
  v128.store(parts, none, 32);
  v128.store(parts, none, 48);
  v128.store(parts, none, 64);
}

let line: usize = 0;

/** @returns behind the line; 0 where it isn't taken */
export function takeLine(from: usize, row: u32): usize {
  line = from;
  clearParts();
  forgetSeconds();
  const behind = members(from, key.IN_STATEMENT, row);
  if (behind == 0) return 0;
  const end = skipBlanks(behind);
  if (load<u8>(end) != 0x0a || end - from > LONGEST || !isWhole()) return 0;
  store<i64>(times + 8 * row, timeFound());
  store<f64>(seconds + 8 * row, secondsFound());
  store<u32>(whos + 4 * row, numberOf(WHO, key.ACTOR, key.REGISTRATION, 0, 0, 0));
  store<u32>(dones + 4 * row, numberOf(DONE, key.VERB, key.OBJECT, 0, 0, 0));
  store<u32>(arounds + 4 * row, numberOf(AROUND, key.ACTIVITIES, key.LANGUAGE, key.REVISION, 0, 0));
  const how = numberOf(RESULT, key.RESPONSE, key.SUCCESS, key.SCORE, key.EXTENSIONS, key.DURATION);
  store<u32>(results + 4 * row, how);
  return end + 1;
}

/** Nobody has to work out what it is known by, or when it was. */
function isWhole(): bool {
  return textOf(key.ID) != 0 && textOf(key.TIMESTAMP) != 0 && textOf(key.ACTOR) != 0 && textOf(key.VERB) != 0;
}

/** Of what the line says under these keys. No line says anything under 0. */
function numberOf(kind: u32, a: u32, b: u32, c: u32, d: u32, e: u32): u32 {
  const first = textOf(a);
  const second = textOf(b);
  const third = textOf(c);
  const fourth = textOf(d);
  const fifth = textOf(e);
  if ((first | second | third | fourth | fifth) == 0) return 0;
  return together(kind, first, second, third, fourth, fifth);
}

/** Of an object: the statement, its context or its result. @returns behind it */
function members(from: usize, where: u32, row: u32): usize {
  if (load<u8>(from) != 0x7b) return 0;
  let p = from + 1;
  let before: u32 = 0;
  while (true) {
    if (load<u8>(p) == 0x7d) return p + 1;
    let value = key.valueExpected(p, before, where);
    if (value == 0) {
      let next = skipBlanks(p);
      if (load<u8>(next) == 0x7d) return next + 1;
      if (before != 0) {
        if (load<u8>(next) != 0x2c) return 0;
        next = skipBlanks(next + 1);
      }
      value = key.valueBehind(next, where);
      if (value == 0) return 0;
      key.expect(p, before, where, value);
    }
    before = key.keyFound();
    p = part(before, value, row);
    if (p == 0) return 0;
  }
}

/** What is there, and is no text. */
const THERE: u32 = 0xffffffff;

/** @returns behind its value */
// @inline
function part(which: u32, value: usize, row: u32): usize {
  if (which >= key.OTHER) return other(which, key.keyPlace(), value);
  // twice the same key
  if (textOf(which) != 0) return 0;
  switch (which) {
    case key.ID:
      setText(key.ID, THERE);
      return idAt(value, ids + 16 * row);
    case key.TIMESTAMP:
      setText(key.TIMESTAMP, THERE);
      return timeAt(value);
    case key.STORED:
      // read where there is no timestamp, and then by somebody else
      setText(key.STORED, THERE);
      return endOfPlain(value);
    case key.CONTEXT:
      setText(key.CONTEXT, THERE);
      return members(value, key.IN_CONTEXT, row);
    case key.RESULT:
      setText(key.RESULT, THERE);
      return members(value, key.IN_RESULT, row);
    case key.DURATION:
      return duration(value);
    default:
      return known(which, value);
  }
}

/** As a number where that can be: nearly each is another one. */
function duration(value: usize): usize {
  if (textOf(key.SECONDS) != 0) return 0;
  const behind = durationAt(value);
  if (behind == 0) return known(key.DURATION, value);
  setText(key.SECONDS, THERE);
  return behind;
}

// @inline
function known(which: u32, value: usize): usize {
  const found = knownAt(value, value, which, quotesOf(which), line);
  setText(which, found);
  return found == 0 ? 0 : behindValue();
}

function other(which: u32, from: usize, value: usize): usize {
  if (!hasRoomForOther()) return 0;
  const before = knownCount();
  const found = knownAt(from, value, which, QUOTES, line);
  if (found == 0) return 0;
  if (knownCount() != before) writeOther(placeOf(found), lengthOf(found));
  return behindValue();
}
