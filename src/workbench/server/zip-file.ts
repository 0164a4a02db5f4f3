/**
 * A zip on the disk, read by ranges as the check reads it, with the same limits: nothing but its list of names is ever in
 * memory, and a file of it is unpacked when somebody asks for it. Nothing is ever unpacked to the disk, so no name in it can lead anywhere.
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

type Files = ReadonlyMap<string, PackedFile>;

export class ZipFile {
  readonly #handle: FileHandle;
  #listed: Promise<Files> | undefined;

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** @throws BadZip for what the check would not unpack either */
  static async open(file: string): Promise<ZipFile> {
    const zip = new ZipFile(await open(file, 'r'));
    try {
      await zip.#files();
      return zip;
    } catch (error) {
      await zip.close();
      throw error;
    }
  }

  #files(): Promise<Files> {
    this.#listed ??= filesOf(this.#handle).catch((error: unknown) => {
      this.#listed = undefined;
      throw error;
    });
    return this.#listed;
  }

  /** Gives back what its list takes in memory, some kilobytes for each file; who asks again has it read again. */
  forgetList(): void {
    this.#listed = undefined;
  }

  async names(): Promise<readonly string[]> {
    return [...(await this.#files()).keys()];
  }

  async has(name: string): Promise<boolean> {
    return (await this.#files()).has(name);
  }

  /** Unpacked, as the zip says. */
  async size(name: string): Promise<number | undefined> {
    return (await this.#files()).get(name)?.size;
  }

  async stream(name: string, range?: Range): Promise<ReadableStream<Uint8Array> | undefined> {
    const file = (await this.#files()).get(name);
    if (!file || !canRead(file)) return undefined;
    return range ? streamFile(file).pipeThrough(only(range)) : streamFile(file);
  }

  /** @throws BadZip */
  async read(name: string): Promise<Uint8Array | undefined> {
    if (((await this.size(name)) ?? 0) > MOST_MANIFEST)
      throw new BadZip(`${name} is too large for a manifest.`);
    const stream = await this.stream(name);
    try {
      return stream && new Uint8Array(await new Response(stream).arrayBuffer());
    } catch (error) {
      throw new BadZip(`${name} can’t be unpacked, or isn’t what the zip says of it.`, { cause: error });
    }
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

async function filesOf(handle: FileHandle): Promise<Files> {
  const { files, findings, refused } = await openArchive(await fromHandle(handle));
  if (refused) throw new BadZip(findings.find(({ severity }) => severity === 'error')?.message);
  return new Map(files.map((file) => [file.name, file]));
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
