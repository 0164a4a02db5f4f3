/** Rows of a table file: CSV with any of the usual separators, or an Excel sheet. */
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import readExcel from 'read-excel-file/node';
import { ImportFailure } from './failure.ts';
import { containerOf, firstText, readText } from './text.ts';

export interface TableRow {
  /** Of the file, from 1. */
  line: number;
  cells: readonly string[];
}

const SEPARATORS = ['\t', ';', ','] as const;

/** The one that stands most often outside quotation marks in the first line. */
export function separatorOf(text: string): string {
  const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]));
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) break;
    else if (!quoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...SEPARATORS].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? ',';
}

/** @throws ImportFailure where the file is no table, with the line */
export async function* readTable(path: string): AsyncGenerator<TableRow> {
  yield* (await containerOf(path)) === 'zip' ? readSheet(path) : readSeparated(path);
}

async function* readSeparated(path: string): AsyncGenerator<TableRow> {
  const parser = Readable.from(readText(path)).pipe(
    parse({
      delimiter: separatorOf(await firstText(path)),
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }),
  );
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>)
      yield { line: info.lines, cells: record.map((cell) => cell.trim()) };
  } catch (error) {
    if (error instanceof ImportFailure) throw error;
    const { code, lines } = error as { code?: string; lines?: number };
    throw new ImportFailure(
      basename(path),
      lines,
      code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'A cell begins with a quotation mark that never ends; the file may have been cut off.'
        : 'This line can’t be read as a row of a table.',
      'Export the file again; if it comes out the same, open it in a spreadsheet and save it as CSV.',
    );
  }
}

async function* readSheet(path: string): AsyncGenerator<TableRow> {
  let sheets: Awaited<ReturnType<typeof readExcel>>;
  try {
    sheets = await readExcel(path);
  } catch {
    throw new ImportFailure(
      basename(path),
      undefined,
      'This is neither an Excel workbook nor a text file.',
      'Drop in CSV, Excel (.xlsx), JSON or NDJSON; a zip has to be unpacked first.',
    );
  }
  let line = 0;
  for (const row of sheets[0]?.data ?? []) {
    line += 1;
    yield { line, cells: row.map(cellText) };
  }
}

type ExcelCell = Awaited<ReturnType<typeof readExcel>>[number]['data'][number][number];

function cellText(value: ExcelCell): string {
  if (value instanceof Date) return value.toISOString().slice(0, 19).replace('T', ' ');
  return typeof value === 'string' ? value.trim() : JSON.stringify(value ?? '').replaceAll('"', '');
}
