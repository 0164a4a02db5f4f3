/** What the end of a zip says of its list, before anybody reads that (APPNOTE 4.3.14 to 4.3.16). */
import type { Source } from './source.ts';

/** A course has some hundreds, a large one some thousands. */
export const MOST_FILES = 30_000;
/** Bytes of a list that is read: so many files with long names. */
export const MOST_LIST = 16 * 2 ** 20;

const END = 0x06054b50;
const END_LENGTH = 22;
const MOST_COMMENT = 0xffff;
const LOCATOR = 0x07064b50;
const LOCATOR_LENGTH = 20;
const LARGE_END = 0x06064b50;
const LARGE_END_LENGTH = 56;
/** The number is too large for its field, and stands elsewhere. */
const ELSEWHERE = 0xffff;

/** How many files it says to list; nothing where no end was found. */
export async function saidFiles(source: Source): Promise<number | undefined> {
  const length = Math.min(source.size, END_LENGTH + MOST_COMMENT + LOCATOR_LENGTH);
  const view = viewOf(await source.read(source.size - length, length));
  for (let at = view.byteLength - END_LENGTH; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    return count === ELSEWHERE ? ((await largeCount(source, view, at)) ?? count) : count;
  }
  return undefined;
}

async function largeCount(source: Source, view: DataView, end: number): Promise<number | undefined> {
  const at = end - LOCATOR_LENGTH;
  if (at < 0 || view.getUint32(at, true) !== LOCATOR) return undefined;
  const start = Number(view.getBigUint64(at + 8, true));
  if (start + LARGE_END_LENGTH > source.size) return undefined;
  const large = viewOf(await source.read(start, LARGE_END_LENGTH));
  if (large.byteLength < LARGE_END_LENGTH || large.getUint32(0, true) !== LARGE_END) return undefined;
  return Number(large.getBigUint64(32, true));
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
