/**
 * A zip on the disk, read by ranges as the check reads it, with the same limits: only its list of names is kept in memory,
 * and a file of it is unpacked when somebody asks for it. Nothing is ever unpacked to the disk, so no name in it can lead anywhere.
 */
import { open, type FileHandle } from 'node:fs/promises';
import { openArchive, type PackedFile } from '../../../packaging/check/zip/archive.ts';
import { canRead, MOST_MANIFEST, streamFile } from '../../../packaging/check/zip/read.ts';
import { fromHandle } from '../../../packaging/check/zip/source.ts';

/** It can't be tried, with a sentence for whoever brought it. */
export class BadZip extends Error {}

/** Of a file's bytes, both ends included. */
export interface Range {
  from: number;
  to: number;
}

export class ZipFile {
  readonly #handle: FileHandle;
  readonly #files: ReadonlyMap<string, PackedFile>;

  private constructor(handle: FileHandle, files: ReadonlyMap<string, PackedFile>) {
    this.#handle = handle;
    this.#files = files;
  }

  /** @throws BadZip for what the check would not unpack either */
  static async open(file: string): Promise<ZipFile> {
    const handle = await open(file, 'r');
    try {
      const { files, findings, refused } = await openArchive(await fromHandle(handle));
      if (refused) throw new BadZip(findings.find(({ severity }) => severity === 'error')?.message);
      return new ZipFile(handle, new Map(files.map((one) => [one.name, one])));
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  get names(): Iterable<string> {
    return this.#files.keys();
  }

  has(name: string): boolean {
    return this.#files.has(name);
  }

  /** Unpacked, as the zip says. */
  size(name: string): number | undefined {
    return this.#files.get(name)?.size;
  }

  stream(name: string, range?: Range): ReadableStream<Uint8Array> | undefined {
    const file = this.#files.get(name);
    if (!file || !canRead(file)) return undefined;
    return range ? streamFile(file).pipeThrough(only(range)) : streamFile(file);
  }

  /** @throws BadZip */
  async read(name: string): Promise<Uint8Array | undefined> {
    const stream = this.stream(name);
    if (!stream) return undefined;
    if ((this.size(name) ?? 0) > MOST_MANIFEST) throw new BadZip(`${name} is too large for a manifest.`);
    try {
      return new Uint8Array(await new Response(stream).arrayBuffer());
    } catch (error) {
      throw new BadZip(`${name} can’t be unpacked, or isn’t what the zip says of it.`, { cause: error });
    }
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
