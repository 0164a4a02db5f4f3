/** Pictures of screens: how they are kept small, and how two are compared. */
import { crc32, deflateSync } from 'node:zlib';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** The most frequent are kept, and all others become the nearest of them: such a picture takes a third of the bytes. */
const COLOURS = 192;

/** What pixelmatch takes for the same: more than a rare colour is changed by, less than from one colour of the design to another. */
const THRESHOLD = 0.02;
/** Pixels in a thousand that may differ: an edge that another processor draws otherwise. */
const TOLERANCE = 0.1;

export interface Difference {
  /** Pixels, or Infinity where the sizes differ. */
  pixels: number;
  held: boolean;
  /** The difference drawn; undefined where the sizes differ. */
  picture: Uint8Array | undefined;
}

export function compare(expected: Uint8Array, actual: Uint8Array): Difference {
  const [one, other] = [PNG.sync.read(Buffer.from(expected)), PNG.sync.read(Buffer.from(actual))];
  const { width, height } = one;
  if (width !== other.width || height !== other.height)
    return { pixels: Infinity, held: false, picture: undefined };
  const drawn = new PNG({ width, height });
  const pixels = pixelmatch(one.data, other.data, drawn.data, width, height, { threshold: THRESHOLD });
  const held = pixels * 1_000 <= width * height * TOLERANCE;
  return { pixels, held, picture: PNG.sync.write(drawn) };
}

/** A PNG with a palette (PNG 3, 11.2.1): one byte a pixel, no filter. */
export function small(picture: Uint8Array): Uint8Array {
  const { width, height, data } = PNG.sync.read(Buffer.from(picture));
  const colours = Array.from({ length: width * height }, (_, at) => data.readUIntBE(at * 4, 3));
  const palette = frequent(colours);
  const indexOf = new Map(palette.map((colour, index) => [colour, index]));
  const lines = Buffer.alloc((width + 1) * height);
  for (const [at, colour] of colours.entries()) {
    const index = indexOf.get(colour) ?? nearest(palette, colour);
    indexOf.set(colour, index);
    lines[at + Math.floor(at / width) + 1] = index;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // eight bits, a palette
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(parts))),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function frequent(colours: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const sorted = [...counts].toSorted(([one, count], [other, more]) => more - count || one - other);
  return sorted.slice(0, COLOURS).map(([colour]) => colour);
}

function nearest(palette: readonly number[], colour: number): number {
  const distances = palette.map((one) => {
    const wanted = parts(colour);
    return parts(one).reduce((sum, part, at) => sum + (part - (wanted[at] ?? 0)) ** 2, 0);
  });
  return distances.indexOf(Math.min(...distances));
}

const parts = (colour: number): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255];

function chunk(name: string, body: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
