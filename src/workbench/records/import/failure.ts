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

/** A table of which nobody knows who a row is about and what it says of them. A person can say so. */
export class UnknownHeadings extends ImportFailure {
  readonly header: readonly string[];

  constructor(file: string, header: readonly string[]) {
    super(
      file,
      1,
      `The headings don’t say which column is the learner and which the status or score: ${header.map((one) => `“${one}”`).join(', ')}.`,
      'Say it on the records page of the workbench, or in a file for --map, with lines such as “name = Employee” and “status = State”.',
    );
    this.header = header;
  }
}
