/**
 * Cells of a text with separators (RFC 4180, with any separator and any end of line), piece by piece. A file of a hundred megabytes is gone
 * through twice, so plain stretches are looked for and not gone through sign by sign.
 */
export interface Cells {
  /** In which the row begins, from 1. */
  line: number;
  cells: string[];
}

/** The text breaks the rules of quotation marks. */
export class BrokenRow extends Error {
  readonly line: number;
  readonly isUnclosed: boolean;

  constructor(line: number, isUnclosed: boolean) {
    super('A row that can’t be read.');
    this.line = line;
    this.isUnclosed = isUnclosed;
  }
}

const [QUOTE, LINE_FEED, RETURN] = [34, 10, 13];

export class SeparatedReader {
  readonly #sign: number;
  /** Of the cell that is being read. */
  #state: 'new' | 'plain' | 'quoted' | 'closed' = 'new';
  #cell = '';
  #cells: string[] = [];
  #line = 1;
  #began = 1;
  #afterReturn = false;

  constructor(separator: string) {
    this.#sign = separator.charCodeAt(0);
  }

  /** @returns the rows that end in this piece; empty lines are none. @throws BrokenRow */
  read(piece: string): Cells[] {
    const rows: Cells[] = [];
    let at = 0;
    while (at < piece.length) {
      const code = piece.charCodeAt(at);
      if (this.#state === 'quoted') at = this.#quoted(piece, at);
      else if (code === LINE_FEED || code === RETURN) {
        // both together are one end
        if (code !== LINE_FEED || !this.#afterReturn) this.#endRow(rows);
        this.#afterReturn = code === RETURN;
        at += 1;
      } else {
        this.#afterReturn = false;
        at = this.#plain(piece, at, code);
      }
    }
    return rows;
  }

  /** @returns what stands behind the last end of line. @throws BrokenRow */
  end(): Cells[] {
    if (this.#state === 'quoted') throw new BrokenRow(this.#began, true);
    const rows: Cells[] = [];
    this.#endRow(rows);
    return rows;
  }

  #quoted(piece: string, at: number): number {
    const close = piece.indexOf('"', at);
    const text = piece.slice(at, close === -1 ? piece.length : close);
    this.#cell += text;
    for (let found = text.indexOf('\n'); found !== -1; found = text.indexOf('\n', found + 1)) this.#line += 1;
    if (close === -1) return piece.length;
    this.#state = 'closed';
    return close + 1;
  }

  #plain(piece: string, at: number, code: number): number {
    if (code === this.#sign) {
      this.#endCell();
      return at + 1;
    }
    if (code === QUOTE) return this.#quote(at);
    if (this.#state === 'closed') throw new BrokenRow(this.#line, false);
    let end = at + 1;
    for (; end < piece.length; end += 1) {
      const next = piece.charCodeAt(end);
      if (next === this.#sign || next === LINE_FEED || next === RETURN || next === QUOTE) break;
    }
    this.#cell += piece.slice(at, end);
    this.#state = 'plain';
    return end;
  }

  #quote(at: number): number {
    if (this.#state === 'plain') throw new BrokenRow(this.#line, false);
    // two within quotation marks are one that is meant
    if (this.#state === 'closed') this.#cell += '"';
    this.#state = 'quoted';
    return at + 1;
  }

  #endCell(): void {
    this.#cells.push(this.#cell.trim());
    this.#cell = '';
    this.#state = 'new';
  }

  #endRow(rows: Cells[]): void {
    const isEmpty = this.#cells.length === 0 && this.#state === 'new';
    if (!isEmpty) {
      this.#endCell();
      rows.push({ line: this.#began, cells: this.#cells });
      this.#cells = [];
    }
    this.#line += 1;
    this.#began = this.#line;
  }
}
