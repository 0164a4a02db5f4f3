/** The folder in which files lie while they are taken in, each in one of its own. */
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export class ImportFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Of an import that was killed. */
  clear(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }

  /** The file's name is told to whoever reads of a failure, so it is kept as far as every disk takes it. */
  async place(file: string): Promise<string> {
    await mkdir(this.#folder, { recursive: true });
    const folder = await mkdtemp(path.join(this.#folder, 'file-'));
    const name = file.replaceAll(/[^\p{L}\p{N}._ -]/gu, '_').slice(-100);
    return path.join(folder, /^[. ]*$/.test(name) ? 'file' : name);
  }

  /** @returns the place, once the whole file is there */
  async receive(place: string, body: ReadableStream<Uint8Array>): Promise<string> {
    try {
      await pipeline(
        Readable.fromWeb(body as import('node:stream/web').ReadableStream),
        createWriteStream(place),
      );
      return place;
    } catch (error) {
      await rm(path.dirname(place), { recursive: true, force: true });
      throw error;
    }
  }
}
