/**
 * Columns of numbers as a Parquet file, which the engine reads. Of that format only what these columns need: each of a fixed width and
 * never empty, as they lie in memory (https://github.com/apache/parquet-format: Thrift's compact protocol, plain pages).
 */
import { writeSync } from 'node:fs';

/** Parquet's types, by their numbers there; `converted` and `logical` say what they stand for. */
const INT32 = { type: 1, width: 4 };
const MICROSECONDS = { type: 2, width: 8, converted: 10 };
const DOUBLE = { type: 5, width: 8 };
const UUID = { type: 7, width: 16, logical: 14 };

/** As the reader keeps them. */
export const COLUMNS = [
  { name: 'id', ...UUID },
  { name: 'happened', ...MICROSECONDS },
  { name: 'seconds', ...DOUBLE },
  { name: 'who', ...INT32 },
  { name: 'done', ...INT32 },
  { name: 'around', ...INT32 },
  { name: 'result', ...INT32 },
];

const MAGIC = 'PAR1';
/** Thrift's types of fields. */
const I32 = 5;
const I64 = 6;
const BINARY = 8;
const LIST = 9;
const STRUCT = 12;

/** @param {number} number not negative */
function varint(number) {
  const bytes = [];
  let rest = number;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return bytes;
}

const whole = (number) => varint(2 * number);
const binary = (words) => [...varint(words.length), ...Buffer.from(words)];
const list = (type, items) => [
  ...(items.length < 15 ? [items.length * 16 + type] : [0xf0 + type, ...varint(items.length)]),
  ...items.flat(),
];

/** @param {readonly (readonly [id: number, type: number, bytes: readonly number[]])[]} fields in the order of their ids */
function struct(fields) {
  let before = 0;
  const bytes = [];
  for (const [id, type, value] of fields) {
    bytes.push((id - before) * 16 + type);
    for (const byte of value) bytes.push(byte);
    before = id;
  }
  return [...bytes, 0];
}

const i32 = (id, number) => [id, I32, whole(number)];
const i64 = (id, number) => [id, I64, whole(number)];

const pageHeader = (rows, size) =>
  struct([
    i32(1, 0),
    i32(2, size),
    i32(3, size),
    // plain values; levels, of which there are none, run by run
    [5, STRUCT, struct([i32(1, rows), i32(2, 0), i32(3, 3), i32(4, 3)])],
  ]);

const element = ({ name, type, width, converted, logical }) =>
  struct([
    i32(1, type),
    ...(type === UUID.type ? [i32(2, width)] : []),
    i32(3, 0),
    [4, BINARY, binary(name)],
    ...(converted === undefined ? [] : [i32(6, converted)]),
    ...(logical === undefined ? [] : [[10, STRUCT, struct([[logical, STRUCT, struct([])]])]]),
  ]);

const chunk = ({ name, type }, { rows, offset, size }) =>
  struct([
    i64(2, offset),
    [
      3,
      STRUCT,
      struct([
        i32(1, type),
        [2, LIST, list(I32, [whole(0)])],
        [3, LIST, list(BINARY, [binary(name)])],
        i32(4, 0),
        i64(5, rows),
        i64(6, size),
        i64(7, size),
        i64(9, offset),
      ]),
    ],
  ]);

const group = (chunks) =>
  struct([
    [
      1,
      LIST,
      list(
        STRUCT,
        chunks.map((one, at) => chunk(COLUMNS[at], one)),
      ),
    ],
    i64(
      2,
      chunks.reduce((sum, { size }) => sum + size, 0),
    ),
    i64(3, chunks[0].rows),
  ]);

const footer = (groups, rows) =>
  struct([
    i32(1, 1),
    [
      2,
      LIST,
      list(STRUCT, [
        struct([[4, BINARY, binary('statements')], i32(5, COLUMNS.length)]),
        ...COLUMNS.map(element),
      ]),
    ],
    i64(3, rows),
    [4, LIST, list(STRUCT, groups.map(group))],
  ]);

export class ColumnsFile {
  #file;
  #offset = 0;
  #rows = 0;
  #groups = [];

  /** @param {number} file open for writing, and empty */
  constructor(file) {
    this.#file = file;
    this.#write(Buffer.from(MAGIC));
  }

  /** @param {number} rows @param {readonly Uint8Array[]} columns as they lie in memory, in the order of `COLUMNS` */
  add(rows, columns) {
    this.#groups.push(
      columns.map((bytes) => {
        const offset = this.#offset;
        this.#write(Buffer.from(pageHeader(rows, bytes.length)));
        this.#write(bytes);
        return { rows, offset, size: this.#offset - offset };
      }),
    );
    this.#rows += rows;
  }

  end() {
    const bytes = Buffer.from(footer(this.#groups, this.#rows));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    this.#write(Buffer.concat([bytes, length, Buffer.from(MAGIC)]));
  }

  #write(bytes) {
    writeAll(this.#file, bytes);
    this.#offset += bytes.length;
  }
}

/** A full disk writes a part and says so only at the next attempt. */
export function writeAll(file, bytes) {
  let at = 0;
  while (at < bytes.length) at += writeSync(file, bytes, at);
}
