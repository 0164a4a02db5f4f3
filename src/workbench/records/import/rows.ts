/** Reads a table of any recognised kind into rows, some thousands at a time. */
import { basename } from 'node:path';
import { noRows, type Rows } from '../tables.ts';
import { isNothing, orderOf, type DayOrder } from './cells.ts';
import { ImportFailure, UnknownHeadings } from './failure.ts';
import { isEnough, readMappedRow, type Reading } from './mapping.ts';
import { readCompletionRow, readGradeRow } from './moodle-lists.ts';
import { formSizes, type FormSizes } from './forms.ts';
import { answersIn, readScormRow, type ScormColumns } from './moodle-scorm.ts';
import type { Notes } from './notes.ts';
import type { Recognised } from './recognise.ts';
import { readTable, type TableRow } from './table.ts';

const BATCH = 5000;
/** How many rows are looked at to learn which number of a date is the day. */
const LOOK = 2000;

export type TableKind = Exclude<Recognised, { kind: 'statements' }>;

export interface Wishes {
  /** Where the file's own dates can't tell. */
  order?: DayOrder | undefined;
  /** Instead of the one that the headings suggest. */
  reading?: Reading | undefined;
  /** How many questions a form of the course has. */
  form?: number | undefined;
}

/** @throws ImportFailure with the line */
export async function* rowsOf(
  path: string,
  found: TableKind,
  wishes: Wishes,
  notes: Notes,
): AsyncGenerator<Rows> {
  const reading = found.kind === 'table' ? (wishes.reading ?? { columns: found.mapping }) : undefined;
  if (found.kind === 'table' && reading && !isEnough(reading.columns))
    throw new UnknownHeadings(basename(path), found.header);
  const order = await dayOrder(path, reading?.order ?? wishes.order);
  const source = basename(path);
  const forms = found.kind === 'moodle-scorm' ? await formsIn(path, found.columns, wishes.form) : {};
  let rows = noRows();
  let header = true;
  for await (const row of readTable(path)) {
    if (header) header = row.cells.every((cell) => cell === '');
    else take(row, found, { order, reading, source, forms, notes }, rows);
    if (rows.people.length < BATCH) continue;
    yield rows;
    rows = noRows();
  }
  yield rows;
}

interface Manner {
  order: DayOrder | undefined;
  reading: Reading | undefined;
  source: string;
  forms: FormSizes;
  notes: Notes;
}

async function formsIn(path: string, columns: ScormColumns, course: number | undefined): Promise<FormSizes> {
  const counts = new Set<number>();
  if (columns.questions.length > 0)
    for await (const row of readTable(path))
      if (!isNothing(row.cells[columns.attempt] ?? '')) counts.add(answersIn(row, columns));
  return formSizes(counts, course);
}

function take(
  row: TableRow,
  found: TableKind,
  { order, reading, source, forms, notes }: Manner,
  rows: Rows,
): void {
  if (found.kind === 'moodle-scorm') readScormRow(row, found.columns, { order, forms, notes }, rows);
  else if (found.kind === 'moodle-completion') readCompletionRow(row, found.columns, order, rows);
  else if (found.kind === 'moodle-grades') readGradeRow(row, found.columns, rows);
  else if (reading) readMappedRow(row, { ...reading, order }, source, rows);
}

/** @throws ImportFailure where there are dates, and none of them tells */
export async function dayOrder(path: string, wished: DayOrder | undefined): Promise<DayOrder | undefined> {
  if (wished) return wished;
  const dates: { line: number; cell: string }[] = [];
  let looked = 0;
  for await (const { line, cells } of readTable(path)) {
    dates.push(
      ...cells.filter((cell) => /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(cell)).map((cell) => ({ line, cell })),
    );
    if ((looked += 1) > LOOK) break;
  }
  const order = orderOf(dates.map(({ cell }) => cell));
  const [first] = dates;
  if (order || !first) return order;
  throw new ImportFailure(
    basename(path),
    first.line,
    `"${first.cell}" could be read with the day or with the month first, and no date in this file tells which.`,
    'Say which: day first or month first (--dates day-first or --dates month-first).',
  );
}
