/** Numbers for what several texts say together. What a number stands for is written down once, as a part of a statement. */
import { write, writeNumber } from './bytes';
import { find, knownCount, lengthOf, numberOf, placeOf, setNumber } from './known';
import { lately, LATELY, LONGEST, scratch, texts, TEXTS_SIZE } from './room';

/** Who did something in which registration; what was done to what; around it; and how it went. */
export const WHO: u32 = 1;
export const DONE: u32 = 2;
export const AROUND: u32 = 3;
export const RESULT: u32 = 4;

let number: u32 = 0;
let step: u32 = 1;

/** Threads number beside one another. */
export function numberFrom(first: u32, by: u32): void {
  number = first;
  step = by;
}
export function lastNumber(): u32 {
  return number;
}

let end: usize = texts;
export function textBytes(): u32 {
  return <u32>(end - texts);
}
export function textsTaken(): void {
  end = texts;
}

export function together(kind: u32, a: u32, b: u32, c: u32, d: u32, e: u32): u32 {
  const mixed =
    (a * 0x9e3779b1) ^ (b * 0x85ebca6b) ^ (c * 0xc2b2ae35) ^ (d * 0x27d4eb2f) ^ (e * 0x165667b1) ^ kind;
  const near = lately + 32 * (<usize>(mixed >>> 16) & (LATELY - 1));
  if (
    load<u32>(near) == kind &&
    load<u32>(near, 4) == a &&
    load<u32>(near, 8) == b &&
    load<u32>(near, 12) == c &&
    load<u32>(near, 16) == d &&
    load<u32>(near, 20) == e
  )
    return load<u32>(near, LENGTH);
  put(near, kind, a, b, c, d, e);
  const found = numbered(kind, a, b, c, d, e);
  store<u32>(near, found, LENGTH);
  return found;
}

/** Of what is put together, in bytes. */
const LENGTH = 24;

function put(to: usize, kind: u32, a: u32, b: u32, c: u32, d: u32, e: u32): void {
  store<u32>(to, kind);
  store<u32>(to, a, 4);
  store<u32>(to, b, 8);
  store<u32>(to, c, 12);
  store<u32>(to, d, 16);
  store<u32>(to, e, 20);
}

function numbered(kind: u32, a: u32, b: u32, c: u32, d: u32, e: u32): u32 {
  // no text of a statement begins with such a byte
  put(scratch, kind, a, b, c, d, e);
  const before = knownCount();
  const found = find(scratch, LENGTH);
  if (knownCount() == before) return numberOf(found);
  number += step;
  setNumber(found, number);
  end = write(end, '{"#":');
  end = writeNumber(end, number);
  end = write(end, ',"kind":');
  end = writeNumber(end, kind);
  if (kind == WHO) writeWho(a, b);
  else if (kind == DONE) {
    writePart(',"verb":', a);
    writePart(',"object":', b);
  } else if (kind == AROUND) writeAround(a, b, c);
  else writeResult(a, b, c, d, e);
  end = write(end, '}\n');
  return number;
}

function writePart(name: string, known: u32): void {
  if (known == 0) return;
  end = write(end, name);
  writeBytes(placeOf(known), lengthOf(known));
}

function writeBytes(from: usize, length: usize): void {
  memory.copy(end, from, length);
  end += length;
}

function writeWho(actor: u32, registration: u32): void {
  writePart(',"actor":', actor);
  if (registration == 0) return;
  writePart(',"context":{"registration":', registration);
  end = write(end, '}');
}

function writeAround(activities: u32, language: u32, revision: u32): void {
  end = write(end, ',"context":{"contextActivities":');
  if (activities == 0) end = write(end, 'null');
  else writeBytes(placeOf(activities), lengthOf(activities));
  writePart(',"language":', language);
  writePart(',"revision":', revision);
  end = write(end, '}');
}

function writeResult(response: u32, success: u32, score: u32, extensions: u32, duration: u32): void {
  end = write(end, ',"result":{"response":');
  if (response == 0) end = write(end, 'null');
  else writeBytes(placeOf(response), lengthOf(response));
  writePart(',"success":', success);
  writePart(',"score":', score);
  writePart(',"extensions":', extensions);
  writePart(',"duration":', duration);
  end = write(end, '}');
}

/** However many a line has: each needs more room than it takes up there. */
export function hasRoomForOther(): bool {
  return <usize>textBytes() < TEXTS_SIZE - 2 * LONGEST;
}

/** What no table needs: that it is JSON the engine says. A key, which may be any, and its value. */
export function writeOther(from: usize, length: usize): void {
  end = write(end, '{"other":{');
  writeBytes(from, length);
  end = write(end, '}}\n');
}
