/**
 * A reader of statements, one a line. It splits each line into the parts of its statement, as they are written, and numbers each that is
 * different; to understand what a number stands for, and whether it is JSON at all, is left to the engine. Written in AssemblyScript
 * (TypeScript with the processor's own numbers), so that sixteen bytes are looked at together. What is `@inline` is
 * called for nearly each key of each line: to call it takes as long as what it does.
 */
import { endOfLine, isBlank, setLimit } from './ends';
import { forget, hasRoom, setMost } from './known';
import { takeLine } from './line';
import {
  arounds,
  dones,
  ids,
  input,
  INPUT_SIZE,
  LONGEST,
  MOST_ROWS,
  odd,
  results,
  seconds,
  texts,
  times,
  whos,
} from './room';
import { lastNumber, numberFrom, textBytes, textsTaken } from './together';

export { lastNumber, textBytes };

let rows: u32 = 0;
let oddBytes: u32 = 0;
let oddLines: u32 = 0;

/** @param most how many different texts are remembered at a time */
export function begin(first: u32, by: u32, most: u32): void {
  numberFrom(first, by);
  setMost(most);
  forget();
}

/** Where the buffers lie: the file's bytes, texts, an odd line, and the columns in their order. */
export function place(which: u32): usize {
  switch (which) {
    case 0:
      return input;
    case 1:
      return texts;
    case 2:
      return odd;
    case 3:
      return ids;
    case 4:
      return times;
    case 5:
      return seconds;
    case 6:
      return whos;
    case 7:
      return dones;
    case 8:
      return arounds;
    default:
      return results;
  }
}

export function inputSize(): u32 {
  return <u32>INPUT_SIZE;
}
export function mostRows(): u32 {
  return MOST_ROWS;
}
export function rowCount(): u32 {
  return rows;
}
export function rowsTaken(): void {
  rows = 0;
}
export function oddCount(): u32 {
  return oddLines;
}
export function oddLength(): u32 {
  return oddBytes;
}
export function writtenTaken(): void {
  textsTaken();
  oddBytes = 0;
}

/**
 * Whole lines, of what lies in the buffer from `from` to `to`, as far as there is room for what they bring.
 * @returns how far it came
 */
export function read(from: u32, to: u32): u32 {
  let p = input + from;
  const end = input + to;
  setLimit(end);
  while (p < end && rows < MOST_ROWS && oddBytes == 0 && <usize>textBytes() < LONGEST) {
    if (!hasRoom()) forget();
    const behind = takeLine(p, rows);
    if (behind != 0 && behind <= end) {
      rows += 1;
      p = behind;
    } else {
      const next = endOfLine(p);
      leave(p, next);
      p = next;
    }
  }
  return <u32>(p - input);
}

function leave(from: usize, to: usize): void {
  let p = from;
  while (p < to && (isBlank(load<u8>(p)) || load<u8>(p) == 0x0a)) p += 1;
  // an empty line is none
  if (p == to) return;
  memory.copy(odd, from, to - from);
  oddBytes = <u32>(to - from);
  oddLines += 1;
}
