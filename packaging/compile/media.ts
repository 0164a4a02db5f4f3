/** Pictures that packages carry as files of their own, under names that hold a hash of what is in them. */
import { createHash } from 'node:crypto';

export interface MediaFile {
  /** Where a package carries it, relative to the page: `media/<name>-<hash>.<ending>`. */
  name: string;
  bytes: Uint8Array;
}

export class MediaStore {
  #files = new Map<string, MediaFile>();

  /** @returns the name that content refers to it by */
  add(fileName: string, bytes: Uint8Array): string {
    const dot = fileName.lastIndexOf('.');
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
    const name = `media/${fileName.slice(0, dot)}-${hash}${fileName.slice(dot).toLowerCase()}`;
    this.#files.set(name, { name, bytes });
    return name;
  }

  /** Sorted by name. */
  list(): MediaFile[] {
    return [...this.#files.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }
}
