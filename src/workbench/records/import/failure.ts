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
