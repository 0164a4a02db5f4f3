/**
 * Opens a stranger's zip by range, in bounded memory: the list of its files first, then one file after the other. What a
 * zip says of itself is believed nowhere; what it may not say is a finding.
 */
import { configure, Reader, ZipReader, type Entry, type FileEntry } from '@zip.js/zip.js/lib/zip-core.js';
import type { Finding } from '../findings.ts';
import { found } from '../rules/index.ts';
import { checkEntries } from './entries.ts';
import { MOST_FILES, MOST_LIST, saidFiles } from './end.ts';
import { checkAround } from './around.ts';
import { checkFolders } from './folders.ts';
import { isOtherArchive, recognise } from './recognise.ts';
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

/** Bytes behind a zip that are looked through for its end. */
const MOST_BEHIND = 2 ** 20;

/** Files of a zip lie one after the other: small ones are read many at a time, since each read of a page's file takes long. */
const WINDOW = 2 ** 18;

function inWindows(source: Source): Source {
  let window = { at: 0, bytes: new Uint8Array() };
  return {
    size: source.size,
    read: async (at, length) => {
      if (length > MOST_LIST) throw new TooMuch();
      if (length >= WINDOW) return source.read(at, length);
      const { at: from, bytes } = window;
      if (at >= from && at + length <= from + bytes.byteLength)
        return bytes.slice(at - from, at - from + length);
      const read = (await source.read(at, WINDOW)) as Uint8Array<ArrayBuffer>;
      window = { at, bytes: read };
      return read.slice(0, length);
    },
  };
}

class SourceReader extends Reader<Source> {
  readonly #source: Source;

  constructor(source: Source) {
    super(source);
    this.#source = source;
    this.size = source.size;
  }

  override async readUint8Array(at: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    return (await this.#source.read(at, length)) as Uint8Array<ArrayBuffer>;
  }
}

export async function openArchive(source: Source): Promise<Archive> {
  const start = await source.read(0, 512);
  const other = isOtherArchive(start) ? recognise(start) : undefined;
  if (other) return refuse(other);
  // names and doubtful ends are judged here, one by one; the library would refuse the zip as a whole
  const near = inWindows(source);
  const reader = new ZipReader(new SourceReader(near), {
    strictness: 'tolerant',
    filenameValidation: 'tolerant',
    maxAppendedDataSize: MOST_BEHIND,
    extractAppendedData: true,
  });
  const entries: Entry[] = [];
  try {
    if (((await saidFiles(source)) ?? 0) > MOST_FILES) throw new TooMuch();
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.length === MOST_FILES) throw new TooMuch();
      entries.push(entry);
    }
  } catch (error) {
    return refuse(recognise(start) ?? unreadable(error));
  }
  const findings = [
    ...checkEntries(entries),
    ...(await checkAround(source, entries, reader.appendedData)),
    ...(await checkFolders(near, entries)),
  ];
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
  if (/end of central directory not found|not recognized/i.test(message))
    return found('zip-damaged', 'The end of the zip isn’t there: it was cut short, or it is no zip at all.');
  return found('zip-damaged', `The list of the zip’s files can’t be read (${message.toLowerCase()}).`);
}
