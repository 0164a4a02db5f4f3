/** The built page of the workbench, read from its folder. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { typeOf } from './types.ts';

export class BuiltPage {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param name one of the build's own names, and nothing that leads elsewhere */
  async file(name: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | undefined> {
    if (!/^(assets\/)?[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(name)) return undefined;
    const bytes = await readFile(path.join(this.#folder, ...name.split('/'))).catch(() => undefined);
    return bytes && { bytes: new Uint8Array(bytes), type: typeOf(name) };
  }
}
