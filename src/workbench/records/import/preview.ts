/** The first rows of a table as they would be read, and what in it nobody understands. */
import { basename } from 'node:path';
import { noRows } from '../tables.ts';
import { isNothing } from './cells.ts';
import { Dates } from './dates.ts';
import { ImportFailure } from './failure.ts';
import { isEnough, readMappedRow, sourceOf } from './mapping.ts';
import { DATES, type Reading } from './meanings.ts';
import { unknownWords } from './look.ts';
import { Notes } from './notes.ts';
import { rowsUnderHeadings, type Spot, type TableRow } from './table.ts';
import { isTotalLine, placesIn } from './total-line.ts';
import type { TablePreview } from '../../shapes.ts';

const ROWS = 5;
/** How far words of status are looked for. */
const LOOK = 2000;
const MOST_WORDS = 12;

/** Cells as they stand, of the first rows. */
export async function firstCells(path: string, spot?: Spot): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of rowsUnderHeadings(path, spot)) {
    rows.push([...cells]);
    if (rows.length === ROWS) break;
  }
  return rows;
}

export async function previewOf(path: string, reading: Reading, spot?: Spot): Promise<TablePreview> {
  const { columns, words = {} } = reading;
  const unknown = new Set<string>();
  const dates = new Dates(basename(path), undefined);
  const first: TableRow[] = [];
  let looked = 0;
  let plainScores = false;
  for await (const row of rowsUnderHeadings(path, spot)) {
    if (isTotalLine(row.cells, placesIn(columns))) continue;
    if (first.length < ROWS) first.push(row);
    for (const meaning of DATES) look(dates, row, columns[meaning]);
    const score = row.cells[columns.score ?? -1] ?? '';
    plainScores ||= !isNothing(score) && !score.includes('%');
    for (const word of unknownWords(row.cells, columns, words)) unknown.add(word);
    if ((looked += 1) === LOOK || unknown.size === MOST_WORDS) break;
  }
  const order = reading.order ?? dates.order;
  return {
    rows: first.map((row) => asRead(row, { ...reading, order }, plainScores && reading.most === undefined)),
    unknown: [...unknown],
    enough: isEnough(columns),
    plainScores,
    unclearDates: reading.order === undefined && dates.unclear !== undefined,
  };
}

/** Dates that contradict each other are refused when the table is taken in. */
function look(dates: Dates, { cells, line }: TableRow, place = -1): void {
  try {
    dates.see(cells[place] ?? '', line);
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
  }
}

/** @param isUnscaled nobody knows how much a score is */
function asRead(
  row: Parameters<typeof readMappedRow>[0],
  reading: Reading,
  isUnscaled: boolean,
): TablePreview['rows'][number] {
  const read = noRows();
  readMappedRow(row, reading, { source: sourceOf([]), notes: new Notes() }, read);
  const [person] = read.people;
  const [attempt] = read.attempts;
  const pick = (names: readonly string[]): TablePreview['rows'][number] =>
    Object.fromEntries(names.map((name) => [name, attempt?.[name as keyof typeof attempt] ?? null]));
  return {
    name: person?.name ?? null,
    email: person?.email ?? null,
    team: person?.team ?? null,
    ...pick(['course', 'completion', 'success', 'score', 'started', 'last_seen', 'finished']),
    ...(isUnscaled && { score: null }),
  };
}
