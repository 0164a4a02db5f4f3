/** Collects mistakes while the compiler goes on, so that the author reads all of them at once. */
import { CATALOGUE, CourseErrors, type Code, type CourseError } from './errors.ts';
import type { Place } from './fragment.ts';
import { frame } from './frame.ts';

export interface Words {
  /** What is wrong. */
  message: string;
  expected: string;
  /** What to do; the catalogue's words where left out. */
  fix?: string;
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
    if (!this.#isNew([code, place.file.path, place.offset, words.message])) return;
    const { line, column } = lineAndColumn(place.file.text, place.offset);
    this.#errors.push({
      code,
      file: place.file.path,
      line,
      column,
      message: words.message,
      expected: words.expected,
      fix: words.fix ?? CATALOGUE[code][1],
      frame: frame(place.file.text, line, column),
    });
  }

  /** A mistake that has no text to point at: a file or folder that isn't there. */
  addFile(code: Code, file: string, words: Words): void {
    const { message, expected, fix = CATALOGUE[code][1] } = words;
    if (!this.#isNew([code, file, message])) return;
    this.#errors.push({ code, file, line: 1, column: 1, message, expected, fix, frame: '' });
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, offset));
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - start + 1 };
}

/** The nearest of `names` to what was written, if it is near enough to be meant. */
function nearest(written: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(written.length / 3)) + 1;
  for (const name of names) {
    // what was written is no advice, though there may be a file of that name
    if (name === written) continue;
    const distance = editDistance(written, name, least);
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? limit;
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
export function didYouMean(written: string, names: Iterable<string>): { fix?: string } {
  const name = nearest(written, names);
  return name ? { fix: `Did you mean "${name}"?` } : {};
}
