/** A course folder in memory, and its texts checked for encoding and odd characters. */
import type { Faults } from './faults.ts';
import type { SourceFile } from './fragment.ts';

/** Paths are relative to the folder, with slashes. */
export interface CourseFolder {
  /** What is put before a path in messages. */
  readonly shownAs: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export class Sources {
  readonly folder: CourseFolder;
  readonly faults: Faults;
  #texts = new Map<string, SourceFile | undefined>();

  constructor(folder: CourseFolder, faults: Faults) {
    this.folder = folder;
    this.faults = faults;
  }

  shown(path: string): string {
    return `${this.folder.shownAs}/${path}`;
  }

  has(path: string): boolean {
    return this.folder.files.has(path);
  }

  hasFolder(path: string): boolean {
    return this.within(path).length > 0;
  }

  /** Paths below a folder, sorted. */
  within(path: string): string[] {
    return [...this.folder.files.keys()].filter((name) => name.startsWith(`${path}/`)).toSorted();
  }

  bytes(path: string): Uint8Array | undefined {
    return this.folder.files.get(path);
  }

  /** A file's text; undefined, with a fault, where it is missing, empty, or no clean UTF-8. */
  text(path: string, purpose: string): SourceFile | undefined {
    if (!this.#texts.has(path)) this.#texts.set(path, this.#read(path, purpose));
    return this.#texts.get(path);
  }

  #read(path: string, purpose: string): SourceFile | undefined {
    const bytes = this.bytes(path);
    const shown = this.shown(path);
    if (!bytes) {
      this.faults.addFile('file.missing', shown, { message: 'This file is missing.', expected: purpose });
      return undefined;
    }
    const file = decode(shown, bytes, this.faults);
    if (!file) return undefined;
    if (!file.text.trim()) {
      this.faults.addFile('file.empty', shown, { message: 'This file is empty.', expected: purpose });
      return undefined;
    }
    return hasOddCharacters(file, this.faults) ? undefined : file;
  }
}

/** A byte order mark and Windows line ends are taken as they come. */
function decode(path: string, bytes: Uint8Array, faults: Faults): SourceFile | undefined {
  const loose = new TextDecoder('utf-8').decode(bytes).replace(/\r\n?/g, '\n');
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (wide) {
    faults.addFile('file.encoding', path, { message: 'This file is UTF-16.', expected: 'text in UTF-8' });
    return undefined;
  }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { path, text: loose };
  } catch {
    // The first replacement character stands where the first bad byte was.
    const file = { path, text: loose };
    faults.add(
      'file.encoding',
      { file, offset: loose.indexOf('\uFFFD') },
      {
        message: 'This file is not UTF-8: here is a byte that cannot be read.',
        expected: 'text in UTF-8',
      },
    );
    return undefined;
  }
}

/** Control characters, separators that are no line ends, bidirectional overrides, and what a bad conversion leaves. */
const ODD =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffd-\uffff]/g;

function hasOddCharacters(file: SourceFile, faults: Faults): boolean {
  let any = false;
  for (const match of file.text.matchAll(ODD)) {
    any = true;
    const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    faults.add(
      'file.character',
      { file, offset: match.index },
      {
        message: `Here is the character U+${code}, which no text needs.`,
        expected: 'letters, signs and spaces',
      },
    );
  }
  return any;
}
