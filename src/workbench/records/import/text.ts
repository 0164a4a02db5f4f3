/**
 * Bytes of an export as text: gzip is unpacked, the encoding found. Exports come as UTF-8 with or without a mark, as
 * UTF-16 (Moodle's "CSV for Excel"), or in Windows' western alphabet.
 */
import { isAscii } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportFailure } from './failure.ts';

const SAMPLE = 65_536;
const startsWith = (bytes: Uint8Array, ...first: number[]): boolean =>
  first.every((byte, place) => bytes[place] === byte);

/** What a file is, by its first bytes. */
export type Container = 'gzip' | 'zip' | 'plain' | 'empty';

export async function containerOf(path: string): Promise<Container> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    if (bytesRead === 0) return 'empty';
    if (startsWith(buffer, 0x1f, 0x8b)) return 'gzip';
    return startsWith(buffer, 0x50, 0x4b, 0x03, 0x04) ? 'zip' : 'plain';
  } finally {
    await file.close();
  }
}

/** The name of an encoding as `TextDecoder` knows it. */
function encodingOf(sample: Uint8Array): string {
  if (startsWith(sample, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(sample, 0xfe, 0xff)) return 'utf-16be';
  try {
    // The sample may end inside a character: a decoder that is told of more to come doesn't mind.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

function bytesOf(path: string, container: Container): Readable {
  const stream = createReadStream(path);
  if (container !== 'gzip') return stream;
  // whoever leaves early closes the file too, and hears of what fails by what is unpacked
  return pipeline(stream, createGunzip(), () => undefined);
}

/** The text of a file, a piece at a time; nothing is kept. @throws ImportFailure where it can't be unpacked */
export async function* readText(path: string): AsyncGenerator<string> {
  const container = await containerOf(path);
  let decoder: Decoder | undefined;
  try {
    for await (const piece of bytesOf(path, container)) {
      const bytes = piece as Buffer;
      decoder ??= new Decoder(encodingOf(bytes.subarray(0, SAMPLE)));
      yield decoder.decode(bytes);
    }
  } catch (error) {
    if (container !== 'gzip') throw error;
    throw new ImportFailure(
      basename(path),
      undefined,
      'This compressed file ends too early or is damaged.',
      'Export it again, and see that the download comes to its end.',
    );
  }
  const rest = decoder?.decode();
  if (rest) yield rest;
}

/** The first letter that isn't English may stand far down: until then UTF-8 and Windows' alphabet are the same. */
class Decoder {
  #decoder: TextDecoder;
  #isEnglish: boolean;

  constructor(encoding: string) {
    this.#decoder = new TextDecoder(encoding);
    this.#isEnglish = encoding === 'utf-8';
  }

  decode(bytes?: Buffer): string {
    if (bytes === undefined) return this.#decoder.decode();
    if (this.#isEnglish && !isAscii(bytes)) {
      this.#isEnglish = false;
      this.#decoder = new TextDecoder(encodingOf(bytes));
    }
    return this.#decoder.decode(bytes, { stream: true });
  }
}

/** Unpacked, it is UTF-8 and has no mark at its beginning. */
export async function isPlainUtf8(path: string): Promise<boolean> {
  for await (const piece of bytesOf(path, await containerOf(path))) {
    const sample = (piece as Buffer).subarray(0, SAMPLE);
    return encodingOf(sample) === 'utf-8' && !startsWith(sample, 0xef, 0xbb, 0xbf);
  }
  return true;
}

/** The beginning of a file's text, enough to know what it is. */
export async function firstText(path: string, length = SAMPLE): Promise<string> {
  let text = '';
  for await (const piece of readText(path)) {
    text += piece;
    if (text.length >= length) break;
  }
  return text;
}
