/** Pictures that packages carry as files of their own, under names that hold a hash of what is in them. */
import { shortHash } from '../hash.ts';

export interface MediaFile {
  /** Where a package carries it, relative to the page: `media/<name>-<hash>.<ending>`. */
  name: string;
  bytes: Uint8Array;
}

export function mediaFile(fileName: string, bytes: Uint8Array): MediaFile {
  const dot = fileName.lastIndexOf('.');
  const ending = fileName.slice(dot).toLowerCase();
  return { name: `media/${fileName.slice(0, dot)}-${shortHash(bytes, 8)}${ending}`, bytes };
}

export class MediaStore {
  #files = new Map<string, MediaFile>();

  /** @returns the name that content refers to it by */
  add(fileName: string, bytes: Uint8Array): string {
    const file = mediaFile(fileName, bytes);
    this.#files.set(file.name, file);
    return file.name;
  }

  /** Sorted by name. */
  list(): MediaFile[] {
    return [...this.#files.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }
}
