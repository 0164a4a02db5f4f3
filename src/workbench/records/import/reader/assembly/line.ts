/** One line with one statement. What isn't certain isn't taken: somebody else reads such a line. */
import { endOfPlain, isBehindValue, skipBlanks } from './ends';
import { idAt } from './id';
import {
  ACTIVITIES,
  ACTOR,
  CONTEXT,
  ID,
  keyFound,
  LANGUAGE,
  OBJECT,
  OTHER,
  REGISTRATION,
  RESULT as RESULT_KEY,
  REVISION,
  STORED,
  TIMESTAMP,
  valueBehind,
  VERB,
} from './key';
import { behindValue, knownAt, knownCount, lengthOf, placeOf } from './known';
import { arounds, dones, ids, KEYS, parts, results, times, whos } from './room';
import { timeAt, timeFound } from './time';
import { AROUND, DONE, RESULT, together, WHO, writeOther } from './together';

/** How many quotation marks tell most texts of a kind apart: often what stands behind `{"id":`. */
const MOST_QUOTES = 12;
const QUOTES = 4;
const FEW_QUOTES = 2;

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
}

let line: usize = 0;

/** @returns behind the line; 0 where it isn't taken */
export function takeLine(from: usize, row: u32): usize {
  line = from;
  clearParts();
  const behind = members(from, false, row);
  if (behind == 0) return 0;
  const end = skipBlanks(behind);
  if (load<u8>(end) != 0x0a || !isWhole()) return 0;
  store<i64>(times + 8 * row, timeFound());
  store<u32>(whos + 4 * row, together(WHO, textOf(ACTOR), textOf(REGISTRATION), 0));
  store<u32>(dones + 4 * row, together(DONE, textOf(VERB), textOf(OBJECT), 0));
  store<u32>(arounds + 4 * row, around());
  store<u32>(results + 4 * row, textOf(RESULT_KEY) == 0 ? 0 : together(RESULT, textOf(RESULT_KEY), 0, 0));
  return end + 1;
}

/** Nobody has to work out what it is known by, or when it was. */
function isWhole(): bool {
  return textOf(ID) != 0 && textOf(TIMESTAMP) != 0 && textOf(ACTOR) != 0 && textOf(VERB) != 0;
}

function around(): u32 {
  const activities = textOf(ACTIVITIES);
  const language = textOf(LANGUAGE);
  const revision = textOf(REVISION);
  return (activities | language | revision) == 0 ? 0 : together(AROUND, activities, language, revision);
}

/** Of an object: the statement, or its context. @returns behind it */
function members(from: usize, isInContext: bool, row: u32): usize {
  if (load<u8>(from) != 0x7b) return 0;
  let p = skipBlanks(from + 1);
  if (load<u8>(p) == 0x7d) return p + 1;
  while (true) {
    const value = valueBehind(p, isInContext);
    if (value == 0) return 0;
    p = part(keyFound(), p, value, row);
    if (p == 0 || !isBehindValue(p)) return 0;
    p = skipBlanks(p);
    if (load<u8>(p) == 0x7d) return p + 1;
    if (load<u8>(p) != 0x2c) return 0;
    p = skipBlanks(p + 1);
  }
}

/** @returns behind its value */
function part(key: u32, from: usize, value: usize, row: u32): usize {
  if (key == OTHER) return other(from, value);
  // twice the same key
  if (textOf(key) != 0) return 0;
  switch (key) {
    case ID:
      setText(ID, 1);
      return idAt(value, ids + 16 * row);
    case TIMESTAMP:
      setText(TIMESTAMP, 1);
      return timeAt(value);
    case STORED:
      // read where there is no timestamp, and then by somebody else
      setText(STORED, 1);
      return endOfPlain(value);
    case CONTEXT:
      setText(CONTEXT, 1);
      return context(value, row);
    default:
      return known(key, value);
  }
}

function known(key: u32, value: usize): usize {
  const isLong = key == ACTOR || key == ACTIVITIES;
  const isShort = key == REGISTRATION || key == LANGUAGE || key == REVISION;
  const found = knownAt(value, value, key, isLong ? MOST_QUOTES : isShort ? FEW_QUOTES : QUOTES, line);
  setText(key, found);
  return found == 0 ? 0 : behindValue();
}

let isWithin: bool = false;

function context(value: usize, row: u32): usize {
  isWithin = true;
  const behind = members(value, true, row);
  isWithin = false;
  return behind;
}

function other(from: usize, value: usize): usize {
  const before = knownCount();
  const kind = KEYS + (<u32>(value - from) & (KEYS - 1));
  const found = knownAt(from, value, kind, QUOTES, line);
  if (found == 0) return 0;
  if (knownCount() != before) writeOther(placeOf(found), lengthOf(found), isWithin);
  return behindValue();
}
