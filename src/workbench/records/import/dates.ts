/** Which number of a file's dates is the day: all of them together tell, and mustn't contradict each other. */
import { isDotted, isNothing, orderOf, timeIn, type DayOrder } from './cells.ts';
import { ImportFailure } from './failure.ts';
import type { Notes } from './notes.ts';

interface Met {
  line: number;
  cell: string;
}

export class Dates {
  readonly #file: string;
  readonly #wished: DayOrder | undefined;
  readonly #met: Partial<Record<DayOrder, Met>> = {};
  #unclear: Met | undefined;
  #isDotted = false;

  /** @param wished where somebody has said so */
  constructor(file: string, wished: DayOrder | undefined) {
    this.#file = file;
    this.#wished = wished;
  }

  /** @throws ImportFailure where this date contradicts what others say */
  see(cell: string, line: number, notes?: Notes): void {
    if (isNothing(cell)) return;
    const order = orderOf(cell);
    if (order === undefined) {
      if (isDotted(cell)) this.#isDotted = true;
      else this.#unclear ??= { line, cell };
      return;
    }
    if (timeIn(cell, order === 'either' ? 'day-first' : order) === undefined) notes?.add('date', line);
    else if (order !== 'either') this.#tell(order, { line, cell });
  }

  #tell(order: DayOrder, met: Met): void {
    this.#met[order] ??= met;
    const other = this.#met[order === 'day-first' ? 'month-first' : 'day-first'];
    if (other)
      throw new ImportFailure(
        this.#file,
        met.line,
        `“${met.cell}” and “${other.cell}” (line ${other.line}) can’t both be right: one has the day first, the other the month.`,
        'Export the file with one form of date, if it can be as 2026-12-31.',
      );
    if (this.#wished && this.#wished !== order)
      throw new ImportFailure(
        this.#file,
        met.line,
        `“${met.cell}” isn’t ${this.#wished}, as it was said of this file.`,
        'Say the other order, or leave it to the file’s own dates.',
      );
  }

  /** The first date of which nobody can know how it is meant. */
  get unclear(): Met | undefined {
    return this.order === undefined ? this.#unclear : undefined;
  }

  get order(): DayOrder | undefined {
    if (this.#wished) return this.#wished;
    if (this.#met['day-first']) return 'day-first';
    if (this.#met['month-first']) return 'month-first';
    return this.#isDotted && !this.#unclear ? 'day-first' : undefined;
  }
}
