import type { Reading } from './mapping.ts';

/** Why an import stopped: a sentence with the file, the line where there is one, and what to do. */
export class ImportFailure extends Error {
  override readonly name = 'ImportFailure';
  readonly file: string;
  readonly line: number | undefined;

  constructor(file: string, line: number | undefined, what: string, todo: string, cause?: unknown) {
    super(`${file}${line === undefined ? '' : `, line ${line}`}: ${what} ${todo}`, { cause });
    this.file = file;
    this.line = line;
  }
}

/** What somebody has to say of a table before it can be taken in. */
export interface Unexplained {
  header: readonly string[];
  /** As far as it is understood. */
  reading: Reading;
  /** Words of status that nobody knows. */
  words: readonly string[];
  /** What has to be said, in sentences. */
  why: string;
  /** It names people and says nothing of what they did. */
  isList: boolean;
}

/** A table that isn't understood whole. A person can say what is missing. */
export class UnknownHeadings extends ImportFailure {
  readonly unexplained: Unexplained;

  /** @param lines what is understood, as `--map` has it */
  constructor(file: string, unexplained: Unexplained, lines: readonly string[], line = 1) {
    super(
      file,
      line,
      unexplained.why,
      [
        'Say it on the records page of the workbench, or in a file for --map, with lines such as “name = Employee” and “status = State”.',
        ...(unexplained.isList ? ['A list of who is expected is given with --people.'] : []),
        ...(lines.length > 0 ? ['So far it would be read as:', ...lines.map((one) => `\n  ${one}`)] : []),
      ].join(' '),
    );
    this.unexplained = unexplained;
  }
}
