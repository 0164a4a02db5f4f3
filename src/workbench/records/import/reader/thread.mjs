/**
 * A thread that reads its part of a file of statements. Plain JavaScript, since a thread of Node's takes no TypeScript: all that is
 * looked at byte by byte is in `assembly/`.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { COLUMNS, ColumnsFile, writeAll } from './columns-file.mjs';
import { Ids } from './ids.mjs';

/** What is read at a time: what was just read is still in the processor's own memory when it is looked at. */
const PIECE = 1_048_576;
/** How often it tells how far it is, in pieces. */
const OFTEN = 16;
const NEWLINE = 10;
/** Where the engine's numbers end. */
const LAST_NUMBER = 2_000_000_000;
/** One of so many lines that isn't taken is too many: then it is sooner to read all of them in the other way. */
const SELDOM = 16;
const FEW = 4096;

const { module, path, size, part, parts, files, remember } = workerData;
const { exports: reader } = await WebAssembly.instantiate(module, {
  env: {
    abort() {
      throw new Error('The reader of statements stopped.');
    },
  },
});
const memory = Buffer.from(reader.memory.buffer);
const [input, texts, odd] = [0, 1, 2].map((which) => reader.place(which));
const columns = COLUMNS.map(({ width }, at) => ({ width, place: reader.place(3 + at) }));

// what a page is told needs the page's origin; a thread has none
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const tell = (what) => parentPort.postMessage(what);

const file = openSync(path, 'r');
const written = {
  texts: openSync(files.texts, 'w'),
  odd: openSync(files.odd, 'w'),
  rows: openSync(files.rows, 'w'),
};
// at a file's beginning the engine takes a mark that makes a line no JSON where it stands
writeAll(written.odd, Buffer.of(NEWLINE));
const rowsFile = new ColumnsFile(written.rows);
const ids = new Ids();
let rows = 0;

function takeRows() {
  const count = reader.rowCount();
  if (count === 0) return;
  rowsFile.add(
    count,
    columns.map(({ width, place }) => memory.subarray(place, place + width * count)),
  );
  ids.add(memory.buffer, columns[0].place, count);
  reader.rowsTaken();
  rows += count;
}

function takeWritten() {
  writeAll(written.texts, memory.subarray(texts, texts + reader.textBytes()));
  writeAll(written.odd, memory.subarray(odd, odd + reader.oddLength()));
  reader.writtenTaken();
}

/** Reads the whole lines that are there. @returns where they end; undefined where this reader is of no use for the file */
function readLines(filled) {
  const end = memory.lastIndexOf(NEWLINE, input + filled - 1) + 1 - input;
  if (end <= 0) return 0;
  for (let at = 0; at < end;) {
    at = reader.read(at, end);
    if (reader.rowCount() === reader.mostRows()) takeRows();
    takeWritten();
  }
  const lines = rows + reader.rowCount() + reader.oddCount();
  const isOften = lines > FEW && reader.oddCount() * SELDOM > lines;
  return isOften || reader.lastNumber() > LAST_NUMBER ? undefined : end;
}

/** Parts are cut where a line ends. */
function cutAt(share) {
  let at = Math.floor(size * share);
  if (at === 0 || at === size) return at;
  const piece = Buffer.alloc(65_536);
  for (at -= 1; ; at += piece.length) {
    const length = readSync(file, piece, 0, piece.length, at);
    if (length === 0) return size;
    const found = piece.subarray(0, length).indexOf(NEWLINE);
    if (found >= 0) return at + found + 1;
  }
}

/** @returns whether it read its part */
function readPart() {
  const to = cutAt((part + 1) / parts);
  let at = cutAt(part / parts);
  let kept = 0;
  let [pieces, untold] = [0, 0];
  while (at < to) {
    const length = readSync(file, memory, input + kept, Math.min(PIECE, to - at), at);
    if (length === 0) return false;
    at += length;
    let filled = kept + length;
    if (at === to && memory[input + filled - 1] !== NEWLINE) {
      memory[input + filled] = NEWLINE;
      filled += 1;
    }
    const end = readLines(filled);
    if (end === undefined) return false;
    kept = filled - end;
    memory.copyWithin(input, input + end, input + filled);
    if (kept + PIECE >= reader.inputSize()) return false;
    pieces += 1;
    untold += length;
    if (pieces % OFTEN === 0 || at === to) {
      tell({ read: untold });
      untold = 0;
    }
  }
  takeRows();
  rowsFile.end();
  return true;
}

reader.begin(part, parts, remember);
const isRead = readPart();
for (const one of [file, ...Object.values(written)]) closeSync(one);
const numbers = ids.numbers();
parentPort.postMessage(
  { isRead, odd: reader.oddCount(), ids: numbers },
  (numbers ?? []).map(({ buffer }) => buffer),
);
