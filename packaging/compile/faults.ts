/** Collects mistakes while the compiler goes on, so that the author reads all of them at once. */
import { CATALOGUE, type Code } from './catalogue.ts';
import { CourseErrors, type CourseError } from './errors.ts';
import type { Place } from './fragment.ts';
import { frame } from './frame.ts';
import { nearest } from './nearest.ts';

export interface Words {
  /** What is wrong. What it quotes of the author's text is cut to what somebody reads. */
  message: string;
  expected: string;
  /** What to do; the catalogue's words where left out. */
  fix?: string;
  /** What was written, and what may have been meant: looked for only where the mistake is told. */
  meant?: { written: string; names: Iterable<string> };
}

/** Of more nobody reads the places: they are counted, and cost no look at the text. */
const MOST = 200;

export class Faults {
  #errors: CourseError[] = [];
  #known = new Set<string>();

  get count(): number {
    return this.#known.size;
  }

  add(code: Code, place: Place, words: Words): void {
    const message = short(words.message);
    if (!this.#isNew([code, place.file.path, place.offset, message])) return;
    const { line, column } = lineAndColumn(place.file.text, place.offset);
    this.#errors.push({
      code,
      file: place.file.path,
      line,
      column,
      message,
      ...advice(code, words),
      frame: frame(place.file.text, line, column),
    });
  }

  /** A mistake that has no text to point at: a file or folder that isn't there. */
  addFile(code: Code, file: string, words: Words): void {
    const message = short(words.message);
    if (!this.#isNew([code, file, message])) return;
    this.#errors.push({ code, file, line: 1, column: 1, message, ...advice(code, words), frame: '' });
  }

  /** Sorted by file and place. */
  errors(): CourseError[] {
    return this.#errors.toSorted(
      (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
    );
  }

  /** @throws CourseErrors when there is any. */
  throwIfAny(): void {
    if (this.count) throw new CourseErrors(this.errors(), this.count);
  }

  /** Whether a mistake is told for the first time, and there is room for it. */
  #isNew(parts: readonly (string | number)[]): boolean {
    const key = parts.join('\n');
    if (this.#known.has(key)) return false;
    this.#known.add(key);
    return this.#known.size <= MOST;
  }
}

function advice(code: Code, { expected, fix, meant }: Words): { expected: string; fix: string } {
  const name = meant && nearest(meant.written, meant.names);
  const why = name === undefined ? (fix ?? CATALOGUE[code][1]) : `Did you mean "${name}"?`;
  return { expected: short(expected), fix: short(why) };
}

/** Characters of a name or of a piece between quotation marks, and of a sentence, lists of what may be written included. */
const MOST_OF_A_NAME = 60;
const MOST_OF_A_SENTENCE = 500;
/** What is looked at for it. */
const MOST_READ = 10 * MOST_OF_A_SENTENCE;

/** A sentence on one line, whatever a file has where a name belongs. */
function short(sentence: string): string {
  const line = sentence.slice(0, MOST_READ).replace(/\s+/g, ' ').trim();
  return cut(
    line
      .replace(/"[^"]*"/g, (quoted) => `"${cut(quoted.slice(1, -1), MOST_OF_A_NAME)}"`)
      .replace(/\S+/g, (word) => (word.length > 2 * MOST_OF_A_NAME ? cut(word, MOST_OF_A_NAME) : word)),
    MOST_OF_A_SENTENCE,
  );
}

function cut(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most - 1)}…` : words;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, offset));
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - start + 1 };
}

/** "Did you mean …?" with the list, for the field `expected` of a mistake. */
export function oneOfNames(names: Iterable<string>, most = 12): string {
  const all = [...names];
  const shown = all.slice(0, most).join(', ');
  return all.length > most
    ? `one of: ${shown}, … (${all.length})`
    : all.length
      ? `one of: ${shown}`
      : 'none exists';
}

/** A fix that names the nearest, where there is one. */
export function didYouMean(written: string, names: Iterable<string>): Pick<Words, 'meant'> {
  return { meant: { written, names } };
}
