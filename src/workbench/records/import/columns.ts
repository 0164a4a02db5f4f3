/** Whether each row has as many cells as there are headings: one that hasn't was cut off, or has a separator within a cell. */
import { ImportFailure } from './failure.ts';
import type { TableRow } from './table.ts';

export class Columns {
  readonly #file: string;
  readonly #most: number;
  readonly #least: number;
  readonly #alsoRight: number | undefined;
  /** The first row that ends in separators that the headings haven't. */
  #longer: number | undefined;
  #hasExact = false;

  /** @param alsoRight how many cells a row may have besides */
  constructor(file: string, header: readonly string[], alsoRight?: number) {
    this.#file = file;
    this.#most = header.length;
    this.#least = header.findLastIndex((heading) => heading !== '') + 1;
    this.#alsoRight = alsoRight;
  }

  /** @throws ImportFailure */
  check({ cells: { length }, cells, line }: TableRow): void {
    if (length === this.#alsoRight) return;
    if (length < this.#least) throw this.#failure(line, length, 'The file may have been cut off here.');
    const isLonger = length > this.#most;
    if (isLonger) this.#longer ??= line;
    else this.#hasExact = true;
    const isPadded = cells.slice(this.#most).every((cell) => cell === '');
    if (isLonger ? !isPadded || this.#hasExact : this.#longer !== undefined)
      throw this.#failure(
        this.#longer ?? line,
        isLonger ? length : this.#most + 1,
        'A separator in a name or a text, without quotation marks around it, looks like one between cells.',
      );
  }

  #failure(line: number, length: number, why: string): ImportFailure {
    return new ImportFailure(
      this.#file,
      line,
      `This row has ${length} ${length === 1 ? 'cell' : 'cells'}, and there are ${this.#most} headings. ${why}`,
      'Export the file again, if it can be as an Excel workbook. Nothing of it was taken in.',
    );
  }
}
