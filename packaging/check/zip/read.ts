/** Unpacks one file of a zip. What the zip says of its length, and what stands before the file, is believed nowhere. */
import type { FileEntry } from '@zip.js/zip.js/lib/zip-core.js';
import type { PackedFile } from './archive.ts';

/** What reading one file came to. */
export type Read = { bytes: Uint8Array } | { problem: Problem };
type Problem = 'damaged' | 'size' | 'overlap' | 'header';

/** The zip isn't what it says. */
class Untrue extends Error {}

/** Bytes of a manifest that are read. */
export const MOST_MANIFEST = 16 * 2 ** 20;

/** The header before a file is read as well, and judged here: the library would only say that the zip is ambiguous. */
const READING = { checkSignature: true, checkLocalFilename: true, checkLocalDirectory: false };

/** Others have a finding of their own already. */
export function canRead({ entry }: PackedFile): boolean {
  return (
    !entry.encrypted && !entry.symlink && (entry.compressionMethod === 0 || entry.compressionMethod === 8)
  );
}

/**
 * Unpacks a file to its end and proves its checksum.
 * @param keep at most so many bytes are kept; none where it is 0
 */
export async function readFile({ entry, size }: PackedFile, keep: number): Promise<Read> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const sink = new WritableStream<Uint8Array>({
    write(piece) {
      if (length < keep) pieces.push(piece);
      length += piece.byteLength;
      // what comes to more than it says of itself is a bomb, or damaged
      if (length > size) throw new Untrue();
    },
  });
  try {
    await entry.getData(sink, { ...READING, checkOverlappingEntry: true });
  } catch (error) {
    const problem = problemOf(error, length, size);
    return { problem: problem !== 'overlap' && differs(entry) ? 'header' : problem };
  }
  if (differs(entry)) return { problem: 'header' };
  if (length !== size) return { problem: 'size' };
  return { bytes: joined(pieces, Math.min(length, keep)) };
}

/** Piece by piece, so that a large film needs no large memory. Where the zip isn't what it says, it breaks off. */
export function streamFile({ entry, size }: PackedFile): ReadableStream<Uint8Array> {
  let length = 0;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      length += piece.byteLength;
      if (length > size) throw new Untrue('It is longer than the zip says.');
      controller.enqueue(piece);
    },
    flush() {
      if (length !== size) throw new Untrue('It is shorter than the zip says.');
      if (differs(entry)) throw new Untrue('It says something else of itself than the list of the zip.');
    },
  });
  // whoever reads is told by the stream itself
  entry.getData(writable, READING).catch(() => undefined);
  return readable;
}

/** Each file's name, method and encryption stand in the list and before the file (APPNOTE 4.3.7, 4.3.12): unpackers go by either. */
function differs(entry: FileEntry): boolean {
  const there = entry.localDirectory;
  if (!there?.rawFilename) return false;
  const { rawFilename, encrypted, compressionMethod } = there;
  return (
    rawFilename.length !== entry.rawFilename.length ||
    rawFilename.some((byte, at) => byte !== entry.rawFilename[at]) ||
    compressionMethod !== entry.compressionMethod ||
    encrypted !== entry.encrypted
  );
}

function problemOf(error: unknown, length: number, size: number): Problem {
  const message = error instanceof Error ? error.message : '';
  if (/overlap/i.test(message)) return 'overlap';
  return length > size || /uncompressed size/i.test(message) ? 'size' : 'damaged';
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    const part = piece.subarray(0, length - at);
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
