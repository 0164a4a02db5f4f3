/** Writes zips byte by byte, as no tool would: names, sizes and flags are whatever a test says. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  name: string | Uint8Array;
  data?: string | Uint8Array;
  /** 8 deflates; any other number is only said. */
  method?: number;
  /** Bit 11 (the name is UTF-8) unless said otherwise. */
  flags?: number;
  /** What the zip says, where it lies. */
  size?: number;
  crc?: number;
  /** Unix mode, as for a link. */
  mode?: number;
  /** Where its bytes are said to begin. */
  offset?: number;
  /** What stands before the file itself, where that is not what the list says. */
  local?: { name?: string; method?: number; flags?: number };
}

const UTF8 = 0x800;

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

/** Little-endian fields of the given widths. */
function fields(...pairs: readonly (readonly [value: number, width: 2 | 4 | 8])[]): Uint8Array {
  const bytes = Buffer.allocUnsafe(pairs.reduce((sum, [, width]) => sum + width, 0));
  let at = 0;
  for (const [value, width] of pairs)
    if (width === 8) at = bytes.writeBigUInt64LE(BigInt(value), at);
    else at = bytes.writeUIntLE(value, at, width);
  return bytes;
}

interface End {
  disk?: number;
  zip64?: boolean;
}

export function rawZip(entries: readonly RawEntry[], end: End = {}): Uint8Array {
  return Buffer.concat([...rawParts(entries, end)]);
}

/** Piece by piece, for zips that are larger than what a test should hold. */
export function* rawParts(entries: Iterable<RawEntry>, end: End = {}): Generator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const { listed, there } = recordsOf(entry, at);
    directory.push(listed);
    for (const piece of there) {
      yield piece;
      at += piece.byteLength;
    }
  }
  const start = at;
  yield* directory;
  const length = directory.reduce((sum, { byteLength }) => sum + byteLength, 0);
  yield* endOf(end, directory.length, start, length);
}

/** What stands in the list, and what at the file itself. */
function recordsOf(entry: RawEntry, at: number): { listed: Uint8Array; there: Uint8Array[] } {
  const { method = 0, flags = UTF8, mode = 0o100644 } = entry;
  const [name, data] = [bytesOf(entry.name), bytesOf(entry.data ?? '')];
  const packed = method === 8 ? deflateRawSync(data) : data;
  const { size = data.byteLength, crc = crc32(data), offset = at } = entry;
  const common = (said: { flags: number; method: number }, length: number): Uint8Array =>
    fields(
      [said.flags, 2],
      [said.method, 2],
      [0, 2],
      [0x21, 2],
      [crc, 4],
      [packed.byteLength, 4],
      [size, 4],
      [length, 2],
      [0, 2],
    );
  const { name: localName = entry.name, ...local } = entry.local ?? {};
  const nameThere = bytesOf(localName);
  const listed = Buffer.concat([
    fields([0x02014b50, 4], [0x0314, 2], [20, 2]),
    common({ flags, method }, name.byteLength),
    fields([0, 2], [0, 2], [0, 2], [(mode << 16) >>> 0, 4], [offset, 4]),
    name,
  ]);
  const there = [
    fields([0x04034b50, 4], [20, 2]),
    common({ flags, method, ...local }, nameThere.byteLength),
    nameThere,
    packed,
  ];
  return { listed, there };
}

function endOf({ disk = 0, zip64 = false }: End, files: number, start: number, length: number): Uint8Array[] {
  const large = fields(
    [0x06064b50, 4],
    [44, 8],
    [45, 2],
    [45, 2],
    [0, 4],
    [0, 4],
    [files, 8],
    [files, 8],
    [length, 8],
    [start, 8],
  );
  const locator = fields([0x07064b50, 4], [0, 4], [start + length, 8], [1, 4]);
  const count = zip64 ? 0xffff : files;
  const end = fields(
    [0x06054b50, 4],
    [disk, 2],
    [disk, 2],
    [count, 2],
    [count, 2],
    [length, 4],
    [zip64 ? 0xffffffff : start, 4],
    [0, 2],
  );
  return zip64 ? [large, locator, end] : [end];
}

/** A zip of these texts, as any tool would write it. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return rawZip(Object.entries(files).map(([name, data]) => ({ name, data, method: 8 })));
}
