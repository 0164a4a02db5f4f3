/**
 * Opens a stranger's zip by range, in bounded memory: the list of its files first, then one file after the other. What a
 * zip says of itself is believed nowhere; what it may not say is a finding.
 */
import { configure, Reader, ZipReader, type Entry, type FileEntry } from '@zip.js/zip.js/lib/zip-core.js';
import type { Finding } from '../findings.ts';
import { found } from '../rules/index.ts';
import { checkEntries } from './entries.ts';
import { MOST_FILES, MOST_LIST, saidFiles } from './end.ts';
import { recognise } from './recognise.ts';
import type { Source } from './source.ts';

// in the same thread: a page's policy may forbid workers, and whoever has a worker is in one
configure({ useWebWorkers: false, useCompressionStream: false });

export interface PackedFile {
  /** As the zip has it, but for backslashes. */
  name: string;
  rawName: string;
  /** As the zip says. */
  size: number;
  packedSize: number;
  entry: FileEntry;
}

export interface Archive {
  files: readonly PackedFile[];
  findings: readonly Finding[];
  /** Nothing in it may be unpacked. */
  refused: boolean;
}

class TooMuch extends Error {}

/** Files of a zip lie one after the other: small ones are read many at a time, since each read of a page's file takes long. */
const WINDOW = 2 ** 18;

class SourceReader extends Reader<Source> {
  readonly #source: Source;
  #window = { at: 0, bytes: new Uint8Array() };

  constructor(source: Source) {
    super(source);
    this.#source = source;
    this.size = source.size;
  }

  override async readUint8Array(at: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    if (length > MOST_LIST) throw new TooMuch();
    if (length >= WINDOW) return (await this.#source.read(at, length)) as Uint8Array<ArrayBuffer>;
    const { at: from, bytes } = this.#window;
    if (at >= from && at + length <= from + bytes.byteLength)
      return bytes.slice(at - from, at - from + length);
    const read = (await this.#source.read(at, WINDOW)) as Uint8Array<ArrayBuffer>;
    this.#window = { at, bytes: read };
    return read.slice(0, length);
  }
}

export async function openArchive(source: Source): Promise<Archive> {
  const other = recognise(await source.read(0, 512));
  if (other) return refuse(other);
  // names and doubtful ends are judged here, one by one; the library would refuse the zip as a whole
  const reader = new ZipReader(new SourceReader(source), {
    strictness: 'tolerant',
    filenameValidation: 'tolerant',
  });
  const entries: Entry[] = [];
  try {
    if (((await saidFiles(source)) ?? 0) > MOST_FILES) throw new TooMuch();
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.length === MOST_FILES) throw new TooMuch();
      entries.push(entry);
    }
  } catch (error) {
    return refuse(unreadable(error));
  }
  const findings = checkEntries(entries);
  return {
    files: entries.flatMap((entry) => (entry.directory ? [] : [packed(entry)])),
    findings,
    refused: findings.some(({ id }) => REFUSED.has(id)),
  };
}

/** Zips with these are not unpacked at all. */
const REFUSED: ReadonlySet<string> = new Set(['zip-traversal', 'zip-bomb', 'zip-encrypted']);

function refuse(finding: Finding): Archive {
  return { files: [], findings: [finding], refused: true };
}

function packed(entry: FileEntry): PackedFile {
  return {
    name: entry.filename.replaceAll('\\', '/'),
    rawName: entry.filename,
    size: entry.uncompressedSize,
    packedSize: entry.compressedSize,
    entry,
  };
}

function unreadable(error: unknown): Finding {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof TooMuch)
    return found('zip-many', `The zip lists more than ${MOST_FILES.toLocaleString('en')} files.`);
  if (/split zip/i.test(message)) return found('zip-split', 'This is one part of a zip that was split.');
  if (/encrypted central/i.test(message))
    return found('zip-encrypted', 'The list of the zip’s files is encrypted.');
  return found('zip-damaged', `The list of the zip’s files can’t be read (${message.toLowerCase()}).`);
}

/** What reading one file came to. */
export type Read = { bytes: Uint8Array } | { problem: Problem };
type Problem = 'damaged' | 'size' | 'overlap' | 'header';

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
      if (length > size) throw new TooMuch();
    },
  });
  try {
    await entry.getData(sink, READING);
  } catch (error) {
    const problem = problemOf(error, length, size);
    return { problem: problem !== 'overlap' && differs(entry) ? 'header' : problem };
  }
  if (differs(entry)) return { problem: 'header' };
  if (length !== size) return { problem: 'size' };
  return { bytes: joined(pieces, Math.min(length, keep)) };
}

/** The header before a file is read as well, and judged here: the library would only say that the zip is ambiguous. */
const READING = {
  checkSignature: true,
  checkOverlappingEntry: true,
  checkLocalFilename: true,
  checkLocalDirectory: false,
};

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
