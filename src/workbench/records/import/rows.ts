/** Reads a table of any recognised kind into rows, some thousands at a time. */
import { noRows, type Rows } from '../tables.ts';
import type { DayOrder } from './cells.ts';
import { GroupCells } from './group-cells.ts';
import { readMappedRow, sourceOf, type Source } from './mapping.ts';
import type { Reading } from './meanings.ts';
import { readCompletionRow, readGradeRow } from './moodle-lists.ts';
import type { FormSizes } from './forms.ts';
import { readScormRow } from './moodle-scorm.ts';
import type { Notes } from './notes.ts';
import type { TableKind } from './recognise.ts';
import { surveyOf, type Wishes } from './survey.ts';
import { rowsUnderHeadings, type TableRow } from './table.ts';
import { isTotalLine, namePlaces } from './total-line.ts';

const BATCH = 10_000;

/** @throws ImportFailure with the line */
export async function* rowsOf(
  path: string,
  found: TableKind,
  wishes: Wishes,
  notes: Notes,
): AsyncGenerator<Rows> {
  const reading = found.kind === 'table' ? (wishes.reading ?? { columns: found.mapping }) : undefined;
  const names = namePlaces(found, reading?.columns ?? {});
  const { order, forms } = await surveyOf(path, found, wishes, notes);
  const source = found.kind === 'table' ? sourceOf(found.header) : undefined;
  const groups = new GroupCells();
  let rows = noRows();
  for await (const row of rowsUnderHeadings(path, wishes.spot)) {
    if (isTotalLine(row.cells, names)) notes.add('total', row.line);
    else {
      const before = rows.people.length;
      take(row, found, { order, reading, source, forms, notes }, rows);
      groups.see(rows.people[before]?.team, row.line);
    }
    if (rows.people.length < BATCH) continue;
    yield rows;
    rows = noRows();
  }
  groups.tell(notes);
  yield rows;
}

interface Manner {
  order: DayOrder | undefined;
  reading: Reading | undefined;
  source: Source | undefined;
  forms: FormSizes;
  notes: Notes;
}

function take(
  row: TableRow,
  found: TableKind,
  { order, reading, source, forms, notes }: Manner,
  rows: Rows,
): void {
  if (found.kind === 'moodle-scorm') readScormRow(row, found.columns, { order, forms, notes }, rows);
  else if (found.kind === 'moodle-completion') readCompletionRow(row, found.columns, order, rows);
  else if (found.kind === 'moodle-grades') readGradeRow(row, found.columns, notes, rows);
  else if (reading && source) readMappedRow(row, { ...reading, order }, { source, notes }, rows);
}
