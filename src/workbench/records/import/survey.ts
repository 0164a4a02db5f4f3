/**
 * A look through a whole table before anything of it is taken in: whether its rows are whole, how its dates are meant, and what of it
 * nobody understands.
 */
import { basename } from 'node:path';
import { isNothing, type DayOrder } from './cells.ts';
import { Columns } from './columns.ts';
import { Dates } from './dates.ts';
import { ImportFailure, UnknownHeadings } from './failure.ts';
import { formSizes, type FormSizes } from './forms.ts';
import { linesOf, Look } from './look.ts';
import { isEnough, isListOfPeople } from './mapping.ts';
import { DATES, type Reading } from './meanings.ts';
import { mustBeKnown } from './moodle-lists.ts';
import { answersIn } from './moodle-scorm.ts';
import type { Notes } from './notes.ts';
import type { TableKind } from './recognise.ts';
import { readTable, type Spot, type TableRow } from './table.ts';
import { isTotalLine, namePlaces } from './total-line.ts';

export interface Wishes {
  /** Where the file's own dates can't tell. */
  order?: DayOrder | undefined;
  /** Instead of the one that the headings suggest. */
  reading?: Reading | undefined;
  /** How many questions a form of the course has. */
  form?: number | undefined;
  /** Where the table is, if it isn't where it is looked for. */
  spot?: Spot | undefined;
}

export interface Survey {
  order: DayOrder | undefined;
  forms: FormSizes;
}

/** @throws ImportFailure with the line */
export async function surveyOf(
  path: string,
  found: TableKind,
  { order, form, reading, spot }: Wishes,
  notes: Notes,
): Promise<Survey> {
  const file = basename(path);
  const dates = new Dates(file, reading?.order ?? order);
  const places = datePlaces(found, reading);
  const look = found.kind === 'table' ? lookAt(found, reading) : undefined;
  const names = namePlaces(found, look?.reading.columns ?? {});
  const counts = new Set<number>();
  let columns: Columns | undefined;
  for await (const row of readTable(path, spot)) {
    if (!columns) {
      if (row.cells.some((cell) => cell !== '')) columns = new Columns(file, row.cells, shortRow(found));
      continue;
    }
    if (isTotalLine(row.cells, names)) continue;
    // of a table that has to be explained first nobody knows whether its headings stand here
    if (!look || isEnough(look.reading.columns)) columns.check(row);
    look?.see(row);
    for (const place of places) dates.see(row.cells[place] ?? '', row.line, notes);
    if (found.kind === 'moodle-completion') mustBeKnown(row, found.columns, file);
    if (found.kind === 'moodle-scorm' && isTried(row, found)) counts.add(answersIn(row, found.columns));
  }
  const { unclear } = dates;
  const questions = [
    ...(look?.questions ?? []),
    ...(unclear
      ? [
          `"${unclear.cell}" could be read with the day or with the month first, and no date in this file tells which.`,
        ]
      : []),
  ];
  if (found.kind === 'table' && look && questions.length > 0)
    throw asked(file, found.header, look, questions, unclear?.line);
  if (unclear)
    throw new ImportFailure(
      file,
      unclear.line,
      questions.join(' '),
      'Say which: day first or month first (--dates day-first or --dates month-first).',
    );
  return { order: dates.order, forms: formSizes(counts, form) };
}

type Table = Extract<TableKind, { kind: 'table' }>;

function lookAt({ header, mapping }: Table, reading: Reading | undefined): Look {
  return new Look(header, reading ?? { columns: mapping }, reading !== undefined);
}

function asked(
  file: string,
  header: readonly string[],
  look: Look,
  questions: readonly string[],
  line: number | undefined,
): UnknownHeadings {
  const { reading, words } = look;
  const isList = isListOfPeople(header, reading.columns);
  const unexplained = { header, reading, words, why: questions.join(' '), isList };
  return new UnknownHeadings(file, unexplained, linesOf(header, reading, words), line);
}

type Scorm = Extract<TableKind, { kind: 'moodle-scorm' }>;

const isTried = ({ cells }: TableRow, { columns }: Scorm): boolean =>
  !isNothing(cells[columns.attempt] ?? '');

/** Moodle ends the row of an attempt without objectives or questions where they would begin. */
function shortRow(found: TableKind): number | undefined {
  return found.kind === 'moodle-scorm' ? found.columns.attempt + 4 + found.columns.scos.length : undefined;
}

/** Where the dates of a row stand. */
function datePlaces(found: TableKind, reading: Reading | undefined): readonly number[] {
  if (found.kind === 'moodle-scorm') return [found.columns.attempt + 1, found.columns.attempt + 2];
  if (found.kind === 'moodle-completion') return found.columns.activities.map(({ place }) => place + 1);
  if (found.kind === 'moodle-grades') return [];
  const { columns } = reading ?? { columns: found.mapping };
  return DATES.flatMap((meaning) => columns[meaning] ?? []);
}
