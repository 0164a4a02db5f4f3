/** What of a table of another system nobody understands: columns, words of status, scores on another scale. */
import { isNothing, numberIn } from './cells.ts';
import { isEnough, successIn } from './mapping.ts';
import { MEANING_NAMES, type Mapping, type Reading } from './meanings.ts';
import { standingIn } from './standings.ts';
import type { TableRow } from './table.ts';

/** More words of status than these are no words of status. */
const MOST_WORDS = 50;

export class Look {
  readonly #reading: Reading;
  readonly #header: readonly string[];
  /** Columns of which nobody has said anything. */
  readonly #open: ReadonlySet<number>;
  readonly #filled = new Set<number>();
  readonly #words = new Set<string>();
  #odd: { cell: string; line: number } | undefined;
  #isAboveOne = false;
  #isOneOrLess = false;

  /** @param isExplained somebody has said how it is read: columns that mean nothing are left on purpose */
  constructor(header: readonly string[], reading: Reading, isExplained: boolean) {
    this.#header = header;
    this.#reading = reading;
    const known = new Set(Object.values(reading.columns));
    this.#open = new Set(isExplained ? [] : [...header.keys()].filter((place) => !known.has(place)));
  }

  see({ cells, line }: TableRow): void {
    for (const place of this.#open) if (!isNothing(cells[place] ?? '')) this.#filled.add(place);
    const { columns, words = {} } = this.#reading;
    for (const word of unknownWords(cells, columns, words))
      if (this.#words.size < MOST_WORDS) this.#words.add(word);
    this.#score(cells[columns.score ?? -1] ?? '', line);
  }

  #score(cell: string, line: number): void {
    if (isNothing(cell) || this.#reading.most !== undefined) return;
    const score = scoreIn(cell);
    if (score === undefined) this.#odd ??= { cell, line };
    else if (score > 1 || cell.includes('%')) this.#isAboveOne = true;
    else if (score > 0) this.#isOneOrLess = true;
  }

  get words(): string[] {
    return [...this.#words];
  }

  /** How it would be read, for a person to mend. */
  get reading(): Reading {
    return this.#areParts ? { ...this.#reading, most: 1 } : this.#reading;
  }

  get #areParts(): boolean {
    return this.#isOneOrLess && !this.#isAboveOne && !this.#odd;
  }

  /** In sentences; none where all is understood. */
  get questions(): string[] {
    const open = [...this.#filled].map((place) => `“${this.#header[place] || `column ${place + 1}`}”`);
    return [
      ...(isEnough(this.#reading.columns)
        ? []
        : [
            `The headings don’t say which column is the learner and which the status or score: ${this.#header.map((one) => `“${one}”`).join(', ')}.`,
          ]),
      ...(open.length > 0 && isEnough(this.#reading.columns)
        ? [`Nobody knows here what is in ${open.join(', ')}.`]
        : []),
      ...(this.#words.size > 0
        ? [`Words of status that aren’t known: ${this.words.map((word) => `“${word}”`).join(', ')}.`]
        : []),
      ...(this.#odd
        ? [
            `“${this.#odd.cell}” (line ${this.#odd.line}) is no score between 0 and 100: say what the highest is.`,
          ]
        : []),
      ...(this.#areParts
        ? ['No score is above 1: say whether they are per cents, or parts of one (0.9 for 90 %).']
        : []),
    ];
  }
}

/** Words of status that say nothing here, and of which nobody has said what they mean. */
export function unknownWords(
  cells: readonly string[],
  columns: Mapping,
  words: Readonly<Record<string, string>>,
): string[] {
  const cell = (place: number | undefined): string => cells[place ?? -1] ?? '';
  const status = cell(columns.status);
  const success = cell(columns.success);
  const isKnown = (word: string, known: unknown): boolean =>
    isNothing(word) || Object.hasOwn(words, word) || known !== undefined;
  return [
    ...(isKnown(status, standingIn(status)) ? [] : [status]),
    ...(isKnown(success, successIn(success)) ? [] : [success]),
  ];
}

/** From 0 to 100; `1,234` may be a thousand. */
function scoreIn(cell: string): number | undefined {
  const score = /^\d,\d{3}$/.test(cell) ? undefined : numberIn(cell);
  return score === undefined || score < 0 || score > 100 ? undefined : score;
}

/** What is understood, as lines for a file that explains it. */
export function linesOf(
  header: readonly string[],
  { columns, most }: Reading,
  words: readonly string[],
): string[] {
  return [
    ...MEANING_NAMES.flatMap((meaning) => {
      const place = columns[meaning];
      return place === undefined ? [] : [`${meaning} = ${header[place]}`];
    }),
    ...(most === undefined ? [] : [`highest = ${most}`]),
    ...words.map((word) => `word ${word} =`),
  ];
}
