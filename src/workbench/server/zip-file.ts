/**
 * A zip on the disk, read by ranges: only its list of names is kept in memory, and a file of it is unpacked when somebody
 * asks for it. Nothing is ever unpacked to the disk, so no name in it can lead anywhere.
 */
import { open, type FileHandle } from 'node:fs/promises';
import { MOST_FILES, MOST_LIST, saidFiles } from '../../../packaging/check/zip/end.ts';
import { configure, Reader, ZipReader, type FileEntry } from '@zip.js/zip.js';

configure({ useWebWorkers: false });

/** A name or a size that no package needs. */
export class BadZip extends Error {}

const MOST_BYTES = 1_000_000_000;
/** Held in memory: a manifest, a page. */
const MOST_TEXT = 20_000_000;

const tooMany = (): BadZip => new BadZip(`It holds more than ${MOST_FILES.toLocaleString('en')} files.`);

class FileReader extends Reader<FileHandle> {
  readonly #handle: FileHandle;

  constructor(handle: FileHandle, size: number) {
    super(handle);
    this.#handle = handle;
    this.size = size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    // files are read in small pieces: only a list of names can ask for so much
    if (length > MOST_LIST) throw tooMany();
    const wanted = new Uint8Array(Math.max(0, Math.min(length, this.size - index)));
    let filled = 0;
    while (filled < wanted.length) {
      const { bytesRead } = await this.#handle.read(wanted, filled, wanted.length - filled, index + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return wanted.subarray(0, filled);
  }
}

/** Of a file's bytes, both ends included. */
export interface Range {
  from: number;
  to: number;
}

export class ZipFile {
  readonly bytes: number;
  readonly #handle: FileHandle;
  readonly #entries: ReadonlyMap<string, FileEntry>;

  private constructor(handle: FileHandle, bytes: number, entries: ReadonlyMap<string, FileEntry>) {
    this.#handle = handle;
    this.bytes = bytes;
    this.#entries = entries;
  }

  /** @throws BadZip */
  static async open(file: string): Promise<ZipFile> {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      return new ZipFile(handle, size, await entriesOf(new FileReader(handle, size)));
    } catch (error) {
      await handle.close();
      throw error instanceof BadZip ? error : new BadZip('It is no zip that can be read.', { cause: error });
    }
  }

  get names(): Iterable<string> {
    return this.#entries.keys();
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** Unpacked, as the zip says. */
  size(name: string): number | undefined {
    return this.#entries.get(name)?.uncompressedSize;
  }

  /** Piece by piece, so that a large film needs no large memory. It ends where a file is larger than its zip says. */
  stream(name: string, range?: Range): ReadableStream<Uint8Array> | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    const { readable, writable } = range ? only(range) : new TransformStream<Uint8Array, Uint8Array>();
    // whoever reads is told by the stream itself
    entry.getData(writable).catch(() => undefined);
    return readable;
  }

  /** Of a file that is no large one: a manifest. */
  async read(name: string): Promise<Uint8Array | undefined> {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    if (entry.uncompressedSize > MOST_TEXT) throw new BadZip(`${name} is too large for a text.`);
    const stream = this.stream(name);
    return stream && new Uint8Array(await new Response(stream).arrayBuffer());
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

/** Lets a range of what comes through, and then ends: what is packed can only be read from its beginning. */
function only({ from, to }: Range): TransformStream<Uint8Array, Uint8Array> {
  let at = 0;
  return new TransformStream({
    transform(piece, controller) {
      const wanted = piece.subarray(Math.max(0, from - at), Math.max(0, to + 1 - at));
      at += piece.byteLength;
      if (wanted.byteLength > 0) controller.enqueue(wanted);
      if (at > to) controller.terminate();
    },
  });
}

async function entriesOf(reader: FileReader): Promise<Map<string, FileEntry>> {
  const source = {
    size: reader.size,
    read: (at: number, length: number) => reader.readUint8Array(at, length),
  };
  if (((await saidFiles(source)) ?? 0) > MOST_FILES) throw tooMany();
  const entries = new Map<string, FileEntry>();
  let sum = 0;
  let count = 0;
  // names are looked at below, in our own words
  const zip = new ZipReader(reader, { filenameValidation: 'tolerant' });
  for await (const entry of zip.getEntriesGenerator()) {
    if (++count > MOST_FILES) throw tooMany();
    if (entry.directory) continue;
    if (entry.encrypted) throw new BadZip(`A file of it is encrypted: ${entry.filename}.`);
    sum += entry.uncompressedSize;
    if (sum > MOST_BYTES) throw new BadZip('Unpacked it would have more than 1 GB.');
    entries.set(safeName(entry.filename), entry);
  }
  return entries;
}

/** @throws BadZip for a name that leaves the folder */
function safeName(name: string): string {
  const plain = name.replaceAll('\\', '/');
  const leaves = plain.startsWith('/') || /^[A-Za-z]:/.test(plain) || plain.split('/').includes('..');
  if (leaves || plain.includes('\0'))
    throw new BadZip(`It holds a file whose name leaves the folder: ${name}.`);
  return plain;
}
