/** A course folder in memory, and its texts checked for encoding and odd characters. */
import type { Faults } from './faults.ts';
import type { SourceFile } from './fragment.ts';

/** Paths are relative to the folder, with slashes. */
export interface CourseFolder {
  /** What is put before a path in messages. */
  readonly shownAs: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Paths of links, which are not followed. */
  readonly links?: readonly string[];
}

/** Bytes of a text; a lesson has some tens of thousands. */
const MOST_TEXT = 300_000;
/** Bytes of all texts together, which is what a run may cost: some ten times a large course in two languages. */
const MOST_TEXTS = 8_000_000;

export class Sources {
  readonly folder: CourseFolder;
  readonly faults: Faults;
  #texts = new Map<string, SourceFile | undefined>();
  #bytes = 0;
  #drawn = 0;

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

  /** Whether one more place may show a drawing: each has its own copy of it. False with a fault. */
  takes({ path, text }: SourceFile): boolean {
    this.#drawn += text.length;
    if (this.#drawn <= MOST_TEXTS) return true;
    this.faults.addFile('file.size', path, {
      message: `Where this drawing is shown once more, those of all places have more than ${MOST_TEXTS.toLocaleString('en')} characters.`,
      expected: `at most ${MOST_TEXTS.toLocaleString('en')} characters in the drawings of all places together`,
      fix: 'Draw it simpler, or show it less often.',
    });
    return false;
  }

  #read(path: string, purpose: string): SourceFile | undefined {
    const bytes = this.bytes(path);
    const shown = this.shown(path);
    if (!bytes) {
      this.faults.addFile('file.missing', shown, { message: 'This file is missing.', expected: purpose });
      return undefined;
    }
    if (bytes.length > MOST_TEXT) {
      this.faults.addFile('file.size', shown, {
        message: `This file has ${bytes.length.toLocaleString('en')} bytes.`,
        expected: `a text of at most ${MOST_TEXT.toLocaleString('en')} bytes`,
      });
      return undefined;
    }
    this.#bytes += bytes.length;
    if (this.#bytes > MOST_TEXTS) {
      this.faults.addFile('file.size', shown, {
        message: `With this file the course has more than ${MOST_TEXTS.toLocaleString('en')} bytes of text.`,
        expected: `at most ${MOST_TEXTS.toLocaleString('en')} bytes in all texts together`,
      });
      return undefined;
    }
    const file = decode(shown, bytes, this.faults);
    if (!file) return undefined;
    if (!file.text.trim()) {
      this.faults.addFile('file.empty', shown, { message: 'This file is empty.', expected: purpose });
      return undefined;
    }
    const isSpoilt = [hasOddCharacters, wasSavedTwice, hasConflict].some((hasFault) =>
      hasFault(file, this.faults),
    );
    return isSpoilt ? undefined : file;
  }
}

/** A byte order mark and Windows line ends are taken as they come. */
function decode(path: string, bytes: Uint8Array, faults: Faults): SourceFile | undefined {
  const loose = new TextDecoder('utf-8').decode(bytes).replace(/\r\n?/g, '\n');
  if (isWide(bytes)) {
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

/** With a byte order mark, or with the many NULs that letters of one byte leave: all in even places, or all in odd ones. */
function isWide(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const start = bytes.subarray(0, 2000);
  const nuls = [0, 0];
  start.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  });
  return Math.max(...nuls) > start.length / 4 && Math.min(...nuls) < start.length / 20;
}

/**
 * Control characters, separators that are no line ends, bidirectional overrides, signs that one font alone has, and what a
 * bad conversion leaves.
 */
const ODD =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ue000-\uf8ff\ufeff\ufff9-\uffff]/g;

/** The first that no text needs, as U+0000. */
export function oddCharacter(text: string): string | undefined {
  const [found] = text.match(ODD) ?? [];
  return found && nameOf(found);
}

const nameOf = (sign: string): string =>
  `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The first is told, with how many there are: one cause, such as a power cut, leaves thousands. */
function hasOddCharacters(file: SourceFile, faults: Faults): boolean {
  let first: RegExpExecArray | undefined;
  let count = 0;
  for (const match of file.text.matchAll(ODD)) {
    first ??= match;
    count++;
  }
  if (!first) return false;
  const more = count > 1 ? ` The file has ${count} such characters.` : '';
  faults.add(
    'file.character',
    { file, offset: first.index },
    {
      message: `Here is the character ${nameOf(first[0])}, which no text needs.${more}`,
      expected: 'letters, signs and spaces',
    },
  );
  return true;
}

/**
 * The bytes of UTF-8, each taken for a letter of Windows-1252 and saved again: `é` is `Ã©` then, and `¿` is `Â¿`. A closing
 * quotation mark may follow a capital.
 */
const TWICE = /Ã[\u00a0-\u00ba\u00bc-\u00bf‰“‘•–œŸ]|Â[¡§©«®°·¿]|â€[\u00a6\u0153\u2018-\u201d\u2122]/g;

/** The first is told, with how many there are: it is the file that was saved so. */
function wasSavedTwice(file: SourceFile, faults: Faults): boolean {
  const all = [...file.text.matchAll(TWICE)];
  const [first] = all;
  if (!first) return false;
  const more = all.length > 1 ? ` The file has ${all.length} such places.` : '';
  faults.add(
    'file.encoding',
    { file, offset: first.index },
    {
      message: `Here is "${first[0]}" in the place of one letter or sign.${more}`,
      expected: 'letters as they were written: é, ñ, ¿, ’',
      fix: 'UTF-8 was read as Windows-1252 and saved again. Take the file as it was before, or let your editor turn it back.',
    },
  );
  return true;
}

/** What a merge leaves where two people changed the same lines; somebody's editor may have made a list of it. */
const CONFLICT = /^[ \t]*(?:(?:[-*+>]|\d+[.)])[ \t]+)*(?:<{7}|>{7}|\|{7})(?: .*)?$/m;

function hasConflict(file: SourceFile, faults: Faults): boolean {
  const match = CONFLICT.exec(file.text);
  if (!match) return false;
  faults.add(
    'file.conflict',
    { file, offset: match.index },
    {
      message: 'Here are the marks of a merge that nobody has resolved.',
      expected: 'the words of one side, or of both, without <<<<<<<, ======= and >>>>>>>',
    },
  );
  return true;
}
